#include "app/desktop/savefile.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

PieceProducer producerOf(QByteArrayList pieces)
{
    return [pieces = std::move(pieces)]() mutable {
        return pieces.isEmpty() ? QByteArray() : pieces.takeFirst();
    };
}

/// While it lives no file grows beyond a page.
class SmallDisk
{
public:
    SmallDisk()
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = 4096;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    rlimit m_before{};
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

} // namespace

/// A text that a person keeps in a file.
class tst_SaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPiecesAreWritten();
    void theUmaskSaysWhoMayRead();
    void whatFailsIsSaidAndLeavesTheOldFile();
    void thePersonChoosesTheFile();
    void troubleIsToldOnTheMainThread();

private:
    QTemporaryDir m_room{};
    QString path(const QString &name) const { return m_room.filePath(name); }
};

void tst_SaveFile::allPiecesAreWritten()
{
    QVERIFY(!writeText(path(u"a"_s), producerOf({"one\n", "two\n"})));
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("one\ntwo\n"));
    QVERIFY(!writeText(path(u"a"_s), producerOf({})));
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray());
}

void tst_SaveFile::theUmaskSaysWhoMayRead()
{
    const mode_t before = ::umask(022);
    QVERIFY(!writeText(path(u"open"_s), producerOf({"x"})));
    ::umask(077);
    QVERIFY(!writeText(path(u"closed"_s), producerOf({"x"})));
    ::umask(before);
    const auto rights = [&](const QString &name) {
        struct stat info = {};
        return ::stat(path(name).toLocal8Bit().constData(), &info) == 0 ? info.st_mode & 0777U : 0U;
    };
    QCOMPARE(rights(u"open"_s), 0644U);
    QCOMPARE(rights(u"closed"_s), 0600U);
}

void tst_SaveFile::whatFailsIsSaidAndLeavesTheOldFile()
{
    const auto trouble = writeText(path(u"no/such/folder"_s), producerOf({"x"}));
    QVERIFY(trouble && trouble->contains(path(u"no/such/folder"_s)));
    QVERIFY(writeText(m_room.path(), producerOf({"x"}))); // a folder
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QVERIFY(writeText(pipe, producerOf({"x"})));
    QVERIFY(!QFileInfo(pipe).isFile()); // it is what it was

    QVERIFY(!writeText(path(u"old"_s), producerOf({"old"})));
    const SmallDisk disk;
    QVERIFY(writeText(path(u"old"_s), producerOf({QByteArray(1 << 20, 'x')})));
    QCOMPARE(contentOf(path(u"old"_s)), QByteArray("old"));
}

void tst_SaveFile::thePersonChoosesTheFile()
{
    QWidget window;
    window.show();
    saveTextAs(&window, u"log.txt"_s, u"All files (*)"_s, producerOf({"kept\n"}),
               [](const QString &why) { QFAIL(qPrintable(why)); });
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"/log.txt"_s));
    auto *name = dialog->findChild<QLineEdit *>();
    QVERIFY(name);
    name->setText(path(u"kept.txt"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(contentOf(path(u"kept.txt"_s)), QByteArray("kept\n"));
    QTRY_VERIFY(!window.findChild<QFileDialog *>());
}

void tst_SaveFile::troubleIsToldOnTheMainThread()
{
    QWidget window;
    window.show();
    QString said;
    const QThread *saidOn = nullptr;
    const auto writtenOn = std::make_shared<std::atomic<const QThread *>>(nullptr);
    const auto pieces = producerOf({QByteArray(1 << 20, 'x')});
    saveTextAs(
        &window, u"log.txt"_s, u"All files (*)"_s,
        [writtenOn, pieces] {
            *writtenOn = QThread::currentThread();
            return pieces();
        },
        [&](const QString &why) {
            said = why;
            saidOn = QThread::currentThread();
        });
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    const SmallDisk disk;
    Q_EMIT dialog->fileSelected(path(u"large"_s));
    QTRY_VERIFY(!said.isEmpty());
    QVERIFY(said.startsWith(path(u"large"_s) + u" was not written: "_s));
    QCOMPARE(saidOn, QThread::currentThread());
    QVERIFY(*writtenOn != nullptr && *writtenOn != QThread::currentThread());
    QVERIFY(!QFile::exists(path(u"large"_s)));
}

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    tst_SaveFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_savefile.moc"
