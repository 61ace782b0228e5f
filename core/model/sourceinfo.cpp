#include "core/model/sourceinfo.h"

#include <algorithm>
#include <utility>

namespace afoot {

namespace {

using State = SourceInfo::State;

constexpr std::array<std::pair<State, std::string_view>, 7> stateNames{{
    {State::Connecting, "connecting"},
    {State::Connected, "connected"},
    {State::Reconnecting, "reconnecting"},
    {State::Polling, "polling"},
    {State::Disconnected, "disconnected"},
    {State::Paused, "paused"},
    {State::Over, "over"},
}};

} // namespace

const SourceInfo *SourceReport::find(std::string_view name) const
{
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const SourceInfo &one) { return one.name == name; });
    return found == sources.end() ? nullptr : &*found;
}

bool isOutOfReach(SourceInfo::State state)
{
    return state == State::Reconnecting || state == State::Disconnected || state == State::Paused;
}

std::string_view nameOf(SourceInfo::State state)
{
    for (const auto &[value, name] : stateNames) {
        if (value == state)
            return name;
    }
    return {};
}

std::optional<SourceInfo::State> sourceStateNamed(std::string_view name)
{
    for (const auto &[value, known] : stateNames) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

} // namespace afoot
