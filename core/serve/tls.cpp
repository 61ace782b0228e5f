#include "core/serve/tls.h"

#include "core/serve/openssl.h"
#include "core/serve/sockets.h"
#include "core/serve/tlsfiles.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <sys/socket.h>

namespace afoot::serve {

namespace {

using ContextPtr = OpenSslPtr<SSL_CTX, &OpenSsl::SSL_CTX_free>;
using SslPtr = OpenSslPtr<SSL, &OpenSsl::SSL_free>;
using MethodPtr = OpenSslPtr<BIO_METHOD, &OpenSsl::BIO_meth_free>;

/// What OpenSSL reads from and writes to. Its own kind for sockets would raise SIGPIPE.
struct Socket
{
    const OpenSsl *library = nullptr;
    int fd = -1;
    bool isEnded = false; ///< the peer's writing

    static int receive(BIO *bio, char *into, int size);
    static int send(BIO *bio, const char *bytes, int size);
    static long control(BIO *bio, int command, long number, void *pointer);
};

/// A BIO carries a pointer and no table: there is only one table, and this finds it again.
Socket &socketOf(BIO *bio)
{
    const Result<const OpenSsl *> library = OpenSsl::load();
    return *static_cast<Socket *>((*library)->BIO_get_data(bio));
}

int Socket::receive(BIO *bio, char *into, int size)
{
    Socket &self = socketOf(bio);
    self.library->BIO_clear_flags(bio, BIO_FLAGS_RWS | BIO_FLAGS_SHOULD_RETRY);
    const auto count = ::recv(self.fd, into, static_cast<std::size_t>(size), MSG_DONTWAIT);
    if (count < 0 && wouldBlock(errno))
        self.library->BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY);
    self.isEnded = count == 0;
    return static_cast<int>(count);
}

int Socket::send(BIO *bio, const char *bytes, int size)
{
    const Socket &self = socketOf(bio);
    self.library->BIO_clear_flags(bio, BIO_FLAGS_RWS | BIO_FLAGS_SHOULD_RETRY);
    const auto count =
        ::send(self.fd, bytes, static_cast<std::size_t>(size), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && wouldBlock(errno))
        self.library->BIO_set_flags(bio, BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY);
    return static_cast<int>(count);
}

long Socket::control(BIO *bio, int command, long /*number*/, void * /*pointer*/)
{
    if (command == BIO_CTRL_EOF)
        return socketOf(bio).isEnded ? 1 : 0;
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

/// http/1.1, or the end: a peer that names other protocols only would not understand us.
int chooseProtocol(SSL * /*ssl*/, const unsigned char **chosen, unsigned char *chosenSize,
                   const unsigned char *offered, unsigned int size, void * /*argument*/)
{
    static constexpr std::string_view own = "http/1.1";
    for (unsigned at = 0; at < size; at += 1U + offered[at]) {
        const unsigned char *const name = offered + at + 1;
        const std::size_t length = offered[at];
        if (at + 1U + length <= size &&
            std::string_view(reinterpret_cast<const char *>(name), length) == own) {
            *chosen = name;
            *chosenSize = offered[at];
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

Error notTaken(const OpenSsl &library, const std::string &path)
{
    return {Error::Code::BadInput,
            "bad_certificate",
            "OpenSSL does not take the certificate in " + path + ": " + library.trouble() + ".",
            {}};
}

void setTerms(const OpenSsl &library, SSL_CTX *context)
{
    library.SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, TLS1_2_VERSION, nullptr);
    library.SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                             SSL_OP_CIPHER_SERVER_PREFERENCE);
    // of TLS 1.2; all of 1.3 will do
    library.SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    // Moving: what waits is copied together anew for each try. Without AUTO_RETRY a peer that sends nothing but
    // records without content gets one turn for each.
    library.SSL_CTX_ctrl(context, SSL_CTRL_MODE,
                         SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                             SSL_MODE_RELEASE_BUFFERS,
                         nullptr);
    library.SSL_CTX_ctrl(context, SSL_CTRL_CLEAR_MODE, SSL_MODE_AUTO_RETRY, nullptr);
    library.SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, SSL_SESS_CACHE_OFF, nullptr);
    library.SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
}

} // namespace

struct TlsContext::Private
{
    const OpenSsl *library;
    MethodPtr method;
    ContextPtr context;
    std::vector<std::string> names{};
    WallTime expires{};
};

TlsContext::TlsContext(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
TlsContext::~TlsContext() = default;
TlsContext::TlsContext(TlsContext &&) noexcept = default;
TlsContext &TlsContext::operator=(TlsContext &&) noexcept = default;

const std::vector<std::string> &TlsContext::names() const
{
    return m_d->names;
}

WallTime TlsContext::expires() const
{
    return m_d->expires;
}

Result<TlsContext> TlsContext::load(const std::string &certificatePath, const std::string &keyPath)
{
    const Result<const OpenSsl *> loaded = OpenSsl::load();
    if (!loaded)
        return loaded.error();
    const OpenSsl &library = **loaded;
    library.ERR_clear_error();
    auto certificates = readCertificates(library, certificatePath);
    if (!certificates)
        return certificates.error();
    const auto key = readKey(library, keyPath);
    if (!key)
        return key.error();
    X509 *const own = certificates->front().get();
    if (library.X509_check_private_key(own, key->get()) != 1)
        return Error{Error::Code::BadInput,
                     "bad_key",
                     "The key in " + keyPath + " does not belong to the certificate in " +
                         certificatePath + "; in a chain, this machine's own comes first.",
                     {}};
    auto d = std::make_unique<Private>(Private{
        &library, MethodPtr(library.BIO_meth_new(BIO_TYPE_SOURCE_SINK, "afoot"), {&library}),
        ContextPtr(library.SSL_CTX_new(library.TLS_server_method()), {&library})});
    if (!d->method || !d->context)
        return notTaken(library, certificatePath);
    library.BIO_meth_set_read(d->method.get(), Socket::receive);
    library.BIO_meth_set_write(d->method.get(), Socket::send);
    library.BIO_meth_set_ctrl(d->method.get(), Socket::control);
    SSL_CTX *const context = d->context.get();
    setTerms(library, context);
    if (library.SSL_CTX_use_certificate(context, own) != 1 ||
        library.SSL_CTX_use_PrivateKey(context, key->get()) != 1)
        return notTaken(library, certificatePath);
    for (std::size_t i = 1; i < certificates->size(); ++i) {
        // 1: it takes a reference of its own
        if (library.SSL_CTX_ctrl(context, SSL_CTRL_CHAIN_CERT, 1, (*certificates)[i].get()) != 1)
            return notTaken(library, certificatePath);
    }
    d->names = namesIn(library, own);
    d->expires = expiryOf(library, own);
    return TlsContext(std::move(d));
}

struct TlsSession::Private
{
    Socket socket;
    SslPtr ssl;
    bool isBegun = false; ///< a first byte is there, and it is not that of plain HTTP
    bool isOver = false;  ///< the peer said its last, or broke the rules
    bool isBroken = false;
};

TlsSession::TlsSession(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
TlsSession::~TlsSession() = default;

std::unique_ptr<TlsSession> TlsSession::make(const TlsContext &context, int fd)
{
    const OpenSsl *const library = context.m_d->library;
    SslPtr ssl(library->SSL_new(context.m_d->context.get()), {library});
    BIO *const bio = ssl ? library->BIO_new(context.m_d->method.get()) : nullptr;
    if (bio == nullptr)
        return nullptr;
    auto d = std::make_unique<Private>(Private{{library, fd}, std::move(ssl)});
    library->BIO_set_data(bio, &d->socket);
    library->BIO_set_init(bio, 1);
    library->SSL_set_bio(d->ssl.get(), bio, bio); // owns it from now on
    library->SSL_set_accept_state(d->ssl.get());
    return std::unique_ptr<TlsSession>(new TlsSession(std::move(d)));
}

IoOutcome TlsSession::read(std::span<char> room)
{
    Private &d = *m_d;
    if (d.isOver)
        return {};
    if (!d.isBegun) {
        char first = 0;
        const auto count = ::recv(d.socket.fd, &first, 1, MSG_PEEK | MSG_DONTWAIT);
        if (count <= 0)
            return {count < 0 && wouldBlock(errno) ? IoState::WantsRead : IoState::Ended};
        if (first >= 'A' && first <= 'Z') // a method; no record of TLS begins like that
            return {IoState::PlainHttp};
        d.isBegun = true;
    }
    std::size_t done = 0;
    while (done < room.size()) {
        d.socket.library->ERR_clear_error();
        const int count = d.socket.library->SSL_read(
            d.ssl.get(), room.data() + done,
            static_cast<int>(std::min<std::size_t>(room.size() - done, INT_MAX)));
        if (count > 0) {
            done += static_cast<std::size_t>(count);
            continue;
        }
        const IoState state = judged(count);
        if (done == 0)
            return {state};
        break;
    }
    return {IoState::Moved, done};
}

IoOutcome TlsSession::write(std::string_view bytes)
{
    Private &d = *m_d;
    if (d.isBroken || bytes.empty())
        return {};
    d.socket.library->ERR_clear_error();
    const int count = d.socket.library->SSL_write(
        d.ssl.get(), bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX)));
    if (count > 0)
        return {IoState::Moved, static_cast<std::size_t>(count)};
    return {judged(count)};
}

IoState TlsSession::judged(int result)
{
    Private &d = *m_d;
    switch (d.socket.library->SSL_get_error(d.ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return IoState::WantsRead;
    case SSL_ERROR_WANT_WRITE:
        return IoState::WantsWrite;
    case SSL_ERROR_ZERO_RETURN:
        d.isOver = true;
        return IoState::Ended;
    default: // OpenSSL wants to hear nothing more of this session
        d.isOver = true;
        d.isBroken = true;
        return IoState::Ended;
    }
}

bool TlsSession::sayEnd()
{
    Private &d = *m_d;
    if (d.isBroken || isShakingHands())
        return true;
    d.socket.library->ERR_clear_error();
    const int result = d.socket.library->SSL_shutdown(d.ssl.get());
    return result >= 0 || judged(result) != IoState::WantsWrite;
}

bool TlsSession::isShakingHands() const
{
    return m_d->socket.library->SSL_is_init_finished(m_d->ssl.get()) == 0;
}

bool TlsSession::holdsUnread() const
{
    return m_d->isOver || m_d->socket.library->SSL_pending(m_d->ssl.get()) > 0;
}

} // namespace afoot::serve
