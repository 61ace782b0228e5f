#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace afoot {

/// Gives what is to be written piece by piece, the last piece empty. Called on another thread than the main one.
using PieceProducer = std::function<QByteArray()>;

/// Writes all that @p producer gives into the file at @p path, which stays as it was unless all of it is written; a new
/// file has the rights that the umask leaves. Gives why it failed, in words for a person. Waits for the disk.
std::optional<QString> writeText(const QString &path, const PieceProducer &producer);

/// Asks the person for a file, beginning with @p suggestedName, and writes it on a worker of Qt's pool; the program waits
/// for a file that is being written when it ends. @p filter is that of a QFileDialog. @p onTrouble is called on the main
/// thread, unless @p parent is gone by then.
void saveTextAs(QWidget *parent, const QString &suggestedName, const QString &filter,
                PieceProducer producer, std::function<void(const QString &)> onTrouble);

} // namespace afoot
