#include "core/dialect/message.h"

#include "core/dialect/values.h"
#include "core/model/limits.h"
#include "core/model/text.h"

#include <algorithm>
#include <cmath>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

/// For a sentence: short, and safe to print.
std::string shown(const json::value &value)
{
    return cutText(cleanText(json::serialize(value)), 80);
}

bool isUnknown(const Source &source, const json::value &value)
{
    if (value.is_null() || (source.as == As::Scalar && value.is_structured()))
        return true;
    if (const auto *string = value.if_string(); string != nullptr && string->empty()) {
        const Word *const word = lookUp(source.table, "");
        return word == nullptr || !word->said.empty();
    }
    for (const std::string &text : source.unknown) {
        boost::system::error_code error;
        const json::value other = json::parse(text, error);
        if (error)
            continue;
        if (value == other)
            return true;
        if (value.is_number() && other.is_number() &&
            value.to_number<double>() == other.to_number<double>())
            return true;
    }
    return false;
}

/// Texts of a list, one behind the other; nothing for other things than texts and numbers.
std::optional<std::string> joined(const json::value &value)
{
    const auto *array = value.if_array();
    if (array == nullptr)
        return scalarText(value);
    std::string all;
    for (const json::value &item : *array) {
        const auto text = scalarText(item);
        if (!text)
            return std::nullopt;
        all.append(all.empty() ? "" : "; ").append(*text);
    }
    return all;
}

} // namespace

void Message::fail(const std::string &where, std::string sentence, const char *name)
{
    ++m_faults;
    if (m_error)
        return;
    m_error = Error{
        .code = Error::Code::BadInput, .name = name, .detail = std::move(sentence), .field = where};
}

std::optional<Message::Found> Message::find(const Source &source)
{
    if (source.at.empty())
        return source.text.empty() ? std::nullopt
                                   : std::optional(Found{.word = source.text, .source = &source});
    for (const Pointer &pointer : source.at) {
        for (const Pointer &root : m_rule.roots) {
            const Pointer whole = root / pointer;
            const json::value *const value = at(m_value, whole);
            if (value == nullptr || isUnknown(source, *value))
                continue;
            if (source.table.empty())
                return Found{.value = value, .source = &source, .where = toString(whole)};
            const auto said = joined(*value);
            if (!said) {
                fail(toString(whole),
                     shown(*value) + " cannot be looked up; it must be a text, a "
                                     "number, true or false.",
                     "wrong_type");
                return std::nullopt;
            }
            const Word *const word = lookUp(source.table, *said);
            if (word == nullptr) {
                fail(toString(whole),
                     shown(*value) +
                         " is a word that the dialect does not know; add it to the table.",
                     "unknown_word");
                return std::nullopt;
            }
            if (word->means)
                return Found{.word = *word->means, .source = &source, .where = toString(whole)};
        }
    }
    return std::nullopt;
}

std::optional<Message::Found> Message::find(Field field)
{
    const FieldRule *const rule = m_rule.find(field);
    if (rule == nullptr)
        return std::nullopt;
    const int faults = m_faults;
    for (const Source &source : rule->sources) {
        auto found = find(source);
        if (found || m_faults != faults)
            return found;
    }
    return std::nullopt;
}

std::optional<std::string> Message::rawTextOf(const Found &found)
{
    if (found.value == nullptr)
        return found.word;
    auto text = joined(*found.value);
    if (!text)
        fail(found.where, shown(*found.value) + " must be a text.", "wrong_type");
    return text;
}

std::optional<std::string> Message::textOf(const Found &found, std::size_t maxBytes)
{
    const auto text = rawTextOf(found);
    return text ? std::optional(cutText(cleanText(*text), maxBytes)) : std::nullopt;
}

std::optional<std::string> Message::logText(Field field, std::size_t maxBytes)
{
    const auto found = find(field);
    auto text = found ? rawTextOf(*found) : std::nullopt;
    if (text)
        text = cutLogText(cleanLogText(*text), maxBytes);
    return text && text->empty() ? std::nullopt : text;
}

