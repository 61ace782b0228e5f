#include "app/shared/headers.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace afoot;
using namespace Qt::StringLiterals;

/// Header fields that a person has sent to a remote tracker.
class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneALineIsRead()
    {
        const auto headers = headersFrom("# for the gateway\nX-Api-Key: a b:c\r\n\n  X-Empty:\n");
        QVERIFY(headers.ok());
        QVERIFY(*headers == (HeaderList{{"X-Api-Key", "a b:c"}, {"X-Empty", ""}}));
        QVERIFY(headersFrom("")->empty());
        QVERIFY(*headersFrom(toText(*headers)) == *headers);
    }

    void whatIsNoHeaderIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no colon") << QByteArray("A: b\nnonsense") << QByteArray("Line 2");
        QTest::newRow("a blank in the name") << QByteArray("X Key: v") << QByteArray("Line 1");
        QTest::newRow("no name") << QByteArray(": v") << QByteArray("Line 1");
        QTest::newRow("the connection's") << QByteArray("CONNECTION: close") << QByteArray("own");
        QTest::newRow("the handshake's") << QByteArray("Sec-WebSocket-Key: x") << QByteArray("own");
        QTest::newRow("a control character") << QByteArray("X: a\x01z") << QByteArray("control");
        QTest::newRow("a letter beyond ASCII in the name")
            << QByteArray("Sch\xc3\xbc: x") << QByteArray("letters");
    }
    void whatIsNoHeaderIsRefusedWithItsLine()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, said);
        const auto headers = headersFrom(text.toStdString());
        QVERIFY(!headers.ok());
        QCOMPARE(headers.error().field, std::string("header"));
        QVERIFY2(QByteArray::fromStdString(headers.error().detail).contains(said),
                 headers.error().detail.c_str());
    }

    void aValueIsNeverSaid()
    {
        const auto headers = headersFrom("X-Api-Key: s3cret\x02");
        QVERIFY(!headers.ok());
        QVERIFY(headers.error().detail.find("s3cret") == std::string::npos);
        QVERIFY(headersFrom("s3cret").error().detail.find("s3cret") == std::string::npos);
    }

    void aFileThatOthersReadIsRefused()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"headers"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("X-Api-Key: k\n");
        file.close();
        const std::string path = file.fileName().toStdString();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(headersIn(path).error().name, std::string("token_exposed"));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(*headersIn(path) == (HeaderList{{"X-Api-Key", "k"}}));
        QVERIFY(!headersIn(path + "x").ok());
    }
};

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
