#pragma once

#include "app/cli/follower.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace afoot::cli {

/// The messages of a watching that could not be read: the first are named, the others counted. A value.
class BadMessages
{
public:
    static constexpr int mostNamed = 3;

    /// A sentence about it, unless there have been enough.
    std::optional<std::string> note(const BadNews &news);
    /// A job of @p source was told: something there can be read.
    void sawJob(const std::string &source) { m_read.insert(source); }
    /// Sentences for the end: how many more there were, and what to do about a tracker of which nothing was understood.
    std::vector<std::string> summary() const;

private:
    int m_count = 0;
    std::map<std::string, std::string> m_urls{}; ///< of sources with such messages
    std::set<std::string> m_read{};
};

} // namespace afoot::cli
