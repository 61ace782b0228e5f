#include "app/cli/termview.h"

#include "app/cli/humanize.h"
#include "app/cli/textwidth.h"

#include <algorithm>
#include <cmath>

namespace afoot::cli {

namespace {

constexpr int widestBar = 30;
constexpr int narrowestBar = 8;

/// "a  b  c" of what is not empty.
std::string joined(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts) {
        if (part.empty())
            continue;
        if (!text.empty())
            text += "  ";
        text += part;
    }
    return text;
}

std::string leftLine(const Job &job, WallTime now)
{
    if (job.state != State::Running)
        return {};
    if (const auto left = secondsLeft(job, now))
        return duration(*left) + " left";
    if (const auto taken = secondsTaken(job, now); taken && *taken >= 1)
        return "for " + duration(*taken);
    return {};
}

std::string progressLine(const Job &job, const Terminal &terminal, WallTime now)
{
    std::vector<std::string> facts{percent(job), counts(job), rate(job), leftLine(job, now)};
    // The narrower the terminal, the fewer facts: the rate goes first, then the counts.
    const auto barRoom = [&] { return terminal.columns - 4 - widthOf(joined(facts)); };
    for (const std::size_t dropped : {std::size_t{2}, std::size_t{1}, std::size_t{3}}) {
        if (barRoom() < narrowestBar)
            facts[dropped].clear();
    }
    const std::string text = joined(facts);
    const int room = std::min(barRoom(), widestBar);
    if (room < narrowestBar)
        return fitted("  " + text, terminal.columns, CutAt::End, terminal.unicode);
    std::string line = "  ";
    if (job.percent)
        line += painted(bar(job.percent, room, terminal.unicode), paintFor(job.state), terminal);
    if (job.percent && !text.empty())
        line += "  ";
    return line + text;
}

std::string whatNow(const Job &job)
{
    if (job.state == State::NeedsInput && !job.question.empty())
        return job.question;
    if (job.asked)
        return askedText(job);
    if (std::string step = stepLine(job); !step.empty())
        return step;
    return job.message;
}

} // namespace

std::string_view glyphFor(State state, bool unicode)
{
    switch (state) {
    case State::Queued:
        return unicode ? "○" : "-";
    case State::Running:
        return unicode ? "●" : "*";
    case State::Paused:
        return unicode ? "‖" : "=";
    case State::NeedsInput:
        return "?";
    case State::Completed:
        return unicode ? "✓" : "+";
    case State::Failed:
        return unicode ? "✗" : "x";
    case State::Canceled:
        return unicode ? "⊘" : "/";
    case State::Lost:
        return "!";
    }
    return " ";
}

Paint paintFor(State state)
{
    switch (state) {
    case State::Running:
        return Paint::Blue;
    case State::Completed:
        return Paint::Green;
    case State::Failed:
    case State::Lost:
        return Paint::Red;
    case State::NeedsInput:
    case State::Paused:
        return Paint::Yellow;
    case State::Queued:
    case State::Canceled:
        break;
    }
    return Paint::Dim;
}

std::string bar(std::optional<double> percent, int columns, bool unicode)
{
    const double part = std::clamp(percent.value_or(0), 0.0, 100.0) / 100.0;
    // A bar is full only at the very end, and no longer empty once something is done.
    int full = static_cast<int>(std::floor(part * columns));
    if (part > 0 && full == 0)
        full = 1;
    std::string text;
    for (int i = 0; i < columns; ++i)
        text += i < full ? (unicode ? "█" : "#") : (unicode ? "░" : ".");
    return text;
}

std::vector<std::string> jobLines(const Job &job, const Terminal &terminal, WallTime now)
{
    if (isFinal(job.state))
        return {endLine(job, terminal, now)};
    std::string state(wordFor(job.state));
    if (job.liveness == Liveness::Stalled)
        state += ", stalled";
    const std::string glyph(glyphFor(job.state, terminal.unicode));
    std::string aside = whatNow(job);
    const int fixed = 2 + widthOf(state) + 2; // "● running  "
    const int room = std::max(terminal.columns - fixed, 1);
    int titleRoom = room;
    if (!aside.empty() && room >= 24) {
        const int needed = widthOf(job.title) + 2 + widthOf(aside);
        if (needed > room) {
            const int asideRoom = std::min(widthOf(aside), std::max(room / 3, 10));
            aside = fitted(aside, asideRoom, CutAt::End, terminal.unicode);
        }
        titleRoom = room - 2 - widthOf(aside);
    } else {
        aside.clear();
    }
    const std::string title = fitted(job.title, titleRoom, CutAt::Middle, terminal.unicode);
    std::string first = painted(glyph + ' ' + state, paintFor(job.state), terminal) + "  " +
                        painted(title, Paint::Bold, terminal);
    if (!aside.empty())
        first += "  " + painted(aside, Paint::Dim, terminal);
    if (terminal.columns < fixed + 1)
        first = fitted(glyph + ' ' + job.title, terminal.columns, CutAt::End, terminal.unicode);
    if (job.state == State::Queued)
        return {first};
    std::string second = progressLine(job, terminal, now);
    if (second.find_first_not_of(' ') == std::string::npos)
        return {first};
    return {first, second};
}

std::string endLine(const Job &job, const Terminal &terminal, WallTime now)
{
    const std::string glyph(glyphFor(job.state, terminal.unicode));
    const std::string state(wordFor(job.state));
    std::string aside;
    if (const auto taken = secondsTaken(job, now))
        aside = "in " + duration(*taken);
    const std::string &why =
        job.state == State::Failed && !job.error.empty() ? job.error : job.message;
    if (!why.empty() && job.state != State::Completed)
        aside += (aside.empty() ? "" : ": ") + why;
    const int fixed = 2 + widthOf(state) + 2;
    const int room = terminal.columns - fixed;
    if (room < 1)
        return fitted(glyph + ' ' + job.title, terminal.columns, CutAt::End, terminal.unicode);
    int asideRoom = std::min(widthOf(aside), std::max(room - 2 - widthOf(job.title), room * 2 / 3));
    if (asideRoom < 8)
        asideRoom = 0;
    aside = fitted(aside, asideRoom, CutAt::End, terminal.unicode);
    const int titleRoom = aside.empty() ? room : room - 2 - widthOf(aside);
    std::string line = painted(glyph + ' ' + state, paintFor(job.state), terminal) + "  " +
                       fitted(job.title, titleRoom, CutAt::Middle, terminal.unicode);
    if (!aside.empty())
        line += "  " + painted(aside, Paint::Dim, terminal);
    return line;
}

std::string plainLine(const Job &job, WallTime now)
{
    if (isFinal(job.state)) {
        std::string line = std::string(wordFor(job.state)) + ": " + job.title;
        if (const auto taken = secondsTaken(job, now))
            line += ", in " + duration(*taken);
        if (!job.error.empty())
            line += ": " + job.error;
        return line;
    }
    std::string line = std::string(wordFor(job.state)) + ": " + job.title;
    for (const std::string &fact : {percent(job), counts(job), whatNow(job)}) {
        if (!fact.empty())
            line += ", " + fact;
    }
    return line;
}

} // namespace afoot::cli
