#include "app/cli/humanize.h"

#include "app/cli/sentences.h"
#include "core/wire/rfc3339.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace afoot::cli {

namespace {

std::string fixed(double value, int decimals)
{
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return {text.data(), static_cast<std::size_t>(std::max(length, 0))};
}

struct Scale
{
    double factor = 1;
    std::string_view unit = "B";
};

Scale scaleFor(double count)
{
    constexpr std::array scales{Scale{1e15, "PB"}, Scale{1e12, "TB"}, Scale{1e9, "GB"},
                                Scale{1e6, "MB"}, Scale{1e3, "kB"}};
    for (const Scale &scale : scales) {
        if (std::abs(count) >=
            scale.factor * 0.9995) // what would be shown as 1000 of the smaller one
            return scale;
    }
    return {};
}

std::string scaled(double count, const Scale &scale)
{
    const double value = count / scale.factor;
    return fixed(value, scale.factor > 1 && value < 99.95 ? 1 : 0);
}

std::string sized(double count, std::string_view unit)
{
    if (unit == "bytes")
        return bytes(count);
    return unit.empty() ? number(count) : number(count) + ' ' + std::string(unit);
}

} // namespace

std::string duration(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return {};
    if (seconds < 1)
        return "less than 1 s";
    struct Part
    {
        std::int64_t seconds;
        std::string_view unit;
    };
    constexpr std::array parts{Part{86'400, "d"}, Part{3600, "h"}, Part{60, "min"}, Part{1, "s"}};
    auto left = static_cast<std::int64_t>(std::min(seconds, 1e12));
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::int64_t count = left / parts[i].seconds;
        if (count == 0)
            continue;
        text = std::to_string(count) + ' ' + std::string(parts[i].unit);
        left %= parts[i].seconds;
        if (i + 1 < parts.size()) {
            if (const std::int64_t next = left / parts[i + 1].seconds; next > 0)
                text += ' ' + std::to_string(next) + ' ' + std::string(parts[i + 1].unit);
        }
        break;
    }
    return text;
}

std::string bytes(double count)
{
    const Scale scale = scaleFor(count);
    return scaled(count, scale) + ' ' + std::string(scale.unit);
}

std::string number(double value)
{
    if (!std::isfinite(value))
        return {};
    std::string text = fixed(value, value == std::floor(value) ? 0 : 2);
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.'))
            text.pop_back();
    }
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t at = std::min(text.find('.'), text.size());
    while (at > first + 3) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

std::string counts(const Job &job)
{
    if (!job.current)
        return {};
    if (!job.total || *job.total < *job.current) // beyond its own total: the total means nothing
        return sized(*job.current, job.unit);
    if (job.unit != "bytes")
        return number(*job.current) + " / " + sized(*job.total, job.unit);
    const Scale scale = scaleFor(*job.total);
    return scaled(*job.current, scale) + " / " + scaled(*job.total, scale) + ' ' +
           std::string(scale.unit);
}

std::string rate(const Job &job)
{
    if (!job.rate || !std::isfinite(*job.rate) || *job.rate <= 0)
        return {};
    if (job.unit == "bytes")
        return bytes(*job.rate) + "/s";
    const std::string unit = job.unit.empty() ? "" : ' ' + job.unit;
    if (*job.rate >= 1)
        return number(std::round(*job.rate * 10) / 10) + unit + "/s";
    const double perMinute = *job.rate * 60;
    if (perMinute >= 1)
        return number(std::round(perMinute * 10) / 10) + unit + "/min";
    return number(std::round(perMinute * 600) / 10) + unit + "/h";
}

std::string percent(const Job &job)
{
    if (!job.percent)
        return {};
    const double shown =
        job.state == State::Completed ? *job.percent : std::min(*job.percent, 99.9);
    return fixed(std::floor(shown), 0) + " %";
}

std::optional<double> secondsLeft(const Job &job, WallTime now)
{
    if (!job.etaS || job.state != State::Running)
        return {};
    const double left = *job.etaS - std::chrono::duration<double>(now - job.updatedAt).count();
    if (!(left > 0))
        return {};
    return left;
}

std::optional<double> secondsTaken(const Job &job, WallTime now)
{
    if (!job.startedAt)
        return {};
    const WallTime end = isFinal(job.state) ? job.finishedAt.value_or(job.updatedAt) : now;
    return std::max(0.0, std::chrono::duration<double>(end - *job.startedAt).count());
}

std::string ago(WallTime then, WallTime now)
{
    const double seconds = std::chrono::duration<double>(now - then).count();
    if (seconds < 5)
        return "just now";
    if (seconds >= 30.0 * 86'400)
        return wire::toRfc3339(then).substr(0, 10);
    const std::string text = duration(seconds);
    return text.substr(0, text.find(' ', text.find(' ') + 1)) + " ago"; // its largest part
}

std::string_view wordFor(State state)
{
    switch (state) {
    case State::Queued:
        return "waiting";
    case State::Running:
        return "running";
    case State::Paused:
        return "paused";
    case State::NeedsInput:
        return "needs you";
    case State::Completed:
        return "done";
    case State::Failed:
        return "failed";
    case State::Canceled:
        return "canceled";
    case State::Lost:
        return "lost";
    }
    return {};
}

std::string askedText(const Job &job)
{
    if (!job.asked)
        return {};
    if (!job.acknowledged)
        return "asked to " + std::string(nameOf(*job.asked));
    switch (*job.asked) {
    case Ask::Cancel:
        return "canceling";
    case Ask::Pause:
        return "pausing";
    case Ask::Resume:
        return "resuming";
    case Ask::Retry:
        return "starting again";
    }
    return {};
}

std::string declinedText(const Job &job)
{
    if (!job.declined)
        return {};
    const bool isRetry = job.declined->ask == Ask::Retry;
    const std::string what =
        "could not " + (isRetry ? "run again" : std::string(nameOf(job.declined->ask)));
    return job.declined->why.empty() ? what : what + ": " + withoutStop(job.declined->why);
}

std::string stepLine(const Job &job)
{
    for (std::size_t i = 0; i < job.steps.size(); ++i) {
        const Step &step = job.steps[i];
        if (step.state == StepState::Running)
            return std::to_string(i + 1) + '/' + std::to_string(job.steps.size()) + ' ' +
                   (step.label.empty() ? step.name : step.label);
    }
    return {};
}

} // namespace afoot::cli
