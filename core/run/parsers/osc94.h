#pragma once

#include "core/run/parser.h"

namespace afoot {

/// Progress in band, as ConEmu defined it and terminals show it:
///
///     ESC ] 9 ; 4 ; st [ ; pr ] (BEL | ESC \)
///
/// st 0 takes it away, 1 sets the percent pr, 2 says error, 3 indeterminate, 4 paused; with 2 and 4 an
/// absent pr keeps the last one. The percent of st 2 is not taken: programs fill the bar to show it red.
/// `ESC ] 9 ; text` is a notification. All others (titles, links) are no business of ours.
struct Osc94
{
    bool shown = false;              ///< it has the say about the percent
    std::optional<double> percent{}; ///< 0..100; unset: indeterminate
    std::string notification{};

    friend bool operator==(const Osc94 &, const Osc94 &) = default;
};

/// False when @p inside, what stands between ESC ] and the end, is something else or malformed.
bool readOsc94(std::string_view inside, Osc94 &state);

} // namespace afoot
