#pragma once

#include "core/model/result.h"
#include "core/serve/sockets.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace afoot::cli {

/// Where a tracker listens beside its Unix socket.
struct Listening
{
    std::optional<std::uint16_t> loopback{};    ///< plain HTTP on 127.0.0.1 and [::1]; unset: none
    bool isLoopbackAsked = false;               ///< by its number, so that it must be had
    std::vector<serve::SocketAddress> others{}; ///< under TLS

    friend bool operator==(const Listening &, const Listening &) = default;
};

enum class HasCertificate { No, Yes };

/// What all of --listen say together: a port, a loopback address and port, "none", and, with a certificate, any
/// number of other addresses. Loopback is listened on even if only others are named, but for a port that 0.0.0.0
/// or [::] takes.
///
/// Errors: "bad_address", "not_loopback" (without a certificate), "contradiction".
Result<Listening> listeningOn(const std::vector<std::string> &asked, HasCertificate certificate);

} // namespace afoot::cli
