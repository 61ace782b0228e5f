#include "tests/support/heap.h"
#include "tests/support/wsclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <set>
#include <sys/resource.h>

using namespace afoot;
using namespace afoot::serve;
using namespace afoot::test;
using namespace Qt::StringLiterals;
using Way = RawClient::Way;

/// Readers that stop reading: what it costs, what they still get, and what others notice of it (nothing).
class TestStalled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anHourWithoutReadingLosesNoStateAndNoEnd_data();
    void anHourWithoutReadingLosesNoStateAndNoEnd();
    void aReaderThatWasCutOffComesBackByItsCursor();
    void anAnswerThatNobodyTakesIsGivenUp();
    void stalledReadersHinderNobody();
};

namespace {

constexpr int jobCount = 10'000;
constexpr int rounds = 12;

/// What a reader has been told.
struct Heard
{
    std::map<QString, QJsonObject> latest{};
    std::set<std::pair<QString, QString>> ends{}; ///< (id, state)
    std::set<QString> removed{};
    std::uint64_t lines = 0;
    std::uint64_t dropped = 0;
    std::size_t jobEvents = 0;

    void job(const QJsonObject &one)
    {
        const QString id = one[u"id"_s].toString();
        const QString state = one[u"state"_s].toString();
        removed.erase(id);
        latest[id] = one;
        if (state == u"completed"_s || state == u"failed"_s || state == u"canceled"_s)
            ends.emplace(id, state);
    }
    void event(const QString &name, const QJsonObject &data)
    {
        if (name == u"job"_s) {
            ++jobEvents;
            job(data);
        } else if (name == u"snapshot"_s) {
            latest.clear();
            for (const auto &one : data[u"jobs"_s].toArray())
                job(one.toObject());
        } else if (name == u"removed"_s) {
            latest.erase(data[u"id"_s].toString());
            removed.insert(data[u"id"_s].toString());
        } else if (name == u"log"_s) {
            lines += static_cast<std::uint64_t>(data[u"lines"_s].toArray().size());
            dropped += static_cast<std::uint64_t>(data[u"dropped"_s].toInteger());
        }
    }
};

/// A reader over any of the ways to get events.
class Reader
{
public:
    Reader(House &house, const QString &kind, Way way) : m_isBatch(kind.contains(u"lists"_s))
    {
        if (kind == u"SSE"_s) {
            m_sse = std::make_unique<RawClient>(house, way);
            if (!m_sse->listen("/api/v1/jobs/stream?log=1"))
                throw std::runtime_error("no stream");
        } else {
            m_ws = std::make_unique<WsClient>(
                house, m_isBatch ? "/api/v1/ws?log=1&batch=1" : "/api/v1/ws?log=1", way);
        }
        read();
    }
    void stop() { raw().readNothing(true); }
    void goOn() { raw().readNothing(false); }
    RawClient &raw() { return m_sse ? *m_sse : m_ws->raw(); }

