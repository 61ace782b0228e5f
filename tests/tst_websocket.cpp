#include "tests/support/wsclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;

/// GET /api/v1/ws on real sockets: events, reports, asks, and peers that misbehave.
class tst_WebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHandshakeIsRefusedWithAReason_data();
    void theHandshakeIsRefusedWithAReason();
    void aTokenInTheUrlWillDo();
    void eventsAreThoseOfTheStream();
    void aCursorBringsWhatWasMissed();
    void batchesAreLists();
    void jobsAreReportedAndAnswered();
    void whatIsWrongIsRefusedAndChangesNothing_data();
    void whatIsWrongIsRefusedAndChangesNothing();
    void whatIsAskedReachesTheReporter();
    void aReporterThatGoesLosesItsJobsAfterTheGrace();
    void anEndIsAnsweredWhenItIsSafe_data();
    void anEndIsAnsweredWhenItIsSafe();
    void pingsAreAnswered();
    void aSilentPeerIsLetGo();
    void misbehaviourClosesWithItsCode_data();
    void misbehaviourClosesWithItsCode();
    void aSlowReaderGetsTheLatest();
    void anotherOriginIsTurnedAway();
};

namespace {

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

constexpr const char *upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

} // namespace

void tst_WebSocket::theHandshakeIsRefusedWithAReason_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("headers");
    QTest::addColumn<int>("status");
    const std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const std::string version = "Sec-WebSocket-Version: 13\r\n";
    const std::string both = "Upgrade: WebSocket\r\nConnection: upgrade\r\n";
    const auto row = [](const char *name, const char *method, const std::string &headers,
                        int status) {
        QTest::newRow(name) << std::string(method) << headers << status;
    };
    row("a plain GET", "GET", "", 426);
    row("no Connection", "GET", "Upgrade: websocket\r\n" + version + key, 426);
    row("another protocol", "GET", "Upgrade: h2c\r\nConnection: Upgrade\r\n" + version + key, 426);
    row("an old version", "GET", both + "Sec-WebSocket-Version: 8\r\n" + key, 426);
    row("no version", "GET", both + key, 426);
    row("no key", "GET", both + version, 400);
    row("a short key", "GET", both + version + "Sec-WebSocket-Key: AAAA\r\n", 400);
    row("two keys", "GET", both + version + key + key, 400);
    row("POST", "POST", both + version + key, 405);
    row("any case will do", "GET", both + version + key, 101);
}

