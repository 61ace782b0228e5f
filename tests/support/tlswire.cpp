#include "tests/support/tlswire.h"

#include <cerrno>
#include <fcntl.h>
#include <openssl/err.h>

namespace afoot::test {

TlsWire::TlsWire(const Certificate &trusted, const Terms &terms)
    : m_context(SSL_CTX_new(TLS_client_method()))
{
    SSL_CTX *const context = m_context.get();
    SSL_CTX_set_security_level(context, 0); // the server is to refuse what is old, not this side
    SSL_CTX_set_min_proto_version(context, terms.lowest);
    SSL_CTX_set_max_proto_version(context, terms.highest);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), trusted.x509());
    m_ssl.reset(SSL_new(context));
    SSL_set1_host(m_ssl.get(), "localhost");
    SSL_set_tlsext_host_name(m_ssl.get(), "localhost");
    if (!terms.protocols.empty())
        SSL_set_alpn_protos(m_ssl.get(),
                            reinterpret_cast<const unsigned char *>(terms.protocols.data()),
                            static_cast<unsigned>(terms.protocols.size()));
    SSL_set_connect_state(m_ssl.get());
}

void TlsWire::begin(int fd)
{
    if (SSL_get_fd(m_ssl.get()) >= 0)
        return;
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    SSL_set_fd(m_ssl.get(), fd);
}

std::ptrdiff_t TlsWire::judged(int result)
{
    const int error = SSL_get_error(m_ssl.get(), result);
    if (!m_trouble.empty()) { // OpenSSL may say anything after that
        errno = EPROTO;
        return -1;
    }
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
        errno = EAGAIN;
        return -1;
    }
    if (error == SSL_ERROR_ZERO_RETURN)
        return 0;
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    m_trouble = reason == nullptr ? "hung up" : reason;
    errno = EPROTO;
    return -1;
}

std::ptrdiff_t TlsWire::send(int fd, std::string_view bytes)
{
    begin(fd);
    ERR_clear_error();
    const int count = SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()));
    return count > 0 ? count : judged(count);
}

std::ptrdiff_t TlsWire::receive(int fd, char *into, std::size_t size)
{
    begin(fd);
    ERR_clear_error();
    const int count = SSL_read(m_ssl.get(), into, static_cast<int>(size));
    return count > 0 ? count : judged(count);
}

void TlsWire::end()
{
    if (SSL_is_init_finished(m_ssl.get()) == 1 && m_trouble.empty())
        SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

bool TlsWire::wasToldTheEnd() const
{
    return (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

std::string TlsWire::protocol() const
{
    const unsigned char *name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &name, &size);
    return {reinterpret_cast<const char *>(name), size};
}

} // namespace afoot::test
