#include "core/dialect/reader.h"

#include "core/dialect/stepline.h"
#include "core/dialect/values.h"
#include "core/model/limits.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

/// Messages of one backend may overtake each other by this; beyond it, its clock was set.
constexpr Millis disorder = std::chrono::minutes(1);

bool tellsPercent(const Dialect &dialect)
{
    return std::any_of(dialect.rules.begin(), dialect.rules.end(),
                       [](const Rule &rule) { return rule.find(Field::Percent) != nullptr; });
}

} // namespace

Error badMessage(const char *name, std::string detail, std::string field)
{
    return {.code = Error::Code::BadInput,
            .name = name,
            .detail = std::move(detail),
            .field = std::move(field)};
}

const Known *Reader::known(std::string_view id) const
{
    if (const auto changed = m_changed.find(id); changed != m_changed.end())
        return &changed->second;
    const auto found = m_context.jobs.find(id);
    return found == m_context.jobs.end() ? nullptr : &found->second;
}

/// The id of the message, of the job spoken of last, or of the URL. Empty when it concerns none that we know.
Result<std::string> Reader::jobOf(Message &message, const Rule &rule) const
{
    if (auto id = message.id())
        return *id;
    if (message.error())
        return *message.error();
    if (!m_current.empty())
        return m_current;
    if (!m_context.id.empty())
        return m_context.id;
    const bool shared = m_dialect.endpoints.stream.find("{id}") == std::string::npos;
    if (rule.find(Field::Id) != nullptr && !shared)
        return badMessage("missing_id", "The message does not say which job it is about.",
                          message.place(Field::Id));
    return std::string();
}

Update Reader::begin(Message &message, const std::string &id) const
{
    Update update{.op = Update::Op::Begin, .key = {m_context.source, id}};
    const JobLimits limits;
    update.title = withId(message.text(Field::Title, limits.maxTitleBytes).value_or("{id}"), id);
    if (auto kind = message.text(Field::Kind, limits.maxMessageBytes))
        update.kind = std::move(kind);
    if (!m_dialect.endpoints.actions.empty()) {
        AskSet can;
        for (const Ask ask : {Ask::Cancel, Ask::Pause, Ask::Resume}) {
            if (m_dialect.endpoints.find(ask) != nullptr)
                can.add(ask);
        }
        update.can = can;
    }
    return update;
}

Update Reader::endUpdate(const std::string &id, State state) const
{
    Update update{.key = {m_context.source, id}};
    if (state == State::Completed)
        update.op = Update::Op::Complete;
    else if (state == State::Failed)
        update.op = Update::Op::Fail;
    else
        update.state = state;
    if (!m_dialect.endpoints.actions.empty()) {
        AskSet can;
        if (m_dialect.endpoints.find(Ask::Retry) != nullptr)
            can.add(Ask::Retry);
        update.can = can;
    }
    return update;
}

/// The backend does not know the job (any more).
void Reader::leave(const std::string &id)
{
    const Known *const before = known(id);
    if (before == nullptr) {
        m_reading.missing = true;
        m_reading.lookUp |= m_route == Route::Stream;
        return;
    }
    if (m_route ==
        Route::Stream) { // one look at the status endpoint before anything is called lost
        m_reading.lookUp = true;
        return;
    }
    Known job = *before;
    job.state = State::Lost;
    closeSteps(job.steps, job.state);
    Update update = endUpdate(id, job.state);
    if (job.steps != before->steps)
        update.steps = job.steps;
    m_changed[id] = std::move(job);
    m_reading.updates.push_back(std::move(update));
}

void Reader::readSteps(Message &message, Known &job, std::optional<State> &state) const
{
    const StepsRule &rule = m_dialect.steps;
    if (rule.knownBy == StepsRule::KnownBy::Percent) {
        if (!state || !isFinal(*state))
            tellPercent(job.steps, rule, state.value_or(job.state), job.percent);
        return;
    }
    const JobLimits limits;
    const auto name = message.text(Field::Step, limits.maxTitleBytes);
    if (!name)
        return;
    Step step{.name = *name, .state = StepState::Running};
    if (const auto word = message.text(Field::StepState, limits.maxTitleBytes))
        step.state = stepStateNamed(*word).value_or(StepState::Running);
    step.percent = message.percent(Field::StepPercent);
    step.message = message.text(Field::StepMessage, limits.maxMessageBytes).value_or("");
    tellStep(job.steps, rule, step);
    if (!state && step.state == StepState::Failed && rule.errorFails)
        state = State::Failed;
    else if (!state && step.state == StepState::Completed && step.name == rule.endsWith)
        state = State::Completed;
}

