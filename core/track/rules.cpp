#include "core/track/rules.h"

#include "core/track/steps.h"

#include <algorithm>
#include <cmath>

namespace afoot {

namespace {

template <typename T> bool assign(T &field, T value)
{
    if (field == value)
        return false;
    field = std::move(value);
    return true;
}

template <typename T> bool assign(T &field, std::optional<T> &&value)
{
    return value && assign(field, std::move(*value));
}

bool mergeDetails(Job &job, Update &update)
{
    bool changed = false;
    for (Detail &detail : update.details) {
        const auto known = std::find_if(job.details.begin(), job.details.end(),
                                        [&](const Detail &d) { return d.key == detail.key; });
        if (known == job.details.end()) {
            job.details.push_back(std::move(detail));
            changed = true;
        } else {
            changed |= assign(known->value, std::move(detail.value));
        }
    }
    for (const std::string &key : update.droppedDetails)
        changed |= std::erase_if(job.details, [&](const Detail &d) { return d.key == key; }) > 0;
    return changed;
}

/// Percent from counts. A total that grows never takes it back (protocol 1, section 1).
bool derivePercent(Job &job)
{
    if (!job.current || !job.total || !(*job.total > 0))
        return false;
    const double percent = std::clamp(*job.current / *job.total * 100, 0.0, 100.0);
    return assign(job.percent, std::optional(std::max(percent, job.percent.value_or(0))));
}

std::optional<double> timeLeft(const Job &job, const RunFacts &facts, Ticks ticks)
{
    if (aStepCounts(job.steps))
        return std::nullopt; // a step's pace says nothing of the steps after it
    if (!job.current || !job.total)
        return job.percent ? facts.byPercent.secondsLeft(100, ticks) : std::nullopt;
    if (facts.rateGiven && job.rate && *job.rate > 0)
        return std::max(0.0, (*job.total - *job.current) / *job.rate);
    return facts.byCount.secondsLeft(*job.total, ticks);
}

void estimate(Job &job, RunFacts &facts, const Update &update, Ticks ticks)
{
    if (job.state != State::Running) {
        // a pause is not slowness: measuring begins anew afterwards
        facts.byCount = facts.byPercent = {};
        if (!facts.etaGiven || isFinal(job.state))
            job.etaS.reset();
        return;
    }
    if (update.current && job.current)
        facts.byCount.record(*job.current, ticks);
    if (update.percent && job.percent)
        facts.byPercent.record(*job.percent, ticks);
    if (!facts.rateGiven && job.current)
        job.rate = facts.byCount.rate(ticks);
    if (!facts.etaGiven)
        job.etaS = timeLeft(job, facts, ticks);
}

void finish(Job &job, const std::optional<WallTime> &at, WallTime now)
{
    job.finishedAt = at.value_or(now);
    if (job.state == State::Completed && job.percent)
        job.percent = 100;
    endSteps(job.steps, job.state, *job.finishedAt);
    job.etaS.reset();
    job.rate.reset();
    if (job.current && *job.current > 0 && job.startedAt && *job.finishedAt > *job.startedAt) {
        const auto span = std::chrono::duration<double>(*job.finishedAt - *job.startedAt).count();
        if (span >= 1)
            job.rate = *job.current / span;
    }
    job.question.clear();
    job.asked.reset();
    job.acknowledged = false;
    job.declined.reset();
    job.seen = false;
}

/// What was asked has happened.
bool answers(State state, Ask ask)
{
    return (ask == Ask::Pause && state == State::Paused) ||
           (ask == Ask::Resume && state == State::Running);
}

void enter(Job &job, State state, const Update &update, WallTime now)
{
    const State before = std::exchange(job.state, state);
    // of a job that was over when it was first heard of nobody knows when it began
    const bool wasSeen = !isFinal(state) || before != State::Queued;
    if (state != State::Queued && !job.startedAt && (wasSeen || update.startedAt))
        job.startedAt = update.startedAt.value_or(now);
    if (state != State::NeedsInput)
        job.question.clear();
    if (job.asked && answers(state, *job.asked)) {
        job.asked.reset();
        job.acknowledged = false;
    }
}

Error refuse(Error::Code code, const char *name, std::string detail, std::string field = {})
{
    return {.code = code, .name = name, .detail = std::move(detail), .field = std::move(field)};
}

} // namespace

bool mayFollow(State from, State to)
{
    if (from == to)
        return true;
    if (isFinal(from))
        return false;
    if (isFinal(to))
        return true;
    switch (from) {
    case State::Queued:
    case State::Paused:
    case State::NeedsInput:
        return to == State::Running;
    case State::Running:
        return to == State::Paused || to == State::NeedsInput;
    default:
        return false;
    }
}

std::optional<Error> whyNot(const Job &job, const Update &update, const JobLimits &limits)
{
    if (isFinal(job.state)) {
        return refuse(Error::Code::Conflict, "job_finished",
                      "Job " + job.key.id + " is " + std::string(nameOf(job.state)) +
                          "; to run it again, begin it with \"restart\": true.");
    }
    if (update.state && !mayFollow(job.state, *update.state)) {
        return refuse(Error::Code::Conflict, "bad_transition",
                      "A job that is " + std::string(nameOf(job.state)) + " cannot become " +
                          std::string(nameOf(*update.state)) + "; say \"running\" in between.",
                      "state");
    }
    if (update.details.size() + job.details.size() > limits.maxDetails) {
        const auto isKnown = [&](const Detail &detail) {
            return std::any_of(job.details.begin(), job.details.end(),
                               [&](const Detail &d) { return d.key == detail.key; });
        };
        const auto fresh = static_cast<std::size_t>(
            std::count_if(update.details.begin(), update.details.end(), std::not_fn(isKnown)));
        if (job.details.size() + fresh > limits.maxDetails) {
            return refuse(Error::Code::TooLarge, "too_many_details",
                          "A job has at most " + std::to_string(limits.maxDetails) +
                              " details; drop some by setting them to null.",
                          "details");
        }
    }
    if (update.step) {
        const std::vector<Step> &steps = update.steps ? *update.steps : job.steps;
        const bool isNew = std::none_of(steps.begin(), steps.end(), [&](const Step &step) {
            return step.name == *update.step;
        });
        if (isNew && steps.size() >= limits.maxSteps)
            return refuse(Error::Code::TooLarge, "too_many_steps",
                          "A job has at most " + std::to_string(limits.maxSteps) + " steps.",
                          "step");
    }
    return std::nullopt;
}

bool onlyAnswers(const Update &update)
{
    if (!update.acknowledged && !update.declined)
        return false;
    Update answer{.op = update.op, .key = update.key};
    answer.acknowledged = update.acknowledged;
    answer.declined = update.declined;
    answer.time = update.time;
    return update == answer;
}

bool answerAsk(Job &job, const Update &update, WallTime now)
{
    bool changed = false;
    if (update.acknowledged && update.acknowledged == job.asked)
        changed |= assign(job.acknowledged, true);
    if (update.declined && (!job.asked || job.asked == update.declined->ask)) {
        Declined declined = *update.declined;
        if (declined.at == WallTime{})
            declined.at = now;
        job.asked.reset();
        job.acknowledged = false;
        changed |= assign(job.declined, std::optional(std::move(declined)));
    }
    return changed;
}

bool changeJob(Job &job, RunFacts &facts, Update &&update, WallTime now, Ticks ticks)
{
    bool changed = false;
    const bool ended = isFinal(job.state);
    changed |= assign(job.title, std::move(update.title));
    changed |= assign(job.kind, std::move(update.kind));
    changed |= assign(job.unit, std::move(update.unit));
    changed |= assign(job.message, std::move(update.message));
    changed |= assign(job.url, std::move(update.url));
    changed |= assign(job.error, std::move(update.error));
    changed |= assign(job.can, std::move(update.can));
    changed |= assign(job.parent, std::move(update.parent));
    changed |= assign(job.createdAt, std::move(update.createdAt));
    if (update.startedAt)
        changed |= assign(job.startedAt, update.startedAt);
    changed |= answerAsk(job, update, now);
    changed |= mergeDetails(job, update);

    if (update.steps)
        changed |= assign(job.steps, mergeSteps(job.steps, std::move(*update.steps), now));
    if (update.step) {
        std::vector<Step> steps = job.steps;
        runStep(steps, *update.step, now);
        changed |= assign(job.steps, std::move(steps));
    }

    const auto oldCounts = std::tuple(job.current, job.total, job.percent, job.rate, job.etaS);
    if (update.current)
        job.current = *update.current;
    if (update.total)
        job.total = *update.total;
    if (update.percent) {
        job.percent = *update.percent;
        facts.percentGiven = update.percent->has_value();
    } else if ((update.current || update.total) && !facts.percentGiven && !aStepCounts(job.steps)) {
        derivePercent(job);
    }
    if (update.rate) {
        job.rate = *update.rate;
        facts.rateGiven = update.rate->has_value();
    }
    if (update.etaS) {
        job.etaS = *update.etaS;
        facts.etaGiven = update.etaS->has_value();
    }

    const State before = job.state;
    const State next = update.state.value_or(before);
    if (next != before) {
        enter(job, next, update, now);
        changed = true;
    }
    if (update.question && !isFinal(next))
        changed |= assign(job.question, std::move(update.question));
    estimate(job, facts, update, ticks);
    if (isFinal(next) && !ended)
        finish(job, update.finishedAt, now);
    return changed ||
           oldCounts != std::tuple(job.current, job.total, job.percent, job.rate, job.etaS);
}

void beginRun(Job &job, RunFacts &facts, WallTime now)
{
    Job fresh{.key = job.key,
              .title = job.title,
              .kind = job.kind,
              .state = State::Queued,
              .unit = job.unit,
              .details = job.details,
              .can = job.can,
              .parent = job.parent,
              .createdAt = now};
    job = std::move(fresh);
    facts = {};
}

} // namespace afoot
