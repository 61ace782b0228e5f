#include "core/follow/habits.h"

namespace afoot {

namespace {

constexpr Millis usualPoll{3000};

} // namespace

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
        habits.pollEvery = rule.pollEvery.value_or(usualPoll);
        if (!habits.attempts)
            habits.attempts = static_cast<unsigned>(habits.delays.size());
    }
    habits.keepTrying = keepTrying;
    return habits;
}

LinkHabits habitsOf(const dialect::Dialect *dialect, const HabitWishes &wishes)
{
    LinkHabits habits =
        dialect != nullptr ? habitsOf(*dialect, wishes.keepTrying) : afootHabits(wishes.keepTrying);
    if (!wishes.canPoll) {
        habits.pollEvery.reset();
        if (habits.attempts == 0U) // that means "poll at once"
            habits.attempts.reset();
    } else if (dialect != nullptr && !habits.pollEvery) {
        habits.pollEvery = dialect->link.pollEvery.value_or(usualPoll);
    }
    if (wishes.pollEvery && wishes.canPoll)
        habits.pollEvery = wishes.pollEvery;
    habits.silence = wishes.silence.value_or(habits.silence);
    habits.pollOnly = wishes.isList;
    if (wishes.isList && !habits.pollEvery)
        habits.pollEvery = usualPoll;
    if (wishes.isList && habits.attempts == 0U) // of a stream, which there is none of
        habits.attempts.reset();
    if (wishes.attempts)
        habits.attempts = wishes.attempts;
    else if (!habits.attempts && !wishes.keepTrying)
        habits.attempts = static_cast<unsigned>(habits.delays.size());
    return habits;
}

LinkHabits afootHabits(bool keepTrying)
{
    return {.silence = Millis(45'000), .keepTrying = keepTrying};
}

} // namespace afoot
