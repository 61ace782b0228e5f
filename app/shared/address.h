#pragma once

#include "app/shared/paths.h"
#include "core/follow/trackerclient.h"

namespace afoot {

/// Where this person's tracker listens: $AFOOT_TRACKER (with $AFOOT_TOKEN, or the token on disk, over TCP), else
/// the socket of @p paths. A socket folder in /tmp that somebody else could have made is refused.
Result<TrackerAddress> trackerAddress(const Paths &paths);

} // namespace afoot
