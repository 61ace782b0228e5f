#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace afoot {

/// The file of a sound of the XDG Sound Theme Specification in the theme "freedesktop" under one of @p dataFolders
/// (XDG_DATA_DIRS), or of a less special one: "complete-download" falls back to "complete". Unset when there is none,
/// or when it is switched off there. Reads the disk.
std::optional<QString> soundFile(const QString &name, const QStringList &dataFolders);

/// Plays sounds by their names, where the notification service does not: by one of the small programs that come with
/// PipeWire and PulseAudio. Without any of them there is silence.
///
/// Threads: any with a Qt event loop, one for its life; reads the disk.
class SoundPlayer : public QObject
{
    Q_OBJECT

public:
    static constexpr int gapMs = 1000;

    using QObject::QObject;

    /// Not within @c gapMs of the last one. False when nothing was started.
    bool play(const QString &name);

private:
    QElapsedTimer m_last{};
};

} // namespace afoot
