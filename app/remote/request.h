#pragma once

#include "app/shared/headers.h"
#include "core/model/clock.h"
#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// One tracker, and what goes along with each request to it.
struct RemoteUrl
{
    std::string url{};
    std::string token{};  ///< sent as Authorization: Bearer
    HeaderList headers{}; ///< sent along too

    friend bool operator==(const RemoteUrl &, const RemoteUrl &) = default;
};

/// What `afoot watch` wants of afoot-remote: one line of JSON on its standard input, so that no secret stands in
/// an argument.
struct RemoteRequest
{
    std::vector<RemoteUrl> urls{};
    std::string dialect{}; ///< of all of them; empty: each by its URL
    bool keepTrying = false;
    bool once = false; ///< the first word of each tracker is enough
    bool raw = false;  ///< what the transports dispatch too
    bool asIs =
        false; ///< only that, at the URLs as they stand, until each stream ends for the first time
    std::string lastEventId{};
    std::optional<Millis> silence{}; ///< instead of the dialect's
    std::string pollUrl{};           ///< instead of the dialect's
    std::optional<Millis> pollEvery{};
    std::optional<unsigned> maxFailures{}; ///< attempts before it polls or gives up

    friend bool operator==(const RemoteRequest &, const RemoteRequest &) = default;
};

/// What the jobs of the URL of this number, from 0 on, have as their source.
std::string sourceNameOf(const RemoteRequest &request, std::size_t number);

std::string toJson(const RemoteRequest &request);
Result<RemoteRequest> remoteRequestFrom(std::string_view json);

} // namespace afoot
