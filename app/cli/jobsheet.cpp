#include "app/cli/jobsheet.h"

#include "app/cli/humanize.h"
#include "app/cli/termview.h"
#include "app/cli/textwidth.h"
#include "core/wire/rfc3339.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace afoot::cli {

namespace {

constexpr std::size_t cells = 6;
constexpr std::size_t sourceCell = 1;
constexpr std::size_t stateCell = 2;
constexpr std::size_t titleCell = 4;
using Row = std::array<std::string, cells>;

std::string when(const Job &job, WallTime now)
{
    if (isFinal(job.state))
        return ago(job.finishedAt.value_or(job.updatedAt), now);
    if (const auto left = secondsLeft(job, now))
        return duration(*left) + " left";
    if (const auto taken = secondsTaken(job, now); taken && *taken >= 1)
        return "for " + duration(*taken);
    return ago(job.createdAt, now);
}

std::string_view glyphFor(StepState state, bool unicode)
{
    switch (state) {
    case StepState::Pending:
        return unicode ? "○" : "-";
    case StepState::Running:
        return unicode ? "●" : "*";
    case StepState::Completed:
        return unicode ? "✓" : "+";
    case StepState::Failed:
        return unicode ? "✗" : "x";
    case StepState::Skipped:
        return unicode ? "⊘" : "/";
    }
    return " ";
}

Paint paintFor(StepState state)
{
    switch (state) {
    case StepState::Running:
        return Paint::Blue;
    case StepState::Completed:
        return Paint::Green;
    case StepState::Failed:
        return Paint::Red;
    case StepState::Pending:
    case StepState::Skipped:
        break;
    }
    return Paint::Dim;
}

/// As a clock on the wall here shows it: "2026-11-20 14:08:31 CET".
std::string moment(WallTime time)
{
    const std::time_t seconds = WallTime::clock::to_time_t(time);
    std::tm local = {};
    std::array<char, 64> text{};
    if (::localtime_r(&seconds, &local) == nullptr ||
        std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S %Z", &local) == 0)
        return wire::toRfc3339(time);
    return text.data();
}

/// A detail's number as it was given: an id or a port is no amount.
std::string plainNumber(double value)
{
    std::array<char, 32> text{};
    const auto [end, failed] = std::to_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc{} ? std::string(text.data(), end) : number(value);
}

std::string stepText(const Step &step, const Terminal &terminal, WallTime now)
{
    std::string text =
        painted(glyphFor(step.state, terminal.unicode), paintFor(step.state), terminal) + ' ' +
        (step.label.empty() ? step.name : step.label);
    if (step.state == StepState::Running && step.percent)
        text += "  " + number(std::min(*step.percent, 99.0)) + " %";
    if (step.startedAt && step.state != StepState::Pending) {
        const double taken =
            std::chrono::duration<double>(step.finishedAt.value_or(now) - *step.startedAt).count();
        if (step.finishedAt || taken >= 1)
            text += "  " + painted(duration(std::max(taken, 0.0)), Paint::Dim, terminal);
    }
    if (!step.message.empty())
        text += "  " + painted(step.message, Paint::Dim, terminal);
    return text;
}

} // namespace

std::vector<std::string> jobTable(const std::vector<Job> &jobs, const std::vector<std::string> &ids,
                                  const Terminal &terminal, WallTime now)
{
    std::vector<Row> rows{{"ID", "SOURCE", "STATE", "PERCENT", "TITLE", "WHEN"}};
    bool hasSources = false;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Job &job = jobs[i];
        hasSources = hasSources || job.key.source != JobKey{}.source;
        const std::string share = isFinal(job.state) ? std::string() : percent(job);
        rows.push_back({ids[i], job.key.source, std::string(wordFor(job.state)), share, job.title,
                        when(job, now)});
    }
    std::array<int, cells> widths{};
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < cells; ++i)
            widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    constexpr int gap = 2;
    if (terminal.isTerminal) {
        widths[0] = std::min(widths[0], std::max(terminal.columns / 3, 6));
        widths[sourceCell] = std::min(widths[sourceCell], std::max(terminal.columns / 5, 6));
        int others = 0;
        for (std::size_t i = 0; i < cells; ++i) {
            if (i != titleCell && (i != sourceCell || hasSources))
                others += widths[i] + gap;
        }
        widths[titleCell] = std::min(widths[titleCell], std::max(terminal.columns - others, 8));
    }
    std::vector<std::string> lines;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < cells; ++i) {
            if (i == sourceCell && !hasSources)
                continue;
            const bool last = i + 1 == cells;
            const std::string cell =
                last ? rows[r][i] : padded(rows[r][i], widths[i], CutAt::Middle, terminal.unicode);
            const Paint paint = r == 0           ? Paint::Dim
                                : i == stateCell ? cli::paintFor(jobs[r - 1].state)
                                                 : Paint::Plain;
            line += painted(cell, paint, terminal);
            line += last ? std::string() : std::string(gap, ' ');
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> runTable(const std::vector<Job> &runs, const Terminal &terminal,
                                  WallTime now)
{
    constexpr int stateColumns = 9;
    constexpr int endedColumns = 16;
    constexpr int tookColumns = 14;
    constexpr int before = stateColumns + endedColumns + tookColumns + 6;
    const auto line = [&](std::string_view state, Paint paint, std::string_view ended,
                          std::string_view took, std::string_view title) {
        std::string shown(title);
        if (terminal.isTerminal)
            shown =
                padded(title, std::max(terminal.columns - before, 8), CutAt::End, terminal.unicode);
        while (shown.ends_with(' '))
            shown.pop_back();
        return painted(padded(state, stateColumns, CutAt::End), paint, terminal) + "  " +
               padded(ended, endedColumns, CutAt::End) + "  " +
               padded(took, tookColumns, CutAt::End) + "  " + shown;
    };
    std::vector<std::string> lines{
        painted(line("STATE", Paint::Plain, "ENDED", "TOOK", "TITLE"), Paint::Dim, terminal)};
    for (const Job &run : runs) {
        const auto taken = secondsTaken(run, now);
        std::string title = run.title;
        if (!run.error.empty())
            title += " · " + run.error;
        lines.push_back(line(wordFor(run.state), cli::paintFor(run.state),
                             ago(run.finishedAt.value_or(run.updatedAt), now),
                             taken ? duration(*taken) : "", title));
    }
    return lines;
}

std::vector<std::string> jobSheet(const Job &job, std::string_view standing,
                                  const Terminal &terminal, WallTime now)
{
    constexpr int nameColumns = 10;
    std::vector<std::string> lines;
    lines.push_back(
        painted(cli::glyphFor(job.state, terminal.unicode), cli::paintFor(job.state), terminal) +
        ' ' + painted(job.title, Paint::Bold, terminal));
    const auto row = [&](std::string_view name, std::string_view value) {
        if (!value.empty())
            lines.push_back("  " +
                            painted(padded(name, nameColumns, CutAt::End), Paint::Dim, terminal) +
                            ' ' + std::string(value));
    };
    std::string state(wordFor(job.state));
    if (job.liveness == Liveness::Stalled && !isFinal(job.state))
        state += ", stalled";
    if (job.asked)
        state += ", " + askedText(job);
    row("state", state);
    if (job.declined) // by whoever runs it; or nobody could be asked at all
        row("asked", "in vain: " + declinedText(job));
    row("error", job.error);
    row("question", job.question);
    std::string progress;
    for (const std::string &fact : {percent(job), counts(job), isFinal(job.state) ? "" : rate(job)})
        progress += fact.empty() ? "" : (progress.empty() ? "" : ", ") + fact;
    row("progress", progress);
    if (const auto left = secondsLeft(job, now))
        row("time left", duration(*left));
    row("message", job.message);
    row("url", job.url);
    if (job.startedAt)
        row("started", moment(*job.startedAt) + ", " + ago(*job.startedAt, now));
    if (job.finishedAt)
        row("ended", moment(*job.finishedAt) + ", " + ago(*job.finishedAt, now));
    if (const auto taken = secondsTaken(job, now); taken && (isFinal(job.state) || *taken >= 1))
        row(isFinal(job.state) ? "took" : "for", duration(*taken));
    row("kind", job.kind);
    row("part of", job.parent);
    for (const Detail &detail : job.details) {
        const auto *value = std::get_if<double>(&detail.value);
        row(detail.key, value ? plainNumber(*value) : std::get<std::string>(detail.value));
    }
    row("id", job.key.id);
    if (job.key.source != JobKey{}.source)
        row("source", job.key.source +
                          (standing.empty() ? std::string() : " (" + std::string(standing) + ")"));
    if (!job.steps.empty()) {
        lines.emplace_back();
        for (const Step &step : job.steps)
            lines.push_back("  " + stepText(step, terminal, now));
    }
    return lines;
}

} // namespace afoot::cli
