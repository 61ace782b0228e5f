#include "core/serve/limitsettings.h"

#include "core/model/nearest.h"
#include "core/model/text.h"
#include "core/serve/request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <variant>

namespace afoot::serve {

namespace {

using Number = std::uint64_t;
using Field = std::variant<std::size_t Limits::*, Millis Limits::*, std::size_t JobLimits::*>;

enum class Kind { Count, Size, Time };

struct Unit
{
    std::string_view name;
    Number worth;
};
/// The largest first: a value is written in the first that it is a multiple of.
constexpr std::array sizeUnits{Unit{"MiB", 1U << 20U}, Unit{"KiB", 1U << 10U}, Unit{"bytes", 1}};
constexpr std::array timeUnits{Unit{"h", 3'600'000}, Unit{"min", 60'000}, Unit{"s", 1'000},
                               Unit{"ms", 1}};

constexpr Number kibi = 1U << 10U;
constexpr Number mebi = 1U << 20U;
constexpr Number shortest = 10;          ///< ms
constexpr Number day = 24 * 3'600'000UL; ///< ms

struct Row
{
    std::string_view name;
    Kind kind;
    Field field;
    Number least;
    Number most;
    std::string_view what;
};

constexpr std::array table{
    Row{"header", Kind::Size, &Limits::maxHeaderBytes, kibi, mebi,
        "request line and header fields"},
    Row{"body", Kind::Size, &Limits::maxBodyBytes, kibi, 256 * mebi, "body of a request"},
    Row{"line", Kind::Size, &Limits::maxLineBytes, 256, 16 * mebi, "line of an upload in bulk"},
    Row{"websocket", Kind::Size, &Limits::maxMessageBytes, 256, 256 * mebi,
        "message on a WebSocket"},
    Row{"unsent", Kind::Size, &Limits::maxUnsentBytes, kibi, 256 * mebi,
        "answers that wait for a client that asks and does not read"},
    Row{"connections", Kind::Count, &Limits::maxConnections, 1, 100'000, "open connections"},
    Row{"tls-connections", Kind::Count, &Limits::maxTlsConnections, 1, 100'000,
        "of these, under TLS"},
    Row{"subscribers", Kind::Count, &Limits::maxSubscribers, 1, 100'000,
        "open streams and WebSockets"},
    Row{"header-time", Kind::Time, &Limits::headerTimeout, shortest, day,
        "for a whole header or a TLS handshake"},
    Row{"body-time", Kind::Time, &Limits::bodyTimeout, shortest, day, "for a whole body"},
    Row{"idle-time", Kind::Time, &Limits::idleTimeout, shortest, day, "between two requests"},
    Row{"write-time", Kind::Time, &Limits::writeTimeout, shortest, day,
        "without a byte of an answer taken"},
    Row{"stall-time", Kind::Time, &Limits::stallTimeout, shortest, 30 * day,
        "the same of a stream or a WebSocket"},
    Row{"ping", Kind::Time, &Limits::pingEvery, shortest, day,
        "silence on a stream, then comes a ping"},
    Row{"retry", Kind::Time, &Limits::retry, shortest, day,
        "what readers are told to wait before they come back"},
    Row{"jobs", Kind::Count, &JobLimits::maxActiveJobs, 1, 1'000'000,
        "jobs on the list; ended ones make room"},
    Row{"id", Kind::Size, &JobLimits::maxIdBytes, 26, 200, "id of a job"},
    Row{"title", Kind::Size, &JobLimits::maxTitleBytes, 16, 64 * kibi,
        "title, unit, and name of a step or a detail"},
    Row{"message", Kind::Size, &JobLimits::maxMessageBytes, 16, mebi,
        "message, question, error, url, kind and value of a detail"},
    Row{"steps", Kind::Count, &JobLimits::maxSteps, 1, 2'000, "steps of a job"},
    Row{"details", Kind::Count, &JobLimits::maxDetails, 1, 2'000, "details of a job"},
    Row{"log-line", Kind::Size, &JobLimits::maxLogLineBytes, 80, mebi,
        "line of a log; a longer one is cut"},
    Row{"log-lines", Kind::Count, &JobLimits::maxLogLinesPerJob, 1, 1'000'000,
        "lines of a job's log; the oldest leave first"},
    Row{"log", Kind::Size, &JobLimits::maxLogBytesPerJob, kibi, 256 * mebi,
        "all lines of a job's log together"},
};

Number valueOf(const Limits &limits, const Field &field)
{
    if (const auto *size = std::get_if<std::size_t Limits::*>(&field))
        return limits.*(*size);
    if (const auto *time = std::get_if<Millis Limits::*>(&field))
        return static_cast<Number>((limits.*(*time)).count());
    return limits.jobs.*std::get<std::size_t JobLimits::*>(field);
}

void put(Limits &limits, const Field &field, Number value)
{
    if (const auto *size = std::get_if<std::size_t Limits::*>(&field))
        limits.*(*size) = static_cast<std::size_t>(value);
    else if (const auto *time = std::get_if<Millis Limits::*>(&field))
        limits.*(*time) = Millis(static_cast<Millis::rep>(value));
    else
        limits.jobs.*std::get<std::size_t JobLimits::*>(field) = static_cast<std::size_t>(value);
}

template <std::size_t n> std::string inUnits(Number value, const std::array<Unit, n> &units)
{
    const auto fits = [value](const Unit &unit) { return value % unit.worth == 0; };
    const Unit &unit = *std::find_if(units.begin(), units.end(), fits);
    return std::to_string(value / unit.worth) + ' ' + std::string(unit.name);
}

std::string inWords(Number value, Kind kind)
{
    switch (kind) {
    case Kind::Size:
        return inUnits(value, sizeUnits);
    case Kind::Time:
        return inUnits(value, timeUnits);
    case Kind::Count:
        break;
    }
    return std::to_string(value);
}

template <std::size_t n>
std::optional<Number> worthOf(std::string_view name, const std::array<Unit, n> &units)
{
    for (const Unit &unit : units) {
        if (equalsIgnoringCase(unit.name, name))
            return unit.worth;
    }
    return std::nullopt;
}

std::optional<Number> worthOf(std::string_view unit, Kind kind)
{
    switch (kind) {
    case Kind::Size:
        return unit.empty() ? std::optional<Number>(1) : worthOf(unit, sizeUnits);
    case Kind::Time:
        return worthOf(unit, timeUnits);
    case Kind::Count:
        break;
    }
    return unit.empty() ? std::optional<Number>(1) : std::nullopt;
}

std::string_view example(Kind kind)
{
    switch (kind) {
    case Kind::Size:
        return "a size such as 500, 64 KiB or 2 MiB";
    case Kind::Time:
        return "a time such as 500 ms, 10 s or 2 min";
    case Kind::Count:
        break;
    }
    return "a whole number such as 500";
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view{} : text.substr(from, last - from + 1);
}

Error wrong(std::string_view name, std::string detail)
{
    return {.code = Error::Code::BadInput,
            .name = "bad_value",
            .detail = std::move(detail),
            .field = std::string(name)};
}

Error unknown(std::string_view name)
{
    std::vector<std::string> names;
    names.reserve(table.size());
    for (const Row &row : table)
        names.emplace_back(row.name);
    const std::string meant = nearest(name, names);
    return wrong({}, "There is no limit " + quotedBriefly(name) +
                         (meant.empty() ? "." : "; did you mean \"" + meant + "\"?"));
}

} // namespace

std::vector<LimitRow> limitRows(const Limits &limits)
{
    std::vector<LimitRow> rows;
    rows.reserve(table.size());
    for (const Row &row : table)
        rows.push_back({.name = std::string(row.name),
                        .value = inWords(valueOf(limits, row.field), row.kind),
                        .least = inWords(row.least, row.kind),
                        .most = inWords(row.most, row.kind),
                        .what = std::string(row.what)});
    return rows;
}

std::optional<Error> setLimit(Limits &limits, std::string_view name, std::string_view value)
{
    const auto *const row = std::find_if(table.begin(), table.end(),
                                         [name](const Row &each) { return each.name == name; });
    if (row == table.end())
        return unknown(name);
    const std::string_view text = trimmed(value);
    Number number = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, number);
    const std::string_view unit = trimmed({stop, static_cast<std::size_t>(end - stop)});
    const auto worth = worthOf(unit, row->kind);
    if (trouble == std::errc::invalid_argument || !worth)
        return wrong(name, std::string(name) + " wants " + std::string(example(row->kind)) +
                               ", not " + quotedBriefly(value) + ".");
    if (trouble != std::errc{} || number < (row->least + *worth - 1) / *worth ||
        number > row->most / *worth)
        return wrong(name, std::string(name) + " is " + quotedBriefly(value) +
                               "; it must be from " + inWords(row->least, row->kind) + " to " +
                               inWords(row->most, row->kind) + ".");
    put(limits, row->field, number * *worth);
    return std::nullopt;
}

} // namespace afoot::serve
