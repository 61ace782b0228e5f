#include "core/remote/answer.h"

#include "core/model/text.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace afoot::remote {

namespace {

constexpr std::string_view httpTokenMarks = "!#$%&'*+-.^_`|~";

bool isMimeWord(const QByteArray &word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               httpTokenMarks.find(c) != std::string_view::npos;
    });
}

/// RFC 9110, 5.6.7: the form that is written today, and the two older ones that are still to be read.
std::optional<WallTime> httpDate(const QByteArray &text, WallTime now)
{
    static const std::array<QString, 3> forms{u"dd MMM yyyy hh:mm:ss 'GMT'"_s,
                                              u"dd-MMM-yy hh:mm:ss 'GMT'"_s,
                                              u"ddd MMM d hh:mm:ss yyyy"_s};
    // the day of the week says nothing new, and Qt would hold it against a year of two digits
    const QString simplified = QString::fromLatin1(text.mid(text.indexOf(',') + 1)).simplified();
    for (const QString &form : forms) {
        QDateTime read = QLocale::c().toDateTime(simplified, form);
        if (!read.isValid())
            continue;
        read.setTimeZone(QTimeZone::utc());
        if (form == forms[1]) {
            // two digits of a year are of the past once they would be more than 50 years ahead; Qt begins with 1900
            const QDateTime today =
                QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
            while (read.addYears(100) <= today.addYears(50))
                read = read.addYears(100);
        }
        return WallTime(Millis(read.toMSecsSinceEpoch()));
    }
    return {};
}

} // namespace

QByteArray mimeEssence(const QByteArray &contentType)
{
    QByteArray essence;
    for (const QByteArray &one : contentType.split(',')) {
        const QByteArray candidate = one.split(';').first().trimmed().toLower();
        const qsizetype slash = candidate.indexOf('/');
        if (slash > 0 && candidate != "*/*" && isMimeWord(candidate.left(slash)) &&
            isMimeWord(candidate.mid(slash + 1)))
            essence = candidate;
    }
    return essence;
}

std::optional<Millis> retryAfterOf(const QByteArray &retryAfter, const QByteArray &date,
                                   WallTime now)
{
    static constexpr qlonglong longest = 7LL * 24 * 3600; // whoever says more means: not today
    const QByteArray text = retryAfter.trimmed();
    if (text.isEmpty())
        return {};
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qlonglong seconds = text.toLongLong(&fits);
        return std::chrono::seconds(fits ? std::min(seconds, longest) : longest);
    }
    const std::optional<WallTime> at = httpDate(text, now);
    if (!at)
        return {};
    const Millis delay = *at - httpDate(date, now).value_or(now);
    return std::clamp(delay, Millis(0), Millis(std::chrono::seconds(longest)));
}

Credentials credentialsIn(const Headers &headers)
{
    const bool has = std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.compare("authorization", Qt::CaseInsensitive) == 0;
    });
    return has ? Credentials::Sent : Credentials::None;
}

std::string refusalOf(int status, std::string_view body, Credentials credentials)
{
    // of that it speaks to its own people, who may have the token there
    constexpr int unauthorized = 401;
    if (status == unauthorized)
        return answerFailure(status, credentials).reason;
    constexpr std::size_t mostBytes = 300;
    const QJsonDocument read =
        QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    QJsonObject object = read.object();
    if (object[u"error"].isObject())
        object = object[u"error"].toObject();
    for (const QStringView key : {u"message", u"detail", u"error"}) {
        std::string said = cutText(cleanText(object[key].toString().toStdString()), mostBytes);
        if (!said.empty())
            return said;
    }
    return answerFailure(status, credentials).reason;
}

std::string sentenceOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return "TLS: the certificate has expired";
    case QSslError::CertificateNotYetValid:
        return "TLS: the certificate is not valid yet";
    case QSslError::SelfSignedCertificate:
        return "TLS: the certificate is self-signed, and nobody vouches for it";
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return "TLS: the certificate's issuer is not known here";
    case QSslError::HostNameMismatch:
        return "TLS: the certificate is for another host";
    case QSslError::CertificateRevoked:
        return "TLS: the certificate was revoked";
    case QSslError::NoPeerCertificate:
        return "TLS: the server shows no certificate";
    default:
        return "TLS: " + cleanText(error.errorString().toStdString());
    }
}

std::string sentenceOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return "connection refused";
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // it did, and what was sent is not to be sent twice
        return "the server closed the connection";
    case QNetworkReply::HostNotFoundError:
        return "no such host";
    case QNetworkReply::TimeoutError:
        return "no answer came";
    case QNetworkReply::SslHandshakeFailedError:
        return "TLS: the handshake failed";
    case QNetworkReply::TemporaryNetworkFailureError:
        return "the network is away";
    case QNetworkReply::ProxyConnectionRefusedError:
        return "the proxy refused the connection";
    case QNetworkReply::ProxyConnectionClosedError:
        return "the proxy closed the connection";
    case QNetworkReply::ProxyNotFoundError:
        return "the proxy was not found";
    case QNetworkReply::ProxyTimeoutError:
        return "the proxy did not answer";
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return "the proxy wants a password";
    case QNetworkReply::UnknownProxyError:
        return "the proxy failed";
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return "the answer is broken";
    default:
        return "the host cannot be reached";
    }
}

std::string sentenceOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return "connection refused";
    case QAbstractSocket::RemoteHostClosedError:
        return "the server closed the connection";
    case QAbstractSocket::HostNotFoundError:
        return "no such host";
    case QAbstractSocket::SocketTimeoutError:
        return "no answer came";
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return "TLS: the handshake failed";
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return "the proxy wants a password";
    case QAbstractSocket::ProxyConnectionRefusedError:
        return "the proxy refused the connection";
    case QAbstractSocket::ProxyConnectionClosedError:
        return "the proxy closed the connection";
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return "the proxy did not answer";
    case QAbstractSocket::ProxyNotFoundError:
        return "the proxy was not found";
    case QAbstractSocket::ProxyProtocolError:
        return "the proxy failed";
    default:
        return "the host cannot be reached";
    }
}

} // namespace afoot::remote
