#pragma once

#include "core/model/update.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace afoot {

/// What remote trackers told between two looks. What follows on the same job becomes one update, so that a flood costs its
/// reader no more than the number of jobs; states and ends stay apart, in their order.
///
/// Threads: any; its mutex is held for a few moves.
class UpdateBox
{
public:
    /// True when the box was empty: its reader has to be woken.
    bool put(std::vector<Update> updates);
    std::vector<Update> take();

private:
    void add(Update &&update);

    /// What may be added to: indices into m_updates.
    struct Open
    {
        static constexpr std::size_t none = ~std::size_t{0};
        std::size_t change = none;
        std::size_t log = none;
    };

    std::mutex m_mutex{};
    std::vector<Update> m_updates{};
    std::unordered_map<JobKey, Open, JobKeyHash> m_open{};
};

} // namespace afoot
