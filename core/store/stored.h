#pragma once

#include "core/model/job.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// A job as the last tracker left it.
struct StoredJob
{
    Job job{};
    bool held = false;          ///< a reporter kept a connection open for it
    std::vector<LogLine> log{}; ///< the newest lines of its present run, oldest first
};

/// A run of a job that has ended.
struct StoredRun
{
    std::int64_t number = 0; ///< what History::log() knows it by; rises, is never used again
    Job job{};               ///< as it was at the end
};

/// Which ended runs are wanted; what is unset or empty leaves nothing out.
struct RunQuery
{
    std::string kind{};  ///< exactly this one
    std::string words{}; ///< each of them in title, kind, error or message; A–Z as a–z
    std::optional<WallTime> from{}; ///< ended then or later
    std::optional<WallTime> to{};   ///< ended before
    std::size_t limit = 100;        ///< 1..1000; what is outside counts as the nearest
    std::string after{};            ///< RunPage::next of the page before
};

struct RunPage
{
    std::vector<StoredRun> runs{}; ///< newest end first
    std::string next{};            ///< empty when there are no more
};

} // namespace afoot
