#include "app/cli/jobfields.h"

#include "core/model/text.h"
#include "core/wire/json.h"

#include <charconv>
#include <cmath>

namespace afoot::cli {

void JobFields::member(std::string_view field, std::string_view json)
{
    if (!m_members.empty())
        m_members += ',';
    m_members += wire::quoted(field);
    m_members += ':';
    m_members += json;
}

void JobFields::text(std::string_view field, const std::optional<std::string> &value)
{
    if (value) // cleaned first: what a shell passes on need not be UTF-8
        member(field, wire::quoted(cleanText(*value)));
}

void JobFields::number(std::string_view field, std::string_view option,
                       const std::optional<std::string> &value)
{
    if (!value)
        return;
    std::string_view digits = *value;
    if (digits == "unknown") {
        member(field, "null");
        return;
    }
    if (field == "percent" && digits.ends_with('%'))
        digits.remove_suffix(1);
    double parsed = 0;
    const char *const end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, parsed);
    if (failure != std::errc{} || stop != end || !std::isfinite(parsed)) {
        if (!m_error)
            m_error =
                Error{Error::Code::BadInput, "not_a_number",
                      std::string(option) + " wants a number, not \"" + cleanText(*value) + "\".",
                      std::string(field)};
        return;
    }
    std::string json(32, '\0');
    const auto written = std::to_chars(json.data(), json.data() + json.size(), parsed);
    json.resize(static_cast<std::size_t>(written.ptr - json.data()));
    member(field, json);
}

void JobFields::declined(const std::optional<std::string> &ask,
                         const std::optional<std::string> &reason)
{
    if (!ask)
        return;
    std::string object = R"({"ask":)" + wire::quoted(cleanText(*ask));
    if (reason)
        object += R"(,"reason":)" + wire::quoted(cleanText(*reason));
    member("declined", object + '}');
}

void JobFields::steps(const std::optional<std::string> &names)
{
    if (!names)
        return;
    std::string list;
    std::string_view rest = *names;
    while (true) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (const std::string name = cleanText(rest.substr(0, comma)); !name.empty())
            list +=
                (list.empty() ? "" : ",") + std::string(R"({"name":)") + wire::quoted(name) + '}';
        if (comma == rest.size())
            break;
        rest.remove_prefix(comma + 1);
    }
    member("steps", '[' + list + ']');
}

void JobFields::details(const std::vector<std::string> &pairs)
{
    if (pairs.empty())
        return;
    std::string object;
    for (const std::string &pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == 0 || equals == std::string::npos) {
            if (!m_error)
                m_error =
                    Error{Error::Code::BadInput, "bad_detail",
                          "--detail wants KEY=VALUE, not \"" + cleanText(pair) + "\".", "details"};
            return;
        }
        const std::string value = cleanText(std::string_view(pair).substr(equals + 1));
        object += object.empty() ? "" : ",";
        object += wire::quoted(cleanText(pair.substr(0, equals))) + ':';
        object += value.empty() ? "null" : wire::quoted(value);
    }
    member("details", '{' + object + '}');
}

void JobFields::yes(std::string_view field, bool value)
{
    if (value)
        member(field, "true");
}

Result<Update> JobFields::update(Update::Op op) const
{
    if (m_error)
        return *m_error;
    return wire::updateFromJson('{' + m_members + '}', op);
}

} // namespace afoot::cli
