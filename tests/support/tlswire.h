#pragma once

#include "tests/support/certificates.h"
#include "tests/support/house.h"

namespace afoot::test {

/// A client's side of TLS: trusts one certificate and looks for the name "localhost" in the other side's.
class TlsWire : public Wire
{
public:
    struct Terms
    {
        int lowest = TLS1_2_VERSION;
        int highest = TLS1_3_VERSION;
        std::string protocols{}; ///< as RFC 7301 writes them: "\x08http/1.1"
    };

    explicit TlsWire(const Certificate &trusted) : TlsWire(trusted, Terms{}) {}
    TlsWire(const Certificate &trusted, const Terms &terms);

    std::ptrdiff_t send(int fd, std::string_view bytes) override;
    std::ptrdiff_t receive(int fd, char *into, std::size_t size) override;
    void end() override;

    SSL *ssl() { return m_ssl.get(); }
    /// The other side said properly that nothing more comes.
    bool wasToldTheEnd() const;
    /// Why the handshake failed; empty when it did not.
    const std::string &trouble() const { return m_trouble; }
    std::string protocol() const;

private:
    struct Free
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
        void operator()(SSL *ssl) const { SSL_free(ssl); }
    };
    void begin(int fd);
    std::ptrdiff_t judged(int result);

    std::unique_ptr<SSL_CTX, Free> m_context;
    std::unique_ptr<SSL, Free> m_ssl;
    std::string m_trouble{};
};

} // namespace afoot::test
