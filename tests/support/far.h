#pragma once

#include "core/dialect/dialectfile.h"
#include "core/follow/following.h"
#include "core/follow/habits.h"
#include "core/track/tracker.h"
#include "tests/support/fakeclock.h"

#include <string>
#include <vector>

namespace afoot::test {

inline const LinkFailure dropped{.reason = "the connection broke"};

/// One stream that is followed, and the tracker that hears of it.
struct Far
{
    explicit Far(const char *dialectName, const char *id = "p")
        : dialect(dialectName != nullptr ? dialect::builtInNamed(dialectName) : nullptr)
        , following({.dialect = dialect,
                     .source = "far",
                     .id = id,
                     .habits = dialect != nullptr ? habitsOf(*dialect, true) : afootHabits(true)},
                    [] { return 0.5; })
    {
        take(following.start(now));
        take(following.opened(now));
    }
    void take(Following::Outcome given)
    {
        outcome = std::move(given);
        for (const Update &update : outcome.updates) {
            if (const auto error = tracker.put(update))
                refusals.push_back(error->name);
        }
        for (const JobKey &key : outcome.removed)
            (void)tracker.put({.op = Update::Op::Clear, .key = key});
    }
    void tell(const std::string &text) { take(following.message(now, {.data = text})); }
    void tellOwn(const char *event, const std::string &data, const char *id = "")
    {
        take(following.message(now, {.type = event, .data = data, .lastEventId = id}));
    }
    void poll(int status, const char *body) { take(following.polled(now, status, body)); }
    void breakOff()
    {
        now += Millis(20'000);
        take(following.failed(now, dropped));
    }
    void comeBack()
    {
        for (int i = 0; i < 3 && !outcome.orders.open; ++i) {
            now = *following.nextDeadline();
            take(following.due(now));
        }
        take(following.opened(now));
    }
    JobPtr job(const char *id = "p") const { return tracker.job({"far", id}); }
    std::string state(const char *id = "p") const
    {
        return job(id) ? std::string(nameOf(job(id)->state)) : "none";
    }
    std::uint64_t bad() const { return following.counters().bad; }
    std::string badName() const
    {
        return following.lastBad() ? following.lastBad()->name : std::string();
    }

    const dialect::Dialect *dialect;
    FakeClock clock{};
    Tracker tracker{clock, [] { return std::array<std::uint8_t, 10>{}; }, "here"};
    Following following;
    Ticks now{Millis(1'000'000)};
    Following::Outcome outcome{};
    std::vector<std::string> refusals{};
};

inline const std::string browsing =
    R"({"projectId":"p","step":"browsing","stepNumber":2,"totalSteps":6,"progress":20})";

} // namespace afoot::test
