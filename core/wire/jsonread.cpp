#include "core/wire/jsonread.h"

#include "core/model/text.h"
#include "core/wire/rfc3339.h"

#include <algorithm>
#include <cmath>

namespace afoot::wire {

namespace json = boost::json;

namespace {

std::string shortNumber(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string rangeInWords(double min, double max)
{
    return max < 1e15 ? "from " + shortNumber(min) + " to " + shortNumber(max)
                      : "not below " + shortNumber(min);
}

std::string nameOf(Piece piece)
{
    switch (piece) {
    case Piece::Line:
        return "The line";
    case Piece::Message:
        return "The message";
    case Piece::Body:
        break;
    }
    return "The body";
}

std::optional<double> asNumber(const json::value &value)
{
    if (const auto *i = value.if_int64())
        return static_cast<double>(*i);
    if (const auto *u = value.if_uint64())
        return static_cast<double>(*u);
    if (const auto *d = value.if_double())
        return *d;
    return std::nullopt;
}

} // namespace

void ObjectReader::fail(std::string_view field, std::string detail, const char *name)
{
    if (m_error)
        return;
    m_error = Error{.code = Error::Code::BadInput,
                    .name = name,
                    .detail = std::move(detail),
                    .field = fieldName(field)};
}

const json::value *ObjectReader::find(std::string_view key)
{
    if (m_error)
        return nullptr;
    const auto found = m_object.find(key);
    if (found == m_object.end())
        return nullptr;
    const auto place = static_cast<std::size_t>(found - m_object.begin());
    if (place < m_read.size())
        m_read.set(place);
    return &found->value();
}

std::vector<std::string> ObjectReader::unread() const
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(m_object.size(), m_read.size()); ++i) {
        if (!m_read[i])
            names.emplace_back((m_object.begin() + static_cast<std::ptrdiff_t>(i))->key());
    }
    return names;
}

std::optional<std::string> ObjectReader::text(std::string_view key, std::size_t maxBytes)
{
    const json::value *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_null())
        return std::string();
    const json::string *string = value->if_string();
    if (string == nullptr) {
        fail(key, fieldName(key) + " must be a string.");
        return std::nullopt;
    }
    if (string->size() > maxBytes) {
        fail(key,
             fieldName(key) + " has " + std::to_string(string->size()) + " bytes; at most " +
                 std::to_string(maxBytes) + " are allowed.",
             "too_long");
        return std::nullopt;
    }
    return cleanText(*string);
}

std::optional<std::string> ObjectReader::id(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    const json::string *string = value->if_string();
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (string == nullptr || string->empty() || string->size() > m_limits.maxIdBytes ||
        std::any_of(string->begin(), string->end(), isControl)) {
        fail(key,
             fieldName(key) + " must be a string of 1 to " + std::to_string(m_limits.maxIdBytes) +
                 " bytes without control characters.",
             "bad_id");
        return std::nullopt;
    }
    return std::string(*string);
}

std::optional<std::optional<double>> ObjectReader::number(std::string_view key, double min,
                                                          double max)
{
    const json::value *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_null())
        return std::optional<double>();
    const auto number = asNumber(*value);
    if (!number || !std::isfinite(*number)) {
        fail(key, fieldName(key) + " must be a number " + rangeInWords(min, max) +
                      ", or null when it is unknown.");
        return std::nullopt;
    }
    if (*number < min || *number > max) {
        fail(key,
             fieldName(key) + " is " + shortNumber(*number) + "; it must be " +
                 rangeInWords(min, max) + ", or null when it is unknown.",
             "out_of_range");
        return std::nullopt;
    }
    return number;
}

std::optional<bool> ObjectReader::boolean(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    if (const bool *boolean = value->if_bool())
        return *boolean;
    fail(key, fieldName(key) + " must be true or false.");
    return std::nullopt;
}

std::optional<WallTime> ObjectReader::time(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    if (const auto *string = value->if_string()) {
        if (const auto time = fromRfc3339(*string))
            return time;
    }
    fail(key, fieldName(key) + " must be a time as in RFC 3339, such as 2026-11-20T14:08:03.250Z.");
    return std::nullopt;
}

