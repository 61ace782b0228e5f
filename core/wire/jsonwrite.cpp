#include "core/wire/jsonwrite.h"

#include "core/model/text.h"
#include "core/wire/rfc3339.h"

#include <array>
#include <charconv>
#include <cmath>

namespace afoot::wire {

std::string &ObjectWriter::raw(std::string_view key)
{
    if (!m_first)
        m_out += ',';
    m_first = false;
    m_out += '"';
    m_out += key;
    m_out += "\":";
    return m_out;
}

void ObjectWriter::text(std::string_view key, std::string_view value)
{
    appendQuoted(raw(key), value);
}

void ObjectWriter::textIf(std::string_view key, std::string_view value)
{
    if (!value.empty())
        text(key, value);
}

void ObjectWriter::number(std::string_view key, double value)
{
    appendNumber(raw(key), value);
}

void ObjectWriter::integer(std::string_view key, std::uint64_t value)
{
    raw(key) += std::to_string(value);
}

void ObjectWriter::numberOrNull(std::string_view key, const std::optional<double> &value)
{
    if (value)
        number(key, *value);
    else
        raw(key) += "null";
}

void ObjectWriter::boolean(std::string_view key, bool value)
{
    raw(key) += value ? "true" : "false";
}

void ObjectWriter::time(std::string_view key, WallTime value)
{
    raw(key).append("\"").append(toRfc3339(value)).append("\"");
}

void ObjectWriter::timeOrNull(std::string_view key, const std::optional<WallTime> &value)
{
    if (value)
        time(key, *value);
    else
        raw(key) += "null";
}

namespace {

template <typename List, typename Append>
void appendArray(std::string &out, const List &list, Append append)
{
    out += '[';
    bool first = true;
    for (const auto &item : list) {
        if (!first)
            out += ',';
        first = false;
        append(item);
    }
    out += ']';
}

} // namespace

void appendSteps(std::string &out, const std::vector<Step> &steps, Labels labels)
{
    appendArray(out, steps, [&](const Step &step) {
        ObjectWriter object(out);
        object.text("name", step.name);
        object.textIf("label",
                      step.label.empty() && labels == Labels::Always ? step.name : step.label);
        object.text("state", nameOf(step.state));
        if (step.percent)
            object.number("percent", *step.percent);
        object.textIf("message", step.message);
        if (step.startedAt)
            object.time("started_at", *step.startedAt);
        if (step.finishedAt)
            object.time("finished_at", *step.finishedAt);
        object.close();
    });
}

void appendAsks(std::string &out, AskSet asks)
{
    std::vector<Ask> list;
    for (const Ask ask : {Ask::Cancel, Ask::Pause, Ask::Resume, Ask::Retry}) {
        if (asks.has(ask))
            list.push_back(ask);
    }
    appendArray(out, list, [&](Ask ask) { appendQuoted(out, nameOf(ask)); });
}

void appendDeclined(std::string &out, const Declined &declined)
{
    ObjectWriter object(out);
    object.text("ask", nameOf(declined.ask));
    object.textIf("reason", declined.why);
    if (declined.at != WallTime{})
        object.time("at", declined.at);
    object.close();
}

void appendLines(std::string &out, const std::vector<LogLine> &lines)
{
    appendArray(out, lines, [&](const LogLine &line) { appendLine(out, line); });
}

void appendLine(std::string &out, const LogLine &line)
{
    ObjectWriter object(out);
    if (line.n > 0)
        object.integer("n", line.n);
    if (line.time != WallTime{})
        object.time("t", line.time);
    object.textIf("level", line.level);
    object.text("text", line.text);
    object.close();
}

void appendDetail(ObjectWriter &object, const Detail &detail)
{
    std::string &value = object.raw(escaped(detail.key));
    if (const auto *number = std::get_if<double>(&detail.value))
        appendNumber(value, *number);
    else
        appendQuoted(value, std::get<std::string>(detail.value));
}

std::string escaped(std::string_view text)
{
    std::string quoted;
    appendQuoted(quoted, text);
    return quoted.substr(1, quoted.size() - 2);
}

void appendQuoted(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    std::string cleaned;
    if (!isUtf8(text)) {
        cleaned = cleanText(text, LineEnds::Keep);
        text = cleaned;
    }
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text.substr(from, i - from));
        from = i + 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += "\\u00";
            out += hex[c >> 4U];
            out += hex[c & 0xFU];
        }
    }
    out.append(text.substr(from));
    out += '"';
}

void appendNumber(std::string &out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> digits{};
    std::to_chars_result end{};
    if (value == std::floor(value) && std::abs(value) < 1e15)
        end = std::to_chars(digits.data(), digits.data() + digits.size(),
                            static_cast<long long>(value));
    else
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr);
}

} // namespace afoot::wire
