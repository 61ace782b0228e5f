#pragma once

#include "core/follow/link.h"
#include "core/remote/transport.h"

#include <QTimer>

#include <memory>
#include <string>

namespace afoot::remote {

class HttpExchange;

/// Asks a remote tracker once: a poll (GET) or an action (DELETE, POST …).
///
/// One question at a time: the next one drops what is under way. A GET repeated for the same URL carries the last
/// answer's ETag as If-None-Match.
/// Threads: one with a Qt event loop (links), that of its Network; signals come on it.
/// Owns its connection: deleting it, also inside one of its signals, hangs up without a signal.
/// Errors: exactly one of answered() and failed() comes for each question that is not dropped.
class Poller : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        Millis answerWithin{10'000}; ///< from the question to the last byte, redirects included
        std::size_t maxBodyBytes = 16U << 20U;

        friend bool operator==(const Options &, const Options &) = default;
    };

    /// @p network must outlive it.
    explicit Poller(Network &network, QObject *parent = nullptr)
        : Poller(network, Options{}, parent)
    {
    }
    Poller(Network &network, Options options, QObject *parent = nullptr);
    ~Poller() override;

    /// @p headers go to this origin only.
    void get(const QUrl &url, const Headers &headers);
    /// Content-Type is application/json when there is a body and @p headers say nothing else.
    void request(const QByteArray &method, const QUrl &url, const Headers &headers,
                 const std::string &body = {});
    /// Forgets the question; no signal follows.
    void drop();

Q_SIGNALS:
    /// The server took a stand: 2xx, 304 (then @p notModified, and no body), or a 4xx that asking again would not
    /// change, such as 404 for a job that it no longer knows (answerFailure() makes a sentence of those).
    void answered(int status, const std::string &body, bool notModified);
    /// No answer, or one that asks to come again: 408, 425, 429, 5xx. Final: a broken URL, a body past the limit.
    void failed(const afoot::LinkFailure &failure);

private:
    void ask(const QByteArray &method, const QUrl &url, const Headers &headers,
             const std::string &body);
    void onHead();
    void onBytes(const QByteArray &bytes);
    void onEnded();
    void failTooLarge();
    void fail(const LinkFailure &failure);

    Network &m_network;
    Options m_options;
    std::unique_ptr<HttpExchange> m_exchange{};
    std::string m_body{};
    QTimer m_deadline{};
    bool m_isGet = false;
    QUrl m_url{};     ///< of the question
    QUrl m_etagUrl{}; ///< of the last answer to a GET
    QByteArray m_etag{};
};

} // namespace afoot::remote
