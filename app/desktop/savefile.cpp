#include "app/desktop/savefile.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>
#include <QRunnable>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace afoot {

namespace {

using Trouble = std::optional<QString>;

/// Writes one file on a thread of the pool.
class Writer : public QRunnable
{
public:
    Writer(QString path, PieceProducer producer)
        : m_path(std::move(path)), m_producer(std::move(producer))
    {
    }
    QFuture<Trouble> future() const { return m_promise.future(); }

    void run() override
    {
        m_promise.start();
        m_promise.addResult(writeText(m_path, m_producer));
        m_promise.finish();
    }

private:
    QString m_path;
    PieceProducer m_producer;
    QPromise<Trouble> m_promise{};
};

} // namespace

std::optional<QString> writeText(const QString &path, const PieceProducer &producer)
{
    const auto trouble = [&path](const QString &why) {
        return QCoreApplication::translate("afoot::SaveFile", "%1 was not written: %2")
            .arg(path, why);
    };
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return trouble(QCoreApplication::translate("afoot::SaveFile", "it is no file"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return trouble(file.errorString());
    for (QByteArray piece = producer(); !piece.isEmpty(); piece = producer()) {
        if (file.write(piece) != piece.size())
            return trouble(file.errorString());
    }
    if (!file.commit())
        return trouble(file.errorString());
    return std::nullopt;
}

void saveTextAs(QWidget *parent, const QString &suggestedName, const QString &filter,
                PieceProducer producer, std::function<void(const QString &)> onTrouble)
{
    auto *dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilter(filter);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, producer = std::move(producer),
                      onTrouble = std::move(onTrouble)](const QString &path) {
                         auto *writer = new Writer(path, producer); // the pool owns it
                         auto *watcher = new QFutureWatcher<Trouble>(parent);
                         QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                                          [watcher, onTrouble] {
                                              watcher->deleteLater();
                                              if (const Trouble why = watcher->result())
                                                  onTrouble(*why);
                                          });
                         watcher->setFuture(writer->future());
                         QThreadPool::globalInstance()->start(writer);
                     });
    dialog->open();
}

} // namespace afoot
