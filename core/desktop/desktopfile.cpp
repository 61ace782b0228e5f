#include "core/desktop/desktopfile.h"

#include <QFile>
#include <QList>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxIdLength = 200;
constexpr qint64 maxFileBytes = 1 << 20;
constexpr qsizetype maxKnown = 200;

/// \s, \n, \t, \r and \\ of the specification; a name is one line whatever it says.
QString unescaped(const QString &value)
{
    QString out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const QChar next = value[++i];
        out += next == u'\\' ? u'\\' : u' ';
    }
    return out;
}

} // namespace

QString desktopFileId(QString text)
{
    const QString scheme = u"application://"_s;
    if (text.startsWith(scheme))
        text.remove(0, scheme.size());
    if (text.endsWith(".desktop"_L1))
        text.chop(8);
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && c != u'/'; });
    const bool isId =
        isPlain && !text.isEmpty() && text.size() <= maxIdLength && !text.startsWith(u'.');
    return isId ? text : QString();
}

QString nameInDesktopFile(const QByteArray &contents, const QString &locale)
{
    // the better a key fits, the later it stands
    const QStringList keys{u"Name"_s, u"Name[%1]"_s.arg(locale.section(u'_', 0, 0)),
                           u"Name[%1]"_s.arg(locale)};
    qsizetype best = -1;
    QString name;
    bool inside = false;
    for (const QByteArray &bytes : contents.split('\n')) {
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.startsWith(u'[')) {
            inside = line == "[Desktop Entry]"_L1;
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (!inside || equals < 0)
            continue;
        const qsizetype fits = keys.lastIndexOf(line.left(equals).trimmed());
        if (fits <= best)
            continue;
        best = fits;
        name = unescaped(line.mid(equals + 1).trimmed());
    }
    return name;
}

DesktopNames::DesktopNames(QStringList dataFolders, QString locale)
    : m_folders(std::move(dataFolders)), m_locale(std::move(locale))
{
}

QString DesktopNames::nameOf(const QString &application)
{
    const QString id = desktopFileId(application.section(u'/', -1));
    if (id.isEmpty())
        return {};
    const auto known = m_known.constFind(id);
    if (known != m_known.constEnd())
        return *known;
    if (m_known.size() >= maxKnown)
        m_known.clear();
    QString name = read(id);
    m_known.insert(id, name);
    return name;
}

QString DesktopNames::read(const QString &id) const
{
    for (const QString &folder : m_folders) {
        QFile file(u"%1/applications/%2.desktop"_s.arg(folder, id));
        if (file.open(QIODevice::ReadOnly))
            return nameInDesktopFile(file.read(maxFileBytes), m_locale);
    }
    return {};
}

} // namespace afoot
