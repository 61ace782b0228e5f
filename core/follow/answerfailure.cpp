#include "core/follow/answerfailure.h"

#include <string>

namespace afoot {

bool isWorthRepeating(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

LinkFailure answerFailure(int status, Credentials credentials, std::optional<Millis> retryAfter)
{
    const bool isSent = credentials == Credentials::Sent;
    const char *what = status == 401 && isSent
                           ? ": it refuses the token or password that it was sent"
                       : status == 401 ? ": it wants a token or a password"
                       : status == 403 ? ": it does not allow this"
                       : status == 404 ? ": there is nothing at this address"
                                       : "";
    return {.reason = "the server answered " + std::to_string(status) + what,
            .isFinal = !isWorthRepeating(status),
            .retryAfter = retryAfter};
}

} // namespace afoot
