#pragma once

#include "core/model/result.h"

#include <QString>

#include <optional>

namespace afoot {

/// Whether the desktop starts Afoot with the session: the file NAME.desktop in ~/.config/autostart.
///
/// Spec: Desktop Application Autostart Specification 0.5. A desktop's own settings may switch an entry off without
/// taking it away (Hidden, X-GNOME-Autostart-enabled): that counts as off, whoever wrote it.
/// Threads: the caller's; reads and writes one small file.
class Autostart
{
public:
    /// @p configFolder: XDG_CONFIG_HOME; @p name: of the desktop file, without its ending.
    Autostart(const QString &configFolder, const QString &name);

    bool isOn() const;
    /// @p command as it stands behind Exec=. Off takes the file away.
    std::optional<Error> set(bool on, const QString &command) const;

    /// The command that starts @p program with @p argument: by its name where that finds the same program, as it does
    /// once it is installed, else by its path.
    static QString commandOf(const QString &program, const QString &argument);
    /// @p argument as Exec= of a desktop entry wants it.
    static QString quoted(const QString &argument);

private:
    QString m_path;
};

} // namespace afoot
