#include "tests/support/dialectwatch.h"
#include "tests/support/wsclient.h"

#include <QJsonDocument>
#include <QTest>

#include <array>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;

/// Clients of other backends at those backends' own paths, on real sockets.
class TestCompat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchedOffThereIsNothing();
    void readingNeedsNoTokenAndActingDoes_data();
    void readingNeedsNoTokenAndActingDoes();
    void aWrongTokenIsWrongAllTheSame();
    void pagesMustBeConfigured();
    void aJobIsFollowedToItsEnd_data();
    void aJobIsFollowedToItsEnd();
    void aJobThatIsNotThereIsToldAsTheBackendDoes();
    void aSnapshotThatBeginsLaterIsTold();
    void theListIsFilteredAndTheNewestFirst();
    void jobsOfOtherSourcesAreNotShown();
    void whatIsAskedReachesTheReporter();
    void abortNeedsTheToken_data();
    void abortNeedsTheToken();
    void handshakesAndPingsAreAnswered();
    void silenceRepeatsTheState();
    void logLinesComeWithTheirJob();
    void whatEndedBeforeIsNoNewsInARoom();
    void aSecondRunIsTold();
    void aDeletedJobIsGone();
};

namespace {

QJsonObject json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

ServerOptions compatOptions()
{
    ServerOptions options;
    options.compat = true;
    return options;
}

/// A request as such a client sends it: without a token.
std::string bare(std::string_view method, std::string_view path, std::string_view headers = {})
{
    return std::string(method)
        .append(" ")
        .append(path)
        .append(" HTTP/1.1\r\nHost: localhost\r\n")
        .append(headers)
        .append("\r\n");
}

constexpr const char *upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

int statusWithoutToken(House &house, const char *method, const char *path,
                       std::string_view headers = {})
{
    RawClient client(house);
    client.send(bare(method, path, headers));
    const auto reply = client.reply();
    return reply ? reply->status : 0;
}

void canCancel(House &house)
{
    Update update{.op = Update::Op::Change, .key = {"local", "a"}};
    update.can.emplace().add(Ask::Cancel);
    QVERIFY(house.tracker().apply(std::move(update)));
}

void log(House &house, const char *id, const char *text)
{
    Update update{.op = Update::Op::Log, .key = {"local", id}};
    update.lines = {{.text = text}};
    QVERIFY(house.tracker().apply(std::move(update)));
}

/// What a client of @p dialect hears on its stream, read by that dialect.
class Listener
{
public:
    Listener(House &house, const char *dialect, const char *path)
        : watched(dialect, "a")
        , m_isSocket(watched.dialect.endpoints.transport == dialect::Transport::WebSocket)
    {
        if (m_isSocket)
            m_socket = std::make_unique<WsClient>(house, path);
        else
            m_sse = std::make_unique<RawClient>(house);
        if (m_sse)
            QVERIFY(m_sse->listen(path));
        m_house = &house;
        watched.job.state = State::Queued; // nothing is known yet
    }
    bool until(const std::function<bool(const Job &)> &done)
    {
        return m_house->pump([&] {
            read();
            return done(watched.job);
        });
    }
    bool until(State state)
    {
        return until([state](const Job &job) { return job.state == state; });
    }
    void read()
    {
        if (m_socket) {
            const auto &frames = m_socket->frames(0);
            for (; m_read < frames.size(); ++m_read) {
                if (frames[m_read].opcode == 0x1)
                    tell(frames[m_read].payload);
            }
            return;
        }
        m_sse->readSome();
        for (; m_read < m_sse->seen().size(); ++m_read)
            tell(m_sse->seen()[m_read].data);
    }
    WsClient &socket() { return *m_socket; }
    RawClient &sse() { return *m_sse; }

    Watched watched;
    std::vector<std::string> texts{};

private:
    void tell(const std::string &text)
    {
        texts.push_back(text);
        QVERIFY2(watched.tell(text.c_str()), text.c_str());
    }

