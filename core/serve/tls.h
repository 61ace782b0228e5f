#pragma once

#include "core/model/clock.h"
#include "core/model/result.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::serve {

/// This machine's certificate and key, and on what terms sessions are made with them.
///
/// TLS 1.2 or 1.3 with forward secrecy and authenticated encryption alone, no renegotiation, no compression; tickets
/// instead of a cache of sessions. A peer that names protocols (RFC 7301) must name http/1.1.
/// Threads: one at a time. Must outlive its sessions.
class TlsContext
{
public:
    /// Reads both files, PEM. In @p certificatePath the certificate of this machine comes first and those that vouch
    /// for it behind it. @p keyPath may be read by its owner alone, and by a group if root owns it.
    ///
    /// Errors: "no_tls", "bad_certificate", "bad_key", "key_exposed"; their detail names the file.
    static Result<TlsContext> load(const std::string &certificatePath, const std::string &keyPath);

    ~TlsContext();
    TlsContext(TlsContext &&) noexcept;
    TlsContext &operator=(TlsContext &&) noexcept;

    /// What the certificate calls this machine: names and addresses, as Host says them ("[::1]"). Names with a * are
    /// left out: they fit machines of others, too.
    const std::vector<std::string> &names() const;
    /// When clients will take it no more.
    WallTime expires() const;

private:
    friend class TlsSession;
    struct Private;
    explicit TlsContext(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// What came of reading or writing without blocking.
enum class IoState {
    Moved,      ///< bytes went through
    WantsRead,  ///< again once the socket can be read, also when it was to be written
    WantsWrite, ///< again once the socket can be written, also when it was to be read
    PlainHttp,  ///< the peer speaks HTTP where TLS was expected; nothing of it has been read
    Ended,      ///< the peer is gone, or broke the rules
};
struct IoOutcome
{
    IoState state = IoState::Ended;
    std::size_t bytes = 0; ///< > 0 exactly when Moved
};

/// One peer's side of TLS (RFC 8446, RFC 5246) over a socket, as its server.
///
/// The handshake happens within read(). While idle it holds no buffers of records.
/// Threads: one at a time. Errors: a peer's are Ended; nothing is to be read or written after that.
/// Needed for life: the context; and the socket, which does not block and is not owned.
class TlsSession
{
public:
    /// nullptr when there is no memory for it.
    static std::unique_ptr<TlsSession> make(const TlsContext &context, int fd);

    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    /// Fills @p room as far as it goes.
    IoOutcome read(std::span<char> room);
    /// One record at most. After WantsRead or WantsWrite the next call must begin with the same bytes; more may
    /// stand behind them, and elsewhere.
    IoOutcome write(std::string_view bytes);
    /// Tells the peer that nothing more comes. False: again once the socket can be written.
    bool sayEnd();

    bool isShakingHands() const;
    /// read() has something that no readiness of the socket will announce.
    bool holdsUnread() const;

private:
    struct Private;
    explicit TlsSession(std::unique_ptr<Private> d);
    IoState judged(int result);
    std::unique_ptr<Private> m_d;
};

} // namespace afoot::serve