/// Something newer was told before it.
bool Reader::isOld(const Known *before, const std::optional<WallTime> &said)
{
    return before != nullptr && said && before->said && *said < *before->said &&
           *before->said - *said <= disorder;
}

/// A tracker refuses what has too many details as a whole, and with it the end that it may tell of.
void Reader::admitDetails(Update &update, Known &job)
{
    std::erase_if(update.details, [&job](const Detail &detail) {
        const bool isKnown =
            std::find(job.details.begin(), job.details.end(), detail.key) != job.details.end();
        const bool isFull = !isKnown && job.details.size() >= JobLimits{}.maxDetails;
        if (!isKnown && !isFull)
            job.details.push_back(detail.key);
        return isFull;
    });
}

std::optional<Error> Reader::readJob(Message &message, const Rule &rule)
{
    const JobLimits limits;
    const auto id = jobOf(message, rule);
    if (!id)
        return id.error();
    if (id->empty())
        return std::nullopt;
    const Known *const before = known(*id);
    const auto word = message.text(Field::State, limits.maxTitleBytes);
    if (message.error())
        return message.error();
    if (before != nullptr && isFinal(before->state))
        return std::nullopt;
    if (word == "gone") {
        leave(*id);
        return std::nullopt;
    }

    Known job = before != nullptr ? *before : Known{.steps = firstSteps(m_dialect.steps)};
    std::optional<State> state = word ? stateNamed(*word) : std::nullopt;
    // what has begun does not wait to begin
    if (before != nullptr && before->state != State::Queued && state == State::Queued)
        state.reset();
    const auto said = message.time(Field::Time);
    const bool isLate = isOld(before, said);
    if (isLate && state && !isFinal(*state))
        state.reset();
    const auto percent = message.percent(Field::Percent);
    const bool ends = state && isFinal(*state);
    if (percent && (!ends || !job.percent)) // a failure keeps the last percent that was told
        job.percent = std::max(*percent, job.percent.value_or(0));
    readSteps(message, job, state);
    if (!state && before == nullptr)
        state = State::Running;

    Update update{.key = {m_context.source, *id}};
    if (before != nullptr && !message.isConstant(Field::Title)) {
        if (const auto title = message.text(Field::Title, limits.maxTitleBytes))
            update.title = withId(*title, *id);
    }
    readFields(message, update);
    const bool isOver = state && isFinal(*state);
    if (isLate && !isOver) // what it says of the present is past
        update = {.key = update.key};
    else if (said)
        job.said = said;
    admitDetails(update, job);
    if (isOver) {
        if (state == State::Completed && tellsPercent(m_dialect))
            job.percent = 100;
        if (state == State::Failed)
            update.error = message.text(Field::Error, limits.maxMessageBytes);
        closeSteps(job.steps, *state);
    }
    if (before == nullptr ? job.percent.has_value() : job.percent != before->percent)
        update.percent = job.percent;
    if (before == nullptr ? !job.steps.empty() : job.steps != before->steps)
        update.steps = job.steps;
    Update first = before == nullptr ? begin(message, *id) : Update{};
    if (message.error() && !isOver)
        return message.error();
    if (!m_reading.fault)
        m_reading.fault = message.error();

    if (before == nullptr) {
        first.restart = !isOver; // it may have had a run before, of which we know nothing
        first.time = update.time;
        first.createdAt = update.createdAt;
        first.startedAt = update.startedAt;
        if (state && !isFinal(*state))
            first.state = state;
        m_reading.updates.push_back(std::move(first));
    }
    addChange(std::move(update), before != nullptr ? before->state : State::Queued, state);
    job.state = state.value_or(job.state);
    m_current = isFinal(job.state) ? std::string() : *id;
    m_changed[*id] = std::move(job);
    return std::nullopt;
}

