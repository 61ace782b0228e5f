#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afoot::serve {

/// One HTTP answer as a value.
struct Response
{
    int status = 200;
    std::string body{};
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>>
        headers{};      ///< names and values are ours, never a client's bytes as they came
    bool close = false; ///< hang up afterwards
};

/// The status that fits: 400, 401, 403, 404, 405, 408, 409, 413, 415, 417, 429, 431, 500 or 503.
int statusOf(const Error &error);

/// {"error":{…}} with the fitting status.
Response answerWith(const Error &error);

/// Whether bytes of the body follow the head.
enum class BodyFraming {
    Length, ///< Content-Length, and the body
    None,   ///< Content-Length alone: HEAD
    Stream, ///< no length: the end of the connection ends it
};

/// The answer as HTTP/1.1 bytes. Every one carries Cache-Control: no-store, X-Content-Type-Options: nosniff and
/// Content-Security-Policy: default-src 'none'. @p date is an RFC 9110 date.
std::string serialized(const Response &response, std::string_view date, BodyFraming framing,
                       bool keepAlive);

/// RFC 9110, section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string httpDate(WallTime time);

} // namespace afoot::serve
