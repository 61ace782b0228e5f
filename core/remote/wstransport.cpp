#include "core/remote/wstransport.h"

#include "core/model/text.h"
#include "core/remote/address.h"
#include "core/remote/answer.h"
#include "core/remote/network.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslError>
#include <QWebSocket>

#include <afoot/version.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace afoot::remote {

namespace {

/// What the handshake was answered with. Of an answer other than 101 Qt 6.4 tells no more than a sentence of its own:
/// the status stands in it, but for 400, which Qt looks into for a version.
std::optional<int> statusIn(const QString &sentence)
{
    static const QRegularExpression form(u"\\bstatus code: (\\d{3})\\b"_s);
    const QRegularExpressionMatch match = form.match(sentence);
    if (match.hasMatch())
        return match.captured(1).toInt();
    return sentence.contains("Unknown error condition"_L1) ? std::optional(400) : std::nullopt;
}

/// Qt does not tell a close of the server from one of its own, by which it ends what is not RFC 6455.
LinkFailure closeFailure(int code, const QString &reason)
{
    if (code == QWebSocketProtocol::CloseCodeNormal ||
        code == QWebSocketProtocol::CloseCodeGoingAway)
        return {.reason = "the server ended the stream"};
    if (reason.startsWith("Invalid close code"_L1)) // 1012 and later, which Qt 6.4 does not know
        return {.reason = "the server closed the stream"};
    if (code == QWebSocketProtocol::CloseCodeTooMuchData)
        return {.reason = "a message was too large"};
    LinkFailure failure{.reason = "the stream was closed with " + std::to_string(code)};
    const std::string words = cleanText(reason.trimmed().toStdString());
    if (!words.empty())
        failure.reason += ": " + words;
    failure.isFinal = code == QWebSocketProtocol::CloseCodeDatatypeNotSupported ||
                      code == QWebSocketProtocol::CloseCodePolicyViolated ||
                      code == QWebSocketProtocol::CloseCodeMissingExtension;
    return failure;
}

/// What the end says of the message that brought it, if it does.
std::optional<Error> unreadableBy(int closeCode)
{
    if (closeCode == QWebSocketProtocol::CloseCodeTooMuchData)
        return Error{.code = Error::Code::TooLarge,
                     .name = "too_large",
                     .detail = "A message was larger than 16 MiB."};
    if (closeCode == QWebSocketProtocol::CloseCodeWrongDatatype)
        return Error{.name = "not_text", .detail = "A message was no UTF-8."};
    return std::nullopt;
}

} // namespace

WsTransport::WsTransport(Network &network, QObject *parent) : Transport(parent), m_network(network)
{
}

WsTransport::~WsTransport()
{
    letGo();
}

void WsTransport::open(const Target &target)
{
    Q_ASSERT(!m_socket);
    std::string why;
    const std::optional<Address> address =
        addressOf(target.url, target.headers, Scheme::WebSocket, why);
    if (!address) {
        QMetaObject::invokeMethod(
            this, [this, why] { fail({.reason = why, .isFinal = true}); }, Qt::QueuedConnection);
        return;
    }
    m_hello = target.hello;
    // a child of the network: it may outlive this by the rest of one of its own signals
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, &m_network);
    m_socket->setMaxAllowedIncomingMessageSize(maxMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(maxMessageBytes);
    connect(m_socket, &QWebSocket::connected, this, &WsTransport::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, &WsTransport::onDisconnected);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, &WsTransport::onError);
#else
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &WsTransport::onError);
#endif
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty() && m_tlsTrouble.empty())
            m_tlsTrouble = sentenceOf(errors.first());
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, &WsTransport::onText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        m_bytesReceived += static_cast<std::uint64_t>(bytes.size());
        Q_EMIT unreadable({.name = "not_text",
                           .detail = "A binary message of " + std::to_string(bytes.size()) +
                                     " bytes came; messages are texts."});
    });
    connect(m_socket, &QWebSocket::pong, this, &WsTransport::alive);

    QNetworkRequest request(address->url);
    request.setRawHeader("User-Agent", QByteArray("Afoot/") + version);
    m_credentials = credentialsIn(address->headers);
    for (const auto &[name, value] : address->headers)
        request.setRawHeader(name, value);
    m_socket->open(request);
}

void WsTransport::send(const std::string &text)
{
    if (m_isOpen && m_socket)
        m_socket->sendTextMessage(QString::fromStdString(text));
}

void WsTransport::ping()
{
    if (m_isOpen && m_socket)
        m_socket->ping();
}

void WsTransport::close()
{
    letGo();
}

void WsTransport::letGo()
{
    m_isOpen = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->close();
    else
        m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void WsTransport::onConnected()
{
    m_isOpen = true;
    if (!m_hello.empty())
        send(m_hello);
    Q_EMIT opened();
}

void WsTransport::onText(const QString &text)
{
    wire::SseEvent event{.data = text.toStdString()};
    m_bytesReceived += event.data.size();
    Q_EMIT message(event);
}

void WsTransport::onError(QAbstractSocket::SocketError error)
{
    const QString words = m_socket->errorString();
    if (m_isOpen) {
        if (error != QAbstractSocket::RemoteHostClosedError) // onDisconnected() knows more of that
            fail({.reason = sentenceOf(error)});
    } else if (!m_tlsTrouble.empty()) {
        fail({.reason = m_tlsTrouble});
    } else if (const std::optional<int> status = statusIn(words)) {
        fail(answerFailure(*status, m_credentials));
    } else if (error == QAbstractSocket::ConnectionRefusedError &&
               !words.contains("refused"_L1, Qt::CaseInsensitive)) {
        fail({.reason = "the answer is no WebSocket"}); // which Qt gives the same code
    } else {
        fail({.reason = sentenceOf(error)});
    }
}

void WsTransport::onDisconnected()
{
    if (!m_isOpen) {
        onError(m_socket->error());
        return;
    }
    const LinkFailure failure = closeFailure(m_socket->closeCode(), m_socket->closeReason());
    if (const std::optional<Error> error = unreadableBy(m_socket->closeCode())) {
        const QPointer<WsTransport> self(this);
        Q_EMIT unreadable(*error);
        if (!self || !m_socket) // whoever heard of it has thrown this away
            return;
    }
    fail(failure);
}

void WsTransport::fail(const LinkFailure &failure)
{
    letGo();
    Q_EMIT failed(failure);
}

} // namespace afoot::remote