    House *m_house = nullptr;
    bool m_isSocket;
    std::unique_ptr<WsClient> m_socket{};
    std::unique_ptr<RawClient> m_sse{};
    std::size_t m_read = 0;
};

struct Stream
{
    const char *dialect;
    const char *path;
};
constexpr std::array streams{
    Stream{"snapshot", "/api/v1/projects/a/progress/stream"},
    Stream{"scan", "/events/a"},
    Stream{"session", "/api/progress/stream/a"},
    Stream{"rooms", "/api/ws/projects/a"},
    Stream{"deploy", "/ws/chat"},
};

} // namespace

void TestCompat::switchedOffThereIsNothing()
{
    House house;
    house.begin("a");
    RawClient client(house);
    QCOMPARE(client.ask("GET", "/jobs/a")->status, 404);
    QCOMPARE(statusWithoutToken(house, "GET", "/jobs/a"), 401);
}

void TestCompat::readingNeedsNoTokenAndActingDoes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *path, int status) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << status;
    };
    row("GET", "/api/v1/projects/a/progress", 200);
    row("GET", "/api/v1/projects/a/progress/stream", 200);
    row("GET", "/jobs", 200);
    row("GET", "/jobs/a", 200);
    row("GET", "/events/a", 200);
    row("GET", "/api/progress/stream/a", 200);
    row("GET", "/api/progress/status/a", 200);
    row("GET", "/api/projects/a", 200);
    row("GET", "/api/ws/projects/a", 101);
    row("GET", "/ws/chat", 101);
    row("DELETE", "/jobs/a", 401);
    row("POST", "/jobs/a/rerun", 401);
    row("POST", "/api/progress/cancel/a", 401);
    row("PATCH", "/jobs/a", 401);
    row("GET", "/api/v1/jobs", 401);
    row("GET", "/api/v1/jobs/a", 401);
    row("GET", "/api/v1/ws", 401);
    row("GET", "/api/v1/history", 401);
    row("GET", "/cctray.xml", 401);
    row("GET", "/", 401);
}

void TestCompat::readingNeedsNoTokenAndActingDoes()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    House house(compatOptions());
    const JobPtr before = house.begin("a");
    QCOMPARE(statusWithoutToken(house, method, path, status == 101 ? upgrade : ""), status);
    QCOMPARE(house.tracker().job({"local", "a"})->rev, before->rev);
}

void TestCompat::aWrongTokenIsWrongAllTheSame()
{
    House house(compatOptions());
    house.begin("a");
    QCOMPARE(statusWithoutToken(house, "GET", "/jobs/a", "Authorization: Bearer wrong\r\n"), 401);
    QCOMPARE(statusWithoutToken(house, "GET", "/jobs/a?token=wrong"), 401);
}

void TestCompat::pagesMustBeConfigured()
{
    ServerOptions options = compatOptions();
    options.origins = {"http://localhost:3000"};
    House house(options);
    house.begin("a");
    RawClient client(house);
    client.send(bare("GET", "/jobs/a", "Origin: http://localhost:3000\r\n"));
    const auto reply = client.reply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->header("access-control-allow-origin"), "http://localhost:3000");
    for (const char *foreign : {"Origin: http://evil.example\r\n", "Origin: null\r\n",
                                "Origin: http://localhost:3001\r\n",
                                "Sec-Fetch-Site: cross-site\r\n", "Host: evil.example\r\n"})
        QVERIFY2(statusWithoutToken(house, "GET", "/jobs/a", foreign) >= 400, foreign);
    QCOMPARE(statusWithoutToken(house, "GET", "/ws/chat",
                                std::string("Origin: http://evil.example\r\n") + upgrade),
             403);
}

void TestCompat::aJobIsFollowedToItsEnd_data()
{
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Update::Op>("op");
    QTest::addColumn<State>("state");
    for (const Stream &stream : streams) {
        const auto row = [&](const char *name, Update::Op op, State state) {
            QTest::addRow("%s %s", stream.dialect, name)
                << QByteArray(stream.dialect) << QByteArray(stream.path) << op << state;
        };
        row("completes", Update::Op::Complete, State::Completed);
        row("fails", Update::Op::Fail, State::Failed);
        if (stream.dialect != std::string_view("snapshot")) // it knows no cancel
            row("is canceled", Update::Op::Change, State::Canceled);
    }
}

