#include "core/run/parsers/phases.h"

#include <algorithm>

namespace afoot {

namespace {

constexpr std::size_t maxSteps = 100;

std::size_t indexOf(const Reading &reading, std::string_view name)
{
    const auto found = std::find_if(reading.steps.begin(), reading.steps.end(),
                                    [&](const Step &step) { return step.name == name; });
    return static_cast<std::size_t>(found - reading.steps.begin());
}

/// The oldest step that is over makes room.
bool makeRoom(Reading &reading)
{
    if (reading.steps.size() < maxSteps)
        return true;
    const auto over =
        std::find_if(reading.steps.begin(), reading.steps.end(),
                     [](const Step &step) { return step.state == StepState::Completed; });
    if (over == reading.steps.end())
        return false;
    reading.steps.erase(over);
    return true;
}

} // namespace

Step *stepNamed(Reading &reading, std::string_view name)
{
    const std::size_t at = indexOf(reading, name);
    if (at < reading.steps.size())
        return &reading.steps[at];
    if (!makeRoom(reading))
        return nullptr;
    Step step;
    step.name = name;
    reading.steps.push_back(std::move(step));
    return &reading.steps.back();
}

void completeStep(Step &step)
{
    step.state = StepState::Completed;
    step.percent.reset();
    step.message.clear();
}

Step *runStep(Reading &reading, std::string_view name, std::optional<double> percent)
{
    Step *step = stepNamed(reading, name);
    if (!step)
        return nullptr;
    if (step->state != StepState::Running) {
        const std::size_t at = indexOf(reading, name);
        for (std::size_t i = 0; i < at; ++i) {
            Step &earlier = reading.steps[i];
            if (earlier.state == StepState::Running)
                completeStep(earlier);
            else if (earlier.state == StepState::Pending)
                earlier.state = StepState::Skipped;
        }
        for (std::size_t i = at + 1; i < reading.steps.size(); ++i) {
            reading.steps[i].state = StepState::Pending;
            reading.steps[i].percent.reset();
            reading.steps[i].message.clear();
        }
        step->state = StepState::Running;
    }
    step->percent = percent;
    return step;
}

} // namespace afoot
