#include "core/model/merge.h"

#include <algorithm>

namespace afoot {

namespace {

template <typename T> void take(std::optional<T> &to, const std::optional<T> &from)
{
    if (from)
        to = from;
}

} // namespace

void merge(Update &whole, const Update &change)
{
    take(whole.title, change.title);
    take(whole.kind, change.kind);
    take(whole.state, change.state);
    take(whole.percent, change.percent);
    take(whole.current, change.current);
    take(whole.total, change.total);
    take(whole.unit, change.unit);
    take(whole.rate, change.rate);
    take(whole.etaS, change.etaS);
    if (change.steps) {
        whole.steps = change.steps;
        whole.step.reset(); // said of a list that is no more
    }
    take(whole.step, change.step);
    take(whole.message, change.message);
    take(whole.question, change.question);
    take(whole.url, change.url);
    take(whole.error, change.error);
    take(whole.can, change.can);
    take(whole.acknowledged, change.acknowledged);
    take(whole.declined, change.declined);
    if (change.declined)
        whole.acknowledged.reset(); // the later word on what was asked
    else if (change.acknowledged)
        whole.declined.reset();
    take(whole.parent, change.parent);
    take(whole.createdAt, change.createdAt);
    take(whole.startedAt, change.startedAt);
    take(whole.finishedAt, change.finishedAt);
    for (const std::string &key : change.droppedDetails) {
        std::erase_if(whole.details, [&](const Detail &detail) { return detail.key == key; });
        std::erase(whole.droppedDetails, key);
        whole.droppedDetails.push_back(key);
    }
    for (const Detail &detail : change.details) {
        std::erase(whole.droppedDetails, detail.key);
        const auto same =
            std::find_if(whole.details.begin(), whole.details.end(),
                         [&](const Detail &known) { return known.key == detail.key; });
        if (same != whole.details.end())
            *same = detail;
        else
            whole.details.push_back(detail);
    }
}

} // namespace afoot