void tst_WebSocket::theHandshakeIsRefusedWithAReason()
{
    QFETCH(const std::string, method);
    QFETCH(const std::string, headers);
    QFETCH(const int, status);
    House house;
    RawClient client(house);
    const auto reply = client.ask(method, "/api/v1/ws", {}, headers);
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    if (status == 426)
        QCOMPARE(reply->header("upgrade"), "websocket");
    if (status == 101)
        QCOMPARE(reply->header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    else
        QVERIFY(!json(reply->body)[u"error"_s].toObject()[u"message"_s].toString().isEmpty());
}

void tst_WebSocket::aTokenInTheUrlWillDo()
{
    House house;
    for (const auto &[asked, status] : {std::pair{std::string("?token=") + token, 101},
                                        {std::string("?token=wrong"), 401},
                                        {std::string(), 401}}) {
        RawClient client(house);
        client.send("GET /api/v1/ws" + asked + " HTTP/1.1\r\nHost: localhost\r\n" + upgrade +
                    "\r\n");
        const auto reply = client.reply();
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
    }
}

void tst_WebSocket::anotherOriginIsTurnedAway()
{
    House house;
    RawClient client(house);
    const auto reply = client.ask("GET", "/api/v1/ws", {},
                                  std::string(upgrade) + "Origin: https://evil.example\r\n");
    QVERIFY(reply);
    QCOMPARE(reply->status, 403);
}

void tst_WebSocket::eventsAreThoseOfTheStream()
{
    House house;
    house.begin("a", "Build");
    WsClient client(house);
    QCOMPARE(client.status(), 101);
    QCOMPARE(json(client.frames(1)[0].payload)[u"event"_s].toString(), u"hello"_s);
    QCOMPARE(client.event(u"snapshot"_s)[u"jobs"_s].toArray().size(), 1);
    house.update("a", 40);
    QCOMPARE(client.event(u"job"_s)[u"percent"_s].toDouble(), 40.0);
    const QJsonObject last = json(client.frames(3)[2].payload);
    QCOMPARE(last[u"cursor"_s].toString(), u"epoch-%1"_s.arg(house.tracker().rev()));
    house.end("a");
    QCOMPARE(client.event(u"job"_s)[u"state"_s].toString(), u"completed"_s);
    QVERIFY(!house.tracker().apply({.op = Update::Op::Forget, .key = {"local", "a"}})->job);
    QCOMPARE(client.event(u"removed"_s)[u"id"_s].toString(), u"a"_s);
}

void tst_WebSocket::aCursorBringsWhatWasMissed()
{
    House house;
    house.begin("a");
    house.begin("b");
    const std::string seen = "epoch-" + std::to_string(house.tracker().rev());
    house.update("b", 10);
    WsClient client(house, "/api/v1/ws?after=" + seen);
    client.event(u"hello"_s);
    QCOMPARE(client.event(u"job"_s)[u"id"_s].toString(), u"b"_s);
    QCOMPARE(client.frames(2).size(), std::size_t(2)); // and no snapshot

    WsClient stranger(house, "/api/v1/ws?after=other-7");
    QCOMPARE(stranger.event(u"snapshot"_s)[u"jobs"_s].toArray().size(), 2);
}

void tst_WebSocket::batchesAreLists()
{
    House house;
    WsClient client(house, "/api/v1/ws?batch=1");
    const auto listIn = [](const WsClient::Frame &frame) {
        QStringList names;
        for (const auto &event :
             QJsonDocument::fromJson(QByteArray::fromStdString(frame.payload)).array())
            names << event.toObject()[u"event"_s].toString();
        return names;
    };
    QCOMPARE(listIn(client.frames(1)[0]), (QStringList{u"hello"_s, u"snapshot"_s}));
    for (const char *id : {"a", "b", "c"})
        house.begin(id);
    QCOMPARE(listIn(client.frames(2)[1]), (QStringList{u"job"_s, u"job"_s, u"job"_s}));
    client.say(R"({"op":"update","id":"a","percent":5,"ref":"1"})");
    QCOMPARE(listIn(client.frames(3)[2]), QStringList{u"done"_s});
}

void tst_WebSocket::jobsAreReportedAndAnswered()
{
    House house;
    WsClient client(house, "/api/v1/ws?watch=0");
    client.say(R"({"op":"begin","title":"Deploy","ref":"one"})");
    const QJsonObject begun = client.event(u"done"_s);
    QCOMPARE(begun[u"ref"_s].toString(), u"one"_s);
    const std::string id = begun[u"id"_s].toString().toStdString();
    QVERIFY(!id.empty());
    client.say(R"({"op":"update","percent":30,"id":")" + id + "\"}"); // quietly
    client.say(R"({"op":"log","lines":["x"],"id":")" + id + "\"}");
    client.say(R"({"op":"complete","id":")" + id + "\"}");
    const QJsonObject ended = client.event(u"done"_s);
    QCOMPARE(ended[u"state"_s].toString(), u"completed"_s);
    const JobPtr job = house.tracker().job({"local", id});
    QCOMPARE(job->state, State::Completed);
    QCOMPARE(house.tracker().log({"local", id}, 0, 10)->lines.size(), std::size_t(1));
    QCOMPARE(client.frames(3).size(), std::size_t(3)); // hello and two answers, no events
    QCOMPARE(house.server().counters().updates, std::uint64_t(4));
}

void tst_WebSocket::whatIsWrongIsRefusedAndChangesNothing_data()
{
    QTest::addColumn<std::string>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *message, const QString &code,
                        const QString &field) {
        QTest::newRow(name) << std::string(message) << code << field;
    };
    row("no JSON", "{", u"bad_json"_s, {});
    row("no object", "[]", u"bad_json"_s, {});
    row("no op", R"({"id":"a"})", u"bad_value"_s, u"op"_s);
    row("unknown op", R"({"op":"explode","id":"a"})", u"bad_value"_s, u"op"_s);
    row("no id", R"({"op":"update","percent":4})", u"missing_field"_s, u"id"_s);
    row("no id to cancel", R"({"op":"cancel"})", u"missing_field"_s, u"id"_s);
    row("percent 200", R"({"op":"update","id":"a","percent":200})", u"out_of_range"_s,
        u"percent"_s);
    row("unknown job", R"({"op":"update","id":"zz","percent":2})", u"no_such_job"_s, u"id"_s);
    row("a ref that is no text", R"({"op":"update","id":"a","ref":[]})", u"bad_value"_s, u"ref"_s);
}

