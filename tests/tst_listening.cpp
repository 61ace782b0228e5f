#include "tests/support/afootprogram.h"

#include <QRegularExpression>
#include <QSet>

using namespace afoot::test;
using namespace Qt::StringLiterals;

/// What `afoot serve` listens on, as the system sees it.
class TestListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itListensOnWhatItSaysAndOnLoopbackAlone();
    void itCanBeSwitchedOff();
};

namespace {

/// "ADDRESS:PORT" in the hexadecimal of /proc/net/tcp of each socket that the process listens on.
QStringList listening(qint64 pid)
{
    const QString process = u"/proc/%1"_s.arg(pid);
    QSet<QString> sockets;
    const QDir open(process + u"/fd"_s);
    for (const QString &fd :
         open.entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString target = QFile::symLinkTarget(open.filePath(fd));
        static const QRegularExpression socket(u"socket:\\[(\\d+)\\]"_s);
        if (const auto match = socket.match(target); match.hasMatch())
            sockets << match.captured(1);
    }
    QStringList found;
    for (const QString &table : {u"/net/tcp"_s, u"/net/tcp6"_s}) {
        QFile file(process + table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &line : QString::fromLatin1(file.readAll()).split(u'\n')) {
            const QStringList words = line.simplified().split(u' ');
            if (words.size() > 9 && words[3] == u"0A"_s && sockets.contains(words[9]))
                found << words[1];
        }
    }
    return found;
}

} // namespace

void TestListening::itListensOnWhatItSaysAndOnLoopbackAlone()
{
    AfootProgram afoot;
    QVERIFY(afoot.serve({u"--listen"_s, u"0"_s}));
    const auto said = QRegularExpression(u"http://127\\.0\\.0\\.1:(\\d+)"_s)
                          .match(QString::fromUtf8(afoot.said()));
    QVERIFY(said.hasMatch());
    const QString port =
        QString::number(said.captured(1).toUInt(), 16).toUpper().rightJustified(4, u'0');
    QStringList found = listening(afoot.servePid());
    QVERIFY(found.removeOne(u"0100007F:"_s + port));
    found.removeOne(u"00000000000000000000000001000000:"_s + port); // where there is IPv6
    QCOMPARE(found, QStringList());
    QVERIFY(afoot.said().contains(afoot.socket().toUtf8()));
}

void TestListening::itCanBeSwitchedOff()
{
    AfootProgram afoot;
    QVERIFY(afoot.serve({u"--listen"_s, u"none"_s}));
    QCOMPARE(listening(afoot.servePid()), QStringList());
    QVERIFY(!afoot.said().contains("http://"));
    const qint64 pid = afoot.servePid();
    QCOMPARE(afoot.stopServing().code, 0);
    QVERIFY(!QFile::exists(afoot.socket()));
    QVERIFY(listening(pid).isEmpty());
}

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