std::optional<std::vector<Step>> ObjectReader::steps(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    std::vector<Step> steps;
    if (value->is_null())
        return steps;
    const json::array *array = value->if_array();
    if (array == nullptr) {
        fail(key, fieldName(key) + " must be an array of steps.");
        return std::nullopt;
    }
    if (array->size() > m_limits.maxSteps) {
        fail(key,
             fieldName(key) + " has " + std::to_string(array->size()) + " entries; at most " +
                 std::to_string(m_limits.maxSteps) + " are allowed.",
             "too_many_steps");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
        const json::value &item = array->at(i);
        Step step;
        if (const auto *name = item.if_string()) {
            step.name = cutText(cleanText(*name), m_limits.maxTitleBytes);
        } else if (const auto *object = item.if_object()) {
            ObjectReader reader(*object, m_limits, fieldName(key) + "[" + std::to_string(i) + "].");
            step.name = reader.text("name", m_limits.maxTitleBytes).value_or("");
            step.label = reader.text("label", m_limits.maxTitleBytes).value_or("");
            step.state = reader
                             .word<StepState>("state", stepStateNamed,
                                              "pending, running, completed, failed, skipped")
                             .value_or(StepState::Pending);
            step.percent = reader.number("percent", 0, 100).value_or(std::nullopt);
            step.message = reader.text("message", m_limits.maxMessageBytes).value_or("");
            step.startedAt = reader.time("started_at");
            step.finishedAt = reader.time("finished_at");
            if (reader.error()) {
                m_error = reader.error();
                return std::nullopt;
            }
        }
        if (step.name.empty()) {
            fail(key, fieldName(key) + "[" + std::to_string(i) + "] must be a step with a name.");
            return std::nullopt;
        }
        const bool isKnown = std::any_of(steps.begin(), steps.end(),
                                         [&](const Step &s) { return s.name == step.name; });
        if (isKnown) {
            fail(key, fieldName(key) + " names \"" + step.name +
                          "\" twice; a step is known by its name.");
            return std::nullopt;
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

std::optional<AskSet> ObjectReader::asks(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr)
        return std::nullopt;
    AskSet asks;
    if (value->is_null())
        return asks;
    const json::array *array = value->if_array();
    bool good = array != nullptr;
    for (std::size_t i = 0; good && i < array->size(); ++i) {
        const auto *name = array->at(i).if_string();
        const auto ask = name != nullptr ? askNamed(*name) : std::nullopt;
        good = ask.has_value();
        if (ask)
            asks.add(*ask);
    }
    if (good)
        return asks;
    fail(key,
         fieldName(key) + " must be an array of \"cancel\", \"pause\", \"resume\", \"retry\".");
    return std::nullopt;
}

std::optional<Declined> ObjectReader::declined(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return std::nullopt;
    if (!value->is_object()) {
        fail(key, fieldName(key) + R"( must be an object such as {"ask":"cancel","reason":"…"}.)");
        return std::nullopt;
    }
    ObjectReader inner(value->get_object(), m_limits, fieldName(key) + '.');
    const auto ask = inner.word<Ask>("ask", askNamed, askList);
    Declined declined{.ask = ask.value_or(Ask::Cancel),
                      .why = inner.text("reason", m_limits.maxMessageBytes).value_or(""),
                      .at = inner.time("at").value_or(WallTime{})};
    if (!ask)
        inner.fail("ask", "Say what is declined: " + std::string(askList) + ".");
    if (inner.error()) {
        if (!m_error)
            m_error = inner.error();
        return std::nullopt;
    }
    return declined;
}

void ObjectReader::details(std::string_view key, std::vector<Detail> &details,
                           std::vector<std::string> &dropped)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return;
    const json::object *object = value->if_object();
    if (object == nullptr) {
        fail(key, fieldName(key) + " must be an object of strings and numbers.");
        return;
    }
    if (object->size() > m_limits.maxDetails) {
        fail(key,
             fieldName(key) + " has more than " + std::to_string(m_limits.maxDetails) + " entries.",
             "too_many_details");
        return;
    }
    for (const auto &entry : *object) {
        const std::string name = cutText(cleanText(entry.key()), m_limits.maxTitleBytes);
        if (entry.value().is_null()) {
            dropped.push_back(name);
        } else if (const auto *string = entry.value().if_string()) {
            details.push_back(
                {.key = name, .value = cutText(cleanText(*string), m_limits.maxMessageBytes)});
        } else if (const auto number = asNumber(entry.value()); number && std::isfinite(*number)) {
            details.push_back({.key = name, .value = *number});
        } else if (const bool *boolean = entry.value().if_bool()) {
            details.push_back({.key = name, .value = std::string(*boolean ? "true" : "false")});
        } else {
            fail(key, fieldName(key) + "." + name + " must be a string or a number.");
            return;
        }
    }
}

std::string ObjectReader::logText(std::string_view key)
{
    const json::value *value = find(key);
    if (value == nullptr || value->is_null())
        return {};
    if (const json::string *string = value->if_string())
        return cutLogText(cleanLogText(*string), m_limits.maxLogLineBytes);
    fail(key, fieldName(key) + " must be a string.");
    return {};
}

std::vector<LogLine> ObjectReader::lines(std::string_view key)
{
    std::vector<LogLine> lines;
    const json::value *value = find(key);
    if (value == nullptr)
        return lines;
    const json::array *array = value->if_array();
    if (array == nullptr) {
        fail(key, fieldName(key) + " must be an array of lines.");
        return lines;
    }
    for (std::size_t i = 0; i < array->size() && !m_error; ++i) {
        const json::value &item = array->at(i);
        if (const auto *text = item.if_string()) {
            lines.push_back({.text = cutLogText(cleanLogText(*text), m_limits.maxLogLineBytes)});
        } else if (const auto *object = item.if_object()) {
            ObjectReader reader(*object, m_limits, fieldName(key) + "[" + std::to_string(i) + "].");
            LogLine line;
            line.n = static_cast<std::uint64_t>(
                reader.number("n", 0, 9e15).value_or(std::nullopt).value_or(0));
            line.time = reader.time("t").value_or(WallTime{});
            line.level = reader.text("level", m_limits.maxTitleBytes).value_or("");
            line.text = reader.logText("text");
            if (reader.error())
                m_error = reader.error();
            lines.push_back(std::move(line));
        } else {
            fail(key, fieldName(key) + "[" + std::to_string(i) +
                          "] must be a string or {\"text\", \"level\"}.");
        }
    }
    return lines;
}

Result<json::value> parseObject(std::string_view text, json::storage_ptr storage, Piece piece)
{
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = 16;
    json::value value = json::parse(text, error, std::move(storage), options);
    if (error) {
        return Error{.code = Error::Code::BadInput,
                     .name = "bad_json",
                     .detail = nameOf(piece) + " is not valid JSON: " + error.message() + "."};
    }
    if (!value.is_object()) {
        return Error{.code = Error::Code::BadInput,
                     .name = "bad_json",
                     .detail = nameOf(piece) + " must be a JSON object."};
    }
    return value;
}

} // namespace afoot::wire
