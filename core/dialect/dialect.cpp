#include "core/dialect/dialect.h"

#include <algorithm>

namespace afoot::dialect {

const FieldRule *Rule::find(Field field) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FieldRule &rule) { return rule.field == field; });
    return found == fields.end() ? nullptr : &*found;
}

bool Rule::isOn(Route route) const
{
    return on.empty() || std::find(on.begin(), on.end(), route) != on.end();
}

bool Rule::isFor(Route route, Sent moment, State state) const
{
    return sent == moment && isOn(route) &&
           (states.empty() || std::find(states.begin(), states.end(), state) != states.end());
}

const Action *Endpoints::find(Ask ask) const
{
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const Action &action) { return action.ask == ask; });
    return found == actions.end() ? nullptr : &*found;
}

std::vector<std::string> Endpoints::paths() const
{
    std::vector<std::string> all;
    const auto add = [&](const std::string &path) {
        if (!path.empty())
            all.push_back(path);
    };
    add(stream);
    add(poll);
    add(list);
    for (const Action &action : actions)
        add(action.request.path);
    for (const std::string &page : pages)
        add(page);
    return all;
}

} // namespace afoot::dialect