std::optional<std::string> Message::text(Field field, std::size_t maxBytes)
{
    const auto found = find(field);
    auto text = found ? textOf(*found, maxBytes) : std::nullopt;
    return text && text->empty() ? std::nullopt : text;
}

std::optional<std::string> Message::id()
{
    const auto found = find(Field::Id);
    if (!found)
        return std::nullopt;
    const auto text = found->value != nullptr ? scalarText(*found->value) : found->word;
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    static constexpr std::string_view broken =
        "\xEF\xBF\xBD"; // two ids that are mended may be one then
    if (!text || text->empty() || text->size() > JobLimits{}.maxIdBytes ||
        text->find(broken) != std::string::npos ||
        std::any_of(text->begin(), text->end(), isControl)) {
        fail(found->where,
             "The id of a job must be UTF-8 text of 1 to 200 bytes without control characters.",
             "bad_id");
        return std::nullopt;
    }
    return text;
}

std::optional<double> Message::number(Field field)
{
    const auto found = find(field);
    if (!found)
        return std::nullopt;
    const json::value value = found->value != nullptr ? *found->value : json::value(found->word);
    auto number = found->source->as == As::Bytes ? bytesFrom(value) : numberFrom(value);
    if (number && found->source->as == As::Fraction)
        number = std::round(*number * 1e8) / 1e6; // 0.07 is 7
    if (!number)
        fail(found->where, shown(value) + " must be a number.", "wrong_type");
    return number;
}

std::optional<double> Message::percent(Field field)
{
    const auto percent = number(field);
    constexpr double most = 150; // whoever took the whole for smaller; beyond that it is no percent
    if (!percent || *percent < 0 || *percent > most)
        return std::nullopt;
    return std::min(*percent, 100.0);
}

std::optional<WallTime> Message::time(Field field)
{
    const auto found = find(field);
    if (!found || found->value == nullptr)
        return std::nullopt;
    return timeFrom(*found->value,
                    found->source->as == As::LocalTime ? m_localOffset : std::chrono::minutes(0));
}

std::vector<Detail> Message::details()
{
    const JobLimits limits;
    std::vector<Detail> details;
    const auto add = [&](const std::string &key, const json::value &value, As as) {
        const auto bytes = as == As::Bytes ? bytesFrom(value) : std::nullopt;
        if (details.size() >= limits.maxDetails || key.empty())
            return;
        if (bytes)
            details.push_back({.key = key, .value = *bytes});
        else if (const auto number = value.is_string() ? std::nullopt : numberFrom(value))
            details.push_back({.key = key, .value = *number});
        else if (const auto text = joined(value); text && !value.is_null())
            details.push_back(
                {.key = key, .value = cutText(cleanText(*text), limits.maxMessageBytes)});
    };
    for (const DetailRule &rule : m_rule.details) {
        if (const auto found = find(rule.source))
            add(rule.key, found->value != nullptr ? *found->value : json::value(found->word),
                rule.source.as);
    }
    for (const Pointer &root : m_rule.roots) {
        const json::value *const all =
            m_rule.allDetails ? at(m_value, root / *m_rule.allDetails) : nullptr;
        const auto *const object = all != nullptr ? all->if_object() : nullptr;
        if (object == nullptr)
            continue;
        for (const auto &member : *object) {
            const auto &except = m_rule.exceptDetails;
            if (std::find(except.begin(), except.end(), member.key()) == except.end())
                add(cutText(cleanText(member.key()), limits.maxTitleBytes), member.value(),
                    As::Plain);
        }
        break;
    }
    return details;
}

bool Message::isConstant(Field field) const
{
    const FieldRule *const rule = m_rule.find(field);
    return rule != nullptr && rule->sources.size() == 1 && rule->sources.front().at.empty();
}

std::string Message::place(Field field) const
{
    const FieldRule *const rule = m_rule.find(field);
    if (rule == nullptr || rule->sources.front().at.empty())
        return {};
    return toString(m_rule.roots.front() / rule->sources.front().at.front());
}

} // namespace afoot::dialect
