#include "app/desktop/afooturl.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxLink = 4096;
constexpr qsizetype maxAddress = 2048;
constexpr qsizetype maxName = 256;
constexpr qsizetype maxSection = 40;

/// Only what a person sees as it is.
bool isPlain(const QString &text, qsizetype most)
{
    return text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format &&
                      c.category() != QChar::Separator_Line &&
                      c.category() != QChar::Separator_Paragraph &&
                      c != QChar::ReplacementCharacter;
           });
}

std::optional<QString> decoded(const QString &part)
{
    QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(part.toLatin1()));
    if (text.isEmpty() || !isPlain(text, maxName))
        return {};
    return text;
}

/// What stands behind the host, between slashes; unset when one of them is not plain.
std::optional<QStringList> partsOf(const QUrl &url)
{
    QStringList parts;
    const QString path = url.path(QUrl::FullyEncoded);
    if (path.isEmpty() || path == u"/")
        return parts;
    for (const QString &part : path.mid(1).split(u'/')) {
        const auto text = decoded(part);
        if (!text)
            return {};
        parts.append(*text);
    }
    return parts;
}

/// The value of @p key, empty without one; unset when there are several or it is not plain.
std::optional<QString> valueOf(const QUrl &url, const QString &key, qsizetype most)
{
    const QStringList values = QUrlQuery(url).allQueryItemValues(key, QUrl::FullyDecoded);
    if (values.isEmpty())
        return QString();
    if (values.size() > 1 || !isPlain(values.first(), most))
        return {};
    return values.first();
}

std::optional<AfootUrl> linkToJob(const QStringList &parts)
{
    if (parts.size() == 1)
        return LinkToJob{.id = parts[0]};
    if (parts.size() == 2)
        return LinkToJob{.source = parts[0], .id = parts[1]};
    return {};
}

std::optional<AfootUrl> linkToAdd(const QUrl &url)
{
    const auto address = valueOf(url, u"url"_s, maxAddress);
    if (!address)
        return {};
    if (address->isEmpty())
        return LinkToAdd{};
    constexpr std::array schemes{"http"_L1, "https"_L1, "ws"_L1, "wss"_L1};
    const QUrl target(*address, QUrl::StrictMode);
    const bool isKnown =
        std::find(schemes.begin(), schemes.end(), target.scheme()) != schemes.end();
    // somebody's name before the host is there to be taken for the host
    if (!target.isValid() || !isKnown || target.host().isEmpty() || !target.userInfo().isEmpty())
        return {};
    return LinkToAdd{.url = *address};
}

std::optional<AfootUrl> linkToSettings(const QStringList &parts)
{
    if (parts.isEmpty())
        return LinkToSettings{};
    const QString &section = parts.first();
    const bool isWord = section.size() <= maxSection &&
                        std::all_of(section.begin(), section.end(),
                                    [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
    if (parts.size() > 1 || !isWord)
        return {};
    return LinkToSettings{.section = section};
}

} // namespace

std::optional<AfootUrl> readAfootUrl(const QString &text)
{
    if (text.size() > maxLink)
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"afoot" || !url.userInfo().isEmpty() ||
        url.port() != -1 || url.hasFragment())
        return {};
    const auto parts = partsOf(url);
    if (!parts)
        return {};
    const QString host = url.host();
    if (host == u"job")
        return linkToJob(*parts);
    if (host == u"settings")
        return linkToSettings(*parts);
    if (host == u"add" && parts->isEmpty())
        return linkToAdd(url);
    if (host == u"history" && parts->isEmpty()) {
        if (const auto kind = valueOf(url, u"kind"_s, maxName))
            return LinkToHistory{.kind = *kind};
    }
    return {};
}

} // namespace afoot
