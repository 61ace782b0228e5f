#pragma once

#include "core/model/job.h"

namespace afoot {

/// What is said of one job: a partial job. Unset fields keep their value; for the numbers an inner
/// nullopt (JSON null) makes the value unknown again; an empty string clears a text.
///
/// Owns: its own strings; cheap to move, crosses threads by value.
struct Update
{
    enum class Op {
        Begin,    ///< make the job; on a running job the same as Change
        Change,   ///< the fields below; also ends a job when @c state is terminal
        Log,      ///< only @c lines
        Complete, ///< Change with state Completed
        Fail,     ///< Change with state Failed
        Ask,      ///< somebody asks the reporter for @c ask
        See,      ///< a person has looked at the ended job
        Clear,    ///< take an ended job off the list; its history stays
        Forget,   ///< drop an ended job, its log and its history
        Leave, ///< nobody follows it any more: off the list, whatever its state; its history stays
    };
    using Number = std::optional<std::optional<double>>;

    Op op = Op::Change;
    JobKey key{};         ///< on Begin an empty id asks the tracker for one
    bool restart = false; ///< begin a new run of a finished job
    std::optional<std::string> title{};
    std::optional<std::string> kind{};
    std::optional<State> state{};
    Number percent{};
    Number current{};
    Number total{};
    std::optional<std::string> unit{};
    Number rate{};
    Number etaS{};
    std::optional<std::vector<Step>>
        steps{}; ///< replaces the list; steps of the same name keep their times
    std::optional<std::string> step{}; ///< this step runs now: those before it are over
    std::optional<std::string> message{};
    std::optional<std::string> question{};
    std::vector<Detail> details{};             ///< merged by key
    std::vector<std::string> droppedDetails{}; ///< keys that JSON null takes away
    std::optional<std::string> url{};
    std::optional<std::string> error{};
    std::optional<AskSet> can{};
    std::optional<Ask> acknowledged{}; ///< the reporter has heard this ask; counts while it stands
    /// The reporter will not do this: it is asked no longer. Without a time (WallTime{}) it is the present.
    std::optional<Declined> declined{};
    std::optional<std::string> parent{};
    std::optional<WallTime>
        time{}; ///< when it was said, of a report that comes late; the present else
    std::optional<WallTime> createdAt{};
    std::optional<WallTime> startedAt{};
    std::optional<WallTime> finishedAt{};
    std::vector<LogLine> lines{}; ///< appended to the log; @c n is given by the tracker
    std::optional<Ask> ask{};     ///< Op::Ask only

    friend bool operator==(const Update &, const Update &) = default;
};

} // namespace afoot
