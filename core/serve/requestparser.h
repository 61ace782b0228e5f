#pragma once

#include "core/model/result.h"
#include "core/serve/limits.h"
#include "core/serve/request.h"

#include <memory>
#include <string_view>

namespace afoot::serve {

/// Turns bytes into one request, however the network cuts them up.
///
/// Spec: RFC 9112. Stricter than it where two readers of the same bytes could disagree on where a
/// request ends: two lengths, a length beside chunks, any transfer coding but a lone "chunked", a
/// transfer coding in HTTP/1.0, a missing or doubled Host, are errors (sections 3.2, 6.1 and 6.3).
/// Trailer fields are read and dropped.
/// Threads: none of its own.
class RequestParser
{
public:
    enum class Phase {
        Head,   ///< wants more bytes of the head
        Body,   ///< the head is there; wants the body
        Done,   ///< request() is whole
        Failed, ///< error() says why; what follows on this connection cannot be understood
    };

    /// Says of a head whether its body is taken as it comes, whatever its length.
    using IsStreamed = bool (*)(const Request &head);

    explicit RequestParser(const Limits &limits, IsStreamed streamed = nullptr);
    ~RequestParser();
    RequestParser(RequestParser &&) noexcept;
    RequestParser &operator=(RequestParser &&) noexcept;

    /// Takes bytes and returns how many were used. Stops at the end of the head, so that whoever asks can
    /// refuse before the body, and at the end of the request.
    std::size_t push(std::string_view bytes);

    Phase phase() const;
    /// Any byte seen yet?
    bool started() const;
    /// Whole in Phase::Done; all but the body in Phase::Body.
    const Request &request() const;
    Request takeRequest();
    /// The body is handed over in pieces: take them, or they pile up.
    bool isStreamed() const;
    std::string takeBody();
    const Error &error() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace afoot::serve
