#pragma once

namespace afoot::remote {

/// Requests of this program go by the proxies of the desktop or of the environment (http_proxy, https_proxy, no_proxy);
/// those to this machine itself never do.
///
/// Threads: main, before the first request.
void useSystemProxies();

} // namespace afoot::remote
