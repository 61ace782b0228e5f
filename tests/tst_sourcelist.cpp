#include "app/shared/sourcelist.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace afoot;
using namespace Qt::StringLiterals;

class TestSourceList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAndOnlyByItsOwner();
    void aFileThatOthersReadIsRefused();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
    void aNameIsTheHostAndTakenOnce();
    void secretsAreNotShown_data();
    void secretsAreNotShown();

private:
    std::string path() const { return m_folder.filePath(u"sub/sources.json"_s).toStdString(); }
    void write(const QByteArray &text)
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"sub"_s));
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        file.write(text);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    QTemporaryDir m_folder{};
};

void TestSourceList::whatIsWrittenIsReadAndOnlyByItsOwner()
{
    QVERIFY(readSources(path())->empty());
    const std::vector<SavedSource> list{
        {.name = "ci",
         .url = "https://ci.example/jobs/7",
         .dialect = "scan",
         .token = "s\"ecret",
         .headers = {{"X-Api-Key", "k1"}, {"X-Team", "ops, \"night\""}}},
        {.name = "nas", .url = "http://nas:4680", .paused = true}};
    QVERIFY(!writeSources(path(), list));
    const auto read = readSources(path());
    QVERIFY(read.ok());
    QVERIFY(*read == list);
    struct stat info = {};
    QCOMPARE(::stat(path().c_str(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0600);
    QVERIFY(!writeSources(path(), {}));
    QVERIFY(readSources(path())->empty());
    QCOMPARE(QDir(m_folder.filePath(u"sub"_s)).entryList(QDir::Files).size(),
             1); // nothing left over
}

void TestSourceList::aFileThatOthersReadIsRefused()
{
    write("[]");
    QFile::setPermissions(QString::fromStdString(path()),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const auto read = readSources(path());
    QVERIFY(!read.ok());
    QVERIFY(read.error().detail.find("chmod 600") != std::string::npos);
}

void TestSourceList::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray(R"([{"name":"a")");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("a number in it") << QByteArray("[7]");
    QTest::newRow("no url") << QByteArray(R"([{"name":"a"}])");
    QTest::newRow("no name") << QByteArray(R"([{"url":"http://h"}])");
    QTest::newRow("headers in a list")
        << QByteArray("[{\"name\":\"a\",\"url\":\"http://h\",\"headers\":[\"X: y\"]}]");
    QTest::newRow("a header of the connection")
        << QByteArray("[{\"name\":\"a\",\"url\":\"http://h\",\"headers\":{\"Host\":\"x\"}}]");
    QTest::newRow("two of one name")
        << QByteArray(R"([{"name":"a","url":"http://h"},{"name":"a","url":"http://h"}])");
    QTest::newRow("this computer") << QByteArray(R"([{"name":"local","url":"http://h"}])");
    QTest::newRow("control characters")
        << QByteArray("[{\"name\":\"a\\u001b[1m\",\"url\":\"http://h\"}]");
}

void TestSourceList::whatIsNoListIsRefused()
{
    QFETCH(const QByteArray, text);
    write(text);
    const auto read = readSources(path());
    QVERIFY(!read.ok());
    QVERIFY(read.error().detail.find(path()) != std::string::npos);
}

void TestSourceList::aNameIsTheHostAndTakenOnce()
{
    QCOMPARE(freshSourceName("https://u:p@ci.example:8080/jobs/7", {}),
             std::string("ci.example:8080"));
    QCOMPARE(freshSourceName("https://ci", {{.name = "ci"}, {.name = "ci-2"}}),
             std::string("ci-3"));
    QCOMPARE(freshSourceName("http://local/x", {}), std::string("local-2"));
}

void TestSourceList::secretsAreNotShown_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("none") << QByteArray("http://h:1/a") << QByteArray("http://h:1/a");
    QTest::newRow("user") << QByteArray("http://u:p@h/a") << QByteArray("http://h/a");
    QTest::newRow("query") << QByteArray("ws://h/a?token=x&b=y#f")
                           << QByteArray("ws://h/a?token=…&b=…");
    QTest::newRow("an @ in the path") << QByteArray("http://h/@a") << QByteArray("http://h/@a");
}

void TestSourceList::secretsAreNotShown()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(withoutSecrets(url.toStdString())), shown);
}

QTEST_APPLESS_MAIN(TestSourceList)
#include "tst_sourcelist.moc"
