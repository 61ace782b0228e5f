#include "core/serve/response.h"

#include "core/wire/json.h"

#include <array>
#include <cstdio>

namespace afoot::serve {

namespace {

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

struct NamedStatus
{
    std::string_view name;
    int status;
};

/// Where HTTP has a finer word than Error::Code.
constexpr std::array<NamedStatus, 9> finerStatus{{
    {"unauthorized", 401},
    {"method_not_allowed", 405},
    {"timeout", 408},
    {"upgrade_required", 426},
    {"content_type", 415},
    {"expectation", 417},
    {"header_too_large", 431},
    {"too_many_subscribers", 503},
    {"too_many_connections", 503},
}};

} // namespace

int statusOf(const Error &error)
{
    for (const NamedStatus &finer : finerStatus) {
        if (finer.name == error.name)
            return finer.status;
    }
    switch (error.code) {
    case Error::Code::BadInput:
        return 400;
    case Error::Code::NotFound:
        return 404;
    case Error::Code::Conflict:
        return 409;
    case Error::Code::TooLarge:
        return 413;
    case Error::Code::TooMany:
        return 429;
    case Error::Code::Refused:
        return 403;
    case Error::Code::Unavailable:
        return 503;
    case Error::Code::Internal:
        return 500;
    }
    return 500;
}

Response answerWith(const Error &error)
{
    Response response{.status = statusOf(error), .body = wire::toJson(error)};
    if (response.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"afoot\"");
    if (response.status == 426)
        response.headers.emplace_back("Upgrade", "websocket");
    if (response.status == 503 || response.status == 429)
        response.headers.emplace_back("Retry-After", "5");
    return response;
}

std::string serialized(const Response &response, std::string_view date, BodyFraming framing,
                       bool keepAlive)
{
    const bool hasBody = response.status != 204 && response.status != 304;
    std::string out;
    out.reserve(320 + (framing == BodyFraming::Length ? response.body.size() : 0));
    out += "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    out += reasonOf(response.status);
    out += "\r\nDate: ";
    out += date;
    if (hasBody) {
        out += "\r\nContent-Type: ";
        out += response.contentType;
        if (framing != BodyFraming::Stream) {
            out += "\r\nContent-Length: ";
            out += std::to_string(response.body.size());
        }
    }
    out += "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff"
           "\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'";
    for (const auto &[name, value] : response.headers) {
        out += "\r\n";
        out += name;
        out += ": ";
        out += value;
    }
    out += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    if (hasBody && framing == BodyFraming::Length)
        out += response.body;
    return out;
}

std::string httpDate(WallTime time)
{
    static constexpr std::array<const char *, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
    static constexpr std::array<const char *, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
    std::array<char, 64> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
        months[(static_cast<unsigned>(date.month()) - 1) % 12], static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace afoot::serve
