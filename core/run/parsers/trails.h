#pragma once

#include "core/run/parser.h"

namespace afoot {

/// One number of a series, found in a segment.
struct Mark
{
    enum class Kin {
        Alone,    ///< another series means that the work has moved on
        Nested,   ///< another series that starts before the first is over is a part of it
        Together, ///< series run side by side, such as bars in one block
    };
    std::string key{};   ///< series are known by this
    std::string label{}; ///< what a person calls it; maybe empty
    double percent = 0;  ///< clamped to 0..100 when noted
    std::optional<double> current{};
    std::optional<double> total{};
    std::optional<double> rate{};
    std::optional<double> etaS{};
    std::string unit{};
    Kin kin = Kin::Alone;
    int risesNeeded = 0; ///< how often in a row it must have risen before it is believed
};

/// Adds @p mark to its series. A single series that is believed is the job's own percent, which then does not
/// fall; as soon as there are several, or it starts again, they are told as steps and the job's percent
/// is unset, unless @c kin says how they belong together. False while the series is not believed.
bool noteMark(Reading &reading, const Mark &mark);

} // namespace afoot
