#include "core/serve/request.h"

#include <algorithm>
#include <array>

namespace afoot::serve {

namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> methodNames{{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
}};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string_view nameOf(Method method)
{
    for (const auto &[value, name] : methodNames) {
        if (value == method)
            return name;
    }
    return "?";
}

Method methodNamed(std::string_view name)
{
    for (const auto &[value, known] : methodNames) {
        if (known == name)
            return value;
    }
    return Method::Other;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::path() const
{
    const std::string_view all = target;
    return all.substr(0, all.find_first_of("?#"));
}

std::string_view Request::query() const
{
    const std::string_view all = target;
    const std::size_t mark = all.find('?');
    if (mark == std::string_view::npos)
        return {};
    const std::string_view rest = all.substr(mark + 1);
    return rest.substr(0, rest.find('#'));
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    for (const auto &[known, value] : headers) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

std::size_t Request::countOf(std::string_view name) const
{
    return static_cast<std::size_t>(
        std::count_if(headers.begin(), headers.end(),
                      [name](const auto &header) { return header.first == name; }));
}

} // namespace afoot::serve
