#include "core/run/outputreader.h"

#include "core/model/limits.h"
#include "core/model/text.h"
#include "core/run/parsers/all.h"
#include "core/run/parsers/counts.h"
#include "core/run/parsers/errors.h"
#include "core/run/parsers/phases.h"
#include "core/run/parsers/prompts.h"
#include "core/run/parsers/scan.h"

#include <algorithm>

namespace afoot {

namespace {

constexpr JobLimits limits;
constexpr std::size_t maxShownBytes = 300; ///< of a message, a question, an error
constexpr std::size_t maxKeptBytes = 1000; ///< of a line that may be shown later

/// The first word, if it is one: no time stamp.
std::string_view opening(std::string_view line)
{
    const std::string_view word = line.substr(0, line.find(' '));
    return std::all_of(word.begin(), word.end(), isLetter) ? word : std::string_view();
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
}

std::string cleaned(std::string_view text)
{
    return isPlain(text) ? std::string(text) : cleanText(text);
}

std::string shown(std::string_view text)
{
    return cutText(cleaned(trimmed(text)), maxShownBytes);
}

} // namespace

OutputReader::OutputReader(const std::vector<std::string> &argv)
{
    const Choice choice = chooseParser(argv);
    begin(choice.parser, choice.argv);
}

OutputReader::OutputReader(const Parser *parser)
{
    begin(parser, {});
}

void OutputReader::begin(const Parser *parser, const std::vector<std::string> &argv)
{
    m_chosen = parser != nullptr;
    if (parser) {
        m_acts.push_back({.parser = parser, .active = true});
        if (parser->begin && !argv.empty())
            parser->begin(argv, m_acts.front().reading);
        m_changed = true;
        return;
    }
    for (const Parser *known : allParsers()) {
        if (known->anywhere)
            m_acts.push_back({.parser = known});
    }
}

void OutputReader::push(std::string_view bytes, Stream stream)
{
    Source &source = m_sources[static_cast<std::size_t>(stream)];
    if (!bytes.empty() && !m_question.empty()) {
        m_question.clear();
        m_changed = true;
    }
    source.segments.push(bytes, [&](const Segment &segment) { read(segment, source); });
}

void OutputReader::skipped(std::uint64_t bytes)
{
    m_skippedBytes += bytes;
    for (Source &source : m_sources)
        source.segments.resync();
}

void OutputReader::quiet()
{
    for (Source &source : m_sources) {
        source.segments.flush([&](const Segment &segment) { read(segment, source); });
        noteQuestion(source.segments.pending());
    }
}

void OutputReader::noteQuestion(std::string_view text)
{
    if (!looksLikeQuestion(text))
        return;
    m_question = shown(text);
    m_changed = true;
}

void OutputReader::read(Segment segment, Source &source)
{
    if (segment.kind == Segment::Kind::Osc) {
        m_changed = readOsc94(segment.text, m_osc) || m_changed;
        if (!m_osc.notification.empty())
            m_message = std::exchange(m_osc.notification, {});
        return;
    }
    segment.before = source.before;
    const Blame looks = segment.end == Segment::End::Line ? blameOf(segment.text) : Blame::None;
    const Take taken = ask(segment, looks);
    if (taken.what == Take::What::Progress) {
        source.logged = false;
        return;
    }
    const bool said = taken.what == Take::What::Error;
    const bool line = segment.end == Segment::End::Line;
    const std::string_view text = taken.text.empty() ? segment.text : taken.text;
    const std::string_view words = trimmed(text);
    if (isKeyEcho(words))
        return;
    const Blame blame = said ? Blame::Error : looks;
    const bool spacing =
        words.empty() && !source.logged; // what is left of a block that was redrawn
    if (line && !spacing)
        log(segment, text, said || (blame == Blame::Error && !m_chosen));
    source.logged = line && !spacing;
    if (words.empty() || (!line && !said))
        return;
    if (said)
        m_errorAct = m_spoke;
    else if (blame == Blame::Error)
        m_errorAct.reset();
    noteBlame(words, blame);
    source.before.assign(words.substr(0, maxShownBytes));
    if (line) {
        m_message.assign(words.substr(0, maxShownBytes));
        m_changed = true;
    }
}

/// Who understands it: the chosen parser, or the first of all that does.
Take OutputReader::ask(const Segment &segment, Blame looks)
{
    const bool plain = !m_chosen && looks != Blame::Error && !mayBeProgress(segment.text);
    for (std::size_t i = 0; i < m_acts.size(); ++i) {
        Act &act = m_acts[i];
        if (plain && !act.active)
            continue;
        const Take taken = act.parser->read(segment, act.reading);
        if (taken.what == Take::What::Ignored)
            continue;
        m_spoke = i;
        const bool shows = act.reading.percent || act.reading.current || !act.reading.steps.empty();
        if (taken.what == Take::What::Progress || act.parser == &genericParser) {
            if (!act.active && shows) {
                act.active = true;
                act.since = ++m_turns;
            }
            m_lead = i;
        }
        if (!act.reading.message.empty())
            m_message = act.reading.message;
        act.reading.message.clear();
        m_changed = true;
        return taken;
    }
    return {};
}

/// Keeps what may have to be told as the reason of a failure.
void OutputReader::noteBlame(std::string_view line, Blame blame)
{
    line = line.substr(0, maxKeptBytes);
    m_last.assign(line);
    if (blame == Blame::Error) {
        m_error.assign(line);
    } else if (blame == Blame::Hint) {
        // of lines that open alike, as npm prints them, the first tells the cause
        if (!m_inHints || opening(line).empty() || opening(line) != opening(m_hint))
            m_hint.assign(line);
    }
    m_inHints = blame == Blame::Hint;
}

void OutputReader::log(const Segment &segment, std::string_view text, bool error)
{
    if (m_skippedBytes > 0) {
        const std::string bytes = std::to_string(std::exchange(m_skippedBytes, 0));
        append({.level = "warning",
                .text = "… " + bytes + " bytes of output were too fast to keep …"});
    }
    LogLine line;
    line.text = cutLogText(cleanLogText(coloured(segment, text)) + (segment.cut ? "…" : ""),
                           limits.maxLogLineBytes);
    if (error)
        line.level = "error";
    append(std::move(line));
}

void OutputReader::append(LogLine line)
{
    m_lineBytes += line.text.size();
    m_lines.push_back(std::move(line));
    while (m_lines.size() > limits.maxLogLinesPerJob || m_lineBytes > limits.maxLogBytesPerJob) {
        m_lineBytes -= m_lines.front().text.size();
        m_lines.pop_front();
        ++m_droppedLines;
    }
}

/// One view of all that is at work.
void OutputReader::compose()
{
    const auto active =
        std::count_if(m_acts.begin(), m_acts.end(), [](const Act &act) { return act.active; });
    if (active == 1) {
        const auto act =
            std::find_if(m_acts.begin(), m_acts.end(), [](const Act &a) { return a.active; });
        m_now = act->reading;
    } else if (active > 1) {
        composeSeveral();
    } else {
        m_now = {};
    }
    m_now.message = shown(m_message);
    m_now.question = m_question;
    if (m_osc.shown)
        m_now.percent = m_osc.percent;
    else if (active == 0)
        m_now.percent.reset();
}

/// What a person calls it: what the tool calls its bar, or else the tool.
std::string OutputReader::nameOf(const Act &act)
{
    for (const Trail &trail : act.reading.memory.trails) {
        if (trail.believed && !trail.label.empty())
            return trail.label;
    }
    return act.parser == &genericParser ? "progress" : std::string(act.parser->name);
}

/// Each tool is a step, or has steps of its own; none of them speaks for the whole.
void OutputReader::composeSeveral()
{
    std::vector<const Act *> order;
    for (const Act &act : m_acts) {
        if (act.active)
            order.push_back(&act);
    }
    std::sort(order.begin(), order.end(),
              [](const Act *a, const Act *b) { return a->since < b->since; });
    const Act &lead = m_acts[m_lead];
    m_now = lead.reading;
    m_now.percent.reset();
    m_now.steps.clear();
    for (const Act *act : order) {
        std::vector<Step> steps = act->reading.steps;
        if (steps.empty()) {
            Step step;
            step.name = nameOf(*act);
            step.state = StepState::Running;
            step.percent = act->reading.percent;
            steps.push_back(std::move(step));
        }
        for (Step &step : steps) {
            if (act != &lead && step.state == StepState::Running)
                completeStep(step);
            const bool taken =
                std::any_of(m_now.steps.begin(), m_now.steps.end(),
                            [&](const Step &other) { return other.name == step.name; });
            if (taken)
                step.name = std::string(act->parser->name) + ": " + step.name;
            m_now.steps.push_back(std::move(step));
        }
    }
}

const Reading &OutputReader::reading()
{
    compose();
    return m_now;
}

std::optional<Update> OutputReader::take()
{
    if (!m_changed && m_lines.empty())
        return std::nullopt;
    Update update;
    bool any = !m_lines.empty();
    if (m_changed) {
        compose();
        const auto note = [&](auto &field, const auto &now, const auto &before) {
            if (now != before) {
                field = now;
                any = true;
            }
        };
        note(update.percent, m_now.percent, m_shown.percent);
        note(update.current, m_now.current, m_shown.current);
        note(update.total, m_now.total, m_shown.total);
        note(update.rate, m_now.rate, m_shown.rate);
        note(update.etaS, m_now.etaS, m_shown.etaS);
        note(update.unit, m_now.unit, m_shown.unit);
        note(update.message, m_now.message, m_shown.message);
        note(update.question, m_now.question, m_shown.question);
        if (m_now.steps != m_shown.steps) {
            update.steps = m_now.steps;
            any = true;
            for (Step &step : *update.steps) {
                step.name = shown(step.name);
                step.label = shown(step.label);
                step.message = shown(step.message);
            }
        }
        m_shown = m_now;
        m_changed = false;
    }
    if (m_droppedLines > 0) {
        const std::string count = std::to_string(std::exchange(m_droppedLines, 0));
        update.lines.push_back(
            {.level = "warning", .text = "… " + count + " lines were too fast to keep …"});
    }
    update.lines.insert(update.lines.end(), std::make_move_iterator(m_lines.begin()),
                        std::make_move_iterator(m_lines.end()));
    m_lines.clear();
    m_lineBytes = 0;
    if (!any)
        return std::nullopt;
    return update;
}

std::string OutputReader::reasonFor(const Exit &exit)
{
    std::string words;
    if (m_chosen)
        words = m_acts.front().reading.error;
    else if (m_errorAct)
        words = m_acts[*m_errorAct].reading.error;
    for (const std::string *other : {&m_error, &m_hint, &m_last}) {
        if (words.empty())
            words = *other;
    }
    words = shown(words);
    const std::string ending = endingOf(exit);
    if (words.empty() || ending.empty())
        return words.empty() ? ending : words;
    return words + " (" + ending + ")";
}

Update OutputReader::finish(const Exit &exit)
{
    for (Source &source : m_sources) {
        source.segments.flush([&](Segment segment) {
            if (segment.end == Segment::End::Open)
                segment.end = Segment::End::Line; // nothing can follow
            read(segment, source);
        });
    }
    m_question.clear();
    const bool known = exit.code || exit.signal;
    const bool saidSo = std::any_of(m_acts.begin(), m_acts.end(), [&](const Act &act) {
        return (act.active || m_chosen) && !act.reading.error.empty();
    });
    State state = State::Failed;
    if (exit.code == 0 || (!known && !saidSo && !exit.interrupted))
        state = State::Completed;
    else if (exit.interrupted)
        state = State::Canceled;

    m_changed = true;
    const std::vector<Step> shownSteps = m_shown.steps;
    Update update = take().value_or(Update{});
    std::vector<Step> steps = m_now.steps;
    endSteps(steps, state);
    if (steps != shownSteps)
        update.steps = std::move(steps);
    if (state == State::Completed) {
        update.op = Update::Op::Complete;
    } else if (state == State::Canceled) {
        update.op = Update::Op::Change;
        update.state = State::Canceled;
    } else {
        update.op = Update::Op::Fail;
        update.error = reasonFor(exit);
    }
    return update;
}

} // namespace afoot
