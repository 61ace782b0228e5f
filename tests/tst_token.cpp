#include "app/shared/engine.h"
#include "app/shared/token.h"
#include "core/follow/trackerclient.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownersAlone = QFile::ReadOwner | QFile::WriteOwner;

/// One person's tracker on a port of its own.
struct House
{
    House()
    {
        const std::string room = folder.path().toStdString();
        const Paths paths{.config = room + "/config",
                          .data = room + "/data",
                          .state = room + "/state",
                          .runtime = room + "/run"};
        engine = std::make_unique<Engine>(Engine::Options{.paths = paths, .port = 0});
        const auto started = engine->start();
        if (!started)
            qFatal("%s", started.error().detail.c_str());
        info = *started;
    }
    ~House() { engine->stop(); }

    int askOverTcp(const std::string &token) const
    {
        TrackerClient client({.port = *info.port, .token = token});
        const auto answer = client.request("GET", "/api/v1/jobs");
        return answer ? answer->status : 0;
    }
    Result<std::string> renew() const
    {
        std::promise<Result<std::string>> answer;
        engine->renewToken([&](const Result<std::string> &token) { answer.set_value(token); });
        return answer.get_future().get();
    }
    QString path() const { return QString::fromStdString(info.tokenPath); }

    QTemporaryDir folder{};
    std::unique_ptr<Engine> engine{};
    Engine::Info info{};
};

} // namespace

/// The secret of a tracker, and what becomes of everyone who knows the old one.
class tst_token : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewOneIsInTheFileAndIsItsOwnersAlone();
    void aFileThatOthersCouldReadIsReplacedByOneTheyCannot();
    void theOldOneOpensNoMore();
    void whoCameInWithTheOldOneIsHungUpOn();
    void withoutRoomForItAllIsAsItWas();
};

void tst_token::aNewOneIsInTheFileAndIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(u"deep/token"_s).toStdString();
    const auto first = tokenIn(path);
    const auto second = renewToken(path);
    QVERIFY(first && second);
    QCOMPARE(second->size(), std::size_t(64));
    QVERIFY(*first != *second);
    QCOMPARE(*tokenIn(path), *second);
    QCOMPARE(QFile::permissions(QString::fromStdString(path)) &
                 ~(QFile::ReadUser | QFile::WriteUser),
             ownersAlone);
    // nothing is left beside it
    QCOMPARE(QFileInfo(QString::fromStdString(path)).dir().entryList(QDir::Files).size(), 1);
}

void tst_token::aFileThatOthersCouldReadIsReplacedByOneTheyCannot()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"token"_s);
    QVERIFY(tokenIn(path.toStdString()));
    QVERIFY(QFile::setPermissions(path, ownersAlone | QFile::ReadOther));
    QVERIFY(!tokenIn(path.toStdString()));
    const auto fresh = renewToken(path.toStdString());
    QVERIFY(fresh);
    QCOMPARE(*tokenIn(path.toStdString()), *fresh);
}

void tst_token::theOldOneOpensNoMore()
{
    const House house;
    const std::string old = house.info.token;
    QCOMPARE(house.askOverTcp(old), 200);
    const auto fresh = house.renew();
    QVERIFY(fresh);
    QCOMPARE(house.askOverTcp(old), 401);
    QCOMPARE(house.askOverTcp(*fresh), 200);
    QCOMPARE(*tokenIn(house.info.tokenPath), *fresh);
}

void tst_token::whoCameInWithTheOldOneIsHungUpOn()
{
    const House house;
    QTcpSocket stream;
    stream.connectToHost(u"127.0.0.1"_s, *house.info.port);
    QVERIFY(stream.waitForConnected());
    stream.write("GET /api/v1/jobs/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                 QByteArray::fromStdString(house.info.token) + "\r\n\r\n");
    QTRY_VERIFY(stream.peek(4096).contains("text/event-stream"));
    TrackerClient own({.unixPath = house.info.socket});
    QVERIFY(own.request("GET", "/api/v1/jobs"));
    QVERIFY(house.renew());
    QTRY_COMPARE(stream.state(), QAbstractSocket::UnconnectedState);
    // a person's own programs came by the socket, which asks for none
    QCOMPARE(own.request("GET", "/api/v1/jobs")->status, 200);
}

void tst_token::withoutRoomForItAllIsAsItWas()
{
    House house;
    const std::string old = house.info.token;
    QVERIFY(QFile::remove(house.path()));
    QVERIFY(QDir().mkdir(house.path())); // where nothing can be put in its place
    const auto fresh = house.renew();
    QVERIFY(!fresh);
    QCOMPARE(house.askOverTcp(old), 200);
}

QTEST_GUILESS_MAIN(tst_token)
#include "tst_token.moc"