void Reader::readFields(Message &message, Update &update) const
{
    const JobLimits limits;
    const auto count = [&](Field field) { // as protocol 1 can pass on
        const auto number = message.number(field);
        return number && *number >= 0 && *number <= limits.maxCount ? number : std::nullopt;
    };
    if (const auto current = count(Field::Current))
        update.current = *current;
    if (const auto total = count(Field::Total))
        update.total = *total;
    if (update.current || update.total)
        update.unit = message.text(Field::Unit, limits.maxTitleBytes);
    update.message = message.text(Field::Message, limits.maxMessageBytes);
    update.url = message.text(Field::Url, limits.maxMessageBytes);
    update.time = message.time(Field::Time);
    update.createdAt = message.time(Field::CreatedAt);
    update.startedAt = message.time(Field::StartedAt);
    update.finishedAt = message.time(Field::FinishedAt);
    update.details = message.details();
}

/// The change as the tracker takes it: an end by its own operation, and nothing from one wait into another.
void Reader::addChange(Update update, State before, std::optional<State> state)
{
    if (state && isFinal(*state)) {
        const Update end = endUpdate(update.key.id, *state);
        update.op = end.op;
        update.state = end.state;
        update.can = end.can;
    } else if (state && *state != before) {
        const auto waits = [](State s) { return s == State::Paused || s == State::NeedsInput; };
        if (waits(*state) && before != State::Running && !m_reading.updates.empty())
            m_reading.updates.back().state = State::Running; // it begins with this message
        else if (waits(*state) && before != State::Running)
            m_reading.updates.push_back({.key = update.key, .state = State::Running});
        update.state = state;
    }
    m_reading.updates.push_back(std::move(update));
}

std::optional<Error> Reader::readLog(Message &message, const Rule &rule)
{
    const JobLimits limits;
    const auto id = jobOf(message, rule);
    if (!id)
        return id.error();
    auto text = message.logText(Field::Text, limits.maxLogLineBytes);
    LogLine line{.time = message.time(Field::Time).value_or(WallTime{}),
                 .level = message.text(Field::Level, limits.maxTitleBytes).value_or("")};
    if (message.error())
        return message.error();
    const Known *const before = known(*id);
    if (id->empty() || !text || (before != nullptr && isFinal(before->state)))
        return std::nullopt;
    line.text = std::move(*text);
    if (before == nullptr) {
        Update first = begin(message, *id);
        first.state = State::Running;
        m_reading.updates.push_back(std::move(first));
        m_changed[*id] = Known{.state = State::Running, .steps = firstSteps(m_dialect.steps)};
    }
    m_current = *id;
    m_reading.updates.push_back(
        {.op = Update::Op::Log, .key = {m_context.source, *id}, .lines = {std::move(line)}});
    return std::nullopt;
}

std::optional<Error> Reader::read(const json::value &value)
{
    if (!value.is_object())
        return badMessage("bad_message", "A message must be a JSON object.");
    const auto rule =
        std::find_if(m_dialect.rules.begin(), m_dialect.rules.end(), [&](const Rule &one) {
            return one.isOn(m_route) && holdAll(value, one.when);
        });
    if (rule == m_dialect.rules.end()) {
        if (m_dialect.ignoresOthers)
            return std::nullopt;
        return badMessage("unknown_message",
                          "The dialect \"" + m_dialect.name + "\" knows no message of this kind.");
    }
    Message message(value, *rule, m_context.localOffset);
    switch (rule->does) {
    case Does::Job:
        return readJob(message, *rule);
    case Does::Log:
        return readLog(message, *rule);
    case Does::Hello:
        m_reading.opened = true;
        break;
    case Does::Ping:
        m_reading.asksPong = !m_dialect.link.pong.empty();
        break;
    case Does::Pong:
        m_reading.pong = true;
        break;
    case Does::LookUp:
        m_reading.lookUp = true;
        break;
    case Does::Ignore:
        break;
    }
    return std::nullopt;
}

} // namespace afoot::dialect
