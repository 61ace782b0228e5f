#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace afoot {

/// "org.kde.dolphin" for "application://org.kde.dolphin.desktop", "org.kde.dolphin.desktop" and the like; empty when that is
/// no desktop file id.
QString desktopFileId(QString text);

/// The Name of a .desktop file, in the language of @p locale ("de_AT") where it has that; empty when it has none.
///
/// Spec: Desktop Entry Specification 1.5, "Localized values for keys" without modifiers.
QString nameInDesktopFile(const QByteArray &contents, const QString &locale);

/// What applications are called, by the .desktop files of this machine. Remembers what it found.
///
/// Threads: one at a time; reads files.
class DesktopNames
{
public:
    /// @p dataFolders as in XDG_DATA_HOME and XDG_DATA_DIRS, the first that has the file counts.
    DesktopNames(QStringList dataFolders, QString locale);

    /// Empty when there is no such file.
    QString nameOf(const QString &application);

private:
    QString read(const QString &id) const;

    QStringList m_folders;
    QString m_locale;
    QHash<QString, QString> m_known{};
};

} // namespace afoot
