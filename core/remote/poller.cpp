#include "core/remote/poller.h"

#include "core/remote/answer.h"
#include "core/remote/httpexchange.h"

#include <algorithm>
#include <utility>

namespace afoot::remote {

Poller::Poller(Network &network, Options options, QObject *parent)
    : QObject(parent), m_network(network), m_options(options)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail({.reason = "no answer came"}); });
}

Poller::~Poller() = default;

void Poller::get(const QUrl &url, const Headers &headers)
{
    ask("GET", url, headers, {});
}

void Poller::request(const QByteArray &method, const QUrl &url, const Headers &headers,
                     const std::string &body)
{
    ask(method.toUpper(), url, headers, body);
}

void Poller::drop()
{
    m_deadline.stop();
    m_exchange.reset();
    m_body.clear();
}

void Poller::ask(const QByteArray &method, const QUrl &url, const Headers &headers,
                 const std::string &body)
{
    drop();
    HttpExchange::Request request{
        .method = method,
        .url = url,
        .headers = headers,
        .ownHeaders = {{"Accept", "application/json, */*;q=0.5"}, {"Cache-Control", "no-store"}},
        .body = QByteArray::fromStdString(body)};
    if (!body.empty())
        request.ownHeaders.emplaceBack("Content-Type", "application/json");
    m_isGet = method == "GET";
    if (m_isGet && m_etagUrl == url && !m_etag.isEmpty())
        request.ownHeaders.emplaceBack("If-None-Match", m_etag);
    m_url = url;
    m_exchange = std::make_unique<HttpExchange>(m_network, std::move(request));
    connect(m_exchange.get(), &HttpExchange::headed, this, &Poller::onHead);
    connect(m_exchange.get(), &HttpExchange::received, this, &Poller::onBytes);
    connect(m_exchange.get(), &HttpExchange::ended, this, &Poller::onEnded);
    connect(m_exchange.get(), &HttpExchange::failed, this, &Poller::fail);
    m_deadline.start(m_options.answerWithin);
    m_exchange->start();
}

void Poller::onHead()
{
    const int status = m_exchange->status();
    if (isWorthRepeating(status))
        fail(m_exchange->refusal());
    else if (m_exchange->header("Content-Length").toULongLong() > m_options.maxBodyBytes)
        failTooLarge();
}

void Poller::onBytes(const QByteArray &bytes)
{
    if (m_body.size() + static_cast<std::size_t>(bytes.size()) > m_options.maxBodyBytes)
        failTooLarge();
    else
        m_body.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void Poller::onEnded()
{
    const int status = m_exchange->status();
    if (m_isGet && status != 304) {
        m_etagUrl = m_url;
        m_etag = status == 200 ? m_exchange->header("ETag") : QByteArray();
    }
    const std::string body = std::exchange(m_body, {});
    drop();
    Q_EMIT answered(status, body, status == 304);
}

void Poller::failTooLarge()
{
    fail({.reason =
              "the answer is larger than " + std::to_string(m_options.maxBodyBytes >> 20U) + " MiB",
          .isFinal = true});
}

void Poller::fail(const LinkFailure &failure)
{
    drop();
    Q_EMIT failed(failure);
}

} // namespace afoot::remote
