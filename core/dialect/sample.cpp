#include "core/dialect/sample.h"

#include "core/dialect/read.h"
#include "core/dialect/vocabulary.h"
#include "core/model/text.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t maxKeyBytes = 100;
constexpr std::size_t maxDepth = 4;

/// Of @p all at most maxMessages: those with which it begins and ends, and every so many between.
std::vector<std::size_t> spread(std::size_t all)
{
    constexpr std::size_t ends = Sample::maxMessages / 5;
    constexpr std::size_t between = Sample::maxMessages - 2 * ends;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < std::min(all, Sample::maxMessages); ++i) {
        if (all <= Sample::maxMessages || i < ends)
            chosen.push_back(i);
        else if (i < ends + between)
            chosen.push_back(ends + (i - ends) * (all - 2 * ends) / between);
        else
            chosen.push_back(all - Sample::maxMessages + i);
    }
    return chosen;
}

} // namespace

Sample::Sample(const std::vector<std::string> &messages)
{
    json::parse_options options;
    options.max_depth = 32;
    for (const std::size_t number : spread(messages.size())) {
        const std::string &text = messages[number];
        boost::system::error_code error;
        json::value value;
        if (text.size() <= maxMessageBytes)
            value = json::parse(text, error, {}, options);
        if (error || !value.is_object()) {
            ++m_unreadable;
            continue;
        }
        m_messages.push_back(std::move(value));
        m_texts.push_back(&text);
    }
    // places keep pointers: not before the list is whole
    for (std::size_t i = 0; i < m_messages.size(); ++i)
        walk(i, m_messages[i].get_object(), {}, {});
}

void Sample::walk(std::size_t message, const json::object &object, const Pointer &root,
                  const std::string &name)
{
    for (const auto &member : object) {
        if (member.key().empty() || member.key().size() > maxKeyBytes || !isClean(member.key()))
            continue;
        Pointer at = root / Pointer{{std::string(member.key())}};
        const auto known = m_index.find(toString(at));
        if (known == m_index.end() && m_places.size() == maxPlaces)
            continue;
        const std::size_t number = known != m_index.end() ? known->second : m_places.size();
        if (known == m_index.end()) {
            const std::string plain = plainName(member.key());
            m_places.push_back({.at = at, .name = plain, .qualified = name + plain});
            m_index.emplace(toString(at), number);
        }
        m_places[number].values.emplace_back(message, &member.value());
        if (const auto *inside = member.value().if_object();
            inside != nullptr && at.tokens.size() < maxDepth)
            walk(message, *inside, at, plainName(member.key()));
    }
}

Place Sample::among(const Place &place, const std::set<std::size_t> &chosen)
{
    Place some{.at = place.at, .name = place.name, .qualified = place.qualified};
    for (const auto &value : place.values) {
        if (chosen.contains(value.first))
            some.values.push_back(value);
    }
    return some;
}

bool isClean(std::string_view text)
{
    return cleanText(text) == text;
}

std::vector<std::string> textsAt(const Place &place)
{
    std::vector<std::string> texts;
    for (const auto &[message, value] : place.values) {
        const auto *text = value->if_string();
        if (text != nullptr && std::find(texts.begin(), texts.end(), *text) == texts.end())
            texts.emplace_back(*text);
    }
    return texts;
}

} // namespace afoot::dialect
