#pragma once

#include "core/remote/network.h"
#include "core/remote/transport.h"

#include <QNetworkReply>
#include <QPointer>

#include <optional>

namespace afoot::remote {

/// One HTTP request and its answer, over as many redirects as it takes. Inside core/remote only.
///
/// Spec: redirects as WHATWG Fetch follows them (301, 302, 303, 307, 308; at most 20), but never from https to http.
/// No cookies, no cache and no password of another source: each request is what its caller said. HTTP/1.1, so that
/// each stream has a connection of its own. Certificates are checked; nothing is ever ignored.
/// Threads: as Network. Owns its connection: deleting it, also inside one of its signals, hangs up.
/// Errors: failed(), once, instead of ended().
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method = "GET";
        QUrl url{};
        Headers headers{};    ///< those of the caller: for the first origin only
        Headers ownHeaders{}; ///< sent to whoever is asked
        QByteArray body{};
        bool isStream = false; ///< never ends by itself
    };

    HttpExchange(Network &network, Request request);
    ~HttpExchange() override;

    void start();
    /// Hangs up; no signal follows.
    void drop();

    int status() const; ///< of the answer, once headed() came
    QByteArray header(const QByteArray &name) const;
    std::optional<Millis> retryAfter() const;
    /// What its status means, once headed() came with one that is none of success.
    LinkFailure refusal() const;

Q_SIGNALS:
    /// The head of the answer is there; not for redirects that are followed.
    void headed();
    void received(const QByteArray &bytes);
    /// The answer is whole.
    void ended();
    void failed(const afoot::LinkFailure &failure);

private Q_SLOTS:
    void onHead();
    void onBytes();
    void onFinished();
    void onTlsErrors(const QList<QSslError> &errors);

private:
    void ask();
    void redirect();
    void fail(const LinkFailure &failure);

    Network &m_network;
    Request m_request;
    Network::Place m_place{};
    QPointer<QNetworkReply> m_reply{};
    QUrl m_origin;
    std::string m_tlsTrouble{};
    int m_redirects = 0;
    bool m_isHeaded = false;
};

} // namespace afoot::remote