    const Heard &read()
    {
        if (m_sse) {
            m_sse->readSome();
            for (; m_seen < m_sse->seen().size(); ++m_seen) {
                const wire::SseEvent &event = m_sse->seen()[m_seen];
                m_heard.event(
                    QString::fromStdString(event.type),
                    QJsonDocument::fromJson(QByteArray::fromStdString(event.data)).object());
            }
            return m_heard;
        }
        m_ws->raw().readSome();
        const auto &frames = m_ws->frames(0);
        for (; m_seen < frames.size(); ++m_seen) {
            const auto message =
                QJsonDocument::fromJson(QByteArray::fromStdString(frames[m_seen].payload));
            QJsonArray events = message.array();
            if (!m_isBatch)
                events = {message.object()};
            for (const auto &event : events)
                m_heard.event(event[u"event"_s].toString(), event[u"data"_s].toObject());
        }
        return m_heard;
    }

private:
    bool m_isBatch;
    std::unique_ptr<RawClient> m_sse{};
    std::unique_ptr<WsClient> m_ws{};
    std::size_t m_seen = 0;
    Heard m_heard{};
};

std::string idOf(int number)
{
    return "job-" + std::to_string(number);
}

/// Ten thousand jobs and an hour of theirs.
class Hour
{
public:
    explicit Hour(House &house) : m_house(house)
    {
        for (int i = 0; i < jobCount; ++i)
            m_house.begin(idOf(i), "A job that takes its time, number " + std::to_string(i));
        m_house.settle();
    }
    /// All of them change and some of them speak; five minutes are over.
    void pass(int round)
    {
        for (int i = 0; i < jobCount; ++i) {
            const bool isOver = round > rounds / 2 && (i < 1'000 || (i >= 2'000 && i < 3'000));
            if (!isOver)
                m_house.update(idOf(i), 100.0 * round / (rounds + 1));
            if (!isOver && i % 10 == 0)
                log(i, round);
        }
        if (round == rounds / 2)
            endSome();
        m_house.clock.advance(Millis(300'000));
        m_house.server().checkTime();
        m_house.settle();
    }
    std::uint64_t lines() const { return m_lines; }

    /// Everything that is known now is known to the reader.
    void check(const Heard &heard) const
    {
        QCOMPARE(heard.latest.size(), m_house.tracker().size());
        for (const JobPtr &job : m_house.tracker().jobs()) {
            const auto known = heard.latest.find(QString::fromStdString(job->key.id));
            QVERIFY(known != heard.latest.end());
            QCOMPARE(known->second[u"rev"_s].toInteger(), static_cast<qint64>(job->rev));
            QCOMPARE(known->second[u"state"_s].toString().toStdString(),
                     std::string(nameOf(job->state)));
            QCOMPARE(known->second[u"percent"_s].toDouble(-1), job->percent.value_or(-1));
        }
        QCOMPARE(heard.ends.size(), std::size_t(3'000));
        for (int i = 0; i < 3'000; ++i) {
            const QString id = QString::fromStdString(idOf(i));
            const QString state = i < 1'000   ? u"completed"_s
                                  : i < 2'000 ? u"failed"_s
                                              : u"canceled"_s;
            QVERIFY2(heard.ends.contains({id, state}), qPrintable(id));
            QCOMPARE(heard.removed.contains(id), i >= 2'000);
        }
    }

private:
    void log(int number, int round)
    {
        Update update{.op = Update::Op::Log, .key = {"local", idOf(number)}};
        update.lines = {LogLine{.text = "round " + std::to_string(round)}};
        if (!m_house.tracker().put(std::move(update)))
            ++m_lines;
    }
    /// A thousand complete; a thousand fail and are begun anew; a thousand are canceled and forgotten.
    void endSome()
    {
        for (int i = 0; i < 1'000; ++i)
            m_house.end(idOf(i));
        for (int i = 1'000; i < 2'000; ++i) {
            m_house.end(idOf(i), Update::Op::Fail);
            Update again{.op = Update::Op::Begin, .key = {"local", idOf(i)}};
            again.restart = true;
            QVERIFY(!m_house.tracker().put(std::move(again)));
        }
        for (int i = 2'000; i < 3'000; ++i) {
            Update cancel{.op = Update::Op::Change, .key = {"local", idOf(i)}};
            cancel.state = State::Canceled;
            QVERIFY(!m_house.tracker().put(std::move(cancel)));
            QVERIFY(!m_house.tracker().put({.op = Update::Op::Forget, .key = {"local", idOf(i)}}));
        }
    }

    House &m_house;
    std::uint64_t m_lines = 0;
};

/// Reads until @p done, as long as more comes: it is much, and the sanitizers are slow.
bool readUntil(RawClient &client, const std::function<bool()> &done,
               const std::function<std::size_t()> &amount)
{
    for (std::size_t before = amount(); !client.pumpUntil(done); before = amount()) {
        if (amount() == before)
            return false;
    }
    return true;
}

ServerOptions withLimits(Limits limits)
{
    ServerOptions options;
    options.limits = limits;
    return options;
}

} // namespace

void TestStalled::anHourWithoutReadingLosesNoStateAndNoEnd_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Way>("way");
    QTest::newRow("SSE over TCP") << u"SSE"_s << Way::Tcp;
    QTest::newRow("SSE over Unix") << u"SSE"_s << Way::Unix;
    QTest::newRow("WebSocket over TCP") << u"WebSocket"_s << Way::Tcp;
    QTest::newRow("WebSocket over Unix, in lists") << u"WebSocket in lists"_s << Way::Unix;
}

void TestStalled::anHourWithoutReadingLosesNoStateAndNoEnd()
{
    QFETCH(const QString, kind);
    QFETCH(const Way, way);
    Limits limits;
    limits.writeTimeout = limits.idleTimeout = Millis(50); // neither is about streams
    House house(withLimits(limits));
    Reader reader(house, kind, way);
    reader.stop();
    Hour hour(house);
    std::size_t early = 0;
    for (int round = 1; round <= rounds; ++round) {
        hour.pass(round);
        if (round == 2)
            early = heapBytes();
    }
    const std::size_t late = heapBytes();
    const double grown = (static_cast<double>(late) - static_cast<double>(early)) / (1U << 20U);
    QVERIFY2(grown < 16, qPrintable(u"grown by %1 MiB in ten rounds"_s.arg(grown)));
    const std::uint64_t sent = house.server().counters().bytesSent;

    reader.goOn();
    const Heard &heard = reader.read();
    const auto isUpToDate = [&] {
        const QString last = QString::fromStdString(idOf(jobCount - 1));
        reader.read();
        const auto known = heard.latest.find(last);
        return known != heard.latest.end() && heard.lines + heard.dropped == hour.lines() &&
               known->second[u"percent"_s].toDouble() > 100.0 * (rounds - 0.5) / (rounds + 1);
    };
    QVERIFY(readUntil(reader.raw(), isUpToDate, [&] { return heard.jobEvents + heard.lines; }));
    house.settle();
    hour.check(reader.read());
    QCOMPARE(heard.lines + heard.dropped, hour.lines());
    QVERIFY(heard.dropped > hour.lines() / 2);
    QVERIFY2(heard.jobEvents < std::size_t(5) * jobCount, "states in between are skipped");
    QVERIFY(house.server().counters().bytesSent > sent);
    QCOMPARE(house.server().counters().slowReaders, std::uint64_t(0));
    // and it hears of what comes now
    house.update(idOf(5'000), 99);
    QVERIFY(reader.raw().pumpUntil([&] {
        return reader.read().latest.at(QString::fromStdString(idOf(5'000)))[u"percent"_s] == 99;
    }));
}

void TestStalled::aReaderThatWasCutOffComesBackByItsCursor()
{
    Limits limits;
    limits.stallTimeout = Millis(50);
    House house(withLimits(limits));
    RawClient reader(house, Way::Unix);
    QVERIFY(reader.listen("/api/v1/jobs/stream"));
    reader.events(2);
    reader.readNothing(true);
    Hour hour(house);
    hour.pass(1);
    QVERIFY(house.pump([&] { return house.server().counters().slowReaders == 1; }));
    for (int round = 2; round <= rounds; ++round)
        hour.pass(round);
    // what had left before it was cut off is there still
    reader.readNothing(false);
    QVERIFY(reader.isHungUp());
    const std::string cursor = reader.seen().back().lastEventId;
    QVERIFY(cursor.starts_with("epoch-"));
    RawClient again(house, Way::Unix);
    QVERIFY(again.listen("/api/v1/jobs/stream", "Last-Event-ID: " + cursor + "\r\n"));
    const std::string last = "epoch-" + std::to_string(house.tracker().rev());
    QVERIFY(readUntil(
        again, [&] { return !again.seen().empty() && again.seen().back().lastEventId == last; },
        [&] { return again.seen().size(); }));
    Heard heard;
    for (const RawClient *client : {&reader, &again}) {
        for (const wire::SseEvent &event : client->seen())
            heard.event(QString::fromStdString(event.type),
                        QJsonDocument::fromJson(QByteArray::fromStdString(event.data)).object());
    }
    hour.check(heard);
    for (const wire::SseEvent &event : again.seen())
        QVERIFY(event.type != "snapshot");
}

void TestStalled::anAnswerThatNobodyTakesIsGivenUp()
{
    Limits limits;
    limits.writeTimeout = Millis(50);
    House house(withLimits(limits));
    for (int i = 0; i < 2'000; ++i)
        house.begin(idOf(i), std::string(400, 't'));
    RawClient stream(house, Way::Unix);
    QVERIFY(stream.listen("/api/v1/jobs/stream"));
    stream.readNothing(true);
    RawClient client(house, Way::Unix);
    client.readNothing(true);
    client.send(request("GET", "/api/v1/jobs"));
    QVERIFY(house.pump([&] { return house.server().counters().slowReaders == 1; }));
    QCOMPARE(house.server().counters().connections, std::uint64_t(1));
    QCOMPARE(house.server().counters().subscribers, std::uint64_t(1)); // the stream may stop
}

void TestStalled::stalledReadersHinderNobody()
{
    rlimit files = {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::max<rlim_t>(files.rlim_cur, std::min<rlim_t>(files.rlim_max, 1'500));
    if (::setrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < 1'500)
        QSKIP("the system allows too few open files");
    House house;
    for (int i = 0; i < 500; ++i)
        house.begin(idOf(i), std::string(400, 't'));
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 50; ++i) {
        stalled.push_back(std::make_unique<RawClient>(house, Way::Unix));
        stalled.back()->send(request("GET", "/api/v1/jobs/stream"));
        stalled.back()->readNothing(true);
    }
    std::vector<std::unique_ptr<RawClient>> readers;
    for (int i = 0; i < 500; ++i) {
        readers.push_back(std::make_unique<RawClient>(house));
        QVERIFY(readers.back()->listen("/api/v1/jobs/stream?job=" + idOf(1)));
    }
    QCOMPARE(house.server().counters().subscribers, std::uint64_t(550));
    RawClient asking(house);
    for (int round = 1; round <= 10; ++round) {
        for (int i = 0; i < 500; ++i)
            house.update(idOf(i), round);
        const auto answer = asking.ask("GET", "/api/v1/jobs/" + idOf(1));
        QVERIFY(answer && answer->status == 200);
        QCOMPARE(house.server().counters().subscribers, std::uint64_t(550));
    }
    for (const auto &reader : readers) {
        QVERIFY(reader->pumpUntil([&] {
            return reader->seen().size() > 2 &&
                   reader->seen().back().data.find("\"percent\":10,") != std::string::npos;
        }));
    }
}

QTEST_GUILESS_MAIN(TestStalled)
#include "tst_stalled.moc"
