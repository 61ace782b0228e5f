#pragma once

#include "core/model/job.h"
#include "core/run/segments.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// A series of numbers that look alike in the output, and whether they are believed to be progress.
struct Trail
{
    std::string key{};      ///< what the text around the number has in common
    std::string label{};    ///< what a person calls it; maybe empty
    std::string stepName{}; ///< the step that shows it, once there are several
    double last = 0;        ///< percent
    double best = 0;        ///< percent; what is shown: never goes back but for a restart
    std::optional<double> total{};
    int rises = 0; ///< in a row
    bool believed = false;
    bool together = false; ///< runs beside others
    std::uint64_t touched = 0;

    friend bool operator==(const Trail &, const Trail &) = default;
};

/// What a parser must remember from one segment to the next; nobody else reads it.
struct Memory
{
    std::vector<Trail> trails{};
    std::uint64_t touches = 0;
    bool several = false; ///< more than one series came in turn: none of them is the job
    int mode = 0;         ///< the parser's own
    std::optional<double> lastTotal{};

    friend bool operator==(const Memory &, const Memory &) = default;
};

/// What is known of a running tool from its output so far. Unknown is unset or empty.
///
/// @c percent is about the whole job and does not go back; work that comes in phases is told by @c steps,
/// with the running phase's own counts in @c current, @c total, @c unit and @c rate.
struct Reading
{
    std::optional<double> percent{}; ///< 0..100
    std::optional<double> current{}; ///< in @c unit
    std::optional<double> total{};   ///< in @c unit
    std::optional<double> rate{};    ///< units a second
    std::optional<double> etaS{};    ///< seconds left, as the tool says
    std::string unit{};              ///< "bytes", "files", "objects" …
    std::vector<Step> steps{};       ///< names are unique
    std::string message{};
    std::string question{}; ///< the program waits for an answer to it
    std::string error{};    ///< the tool's own words on why it cannot go on
    Memory memory{};

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// What a parser made of a segment.
struct Take
{
    enum class What {
        Ignored,  ///< nothing that this tool prints
        Progress, ///< understood; not worth a line in the log
        Text,     ///< understood, and a line of the log
        Error,    ///< a line of the log that tells of a failure
    };
    What what = What::Ignored;
    std::string_view text{}; ///< the part of the segment to log; empty: all of it
};

/// How one tool's output is read: a value, one a tool (parsers/all.h has the table).
struct Parser
{
    std::string_view name{};

    /// True when the command line starts this tool; argv[0] is its bare file name, wrappers such as sudo are
    /// gone. Null: only ever recognised by its output.
    bool (*claims)(const std::vector<std::string> &argv) = nullptr;

    /// Pure: the same segment and reading always make the same take and reading.
    Take (*read)(const Segment &segment, Reading &reading) = nullptr;

    /// What is known before the first byte, such as the phases to come. May be null.
    void (*begin)(const std::vector<std::string> &argv, Reading &reading) = nullptr;

    /// Its output is so particular that it is recognised wherever it appears, as inside scripts.
    bool anywhere = false;
};

} // namespace afoot