void TestCompat::aJobIsFollowedToItsEnd()
{
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, path);
    QFETCH(const Update::Op, op);
    QFETCH(const State, state);
    House house(compatOptions());
    house.begin("a");
    Listener listener(house, dialect, path);
    QVERIFY(listener.until(State::Running));
    house.update("a", 50);
    const auto half = [](const Job &job) {
        return job.percent == 50 ||
               std::any_of(job.steps.begin(), job.steps.end(),
                           [](const Step &step) { return step.percent == 50; });
    };
    QVERIFY(listener.until(half));

    Update end{.op = op, .key = {"local", "a"}};
    if (op == Update::Op::Change)
        end.state = state;
    if (op == Update::Op::Fail)
        end.error = "no room left";
    QVERIFY(house.tracker().apply(std::move(end)));
    QVERIFY(listener.until(state));
    if (state == State::Failed)
        QVERIFY(listener.watched.job.error.find("no room left") != std::string::npos);
    const bool endsItself = listener.watched.dialect.link.endsItself;
    if (endsItself)
        QVERIFY(listener.sse().isHungUp());

    // somebody looks at it: no second end
    const std::size_t told = listener.texts.size();
    QVERIFY(house.tracker().apply({.op = Update::Op::See, .key = {"local", "a"}}));
    house.settle();
    listener.read();
    QCOMPARE(listener.texts.size(), told);
}

void TestCompat::aJobThatIsNotThereIsToldAsTheBackendDoes()
{
    House house(compatOptions());
    RawClient client(house);
    QCOMPARE(json(client.ask("GET", "/api/v1/projects/p/progress")->body)[u"step"_s], u"idle"_s);
    QCOMPARE(client.ask("GET", "/jobs/p")->status, 404);
    QCOMPARE(client.ask("GET", "/api/progress/status/p")->status, 404);
    QCOMPARE(client.ask("GET", "/api/projects/p")->status, 404);
    for (const auto &[path, count] :
         {std::pair("/events/p", 0U), std::pair("/api/progress/stream/p", 1U)}) {
        RawClient gone(house);
        QVERIFY(gone.listen(path));
        QVERIFY(gone.isHungUp());
        QCOMPARE(gone.seen().size(), count);
    }
}

void TestCompat::aSnapshotThatBeginsLaterIsTold()
{
    House house(compatOptions());
    RawClient client(house);
    QVERIFY(client.listen("/api/v1/projects/p/progress/stream"));
    QCOMPARE(client.events(1).size(), 1U);
    QCOMPARE(json(client.seen()[0].data)[u"step"_s], u""_s);
    house.begin("p");
    QCOMPARE(client.events(2).size(), 2U);
    QCOMPARE(json(client.seen()[1].data)[u"step"_s], u"waiting"_s);
}

void TestCompat::theListIsFilteredAndTheNewestFirst()
{
    House house(compatOptions());
    for (const char *id : {"a", "b", "c"}) {
        house.begin(id);
        house.clock.advance(Millis(1000));
    }
    house.end("b");
    RawClient client(house);
    const auto ids = [&](const char *path) {
        const QJsonObject list = json(client.ask("GET", path)->body);
        QString text;
        for (const QJsonValue job : list[u"jobs"_s].toArray())
            text += job[u"job_id"_s].toString();
        return text + QString::number(list[u"total"_s].toInt()) + u'/' +
               QString::number(list[u"limit"_s].toInt());
    };
    QCOMPARE(ids("/jobs"), u"cba3/100"_s);
    QCOMPARE(ids("/jobs?limit=1"), u"c1/1"_s);
    QCOMPARE(ids("/jobs?status=running"), u"ca2/100"_s);
    QCOMPARE(ids("/jobs?limit=5&status=completed"), u"b1/5"_s);
    QCOMPARE(ids("/jobs?status=nonsense"), u"0/100"_s);
    QCOMPARE(client.ask("GET", "/jobs?limit=many")->status, 400);
}

