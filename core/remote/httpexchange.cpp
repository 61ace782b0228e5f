#include "core/remote/httpexchange.h"

#include "core/remote/address.h"
#include "core/remote/answer.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>

#include <afoot/version.h>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace afoot::remote {

namespace {

constexpr int maxRedirects = 20;              ///< as Fetch has it
constexpr qint64 maxUnreadBytes = 1LL << 20U; ///< the sender waits then

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// A body that can be sent once. Qt sends a request again when the connection ends without an answer, whatever its
/// method; what was asked for may have been done by then, and is not to be done twice.
class OnlyOnce : public QIODevice
{
public:
    explicit OnlyOnce(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }
    bool seek(qint64 /*pos*/) override { return false; }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 taken = std::min(most, m_bytes.size() - m_taken);
        std::copy_n(m_bytes.constData() + m_taken, taken, into);
        m_taken += taken;
        return taken;
    }
    qint64 writeData(const char * /*from*/, qint64 /*bytes*/) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_taken = 0;
};

} // namespace

HttpExchange::HttpExchange(Network &network, Request request)
    : m_network(network), m_request(std::move(request))
{
}

HttpExchange::~HttpExchange()
{
    drop();
}

void HttpExchange::start()
{
    std::string why;
    std::optional<Address> address = addressOf(m_request.url, m_request.headers, Scheme::Http, why);
    if (!address) {
        QMetaObject::invokeMethod(
            this, [this, why] { Q_EMIT failed({.reason = why, .isFinal = true}); },
            Qt::QueuedConnection);
        return;
    }
    m_request.url = address->url;
    m_request.headers = std::move(address->headers);
    ask();
}

void HttpExchange::drop()
{
    if (m_reply) {
        m_reply->disconnect(this);
        // hangs up, but later: this may run inside one of its signals. It is not aborted before: the error that its
        // thread may be about to tell would then be its second, of which Qt complains
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    m_place.leave();
}

void HttpExchange::ask()
{
    QNetworkRequest request(m_request.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (m_request
            .isStream) // a stream says the same over and over: that is no bomb, and events have their own limit
        request.setDecompressedSafetyCheckThreshold(-1);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Afoot/"_s + QLatin1StringView(version));
    for (const auto &[name, value] : m_request.ownHeaders)
        request.setRawHeader(name, value);
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);

    if (m_request.isStream)
        m_place = m_network.placeFor(m_request.url);
    QNetworkAccessManager &manager =
        m_request.isStream ? *m_place.manager() : m_network.forRequests();
    if (m_request.method == "GET") {
        m_reply = manager.get(request);
    } else {
        auto *body = new OnlyOnce(m_request.body);
        m_reply = manager.sendCustomRequest(request, m_request.method, body);
        body->setParent(m_reply); // which may outlive this
    }
    m_reply->setReadBufferSize(maxUnreadBytes);
    // By name: the reply's own thread may be who sweeps ended connections up, and what stands for a function would be
    // freed there, under locks inside Qt that no sanitizer sees.
    connect(m_reply, SIGNAL(metaDataChanged()), this, SLOT(onHead()));
    connect(m_reply, SIGNAL(readyRead()), this, SLOT(onBytes()));
    connect(m_reply, SIGNAL(finished()), this, SLOT(onFinished()));
    connect(m_reply, SIGNAL(sslErrors(QList<QSslError>)), this,
            SLOT(onTlsErrors(QList<QSslError>)));
}

int HttpExchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QByteArray HttpExchange::header(const QByteArray &name) const
{
    return m_reply ? m_reply->rawHeader(name) : QByteArray();
}

LinkFailure HttpExchange::refusal() const
{
    return answerFailure(status(), credentialsIn(m_request.headers), retryAfter());
}

std::optional<Millis> HttpExchange::retryAfter() const
{
    return retryAfterOf(header("Retry-After"), header("Date"), m_network.clock().now());
}

void HttpExchange::onHead()
{
    const int now = status();
    if (m_isHeaded || now < 200)
        return;
    if (isRedirect(now) && !header("Location").isEmpty()) {
        redirect();
        return;
    }
    m_isHeaded = true;
    Q_EMIT headed();
}

void HttpExchange::onBytes()
{
    if (!m_isHeaded)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (!bytes.isEmpty())
        Q_EMIT received(bytes);
}

void HttpExchange::onFinished()
{
    const QPointer<HttpExchange> self(this);
    const QPointer<QNetworkReply> reply = m_reply;
    onHead();
    if (!self || m_reply != reply)
        return; // dropped, or redirected
    onBytes();
    if (!self || m_reply != reply)
        return;
    const QNetworkReply::NetworkError error = reply->error();
    // Qt takes a status from 400 on for an error of its own, from 201 on; to us it is an answer
    const bool isAnswer =
        m_isHeaded && (error == QNetworkReply::NoError || (status() >= 400 && error > 200));
    if (isAnswer) {
        Q_EMIT ended();
    } else if (error == QNetworkReply::SslHandshakeFailedError && !m_tlsTrouble.empty()) {
        fail({.reason = m_tlsTrouble});
    } else {
        fail({.reason =
                  error == QNetworkReply::NoError ? "the answer is broken" : sentenceOf(error)});
    }
}

void HttpExchange::onTlsErrors(const QList<QSslError> &errors)
{
    if (!errors.isEmpty() && m_tlsTrouble.empty())
        m_tlsTrouble = sentenceOf(errors.first());
}

void HttpExchange::redirect()
{
    const int code = status();
    const QUrl from = m_request.url;
    const QUrl to = from.resolved(QUrl::fromEncoded(header("Location").trimmed()));
    drop();
    if (++m_redirects > maxRedirects) {
        fail({.reason = "the server redirects without end", .isFinal = true});
        return;
    }
    std::string why;
    const std::optional<Address> address = addressOf(to, {}, Scheme::Http, why);
    if (!address || to.scheme().startsWith("ws"_L1)) {
        fail({.reason = "the server redirects to what is no address", .isFinal = true});
        return;
    }
    if (from.scheme() == "https"_L1 && address->url.scheme() != "https"_L1) {
        fail({.reason = "the server redirects from https to http", .isFinal = true});
        return;
    }
    if (!isSameOrigin(from, address->url))
        m_request.headers.clear();
    m_request.url = address->url;
    const bool isPost = m_request.method == "POST";
    if ((code == 303 && m_request.method != "GET") || (isPost && (code == 301 || code == 302))) {
        m_request.method = "GET";
        m_request.body.clear();
    }
    ask();
}

void HttpExchange::fail(const LinkFailure &failure)
{
    drop();
    Q_EMIT failed(failure);
}

} // namespace afoot::remote
