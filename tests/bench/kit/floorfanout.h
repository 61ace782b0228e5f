#pragma once

namespace afoot::bench {

/// The floor of a fan-out: one epoll loop that makes the frame of a posted body once and sends it once to each reader.
/// GET /sse and GET /ws subscribe; POST publishes, and is answered first, as Afoot does. Serves @p listener until it is
/// killed; checks nothing.
void serveFloorFanout(int listener);

} // namespace afoot::bench
