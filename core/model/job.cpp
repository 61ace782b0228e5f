#include "core/model/job.h"

#include <span>

namespace afoot {

namespace {

template <typename Enum> struct Word
{
    Enum value;
    std::string_view name;
};
// clang 14 does not see it by itself
template <typename Enum> Word(Enum, std::string_view) -> Word<Enum>;

constexpr std::array stateWords{
    Word{State::Queued, "queued"},       Word{State::Running, "running"},
    Word{State::Paused, "paused"},       Word{State::NeedsInput, "needs_input"},
    Word{State::Completed, "completed"}, Word{State::Failed, "failed"},
    Word{State::Canceled, "canceled"},   Word{State::Lost, "lost"},
};
constexpr std::array stepWords{
    Word{StepState::Pending, "pending"},     Word{StepState::Running, "running"},
    Word{StepState::Completed, "completed"}, Word{StepState::Failed, "failed"},
    Word{StepState::Skipped, "skipped"},
};
constexpr std::array askWords{
    Word{Ask::Cancel, "cancel"},
    Word{Ask::Pause, "pause"},
    Word{Ask::Resume, "resume"},
    Word{Ask::Retry, "retry"},
};
constexpr std::array livenessWords{
    Word{Liveness::Live, "live"},
    Word{Liveness::Quiet, "quiet"},
    Word{Liveness::Stalled, "stalled"},
};

template <typename Words, typename Enum> std::string_view find(const Words &words, Enum value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return word.name;
    }
    return {};
}

template <typename Words> auto findNamed(const Words &words, std::string_view name)
{
    using Enum = decltype(words[0].value);
    for (const auto &word : words) {
        if (word.name == name)
            return std::optional<std::remove_cv_t<Enum>>(word.value);
    }
    return std::optional<std::remove_cv_t<Enum>>();
}

} // namespace

bool isFinal(State state)
{
    return state == State::Completed || state == State::Failed || state == State::Canceled ||
           state == State::Lost;
}

std::string_view nameOf(State state)
{
    return find(stateWords, state);
}

std::string_view nameOf(StepState state)
{
    return find(stepWords, state);
}

std::string_view nameOf(Ask ask)
{
    return find(askWords, ask);
}

std::string_view nameOf(Liveness liveness)
{
    return find(livenessWords, liveness);
}

std::optional<State> stateNamed(std::string_view name)
{
    return findNamed(stateWords, name);
}

std::optional<StepState> stepStateNamed(std::string_view name)
{
    return findNamed(stepWords, name);
}

std::optional<Ask> askNamed(std::string_view name)
{
    return findNamed(askWords, name);
}

std::optional<Liveness> livenessNamed(std::string_view name)
{
    return findNamed(livenessWords, name);
}

} // namespace afoot