void tst_WebSocket::whatIsWrongIsRefusedAndChangesNothing()
{
    QFETCH(const std::string, message);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    House house;
    house.begin("a");
    const std::uint64_t rev = house.tracker().rev();
    WsClient client(house, "/api/v1/ws?watch=0");
    client.say(message);
    const QJsonObject error = client.event(u"refused"_s)[u"error"_s].toObject();
    QCOMPARE(error[u"code"_s].toString(), code);
    QCOMPARE(error[u"field"_s].toString(), field);
    QVERIFY(error[u"message"_s].toString().endsWith(u'.'));
    QCOMPARE(house.tracker().rev(), rev);
    client.say(R"({"op":"update","id":"a","percent":5,"ref":"still here"})");
    QCOMPARE(client.event(u"done"_s)[u"ref"_s].toString(), u"still here"_s);
}

void tst_WebSocket::whatIsAskedReachesTheReporter()
{
    House house;
    WsClient reporter(house, "/api/v1/ws?watch=0");
    reporter.say(R"({"op":"begin","id":"a","can":["cancel","pause"]})");
    reporter.event(u"done"_s);
    house.begin("other");
    WsClient person(house);
    person.say(R"({"op":"pause","id":"a","ref":"p"})");
    QCOMPARE(person.event(u"done"_s)[u"asked"_s].toString(), u"pause"_s);
    QCOMPARE(reporter.event(u"asked"_s)[u"asked"_s].toString(), u"pause"_s);
    reporter.say(R"({"op":"update","id":"a","acknowledged":"pause"})");
    QVERIFY(house.pump([&] { return house.tracker().job({"local", "a"})->acknowledged; }));
    reporter.say(R"({"op":"update","id":"a","state":"paused"})");
    person.say(R"({"op":"cancel","id":"a"})");
    const QJsonObject asked = reporter.event(u"asked"_s);
    QCOMPARE(asked[u"asked"_s].toString(), u"cancel"_s);
    QCOMPARE(asked[u"id"_s].toString(), u"a"_s);
    reporter.say(R"({"op":"update","id":"a","state":"canceled"})");
    QCOMPARE(reporter.event(u"done"_s)[u"state"_s].toString(), u"canceled"_s);
}

