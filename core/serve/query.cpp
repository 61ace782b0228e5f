#include "core/serve/query.h"

#include "core/serve/hex.h"

#include <algorithm>
#include <charconv>

namespace afoot::serve {

namespace {

std::optional<std::string> formDecoded(std::string_view text)
{
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percentDecoded(spaced);
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out.push_back(text[i]);
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        const int high = hexValue(text[i + 1]);
        const int low = hexValue(text[i + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return out;
}

Result<Query> Query::parse(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        auto name = formDecoded(pair.substr(0, equals));
        auto value = formDecoded(equals == std::string_view::npos ? std::string_view{}
                                                                  : pair.substr(equals + 1));
        if (!name || !value)
            return Error{Error::Code::BadInput,
                         "bad_request",
                         "The query holds a % that two hexadecimal digits do not follow.",
                         {}};
        query.m_pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return query;
}

std::optional<std::string_view> Query::value(std::string_view name) const
{
    for (const auto &[known, text] : m_pairs) {
        if (known == name)
            return text;
    }
    return std::nullopt;
}

std::vector<std::string_view> Query::values(std::string_view name) const
{
    std::vector<std::string_view> out;
    for (const auto &[known, text] : m_pairs) {
        if (known == name)
            out.push_back(text);
    }
    return out;
}

std::optional<std::string_view> Query::unknown(std::initializer_list<std::string_view> known) const
{
    for (const auto &[name, text] : m_pairs) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            return name;
    }
    return std::nullopt;
}

bool Query::isOn(std::string_view name) const
{
    const auto text = value(name);
    return text && (text->empty() || *text == "1" || *text == "true" || *text == "yes");
}

Result<std::uint64_t> Query::number(std::string_view name, std::uint64_t fallback,
                                    std::uint64_t least) const
{
    const auto text = value(name);
    if (!text)
        return fallback;
    std::uint64_t out = 0;
    const char *end = text->data() + text->size();
    const auto [stop, trouble] = std::from_chars(text->data(), end, out);
    if (trouble != std::errc{} || stop != end || out < least)
        return Error{Error::Code::BadInput, "bad_value",
                     std::string(name) + " must be a whole number" +
                         (least > 0 ? " from " + std::to_string(least) + " on" : "") +
                         ", such as " + std::string(name) + "=100.",
                     std::string(name)};
    return out;
}

} // namespace afoot::serve
