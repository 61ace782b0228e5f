#include "core/track/steps.h"

#include <algorithm>

namespace afoot {

namespace {

bool isOver(StepState state)
{
    return state == StepState::Completed || state == StepState::Failed ||
           state == StepState::Skipped;
}

void stamp(Step &step, WallTime now)
{
    if (step.state != StepState::Pending && step.state != StepState::Skipped && !step.startedAt)
        step.startedAt = now;
    if (isOver(step.state) && step.startedAt && !step.finishedAt)
        step.finishedAt = now;
}

void end(Step &step, StepState state, WallTime now)
{
    step.state = state;
    if (step.startedAt)
        step.finishedAt = now;
}

} // namespace

std::vector<Step> mergeSteps(const std::vector<Step> &before, std::vector<Step> after, WallTime now)
{
    for (Step &step : after) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const Step &s) { return s.name == step.name; });
        if (known != before.end()) {
            if (step.label.empty())
                step.label = known->label;
            if (!step.startedAt)
                step.startedAt = known->startedAt;
            if (!step.finishedAt && isOver(step.state))
                step.finishedAt = known->finishedAt;
        }
        stamp(step, now);
    }
    return after;
}

void runStep(std::vector<Step> &steps, std::string_view name, WallTime now)
{
    auto found =
        std::find_if(steps.begin(), steps.end(), [&](const Step &s) { return s.name == name; });
    if (found == steps.end())
        found = steps.insert(steps.end(), Step{.name = std::string(name)});
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        if (it == found)
            continue;
        if (it->state == StepState::Running)
            end(*it, StepState::Completed, now);
        else if (it->state == StepState::Pending && it < found)
            it->state = StepState::Skipped;
    }
    if (found->state != StepState::Running) {
        found->state = StepState::Running;
        found->startedAt = now;
        found->finishedAt.reset();
        found->percent.reset();
    }
}

void endSteps(std::vector<Step> &steps, State outcome, WallTime now)
{
    for (Step &step : steps) {
        if (step.state == StepState::Running) {
            if (outcome == State::Completed)
                end(step, StepState::Completed, now);
            else
                end(step, outcome == State::Failed ? StepState::Failed : StepState::Skipped, now);
        } else if (step.state == StepState::Pending && outcome == State::Completed) {
            step.state = StepState::Skipped;
        }
    }
}

bool aStepCounts(const std::vector<Step> &steps)
{
    return std::any_of(steps.begin(), steps.end(), [](const Step &step) {
        return step.percent.has_value() && step.state == StepState::Running;
    });
}

} // namespace afoot
