#include "core/dialect/write.h"

#include "core/dialect/skeleton.h"
#include "core/dialect/stepline.h"
#include "core/dialect/values.h"
#include "core/model/text.h"
#include "core/wire/rfc3339.h"
#include "core/wire/sse.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

json::value numberValue(double number, const std::optional<int> &decimals)
{
    if (decimals) {
        // down, so that nothing is called done before it is; the small part mends 0.1 + 0.2
        const double scale = std::pow(10.0, *decimals);
        number = std::floor(number * scale + 1e-6) / scale;
    }
    if (number == std::floor(number) && std::abs(number) < 9e15)
        return static_cast<std::int64_t>(number);
    return number;
}

json::value percentValue(double percent, const Source &source)
{
    return numberValue(source.as == As::Fraction ? percent / 100 : percent, source.decimals);
}

std::string timeText(WallTime time, As as, const WriteOptions &options)
{
    if (as != As::LocalTime)
        return wire::toRfc3339(time);
    std::string text = wire::toRfc3339(time + options.localOffset);
    text.back() = '0'; // without the Z, with microseconds, as Python writes it
    return text + "00";
}

/// What one message is about.
struct Subject
{
    const Job *job = nullptr;
    const Step *step = nullptr;
    const LogLine *line = nullptr;
    bool lastStep = false; ///< details and the result stand with the step that the work has come to
};

class Writer
{
public:
    Writer(const Dialect &dialect, const Rule &rule, const Subject &subject,
           const WriteOptions &options)
        : m_dialect(dialect)
        , m_rule(rule)
        , m_job(*subject.job)
        , m_subject(subject)
        , m_options(options)
    {
    }
    std::string write();

private:
    std::optional<json::value> valueOf(Field field, const Source &source) const;
    std::optional<json::value> stepValue(Field field, const Source &source) const;
    std::string error() const;
    bool ofUnit() const;
    void putDetails();
    void putBeside(const Beside &beside);
    void putAt(const Pointer &pointer, json::value value)
    {
        put(m_value, m_rule.roots.front() / pointer, std::move(value));
    }

    const Dialect &m_dialect;
    const Rule &m_rule;
    const Job &m_job;
    Subject m_subject;
    const WriteOptions &m_options;
    json::value m_value{};
};

std::optional<json::value> textValue(const std::string &text)
{
    return text.empty() ? std::nullopt : std::optional<json::value>(text);
}

/// The counts are in the unit that the dialect counts in.
bool Writer::ofUnit() const
{
    const FieldRule *const unit = m_rule.find(Field::Unit);
    return unit == nullptr || unit->sources.front().text.empty() ||
           unit->sources.front().text == m_job.unit;
}

std::string Writer::error() const
{
    if (m_subject.step != nullptr && m_subject.step->state != StepState::Failed)
        return {};
    return m_job.state == State::Failed || m_job.state == State::Lost ? m_job.error : std::string();
}

std::optional<json::value> Writer::stepValue(Field field, const Source &source) const
{
    const Step *const step = m_subject.step;
    if (step == nullptr) {
        if (field != Field::Step || isFinal(m_job.state))
            return std::nullopt;
        return textValue(currentStep(m_dialect.steps, m_job));
    }
    switch (field) {
    case Field::Step:
        return json::value(step->name);
    case Field::StepState: {
        const auto word = stepWord(source.table, step->state);
        return word ? std::optional<json::value>(*word) : std::nullopt;
    }
    case Field::StepPercent:
        if (!step->percent || step->state != StepState::Running)
            return std::nullopt;
        return percentValue(*step->percent, source);
    default:
        return textValue(step->message);
    }
}

std::optional<json::value> Writer::valueOf(Field field, const Source &source) const
{
    const auto time = [&](const std::optional<WallTime> &at) -> std::optional<json::value> {
        if (!at || *at == WallTime{})
            return std::nullopt;
        return json::value(timeText(*at, source.as, m_options));
    };
    const auto number = [&](const std::optional<double> &count) -> std::optional<json::value> {
        return count ? std::optional(numberValue(*count, source.decimals)) : std::nullopt;
    };
    const LogLine *const line = m_subject.line;
    switch (field) {
    case Field::Id:
        return json::value(m_job.key.id);
    case Field::Title:
        return textValue(m_job.title);
    case Field::Kind:
        return textValue(m_job.kind);
    case Field::State: {
        const auto word = stateWord(source.table, m_job.state);
        return word ? std::optional<json::value>(*word) : std::nullopt;
    }
    case Field::Percent:
        if (m_job.state == State::Completed)
            return percentValue(100, source);
        return m_job.percent ? std::optional(percentValue(*m_job.percent, source)) : std::nullopt;
    case Field::Current:
        return ofUnit() ? number(m_job.current) : std::nullopt;
    case Field::Total:
        return ofUnit() ? number(m_job.total) : std::nullopt;
    case Field::Unit:
        return textValue(m_job.unit);
    case Field::Message:
        return m_subject.step != nullptr ? std::nullopt : textValue(m_job.message);
    case Field::Error:
        return textValue(error());
    case Field::Url:
        return m_subject.step != nullptr && !m_subject.lastStep ? std::nullopt
                                                                : textValue(m_job.url);
    case Field::CreatedAt:
        return time(m_job.createdAt);
    case Field::StartedAt:
        return time(m_job.startedAt);
    case Field::FinishedAt:
        return time(m_job.finishedAt);
    case Field::Time:
        return time(line != nullptr ? line->time : m_job.updatedAt);
    case Field::Level: {
        if (line == nullptr)
            return std::nullopt;
        const auto word = wordFor(source.table, line->level);
        return word ? std::optional<json::value>(*word) : std::nullopt;
    }
    case Field::Text:
        // clients of other backends are not told that there may be colours
        return line != nullptr ? textValue(plainLogText(line->text)) : std::nullopt;
    default:
        return stepValue(field, source);
    }
}