void tst_WebSocket::aReporterThatGoesLosesItsJobsAfterTheGrace()
{
    House house;
    {
        WsClient reporter(house);
        reporter.say(R"({"op":"begin","id":"a"})");
        reporter.say(R"({"op":"begin","id":"b"})");
        reporter.say(R"({"op":"complete","id":"b"})");
        reporter.event(u"done"_s);
        reporter.event(u"done"_s);
        reporter.event(u"done"_s);
    }
    QVERIFY(house.pump([&] { return house.server().counters().subscribers == 0; }));
    house.clock.advance(Millis{9'900});
    house.server().checkTime();
    QCOMPARE(house.tracker().job({"local", "a"})->state, State::Running);
    house.clock.advance(Millis{200});
    house.server().checkTime();
    QCOMPARE(house.tracker().job({"local", "a"})->state, State::Lost);
    QCOMPARE(house.tracker().job({"local", "b"})->state, State::Completed);
}

void tst_WebSocket::anEndIsAnsweredWhenItIsSafe_data()
{
    QTest::addColumn<bool>("trouble");
    QTest::addColumn<bool>("late");
    for (const bool late : {false, true}) {
        QTest::addRow("kept, %s", late ? "late" : "at once") << false << late;
        QTest::addRow("disk full, %s", late ? "late" : "at once") << true << late;
    }
}

void tst_WebSocket::anEndIsAnsweredWhenItIsSafe()
{
    QFETCH(const bool, trouble);
    QFETCH(const bool, late);
    House house;
    std::function<void(std::optional<Error>)> finish;
    const std::optional<Error> outcome =
        trouble ? std::optional(Error{Error::Code::Internal, "disk_full", "The disk is full.", {}})
                : std::nullopt;
    house.server().keepEndsWith(
        [&](const JobPtr &, std::function<void(std::optional<Error>)> answer) {
            late ? void(finish = std::move(answer)) : answer(outcome);
        });
    WsClient client(house, "/api/v1/ws?watch=0");
    client.say(R"({"op":"begin","id":"a"})");
    client.event(u"done"_s);
    client.say(R"({"op":"fail","id":"a","error":"no","ref":"7"})");
    if (late) {
        QVERIFY(house.pump([&] { return bool(finish); }));
        house.settle();
        QCOMPARE(client.frames(2).size(), std::size_t(2));
        finish(outcome);
    }
    QCOMPARE(client.event(trouble ? u"refused"_s : u"done"_s)[u"ref"_s].toString(), u"7"_s);
}

void tst_WebSocket::pingsAreAnswered()
{
    House house;
    WsClient client(house, "/api/v1/ws?watch=0");
    client.send(clientFrame(0x89, "are you there"));
    const auto &frames = client.frames(2);
    QCOMPARE(frames[1].opcode, 0xAU);
    QCOMPARE(frames[1].payload, "are you there");
}

void tst_WebSocket::aSilentPeerIsLetGo()
{
    ServerOptions options;
    options.limits.pingEvery = Millis{20};
    House house(options);
    WsClient dead(house, "/api/v1/ws?watch=0");
    WsClient alive(house, "/api/v1/ws?watch=0");
    std::size_t answered = 0;
    unsigned deadCode = 0;
    QVERIFY(house.pump([&] {
        const auto &frames = alive.frames(0);
        for (; answered < frames.size(); ++answered) {
            if (frames[answered].opcode == 0x9)
                alive.send(clientFrame(0x8A, frames[answered].payload));
        }
        for (const auto &frame : dead.frames(0))
            deadCode = frame.opcode == 0x8 ? frame.closeCode() : deadCode;
        return deadCode != 0;
    }));
    QCOMPARE(deadCode, 1001U);
    QVERIFY(answered > 2);
    for (const auto &frame : alive.frames(0))
        QVERIFY(frame.opcode != 0x8);
}

void tst_WebSocket::misbehaviourClosesWithItsCode_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<unsigned>("code");
    QTest::newRow("binary") << clientFrame(0x82, "x") << 1003U;
    QTest::newRow("not UTF-8") << clientFrame(0x81, "\xFF") << 1007U;
    QTest::newRow("too long") << clientFrame(0x81, std::string((1U << 20U) + 1, 'x')) << 1009U;
    QTest::newRow("not masked") << std::string("\x81\x01x", 3) << 1002U;
    QTest::newRow("goodbye") << clientFrame(0x88, std::string("\x03\xE8", 2)) << 1000U;
    QTest::newRow("goodbye without a code") << clientFrame(0x88, "") << 1005U;
}

void tst_WebSocket::misbehaviourClosesWithItsCode()
{
    QFETCH(const std::string, bytes);
    QFETCH(const unsigned, code);
    House house;
    house.begin("a");
    WsClient client(house);
    client.send(bytes);
    QCOMPARE(client.closed(), code);
    QVERIFY(client.raw().isHungUp());
    house.update("a", 5); // nobody is there to be told
    QVERIFY(house.pump([&] { return house.server().counters().subscribers == 0; }));
}

void tst_WebSocket::aSlowReaderGetsTheLatest()
{
    House house;
    for (int i = 0; i < 50; ++i)
        house.begin("j" + std::to_string(i), std::string(400, 't'));
    WsClient client(house, "/api/v1/ws", RawClient::Way::Unix);
    client.event(u"snapshot"_s);
    client.raw().readNothing(true);
    for (int percent = 1; percent <= 100; ++percent) {
        for (int i = 0; i < 50; ++i)
            house.update("j" + std::to_string(i), percent);
        house.settle();
    }
    house.end("j7", Update::Op::Fail);
    house.settle();
    client.raw().readNothing(false);
    std::map<QString, double> latest;
    bool failed = false;
    std::size_t seen = 0;
    QVERIFY(house.pump([&] {
        const auto &frames = client.frames(0);
        for (; seen < frames.size(); ++seen) {
            const QJsonObject job = json(frames[seen].payload)[u"data"_s].toObject();
            latest[job[u"id"_s].toString()] = job[u"percent"_s].toDouble();
            failed = failed || job[u"state"_s].toString() == u"failed"_s;
        }
        return failed && std::all_of(latest.begin(), latest.end(), [](const auto &known) {
                   return known.first.isEmpty() || known.second == 100;
               });
    }));
    QVERIFY(seen < 4000); // of five thousand
}

QTEST_GUILESS_MAIN(tst_WebSocket)
#include "tst_websocket.moc"
