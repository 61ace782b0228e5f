#include "core/remote/address.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace afoot::remote {

namespace {

bool soundsSecret(const QString &name)
{
    static constexpr std::array words{"token"_L1, "key"_L1,     "secret"_L1, "pass"_L1,
                                      "pwd"_L1,   "auth"_L1,    "sig"_L1,    "credential"_L1,
                                      "jwt"_L1,   "session"_L1, "cookie"_L1, "code"_L1};
    return std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) {
        return name.contains(word, Qt::CaseInsensitive);
    });
}

/// RFC 9110, 5.6.2: what a header's name is made of.
bool isToken(const QByteArray &name)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.contains(c);
    });
}

bool isOneLine(const QByteArray &value)
{
    return !value.contains('\r') && !value.contains('\n') && !value.contains('\0');
}

int portOf(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.port(scheme == "https"_L1 || scheme == "wss"_L1 ? 443 : 80);
}

} // namespace

std::string displayUrl(const QUrl &url)
{
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (shown.hasQuery()) {
        QStringList parts = shown.query(QUrl::PrettyDecoded).split(u'&');
        for (QString &part : parts) {
            const qsizetype equals = part.indexOf(u'=');
            if (equals >= 0 && soundsSecret(QUrl::fromPercentEncoding(part.left(equals).toUtf8())))
                part.replace(equals + 1, part.size(), u"…"_s);
        }
        shown.setQuery(parts.join(u'&'));
    }
    return shown.toDisplayString().toStdString();
}

std::optional<Address> addressOf(const QUrl &url, const Headers &headers, Scheme scheme,
                                 std::string &why)
{
    Address address{.url = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment),
                    .headers = headers};
    const QString given = url.scheme();
    const bool isSecure = given == "https"_L1 || given == "wss"_L1;
    if (!isSecure && given != "http"_L1 && given != "ws"_L1) {
        why = "not an address of http, https, ws or wss";
        return {};
    }
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0) {
        why = "not a valid address";
        return {};
    }
    const QString bare = scheme == Scheme::Http ? u"http"_s : u"ws"_s;
    address.url.setScheme(isSecure ? bare + u's' : bare);
    if (address.url.path().isEmpty())
        address.url.setPath(u"/"_s);

    for (const auto &[name, value] : headers) {
        if (!isToken(name) || !isOneLine(value)) {
            why = "a header holds what a header cannot hold";
            return {};
        }
    }
    const bool isAuthorized = std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return header.first.compare("Authorization", Qt::CaseInsensitive) == 0;
    });
    if (!url.userInfo().isEmpty() && !isAuthorized) {
        const QByteArray userAndPassword = url.userName(QUrl::FullyDecoded).toUtf8() + ':' +
                                           url.password(QUrl::FullyDecoded).toUtf8();
        address.headers.append({"Authorization", "Basic " + userAndPassword.toBase64()});
    }
    return address;
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           portOf(one) == portOf(other);
}

} // namespace afoot::remote
