#pragma once

#include "core/model/update.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace afoot {

/// A backend's list of jobs that is polled, where each job has a stream of its own: which of them get one, and what of
/// the list is worth telling beside the streams.
///
/// What a stream tells is newer than the list; an end counts wherever it is read. Jobs that had ended long before the
/// list was first read are nobody's news.
/// Threads: a value; the caller's.
class Listing
{
public:
    static constexpr std::size_t mostStreams = 200;
    static constexpr Millis longAgo{3'600'000};

    struct Outcome
    {
        std::vector<Update> updates{};   ///< to be applied in this order
        std::vector<std::string> open{}; ///< ids of jobs that get a stream now
    };

    /// What the list said now, as updates of its jobs; ids of more than one update are fine.
    [[nodiscard]] Outcome read(std::vector<Update> updates, WallTime now);
    /// The stream of that job said that it is over, or was given up: then the list tells the rest.
    void closed(const std::string &id, bool gaveUp = false);
    /// How many have a stream.
    std::size_t streams() const { return m_open.size(); }

private:
    bool isOld(const Update &update, WallTime now) const;

    std::set<std::string> m_open{};
    std::set<std::string> m_left{};    ///< ended before we came
    std::set<std::string> m_givenUp{}; ///< have no stream that answers
    std::map<std::string, bool> m_ended{};
    bool m_isRead = false;
};

} // namespace afoot