void TestCompat::jobsOfOtherSourcesAreNotShown()
{
    House house(compatOptions());
    Update update{.op = Update::Op::Begin, .key = {"far", "x"}};
    update.title = "X";
    QVERIFY(house.tracker().apply(std::move(update)));
    Listener chat(house, "deploy", "/ws/chat");
    house.begin("a");
    QVERIFY(chat.until(State::Running));
    QCOMPARE(chat.watched.context.jobs.size(), 1U);
    RawClient client(house);
    QCOMPARE(json(client.ask("GET", "/jobs")->body)[u"total"_s].toInt(), 1);
    QCOMPARE(client.ask("GET", "/jobs/x")->status, 404);
}

void TestCompat::whatIsAskedReachesTheReporter()
{
    House house(compatOptions());
    house.begin("a");
    canCancel(house);
    RawClient client(house);
    const auto reply = client.ask("DELETE", "/jobs/a");
    QCOMPARE(reply->status, 200);
    QCOMPARE(json(reply->body)[u"status"_s], u"canceling"_s);
    QCOMPARE(house.tracker().job({"local", "a"})->asked, std::optional(Ask::Cancel));
    QCOMPARE(client.ask("DELETE", "/jobs/none")->status, 404);
    house.end("a");
    QCOMPARE(client.ask("DELETE", "/jobs/a")->status, 409);
    QCOMPARE(client.ask("POST", "/api/progress/cancel/a")->status, 404);
    QCOMPARE(client.ask("POST", "/jobs/a/rerun")->status, 404);
    QCOMPARE(client.ask("PUT", "/jobs/a")->status, 405);
}

void TestCompat::abortNeedsTheToken_data()
{
    QTest::addColumn<bool>("showsToken");
    QTest::newRow("with it") << true;
    QTest::newRow("without") << false;
}

void TestCompat::abortNeedsTheToken()
{
    QFETCH(const bool, showsToken);
    House house(compatOptions());
    house.begin("a");
    canCancel(house);
    const auto asked = [&] { return house.tracker().job({"local", "a"})->asked; };
    const std::string abort = clientFrame(0x81, R"({"type":"abort_deployment"})");
    if (showsToken) {
        Listener chat(house, "deploy", "/ws/chat");
        QVERIFY(chat.until(State::Running));
        chat.socket().send(abort);
        QVERIFY(house.pump([&] { return asked() == Ask::Cancel; }));
        return;
    }
    RawClient client(house);
    client.send(bare("GET", "/ws/chat", upgrade) + abort);
    QVERIFY(client.pumpUntil(
        [&] { return client.raw().find("was not aborted") != std::string::npos; }));
    QVERIFY(!asked());
}

void TestCompat::handshakesAndPingsAreAnswered()
{
    House house(compatOptions());
    Listener chat(house, "deploy", "/ws/chat");
    chat.socket().say(R"({"type":"init","session_id":"session_7","is_reconnect":false})");
    chat.socket().say(R"({"type":"ping"})");
    chat.socket().say("not JSON");
    chat.socket().say(R"({"type":"abort_deployment"})");
    QVERIFY(house.pump([&] {
        chat.read();
        return chat.texts.size() == 3;
    }));
    QCOMPARE(json(chat.texts[0])[u"type"_s], u"connected"_s);
    QCOMPARE(json(chat.texts[0])[u"session_id"_s], u"session_7"_s);
    QCOMPARE(json(chat.texts[1])[u"type"_s], u"pong"_s);
    QCOMPARE(json(chat.texts[2])[u"type"_s], u"error"_s); // there is none to abort

    Listener room(house, "rooms", "/api/ws/projects/a");
    room.socket().say(R"({"type":"ping"})");
    QVERIFY(house.pump([&] {
        room.read();
        return room.texts.size() == 2;
    }));
    QCOMPARE(json(room.texts[0])[u"type"_s], u"connection"_s);
    QCOMPARE(json(room.texts[1])[u"type"_s], u"pong"_s);
    room.socket().send(clientFrame(0x88, std::string("\x03\xE8", 2)));
    QCOMPARE(room.socket().closed(), 1000U);
}

