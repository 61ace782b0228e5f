#include "app/shared/sourceedit.h"
#include "app/shared/token.h"

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
    void aListWithAWrongPortNamesTheSource();
    void aDialectIsNotAskedForToReadTheList();
    void aDialectIsABuiltInOrThePersonsOwn();
    void whatIsChangedIsChecked();
    void whatIsNotSaidStays();
    void aSecretComesFromAnOrdinaryFile();
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

void TestSourceList::aListWithAWrongPortNamesTheSource()
{
    write(R"([{"name":"a","url":"http://h"},{"name":"b","url":"http://h:99999"}])");
    const std::string said = readSources(path()).error().detail;
    QVERIFY(said.starts_with(path() + ": source \"b\": "));
    QVERIFY(said.find("\"99999\" is no port") != std::string::npos);
}

void TestSourceList::aDialectIsNotAskedForToReadTheList()
{
    write(R"([{"name":"a","url":"http://h","dialect":"gone"}])"); // its file may be back tomorrow
    QCOMPARE(readSources(path())->size(), std::size_t(1));
}

void TestSourceList::aDialectIsABuiltInOrThePersonsOwn()
{
    dialect::Dialect mine;
    mine.name = "mine";
    const std::vector<OwnDialect> own{{.path = "mine.json", .dialect = mine},
                                      {.path = "bad.json", .dialect = Error{.name = "bad"}}};
    const auto wrong = [&](const std::string &name) {
        return checkSource({.name = "a", .url = "http://h/x", .dialect = name}, {}, own);
    };
    QVERIFY(!wrong(""));
    QVERIFY(!wrong("scan"));
    QVERIFY(!wrong("mine"));
    QCOMPARE(wrong("bad")->field, std::string("dialect"));
    QVERIFY(checkSource({.name = "a", .url = "http://h/x", .dialect = "mine"}, {}, {}));
}

void TestSourceList::whatIsChangedIsChecked()
{
    const std::vector<SavedSource> before{{.name = "ci", .url = "http://ci"},
                                          {.name = "nas", .url = "http://nas"}};
    std::vector<SavedSource> list = before;
    QCOMPARE(changeSource(list, "no", {}, {})->code, Error::Code::NotFound);
    QCOMPARE(pauseSource(list, "no", true)->code, Error::Code::NotFound);
    QCOMPARE(removeSource(list, "no")->code, Error::Code::NotFound);
    QCOMPARE(changeSource(list, "ci", {.name = "nas"}, {})->field, std::string("name"));
    QCOMPARE(changeSource(list, "ci", {.name = "local"}, {})->field, std::string("name"));
    QCOMPARE(changeSource(list, "ci", {.url = "ci"}, {})->field, std::string("url"));
    QCOMPARE(changeSource(list, "ci", {.dialect = "klingon"}, {})->field, std::string("dialect"));
    QVERIFY(changeSource(list, "ci", {.headers = HeaderList{{"Host", "x"}}}, {}));
    QVERIFY(addSource(list, {.name = "ci", .url = "http://h"}, {}));
    QVERIFY(list == before);
    QVERIFY(!changeSource(list, "ci", {.name = "ci"}, {})); // its own name is not taken
}

void TestSourceList::whatIsNotSaidStays()
{
    const SavedSource full{.name = "ci",
                           .url = "http://ci",
                           .dialect = "scan",
                           .token = "t",
                           .headers = {{"X", "y"}},
                           .paused = true};
    std::vector<SavedSource> list{{.name = "nas", .url = "http://nas"}, full};
    QVERIFY(!changeSource(list, "ci", {}, {}));
    QVERIFY(list[1] == full);
    QVERIFY(!changeSource(list, "ci",
                          {.name = "c", .dialect = "", .token = "", .headers = HeaderList()}, {}));
    QVERIFY((list[1] == SavedSource{.name = "c", .url = "http://ci", .paused = true}));
    QVERIFY(!pauseSource(list, "c", false));
    QVERIFY(!list[1].paused);
    QVERIFY(!removeSource(list, "nas"));
    QCOMPARE(list.size(), std::size_t(1));
}

void TestSourceList::aSecretComesFromAnOrdinaryFile()
{
    const auto said = [](const std::string &from) { return secretFrom(from).error().detail; };
    const std::string folder = m_folder.path().toStdString();
    QCOMPARE(said(folder), folder + " is a folder, not a file.");
    const std::string pipe = folder + "/pipe";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QCOMPARE(said(pipe), pipe + " is no ordinary file."); // and nobody waited for its other end
    QVERIFY(said("/nowhere/at/all").starts_with("Cannot read /nowhere/at/all: "));
    QVERIFY(privateTextFrom(folder).error().code == Error::Code::BadInput);
}

void TestSourceList::aNameIsTheHostAndTakenOnce()
{
    QCOMPARE(freshSourceName("http://h:/x", {}), std::string("h"));
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
