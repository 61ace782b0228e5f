#pragma once

#include "core/store/history.h"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>

/// Jobs that ended at a given second, and a wait for the answer to their end.
namespace historyjobs {

inline afoot::WallTime second(int n)
{
    return afoot::WallTime{afoot::Millis{1'795'183'200'000 + n * 1000LL}};
}

inline afoot::Job running(const std::string &id, int from = 0)
{
    return {.key = {.id = id},
            .title = "T " + id,
            .state = afoot::State::Running,
            .createdAt = second(from),
            .startedAt = second(from),
            .updatedAt = second(from)};
}

inline afoot::Job ended(const std::string &id, int at = 1, int from = 0)
{
    afoot::Job job = running(id, from);
    job.state = afoot::State::Completed;
    job.updatedAt = second(at);
    job.finishedAt = second(at);
    return job;
}

inline afoot::JobPtr shared(afoot::Job job)
{
    return std::make_shared<const afoot::Job>(std::move(job));
}

/// The answer to an end, waited for.
inline std::optional<afoot::Error> endNow(afoot::History &history, afoot::Job job)
{
    const auto answer = std::make_shared<std::promise<std::optional<afoot::Error>>>();
    history.end(shared(std::move(job)), [answer](std::optional<afoot::Error> trouble) {
        answer->set_value(std::move(trouble));
    });
    return answer->get_future().get();
}

} // namespace historyjobs
