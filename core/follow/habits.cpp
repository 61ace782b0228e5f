#include "core/follow/habits.h"

namespace afoot {

LinkHabits habitsOf(const dialect::Dialect &dialect, bool keepTrying)
{
    const dialect::LinkRule &rule = dialect.link;
    LinkHabits habits;
    if (!rule.delays.empty()) {
        habits.delays = rule.delays;
        habits.longest = rule.delays.back();
    }
    habits.longest = rule.maxDelay.value_or(habits.longest);
    habits.attempts = rule.attempts;
    habits.silence = rule.silence.value_or(habits.silence);
    habits.pingEvery = rule.pingEvery;
    if (!dialect.endpoints.poll.empty()) {
        constexpr Millis usual{3000};
        habits.pollEvery = rule.pollEvery.value_or(usual);
        if (!habits.attempts)
            habits.attempts = static_cast<unsigned>(habits.delays.size());
    }
    habits.keepTrying = keepTrying;
    return habits;
}

LinkHabits afootHabits(bool keepTrying)
{
    return {.silence = Millis(45'000), .keepTrying = keepTrying};
}

} // namespace afoot
