#include "core/dialect/stepline.h"

#include "core/model/limits.h"

#include <algorithm>

namespace afoot::dialect {

namespace {

auto findStep(std::vector<Step> &steps, std::string_view name)
{
    return std::find_if(steps.begin(), steps.end(),
                        [&](const Step &step) { return step.name == name; });
}

const StepRule *ruleAt(const StepsRule &rule, const std::optional<double> &percent)
{
    for (const StepRule &step : rule.list) {
        if (step.upTo && percent.value_or(0) <= *step.upTo)
            return &step;
    }
    return nullptr;
}

} // namespace

std::vector<Step> firstSteps(const StepsRule &rule)
{
    std::vector<Step> steps;
    for (const StepRule &step : rule.list)
        steps.push_back({.name = step.name, .label = step.label});
    return steps;
}

void tellStep(std::vector<Step> &steps, const StepsRule &rule, const Step &told)
{
    auto here = findStep(steps, told.name);
    if (here == steps.end()) {
        if (!rule.open || told.name.empty() || steps.size() >= JobLimits{}.maxSteps)
            return;
        here = steps.insert(steps.end(), Step{.name = told.name});
    }
    if (here->state == StepState::Completed)
        return;
    const bool started = std::any_of(
        here + 1, steps.end(), [](const Step &step) { return step.state != StepState::Pending; });
    // late news of a step that the work has left behind: it does not begin again
    if (started && (told.state == StepState::Running || told.state == StepState::Pending))
        return;
    if (told.state == StepState::Pending && here->state != StepState::Pending)
        return;
    here->state = told.state;
    here->percent =
        told.state == StepState::Running && !told.percent ? here->percent : told.percent;
    if (told.state == StepState::Completed)
        here->percent.reset();
    if (!told.message.empty())
        here->message = told.message;
    if (told.state == StepState::Pending)
        return;
    for (auto step = steps.begin(); step != here; ++step) {
        if (step->state == StepState::Pending || step->state == StepState::Running) {
            step->state = StepState::Completed;
            step->percent.reset();
        }
    }
}

void tellPercent(std::vector<Step> &steps, const StepsRule &rule, State state,
                 const std::optional<double> &percent)
{
    const auto waiting = std::find_if(rule.list.begin(), rule.list.end(),
                                      [&](const StepRule &step) { return step.during == state; });
    const StepRule *const current = waiting != rule.list.end() ? &*waiting : ruleAt(rule, percent);
    if (current != nullptr)
        tellStep(steps, rule, {.name = current->name, .state = StepState::Running});
}

void closeSteps(std::vector<Step> &steps, State outcome)
{
    for (Step &step : steps) {
        if (outcome == State::Completed) {
            if (step.state == StepState::Failed)
                step.state = StepState::Skipped;
            else if (step.state != StepState::Skipped)
                step.state = StepState::Completed;
            step.percent.reset();
        } else if (step.state == StepState::Running) {
            step.state = outcome == State::Failed ? StepState::Failed : StepState::Skipped;
        }
    }
}

std::string currentStep(const StepsRule &rule, const Job &job)
{
    if (rule.list.empty())
        return {};
    const auto knows = [&](std::string_view name) {
        return std::any_of(rule.list.begin(), rule.list.end(),
                           [&](const StepRule &step) { return step.name == name; });
    };
    for (const Step &step : job.steps) {
        if (step.state == StepState::Running && knows(step.name))
            return step.name;
    }
    const StepRule *const found = job.percent ? ruleAt(rule, job.percent) : nullptr;
    return found != nullptr ? found->name : rule.list.front().name;
}

std::vector<Step> toldSteps(const StepsRule &rule, const Job &job)
{
    const auto knows = [&](const Step &step) {
        return std::any_of(rule.list.begin(), rule.list.end(),
                           [&](const StepRule &known) { return known.name == step.name; });
    };
    std::vector<Step> steps;
    if (rule.list.empty() || std::any_of(job.steps.begin(), job.steps.end(), knows))
        steps = job.steps;
    else
        steps.push_back(
            {.name = rule.standIn,
             .state = job.state == State::Queued ? StepState::Pending : StepState::Running,
             .percent = job.percent,
             .message = job.message});
    if (!rule.list.empty())
        std::erase_if(steps, [&](const Step &step) { return !knows(step); });
    // a step that ended half-way with its job was running when it was last heard of
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [](const Step &step) {
        return step.state != StepState::Pending;
    });
    const bool failed = job.state == State::Failed || job.state == State::Lost;
    if (job.state == State::Canceled && last != steps.rend() && last->state == StepState::Skipped)
        last->state = StepState::Running;
    if (failed && rule.errorFails && !steps.empty() &&
        std::none_of(steps.begin(), steps.end(),
                     [](const Step &step) { return step.state == StepState::Failed; }))
        (last != steps.rend() ? *last : steps.front()).state = StepState::Failed;
    if (job.state == State::Completed && !rule.endsWith.empty()) {
        for (Step &step : steps) {
            if (step.state != StepState::Skipped)
                step.state = StepState::Completed;
        }
        std::erase_if(steps, [&](const Step &step) { return step.name == rule.endsWith; });
        steps.push_back(
            {.name = rule.endsWith, .state = StepState::Completed, .message = job.message});
    }
    return steps;
}

} // namespace afoot::dialect
