#pragma once

#include "core/dialect/dialectfile.h"
#include "core/dialect/read.h"

#include <QByteArray>

namespace afoot::test {

using namespace afoot::dialect;

inline const Dialect &named(const char *name)
{
    return *builtInNamed(name);
}

/// A job as its updates leave it, with the little of the tracker's rules that it takes.
struct Watched
{
    explicit Watched(const char *name, const char *id = "") : dialect(named(name))
    {
        context.id = id;
    }

    /// True when the message was understood.
    bool tell(const char *message, Route route = Route::Stream)
    {
        auto read = readMessage(dialect, route, message, context);
        if (!read) {
            error = read.error();
            return false;
        }
        reading = std::move(read).value();
        for (const Update &update : reading.updates)
            apply(update);
        return true;
    }
    void apply(const Update &update)
    {
        job.key = update.key;
        job.title = update.title.value_or(job.title);
        job.kind = update.kind.value_or(job.kind);
        job.state = update.op == Update::Op::Complete ? State::Completed
                    : update.op == Update::Op::Fail   ? State::Failed
                                                      : update.state.value_or(job.state);
        job.percent = update.percent.value_or(job.percent);
        job.current = update.current.value_or(job.current);
        job.total = update.total.value_or(job.total);
        job.unit = update.unit.value_or(job.unit);
        job.steps = update.steps.value_or(job.steps);
        job.message = update.message.value_or(job.message);
        job.error = update.error.value_or(job.error);
        job.url = update.url.value_or(job.url);
        job.can = update.can.value_or(job.can);
        for (const Detail &detail : update.details)
            std::erase_if(job.details, [&](const Detail &d) { return d.key == detail.key; });
        job.details.insert(job.details.end(), update.details.begin(), update.details.end());
        lines.insert(lines.end(), update.lines.begin(), update.lines.end());
        if (update.startedAt)
            job.startedAt = update.startedAt;
        updates.push_back(update);
    }
    QByteArray steps() const
    {
        std::string text;
        for (const Step &step : job.steps)
            text.append(text.empty() ? "" : " ")
                .append(step.name)
                .append(":")
                .append(nameOf(step.state));
        return QByteArray::fromStdString(text);
    }

    Dialect dialect;
    Context context{};
    Reading reading{};
    Error error{};
    Job job{};
    std::vector<LogLine> lines{};
    std::vector<Update> updates{};
};

inline QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace afoot::test
