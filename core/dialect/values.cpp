#include "core/dialect/values.h"

#include "core/model/ulid.h"
#include "core/wire/rfc3339.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

std::optional<double> plainNumber(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    double number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<double> jsonNumber(const json::value &value)
{
    if (const auto *i = value.if_int64())
        return static_cast<double>(*i);
    if (const auto *u = value.if_uint64())
        return static_cast<double>(*u);
    if (const auto *d = value.if_double(); d != nullptr && std::isfinite(*d))
        return *d;
    return std::nullopt;
}

/// How many bytes "KiB", "MB", "g" and the like are.
std::optional<double> unitBytes(std::string_view unit)
{
    if (unit == "kB")
        return 1000;
    if (unit.empty() || unit == "B" || unit == "bytes" || unit == "byte")
        return 1;
    static constexpr std::string_view letters = "KMGTPE";
    const char letter = unit.front() >= 'a' ? static_cast<char>(unit.front() - 32) : unit.front();
    const auto power = letters.find(letter);
    const std::string_view rest = unit.substr(1);
    if (power == std::string_view::npos ||
        !(rest.empty() || rest == "B" || rest == "b" || rest == "iB"))
        return std::nullopt;
    return std::pow(1024.0, static_cast<double>(power + 1));
}

template <typename Word>
std::optional<std::string> nearestWord(const Table &table, std::initializer_list<Word> words)
{
    for (const Word word : words) {
        if (auto found = wordFor(table, nameOf(word)))
            return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> scalarText(const json::value &value)
{
    if (const auto *string = value.if_string())
        return std::string(*string);
    if (value.is_structured())
        return std::nullopt;
    return json::serialize(value);
}

bool fits(std::string_view word, std::string_view text)
{
    if (word == "*")
        return true;
    const bool before = word.starts_with('*');
    const bool behind = word.ends_with('*');
    if (before)
        word.remove_prefix(1);
    if (behind)
        word.remove_suffix(1);
    if (before && behind)
        return text.find(word) != std::string_view::npos;
    return before ? text.ends_with(word) : behind ? text.starts_with(word) : text == word;
}

const Word *lookUp(const Table &table, std::string_view text)
{
    for (const Word &word : table) {
        if (word.said == text)
            return &word;
    }
    for (const Word &word : table) {
        if (fits(word.said, text))
            return &word;
    }
    return nullptr;
}

std::optional<std::string> wordFor(const Table &table, std::string_view meaning)
{
    for (const Word &word : table) {
        if (word.means == meaning && word.said.find('*') == std::string::npos)
            return word.said;
    }
    return std::nullopt;
}

bool holds(const json::value &message, const Condition &condition)
{
    const json::value *value = at(message, condition.at);
    const auto text = value != nullptr ? scalarText(*value) : std::nullopt;
    return text && std::any_of(condition.words.begin(), condition.words.end(),
                               [&](const std::string &word) { return fits(word, *text); });
}

bool holdAll(const json::value &message, const std::vector<Condition> &conditions)
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition &condition) { return holds(message, condition); });
}

std::optional<double> numberFrom(const json::value &value)
{
    const auto *string = value.if_string();
    if (string == nullptr)
        return jsonNumber(value);
    std::string_view text = *string;
    if (text.ends_with('%'))
        text.remove_suffix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return plainNumber(text);
}

std::optional<double> bytesFrom(const json::value &value)
{
    const auto *string = value.if_string();
    if (string == nullptr)
        return jsonNumber(value);
    std::string number(*string);
    const auto letters = number.find_first_not_of("0123456789., ");
    std::string unit = letters == std::string::npos ? std::string() : number.substr(letters);
    number.resize(std::min(letters, number.size()));
    while (number.ends_with(' '))
        number.pop_back();
    while (unit.ends_with(' '))
        unit.pop_back();
    std::replace(number.begin(), number.end(), ',', '.');
    const auto count = plainNumber(number);
    const auto bytes = unitBytes(unit);
    if (!count || !bytes)
        return std::nullopt;
    return std::floor(*count * *bytes);
}

std::optional<WallTime> timeFrom(const json::value &value, std::chrono::minutes offset)
{
    if (const auto *string = value.if_string()) {
        if (const auto time = wire::fromRfc3339(*string))
            return time;
        const auto time = wire::fromRfc3339(std::string(*string) + 'Z');
        return time ? std::optional(*time - offset) : std::nullopt;
    }
    const auto number = jsonNumber(value);
    if (!number || *number <= 0 || *number > 1e14)
        return std::nullopt;
    // seconds stay below this until the year 5138, milliseconds passed it in 1973
    const double millis = *number < 1e11 ? *number * 1000 : *number;
    return WallTime(Millis(static_cast<std::int64_t>(millis)));
}

std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string_view>> &values)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        text.remove_prefix(open);
        const auto known = std::find_if(values.begin(), values.end(), [&](const auto &entry) {
            return text.substr(1).starts_with(entry.first) &&
                   text.substr(1 + entry.first.size()).starts_with('}');
        });
        if (known == values.end()) {
            out += '{';
            text.remove_prefix(1);
        } else {
            out += known->second;
            text.remove_prefix(known->first.size() + 2);
        }
    }
    return out;
}

std::string withId(std::string_view text, std::string_view id)
{
    return filled(text, {{"id", id}, {"short_id", shortId(id)}});
}

std::optional<std::string> stateWord(const Table &table, State state)
{
    switch (state) {
    case State::Queued:
    case State::Running:
    case State::Paused:
    case State::NeedsInput:
        return nearestWord<State>(table, {state, State::Running});
    case State::Completed:
        return nearestWord<State>(table, {state});
    default:
        return nearestWord<State>(table, {state, State::Failed});
    }
}

std::optional<std::string> stepWord(const Table &table, StepState state)
{
    return nearestWord<StepState>(table, {state});
}

} // namespace afoot::dialect
