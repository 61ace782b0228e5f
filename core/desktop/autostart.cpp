#include "core/desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxFileBytes = 64 * 1024;

Error trouble(const QString &path, const QString &why)
{
    return {.code = Error::Code::Internal,
            .name = "autostart_not_written",
            .detail = (path + u": "_s + why).toStdString()};
}

} // namespace

Autostart::Autostart(const QString &configFolder, const QString &name)
    : m_path(configFolder + u"/autostart/"_s + name + u".desktop"_s)
{
}

bool Autostart::isOn() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    bool isEntry = false;
    bool isInEntry = false;
    for (const QByteArray &raw : file.read(maxFileBytes).split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('[')) {
            isInEntry = line == "[Desktop Entry]";
            isEntry = isEntry || isInEntry;
            continue;
        }
        const qsizetype equals = line.indexOf('=');
        if (!isInEntry || equals < 0 || line.startsWith('#'))
            continue;
        const QByteArray key = line.left(equals).trimmed();
        const QByteArray value = line.mid(equals + 1).trimmed();
        if ((key == "Hidden" && value == "true") ||
            (key == "X-GNOME-Autostart-enabled" && value == "false"))
            return false;
    }
    return isEntry;
}

std::optional<Error> Autostart::set(bool on, const QString &command) const
{
    if (!on) {
        QFile file(m_path);
        if (file.exists() && !file.remove())
            return trouble(m_path, file.errorString());
        return std::nullopt;
    }
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return trouble(m_path, u"its folder cannot be made"_s);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return trouble(m_path, file.errorString());
    file.write("[Desktop Entry]\n"
               "Type=Application\n"
               "Name=Afoot\n"
               "Icon=io.github.afoot.Afoot\n"
               "Terminal=false\n"
               "X-GNOME-Autostart-enabled=true\n");
    file.write("Exec=" + command.toUtf8() + '\n');
    if (!file.commit())
        return trouble(m_path, file.errorString());
    return std::nullopt;
}

QString Autostart::commandOf(const QString &program, const QString &argument)
{
    const QFileInfo here(program);
    const QString name = here.fileName();
    const QString found = QStandardPaths::findExecutable(name);
    const bool isInstalled =
        !found.isEmpty() && QFileInfo(found).canonicalFilePath() == here.canonicalFilePath();
    return (isInstalled ? quoted(name) : quoted(here.absoluteFilePath())) + u' ' + quoted(argument);
}

QString Autostart::quoted(const QString &argument)
{
    // '%' begins a field code everywhere; the rest is reserved outside of quotes
    QString text = argument;
    text.replace(u'%', u"%%"_s);
    const QString reserved = u" \t\n\"'\\><~|&;$*?#()`"_s;
    bool isPlain = !text.isEmpty();
    for (const QChar c : std::as_const(text))
        isPlain = isPlain && !reserved.contains(c);
    if (isPlain)
        return text;
    QString inner;
    for (const QChar c : std::as_const(text)) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            inner += u'\\';
        inner += c;
    }
    // the value is a string before it is a command: there a backslash stands for two, and a line ends it
    inner.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    return u'"' + inner + u'"';
}

} // namespace afoot
