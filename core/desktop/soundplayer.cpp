#include "core/desktop/soundplayer.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array players{"pw-play", "paplay"};
constexpr qsizetype maxName = 100;

/// The name may come out of a file that anybody has edited: it must not lead out of the theme's folder.
bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxName && name.front() != u'-' &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
                      (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
           });
}

} // namespace

std::optional<QString> soundFile(const QString &name, const QStringList &dataFolders)
{
    if (!isName(name))
        return {};
    for (QString tried = name; !tried.isEmpty();
         tried = tried.left(std::max<qsizetype>(tried.lastIndexOf(u'-'), 0))) {
        for (const QString &folder : dataFolders) {
            const QString stem = folder + u"/sounds/freedesktop/stereo/"_s + tried;
            if (QFileInfo::exists(stem + u".disabled"_s))
                return {};
            for (const QString &ending : {u".oga"_s, u".ogg"_s, u".wav"_s}) {
                if (QFileInfo(stem + ending).isFile())
                    return stem + ending;
            }
        }
    }
    return {};
}

bool SoundPlayer::play(const QString &name)
{
    if (m_last.isValid() && m_last.elapsed() < gapMs)
        return false;
    const auto file =
        soundFile(name, QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation));
    if (!file)
        return false;
    for (const char *player : players) {
        const QString program = QStandardPaths::findExecutable(QString::fromLatin1(player));
        if (program.isEmpty())
            continue;
        m_last.start();
        QProcess child;
        child.setProgram(program);
        child.setArguments({*file});
        child.setStandardInputFile(QProcess::nullDevice());
        child.setStandardOutputFile(QProcess::nullDevice());
        child.setStandardErrorFile(QProcess::nullDevice());
        return child.startDetached();
    }
    return false;
}

} // namespace afoot