void TestCompat::silenceRepeatsTheState()
{
    ServerOptions options = compatOptions();
    options.limits.pingEvery = Millis(20);
    House house(options);
    house.begin("a");
    Listener scan(house, "scan", "/events/a");
    QVERIFY(scan.sse().events(3).size() >= 3);
    QCOMPARE(scan.sse().seen()[2], scan.sse().seen()[0]);
    Listener chat(house, "deploy", "/ws/chat");
    QVERIFY(house.pump([&] {
        chat.read();
        return !chat.texts.empty() && json(chat.texts.back())[u"type"_s] == u"ping"_s;
    }));
    QCOMPARE(chat.socket().closed(), 1001U); // it never answers
}

void TestCompat::logLinesComeWithTheirJob()
{
    House house(compatOptions());
    house.begin("a");
    house.begin("b");
    Listener chat(house, "deploy", "/ws/chat");
    QVERIFY(house.pump([&] {
        chat.read();
        return chat.watched.context.jobs.size() == 2;
    }));
    for (const auto &[id, line] :
         {std::pair("a", "first"), std::pair("b", "second"), std::pair("a", "third")}) {
        log(house, id, line);
        QVERIFY(house.pump([&, said = line] {
            chat.read();
            return !chat.watched.lines.empty() && chat.watched.lines.back().text == said;
        }));
        QCOMPARE(chat.watched.job.key.id, std::string(id));
    }
    Listener room(house, "rooms", "/api/ws/projects/b");
    log(house, "b", "in the room");
    log(house, "a", "elsewhere");
    house.end("b");
    QVERIFY(room.until(State::Completed));
    QCOMPARE(room.watched.lines.size(), 1U);
    QCOMPARE(room.watched.lines[0].text, std::string("in the room"));
}

void TestCompat::whatEndedBeforeIsNoNewsInARoom()
{
    House house(compatOptions());
    house.begin("a");
    house.end("a");
    Listener room(house, "rooms", "/api/ws/projects/a");
    room.socket().say(R"({"type":"ping"})");
    QVERIFY(house.pump([&] {
        room.read();
        return room.texts.size() >= 2;
    }));
    QCOMPARE(json(room.texts.back())[u"type"_s], u"pong"_s);
    QCOMPARE(room.texts.size(), 2U);
    Listener scan(house, "scan", "/events/a");
    QVERIFY(scan.until(State::Completed)); // a scan's stream does tell, and ends
    QVERIFY(scan.sse().isHungUp());
}

void TestCompat::aSecondRunIsTold()
{
    House house(compatOptions());
    house.begin("a");
    Listener room(house, "rooms", "/api/ws/projects/a");
    house.end("a", Update::Op::Fail);
    QVERIFY(room.until(State::Failed));
    room.watched.context = {.id = "a"};
    room.watched.job = {.state = State::Queued};
    Update again{.op = Update::Op::Begin, .key = {"local", "a"}};
    again.restart = true;
    again.title = "Again";
    house.clock.advance(Millis(1000));
    QVERIFY(house.tracker().apply(std::move(again)));
    QVERIFY(room.until(State::Running));
    house.end("a");
    QVERIFY(room.until(State::Completed));
}

void TestCompat::aDeletedJobIsGone()
{
    House house(compatOptions());
    house.begin("a");
    house.end("a");
    QVERIFY(house.tracker().apply({.op = Update::Op::Forget, .key = {"local", "a"}}));
    RawClient client(house);
    QCOMPARE(client.ask("GET", "/jobs/a")->status, 404);
}

QTEST_GUILESS_MAIN(TestCompat)
#include "tst_compat.moc"
