#include "core/run/parsers/trails.h"

#include "core/run/parsers/phases.h"

#include <algorithm>

namespace afoot {

namespace {

constexpr std::size_t maxTrails = 64;
constexpr double over = 99.95;

/// A fall to the very start is the same work begun again; a smaller one is a total that grew.
bool isRestart(const Trail &trail, double percent)
{
    return percent <= 5 && trail.best >= 50;
}

Trail *firstBelieved(Memory &memory)
{
    const auto found = std::find_if(memory.trails.begin(), memory.trails.end(),
                                    [](const Trail &trail) { return trail.believed; });
    return found == memory.trails.end() ? nullptr : &*found;
}

/// The oldest one makes room, believed ones (but never the first of them) only when there is no other.
void makeRoom(Memory &memory)
{
    if (memory.trails.size() < maxTrails)
        return;
    const Trail *first = firstBelieved(memory);
    auto oldest = memory.trails.end();
    for (auto it = memory.trails.begin(); it != memory.trails.end(); ++it) {
        if (&*it == first)
            continue;
        if (oldest == memory.trails.end() ||
            std::pair(it->believed, it->touched) < std::pair(oldest->believed, oldest->touched))
            oldest = it;
    }
    memory.trails.erase(oldest);
}

Trail &trailOf(Memory &memory, const Mark &mark)
{
    const auto found = std::find_if(memory.trails.begin(), memory.trails.end(),
                                    [&](const Trail &trail) { return trail.key == mark.key; });
    if (found != memory.trails.end())
        return *found;
    makeRoom(memory);
    Trail trail;
    trail.key = mark.key;
    trail.label = mark.label;
    trail.last = mark.percent;
    trail.best = mark.percent;
    trail.total = mark.total;
    memory.trails.push_back(std::move(trail));
    return memory.trails.back();
}

std::string freeStepName(const Reading &reading, const std::string &label)
{
    const auto taken = [&](const std::string &name) {
        return std::any_of(reading.steps.begin(), reading.steps.end(),
                           [&](const Step &step) { return step.name == name; });
    };
    if (!label.empty() && !taken(label))
        return label;
    for (int n = label.empty() ? 1 : 2;; ++n) {
        std::string name = (label.empty() ? std::string("part") : label) + ' ' + std::to_string(n);
        if (!taken(name))
            return name;
    }
}

Step *stepOf(Reading &reading, Trail &trail, const std::string &label)
{
    if (trail.stepName.empty())
        trail.stepName = freeStepName(reading, label);
    return stepNamed(reading, trail.stepName);
}

/// The trail's step runs; the others are over unless they run beside it.
void showStep(Reading &reading, Trail &trail, const Mark &mark)
{
    Step *step = stepOf(reading, trail, mark.label);
    if (!step)
        return;
    step->state = StepState::Running;
    step->percent = trail.best;
    for (Trail &other : reading.memory.trails) {
        if (&other == &trail || other.stepName.empty() || (other.together && other.best < over))
            continue;
        if (Step *theirs = stepNamed(reading, other.stepName);
            theirs && theirs->state == StepState::Running)
            completeStep(*theirs);
    }
}

void showCounts(Reading &reading, const Mark &mark)
{
    reading.current = mark.current;
    reading.total = mark.total;
    reading.unit = mark.unit;
    reading.rate = mark.rate;
    reading.etaS = mark.etaS;
}

double meanOf(const Memory &memory)
{
    double sum = 0;
    double count = 0;
    for (const Trail &trail : memory.trails) {
        if (trail.believed) {
            sum += trail.best;
            count += 1;
        }
    }
    return count > 0 ? sum / count : 0;
}

std::size_t believedCount(const Memory &memory)
{
    return static_cast<std::size_t>(
        std::count_if(memory.trails.begin(), memory.trails.end(),
                      [](const Trail &trail) { return trail.believed; }));
}

void show(Reading &reading, Trail &trail, const Mark &mark, bool isNew)
{
    Memory &memory = reading.memory;
    Trail &first = *firstBelieved(memory);
    if (isNew && &trail != &first && (mark.kin == Mark::Kin::Alone || first.best >= over))
        memory.several = true; // it came after the first, not within it
    if (memory.several) {
        reading.percent.reset();
        if (reading.steps.empty() && &trail != &first) {
            if (Step *step = stepOf(reading, first, first.label))
                step->state = StepState::Running; // completed below
        }
        showStep(reading, trail, mark);
        showCounts(reading, mark);
        return;
    }
    if (believedCount(memory) == 1) {
        reading.percent = trail.best;
        showCounts(reading, mark);
        return;
    }
    if (mark.kin == Mark::Kin::Together) {
        reading.percent = std::max(reading.percent.value_or(0), meanOf(memory));
        trail.together = true;
        first.together = true;
        reading.etaS.reset();
        showStep(reading, trail, mark);
        return;
    }
    if (&trail == &first) { // the outer bar
        reading.percent = trail.best;
        showCounts(reading, mark);
        return;
    }
    showStep(reading, trail, mark);
}

} // namespace

bool noteMark(Reading &reading, const Mark &given)
{
    Mark mark = given;
    mark.percent = std::clamp(mark.percent, 0.0, 100.0);
    Memory &memory = reading.memory;
    const std::uint64_t last = memory.touches;
    Trail &trail = trailOf(memory, mark);
    const bool seenBefore = trail.touched != 0;
    if (seenBefore && trail.believed && trail.touched != last && memory.several) {
        trail.together = true; // another one spoke in between, and now this one goes on
        for (Trail &other : memory.trails) {
            if (other.touched == last)
                other.together = true;
        }
    }
    trail.touched = ++memory.touches;

    bool isNew = false;
    if (!trail.believed) {
        if (seenBefore && (mark.percent < trail.last || mark.total != trail.total))
            trail.rises = 0;
        else if (seenBefore && mark.percent > trail.last)
            ++trail.rises;
        trail.total = mark.total;
        trail.last = mark.percent;
        trail.best = mark.percent;
        trail.believed = trail.rises >= mark.risesNeeded;
        if (!trail.believed)
            return false;
        isNew = true;
    } else if (isRestart(trail, mark.percent)) {
        trail.best = mark.percent;
        const bool part = mark.kin != Mark::Kin::Alone && &trail != firstBelieved(memory);
        memory.several = memory.several || !part;
    } else {
        trail.best = std::max(trail.best, mark.percent);
    }
    trail.last = mark.percent;
    show(reading, trail, mark, isNew);
    if (!mark.label.empty())
        reading.message = mark.label;
    return true;
}

} // namespace afoot
