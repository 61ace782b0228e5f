#pragma once

#include "core/dialect/serving.h"
#include "core/serve/request.h"

#include <optional>
#include <string>

namespace afoot::serve {

struct Answer;
struct Api;

/// The paths of other backends (core/dialect/serving.h), answered in their place and format, so that clients
/// written for them run against this tracker unchanged. Their jobs are those of the source "local".
///
/// Threads: the engine's.

/// What such a client is to be told.
struct CompatPlan
{
    const dialect::Dialect *dialect = nullptr;
    std::string id{};     ///< the job of the path; empty: all of them
    std::string accept{}; ///< answers the handshake of a WebSocket; empty for SSE
    bool mayAsk = true;   ///< it showed the token

    friend bool operator==(const CompatPlan &, const CompatPlan &) = default;
};

/// A request to read, by its head alone: with nothing but this is the token left out.
bool isCompatReading(const Request &head);

/// The answer, when a dialect has the path; Api::compat is set. A stream's comes with a CompatPlan, of which the caller
/// sets @c mayAsk.
std::optional<Answer> compatAnswer(const Request &request, Api &api);

} // namespace afoot::serve
