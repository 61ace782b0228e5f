#include "core/track/sourceboard.h"

#include <utility>

namespace afoot {

std::optional<Error> SourceBoard::put(std::vector<SourceInfo> sources, Reporter reporter)
{
    const bool isFollowedHere = m_said.reportedAt && m_reporter == Reporter::ThisProcess;
    if (isFollowedHere && reporter == Reporter::AnotherProcess)
        return Error{.code = Error::Code::Conflict,
                     .name = "followed_here",
                     .detail = "The program that this tracker is part of follows the sources "
                               "itself, and says how they are."};
    m_reporter = reporter;
    m_saidAt = m_clock->ticks();
    m_said.reportedAt = sources.empty() ? std::nullopt : std::optional(m_clock->now());
    m_said.sources = std::move(sources);
    return std::nullopt;
}

SourceReport SourceBoard::report() const
{
    if (m_reporter == Reporter::AnotherProcess && m_clock->ticks() - m_saidAt >= validFor)
        return {};
    return m_said;
}

} // namespace afoot
