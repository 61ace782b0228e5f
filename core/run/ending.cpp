#include "core/run/ending.h"

#include "core/run/parsers/phases.h"

#include <array>
#include <string_view>

namespace afoot {

namespace {

std::string signalName(int number)
{
    struct Known
    {
        int number;
        std::string_view name;
    };
    static constexpr std::array known{
        // POSIX and Linux numbers of the signals that end programs
        Known{1, "SIGHUP"},   Known{2, "SIGINT"},   Known{3, "SIGQUIT"},  Known{4, "SIGILL"},
        Known{5, "SIGTRAP"},  Known{6, "SIGABRT"},  Known{7, "SIGBUS"},   Known{8, "SIGFPE"},
        Known{9, "SIGKILL"},  Known{10, "SIGUSR1"}, Known{11, "SIGSEGV"}, Known{12, "SIGUSR2"},
        Known{13, "SIGPIPE"}, Known{14, "SIGALRM"}, Known{15, "SIGTERM"}, Known{24, "SIGXCPU"},
        Known{25, "SIGXFSZ"}, Known{31, "SIGSYS"},
    };
    for (const Known &entry : known) {
        if (entry.number == number)
            return std::string(entry.name);
    }
    return "signal " + std::to_string(number);
}

} // namespace

std::string endingOf(const Exit &exit)
{
    if (exit.signal)
        return "killed by " + signalName(*exit.signal);
    if (exit.code)
        return "exit code " + std::to_string(*exit.code);
    return {};
}

void endSteps(std::vector<Step> &steps, State state)
{
    for (Step &step : steps) {
        if (step.state == StepState::Running && state == State::Completed)
            completeStep(step);
        else if (step.state == StepState::Running)
            step.state = state == State::Failed ? StepState::Failed : StepState::Skipped;
        else if (step.state == StepState::Pending && state == State::Completed)
            step.state = StepState::Skipped;
    }
}

} // namespace afoot
