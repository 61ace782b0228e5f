#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"
#include "core/model/sourceinfo.h"

#include <optional>
#include <vector>

namespace afoot {

/// What the tracker knows of the remote trackers whose jobs it has: whoever follows them says so here.
///
/// It has no timer. What another process said is looked at when it is asked for, and no longer valid after validFor,
/// since a process that was killed cannot take it back. What the tracker's own process said stays.
/// Threads: the tracker's.
class SourceBoard
{
public:
    static constexpr Millis validFor{600'000};
    enum class Reporter { ThisProcess, AnotherProcess };

    /// @p clock must outlive it.
    explicit SourceBoard(const Clock &clock) : m_clock(&clock) {}

    /// In the place of all that was said before; an empty list says that none is followed any more.
    /// Errors: Conflict ("followed_here") for another process while this one follows sources itself.
    std::optional<Error> put(std::vector<SourceInfo> sources, Reporter reporter);

    SourceReport report() const;

private:
    const Clock *m_clock;
    SourceReport m_said{};
    Reporter m_reporter = Reporter::ThisProcess;
    Ticks m_saidAt{};
};

} // namespace afoot
