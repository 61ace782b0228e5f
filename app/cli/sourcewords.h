#pragma once

#include "app/cli/trackeraccess.h"
#include "core/model/sourceinfo.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// How the connection to a source is, in a clause: "connected over SSE", "away since 14:02: connection refused". Pure but
/// for the time zone.
std::string wordsFor(const SourceInfo &source, WallTime now);

/// What is known of the sources that jobs come from: what the tracker has been told, and which the person follows.
class SourceKnowledge
{
public:
    /// Asks the tracker, and reads the list of the person where it is the tracker's, too. Trouble leaves it knowing
    /// nothing: a tracker that cannot be asked has no jobs to doubt.
    static SourceKnowledge of(TrackerAccess &tracker);
    SourceKnowledge(SourceReport report, std::set<std::string> followed)
        : m_report(std::move(report)), m_followed(std::move(followed))
    {
    }

    /// wordsFor() a source, or that nobody follows it now; empty for one that nobody is known to follow: its jobs are
    /// reported, and not a tracker's elsewhere.
    std::string wordsAbout(const std::string &name, WallTime now) const;
    /// Its unfinished jobs may have changed since.
    bool isDoubtful(const std::string &name) const;

private:
    SourceReport m_report;
    std::set<std::string> m_followed; ///< names of the person's list
};

/// Why the window does not say how a source is.
std::string notFollowedText(const SourceReport &report);

/// One line for each source that the unfinished ones of @p jobs may be out of date of. Pure but for the time zone.
std::vector<std::string> doubts(const std::vector<Job> &jobs, const SourceKnowledge &sources,
                                WallTime now);

/// doubts() for who watches: of each source once, when its first unfinished job comes into view.
class FirstDoubts
{
public:
    explicit FirstDoubts(TrackerAccess &tracker) : m_tracker(&tracker) {}

    /// Asks the tracker where one of @p jobs is of a source that was not asked about.
    std::vector<std::string> about(const std::vector<Job> &jobs, WallTime now);

private:
    TrackerAccess *m_tracker; ///< must outlive this
    std::set<std::string> m_asked{};
};

} // namespace afoot::cli
