// What a tracker hears of a job view.
#include "core/desktop/jobview.h"

#include <algorithm>

namespace afoot {

namespace {

/// What of it a job has: the amount whose total is known, bytes first, else what is counted at all.
struct Work
{
    std::optional<double> current{};
    std::optional<double> total{};
    std::optional<std::string> unit{};
    std::optional<double> rate{};
};

Work workOf(const JobView &view)
{
    const auto with = [&](auto has) {
        return std::find_if(view.amounts.begin(), view.amounts.end(), has);
    };
    auto found = with([](const JobView::Amount &amount) { return amount.total.has_value(); });
    if (found == view.amounts.end())
        found = with([](const JobView::Amount &amount) { return amount.done.value_or(0) > 0; });
    if (found == view.amounts.end())
        return {};
    const auto index = static_cast<std::size_t>(found - view.amounts.begin());
    return {.current = found->done,
            .total = found->total,
            .unit = std::string(jobViewUnits[index]),
            .rate = index == 0 ? view.speed : std::nullopt};
}

const std::string &titleOf(const JobView &view)
{
    return view.title.empty() ? view.application : view.title;
}

/// Of an application that has no line for a person: what is being copied tells one copy from another.
const std::string &messageOf(const JobView &view)
{
    return view.message.empty() ? view.fields[0].value : view.message;
}

/// As a job has them: a label stands there once, and a line without one is none.
std::vector<Detail> detailsOf(const JobView &view)
{
    std::vector<Detail> details;
    for (const JobView::Field &field : view.fields) {
        if (field.label.empty() || field.value.empty())
            continue;
        std::erase_if(details, [&](const Detail &detail) { return detail.key == field.label; });
        details.push_back({.key = field.label, .value = field.value});
    }
    return details;
}

void sayDetails(Update &update, const JobView &before, const JobView &now)
{
    if (before.fields == now.fields)
        return;
    const std::vector<Detail> was = detailsOf(before);
    const std::vector<Detail> is = detailsOf(now);
    const auto has = [](const std::vector<Detail> &in, const auto &matches) {
        return std::any_of(in.begin(), in.end(), matches);
    };
    for (const Detail &detail : is) {
        if (!has(was, [&](const Detail &known) { return known == detail; }))
            update.details.push_back(detail);
    }
    for (const Detail &detail : was) {
        if (!has(is, [&](const Detail &known) { return known.key == detail.key; }))
            update.droppedDetails.push_back(detail.key);
    }
}

} // namespace

Update beginOf(const JobView &view)
{
    JobView running = view;
    running.end.reset();
    Update update = changeOf({}, running);
    update.op = Update::Op::Begin;
    update.kind = view.kind;
    update.can = view.can;
    update.title = titleOf(view);
    update.state = view.suspended ? State::Paused : State::Running;
    return update;
}

Update changeOf(const JobView &before, const JobView &now)
{
    Update update;
    if (titleOf(before) != titleOf(now))
        update.title = titleOf(now);
    if (messageOf(before) != messageOf(now))
        update.message = messageOf(now);
    if (before.percent != now.percent)
        update.percent = now.percent;
    const Work was = workOf(before);
    const Work is = workOf(now);
    if (was.current != is.current)
        update.current = is.current;
    if (was.total != is.total)
        update.total = is.total;
    if (was.unit != is.unit)
        update.unit = is.unit.value_or("");
    if (was.rate != is.rate)
        update.rate = is.rate;
    sayDetails(update, before, now);
    if (before.url != now.url)
        update.url = now.url;
    if (before.suspended != now.suspended)
        update.state = now.suspended ? State::Paused : State::Running;
    if (now.end && before.end != now.end) {
        update.state = now.end->state;
        if (!now.end->error.empty())
            update.error = now.end->error;
    }
    return update;
}

bool saysSomething(const Update &update)
{
    return update != Update{.op = update.op, .key = update.key};
}

} // namespace afoot