void Writer::putDetails()
{
    if (m_subject.step != nullptr && !m_subject.lastStep)
        return;
    for (const Detail &detail : m_job.details) {
        const auto *const number = std::get_if<double>(&detail.value);
        json::value value = number != nullptr ? numberValue(*number, std::nullopt)
                                              : json::value(std::get<std::string>(detail.value));
        const auto row = std::find_if(m_rule.details.begin(), m_rule.details.end(),
                                      [&](const DetailRule &r) { return r.key == detail.key; });
        if (row != m_rule.details.end()) {
            if (!row->source.at.empty())
                putAt(row->source.at.front(), std::move(value));
        } else if (m_rule.allDetails) {
            putAt(*m_rule.allDetails / Pointer{{detail.key}}, std::move(value));
        }
    }
}

void Writer::putBeside(const Beside &beside)
{
    const json::value *const from = at(m_value, beside.from);
    const auto said = from != nullptr ? scalarText(*from) : std::nullopt;
    if (!said)
        return;
    if (beside.table.empty()) {
        json::value copy = *from;
        if (copy.is_double())
            copy = numberValue(copy.get_double(), 0);
        put(m_value, beside.put, std::move(copy));
        return;
    }
    for (const auto &[word, value] : beside.table) {
        if (word == *said) {
            put(m_value, beside.put, json::parse(value));
            return;
        }
    }
}

std::string Writer::write()
{
    m_value = filledValue(m_rule.skeleton, m_job.key.id, m_options, {});
    for (const Condition &condition : m_rule.when) {
        if (!holds(m_value, condition))
            put(m_value, condition.at, json::value(condition.words.front()));
    }
    putDetails();
    for (const FieldRule &rule : m_rule.fields) {
        for (const Source &source : rule.sources) {
            if (source.at.empty())
                continue;
            if (auto value = valueOf(rule.field, source)) {
                putAt(source.at.front(), std::move(*value));
                break;
            }
        }
    }
    for (const Beside &beside : m_rule.beside)
        putBeside(beside);
    return json::serialize(m_value);
}

void writeSteps(const Dialect &dialect, const Rule &rule, const Job &job, const Job *before,
                const WriteOptions &options, std::vector<std::string> &out)
{
    const std::vector<Step> steps = toldSteps(dialect.steps, job);
    const std::vector<Step> old =
        before != nullptr ? toldSteps(dialect.steps, *before) : std::vector<Step>();
    const FieldRule *const word = rule.find(Field::StepState);
    std::size_t last = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].state != StepState::Pending)
            last = i;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step &step = steps[i];
        const bool known = word != nullptr && stepWord(word->sources.front().table, step.state);
        const bool news =
            before == nullptr || i == last || std::find(old.begin(), old.end(), step) == old.end();
        if (!known || !news)
            continue;
        const Subject subject{.job = &job, .step = &step, .lastStep = i == last};
        out.push_back(Writer(dialect, rule, subject, options).write());
    }
}

} // namespace

std::vector<std::string> messagesFor(const Dialect &dialect, const Job &job, const Job *before,
                                     const WriteOptions &options)
{
    std::vector<std::string> messages;
    const auto write = [&](Sent sent) {
        for (const Rule &rule : dialect.rules) {
            if (!rule.isFor(Route::Stream, sent, job.state))
                continue;
            if (sent == Sent::Steps)
                writeSteps(dialect, rule, job, before, options, messages);
            else
                messages.push_back(Writer(dialect, rule, {.job = &job}, options).write());
        }
    };
    // the end comes last: what comes behind it would be ignored
    if (isFinal(job.state)) {
        write(Sent::Steps);
        write(Sent::Job);
        write(Sent::End);
    } else {
        write(Sent::Job);
        write(Sent::Steps);
    }
    return messages;
}

std::vector<std::string> messagesFor(const Dialect &dialect, const JobKey &key, const LogLine &line,
                                     const WriteOptions &options)
{
    std::vector<std::string> messages;
    const Job job{.key = key};
    for (const Rule &rule : dialect.rules) {
        if (rule.isFor(Route::Stream, Sent::Log, job.state))
            messages.push_back(
                Writer(dialect, rule, {.job = &job, .line = &line}, options).write());
    }
    return messages;
}

std::string messageFor(const Dialect &dialect, Route route, const Job &job,
                       const WriteOptions &options)
{
    for (const Rule &rule : dialect.rules) {
        if (rule.isFor(route, Sent::Job, job.state))
            return Writer(dialect, rule, {.job = &job}, options).write();
    }
    return {};
}

std::string framed(const Dialect &dialect, std::string_view message)
{
    return dialect.endpoints.transport == Transport::Sse ? wire::sseFrame({}, message)
                                                         : std::string(message);
}

} // namespace afoot::dialect
