#include "core/run/reporter.h"
#include "core/wire/json.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace afoot;
using namespace afoot::run;
using Heard = Watcher::Heard;
using namespace Qt::StringLiterals;

namespace {

class RealClock : public Clock
{
public:
    WallTime now() const override
    {
        return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
    }
    Ticks ticks() const override
    {
        return std::chrono::time_point_cast<Millis>(std::chrono::steady_clock::now());
    }
};

/// A tracker that takes everything, or is away, or hangs; what it heard outlives the line.
struct FakeTracker
{
    enum class Mood { There, Away, Hanging, Forgetful, Picky };
    std::atomic<Mood> mood{Mood::There};
    std::mutex mutex{};
    std::vector<Update> heard{};
    std::optional<Ask> asked{};
    TrackerLine::Asked onAsked{};
    std::atomic<int> holds = 0;

    /// As the tracker does on the stream of the job.
    void say(std::optional<Ask> ask)
    {
        TrackerLine::Asked heardBy;
        {
            const std::lock_guard guard(mutex);
            heardBy = onAsked;
        }
        heardBy(ask);
    }
    std::vector<Update> all()
    {
        const std::lock_guard guard(mutex);
        return heard;
    }
    std::size_t count(Update::Op op)
    {
        std::size_t n = 0;
        for (const Update &update : all())
            n += update.op == op ? 1U : 0U;
        return n;
    }
};

class FakeLine : public TrackerLine
{
public:
    explicit FakeLine(FakeTracker &tracker) : m_tracker(tracker) {}

    Result<std::string> send(const Update &update) override
    {
        using Mood = FakeTracker::Mood;
        while (m_tracker.mood == Mood::Hanging)
            std::this_thread::sleep_for(Millis{5});
        if (m_tracker.mood == Mood::Away || m_tracker.mood == Mood::Hanging)
            return Error{Error::Code::Unavailable, "no_tracker", {}, {}};
        if (m_tracker.mood == Mood::Forgetful) {
            m_tracker.mood = Mood::There;
            return Error{Error::Code::NotFound, "not_found", {}, {}};
        }
        if (m_tracker.mood == Mood::Picky && update.message)
            return Error{Error::Code::BadInput, "bad_message", {}, {}};
        const std::lock_guard guard(m_tracker.mutex);
        m_tracker.heard.push_back(update);
        Job job;
        job.key = update.key;
        job.asked = m_tracker.asked;
        return wire::toJson(job);
    }
    void hold(const std::string & /*id*/, Asked onAsked) override
    {
        const std::lock_guard guard(m_tracker.mutex);
        m_tracker.onAsked = std::move(onAsked);
        ++m_tracker.holds;
    }

private:
    FakeTracker &m_tracker;
};

/// Takes each line for the message, and one that ends in "?" for a question.
class FakeSource : public OutputSource
{
public:
    void push(std::string_view bytes, Heard /*from*/) override { m_text += bytes; }
    void skipped(std::uint64_t bytes) override { m_skipped += bytes; }
    void quiet() override { m_quiet = true; }
    std::optional<Update> take() override
    {
        if (m_text.empty() && !m_quiet)
            return std::nullopt;
        Update update;
        if (m_text.ends_with('?'))
            update.question = m_text;
        else if (!m_text.empty())
            update.message = m_text;
        if (m_skipped > 0)
            update.details.push_back({"skipped", static_cast<double>(m_skipped)});
        for (std::size_t at = 0; (at = m_text.find('\n', at)) != std::string::npos; ++at)
            update.lines.push_back({0, {}, {}, "line"});
        m_text.clear();
        m_quiet = false;
        return update;
    }
    Update finish(const Ending &ending) override
    {
        Update update;
        update.op = ending.code == 0 ? Update::Op::Complete : Update::Op::Fail;
        if (ending.code != 0)
            update.error = "exit code";
        update.message = m_text.empty() ? "over" : m_text;
        return update;
    }

private:
    std::string m_text{};
    std::uint64_t m_skipped = 0;
    bool m_quiet = false;
};

/// A reporter with everything around it, quick enough for a test.
struct Room
{
    static constexpr Millis gap{30};
    FakeTracker tracker{};
    RealClock clock{};
    std::vector<Update> spool{};
    std::atomic<int> asks{0};
    std::unique_ptr<Reporter> reporter{};

    explicit Room(FakeTracker::Mood mood = FakeTracker::Mood::There,
                  Millis patience = Millis{20'000})
    {
        tracker.mood = mood;
        Reporter::Options options;
        options.begin.key.id = "job";
        options.begin.title = "a title";
        options.gap = gap;
        options.retry = Millis{40};
        options.seek = Millis{40};
        options.patience = patience;
        options.quietAfter = Millis{20};
        options.questionAfter = Millis{60};
        reporter = std::make_unique<Reporter>(
            options, std::make_unique<FakeLine>(tracker), std::make_unique<FakeSource>(),
            [this](std::vector<Update> rest) { spool = std::move(rest); }, clock);
    }
    ~Room() { tracker.mood = FakeTracker::Mood::Away; }
    void start()
    {
        reporter->start([this](Ask /*ask*/) { ++asks; });
    }
    bool begun() { return tracker.count(Update::Op::Begin) > 0; }
};

Ending code(int number)
{
    Ending ending;
    ending.code = number;
    return ending;
}

} // namespace

class TestReporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsBegunToldAndEnded();
    void updatesAreGathered();
    void aTrackerThatComesLateHearsAll();
    void aTrackerThatForgotHearsAllAgain();
    void withoutATrackerAllGoesToTheSpool();
    void linesThatAreNotKeptAreCounted();
    void aHangingTrackerIsNotWaitedFor();
    void anEndThatIsRefusedIsToldBare();
    void anAskArrivesOnce();
    void silenceAfterAQuestionIsWaiting();
    void aStopIsToldBeforeItHappens();
};

void TestReporter::aRunIsBegunToldAndEnded()
{
    Room room;
    room.start();
    QTRY_VERIFY(room.begun());
    room.reporter->output("hello\n", Heard::Out);
    QTRY_COMPARE(room.tracker.count(Update::Op::Change), std::size_t(1));
    QVERIFY(room.reporter->finish(code(0)));
    const std::vector<Update> heard = room.tracker.all();
    QCOMPARE(heard.front().op, Update::Op::Begin);
    QCOMPARE(heard.front().title, std::optional<std::string>("a title"));
    QVERIFY(heard.front().startedAt);
    QVERIFY(heard.front().can && heard.front().can->has(Ask::Cancel));
    QCOMPARE(room.tracker.count(Update::Op::Log), std::size_t(1));
    QCOMPARE(heard.back().op, Update::Op::Complete);
    QCOMPARE(heard.back().key.id, std::string("job"));
    QVERIFY(heard.back().finishedAt);
    QVERIFY(room.spool.empty());
}

void TestReporter::updatesAreGathered()
{
    Room room;
    room.start();
    const Ticks start = room.clock.ticks();
    int said = 0;
    while (room.clock.ticks() - start < Millis{300} || said < 100) {
        room.reporter->output("x", Heard::Terminal);
        ++said;
        std::this_thread::sleep_for(Millis{1});
    }
    room.reporter->finish(code(0));
    const auto most = static_cast<std::size_t>((room.clock.ticks() - start) / room.gap) + 2;
    const std::size_t changes = room.tracker.count(Update::Op::Change);
    QVERIFY2(changes >= 2 && changes <= most, qPrintable(QString::number(changes)));
}

void TestReporter::aTrackerThatComesLateHearsAll()
{
    Room room(FakeTracker::Mood::Away);
    room.start();
    room.reporter->output("early\n", Heard::Out);
    QTest::qWait(100);
    QVERIFY(room.tracker.all().empty());
    room.tracker.mood = FakeTracker::Mood::There;
    QTRY_COMPARE(room.tracker.count(Update::Op::Log), std::size_t(1)); // though nothing new is said
    QCOMPARE(room.tracker.all().front().op, Update::Op::Begin);
    QCOMPARE(room.tracker.all().front().message, std::optional<std::string>("early\n"));
    QVERIFY(room.reporter->finish(code(1)));
    QCOMPARE(room.tracker.all().back().op, Update::Op::Fail);
}

void TestReporter::aTrackerThatForgotHearsAllAgain()
{
    Room room;
    room.start();
    QTRY_VERIFY(room.begun());
    room.reporter->output("first", Heard::Out);
    QTRY_COMPARE(room.tracker.count(Update::Op::Change), std::size_t(1));
    room.tracker.mood = FakeTracker::Mood::Forgetful;
    room.reporter->output("second", Heard::Out);
    QTRY_COMPARE(room.tracker.count(Update::Op::Begin), std::size_t(2));
    QCOMPARE(room.tracker.all().back().message, std::optional<std::string>("second"));
    room.tracker.mood = FakeTracker::Mood::Forgetful;
    QVERIFY(room.reporter->finish(code(0)));
    QCOMPARE(room.tracker.count(Update::Op::Begin), std::size_t(3));
    QCOMPARE(room.tracker.all().back().op, Update::Op::Complete);
}

void TestReporter::withoutATrackerAllGoesToTheSpool()
{
    Room room(FakeTracker::Mood::Away);
    room.start();
    room.reporter->output("a\nb\n", Heard::Out);
    QVERIFY(!room.reporter->finish(code(3)));
    QCOMPARE(room.spool.size(), std::size_t(3));
    QCOMPARE(room.spool[0].op, Update::Op::Begin);
    QCOMPARE(room.spool[1].lines.size(), std::size_t(2));
    QCOMPARE(room.spool[2].op, Update::Op::Fail);
    QVERIFY(room.spool[2].details.front() == (Detail{"exit code", 3.0}));
}

void TestReporter::linesThatAreNotKeptAreCounted()
{
    Room room(FakeTracker::Mood::Away);
    room.start();
    std::string many;
    for (int i = 0; i < 2500; ++i)
        many += "x\n";
    room.reporter->output(many, Heard::Out);
    QVERIFY(!room.reporter->finish(code(0)));
    const std::vector<LogLine> &lines = room.spool[1].lines;
    QCOMPARE(lines.size(), std::size_t(2001));
    QCOMPARE(lines.front().text, std::string("… 500 lines left out …"));
}

void TestReporter::aHangingTrackerIsNotWaitedFor()
{
    Room room(FakeTracker::Mood::Hanging, Millis{100});
    room.start();
    room.reporter->output("a\n", Heard::Out);
    QVERIFY(!room.reporter->finish(code(0)));
    QVERIFY(room.tracker.mood == FakeTracker::Mood::Hanging); // still: it has not answered at all
    QCOMPARE(room.spool.back().op, Update::Op::Complete);
    QCOMPARE(room.spool.size(), std::size_t(3));
}

void TestReporter::anEndThatIsRefusedIsToldBare()
{
    Room room(FakeTracker::Mood::Picky);
    room.start();
    QVERIFY(room.reporter->finish(code(2)));
    const Update last = room.tracker.all().back();
    QCOMPARE(last.op, Update::Op::Fail);
    QCOMPARE(last.error, std::optional<std::string>("exit code"));
}

void TestReporter::anAskArrivesOnce()
{
    Room room;
    room.start();
    QTRY_VERIFY(room.tracker.holds == 1);
    {
        const std::lock_guard guard(room.tracker.mutex);
        room.tracker.asked = Ask::Cancel; // in the answer to what we say next, too
    }
    room.tracker.say(Ask::Cancel);
    room.tracker.say(Ask::Cancel);
    QTRY_VERIFY(room.begun());
    room.reporter->output("x", Heard::Out);
    const auto acknowledged = [&] {
        std::size_t n = 0;
        for (const Update &update : room.tracker.all())
            n += update.acknowledged == Ask::Cancel ? 1U : 0U;
        return n;
    };
    QTRY_COMPARE(acknowledged(), std::size_t(1));
    QCOMPARE(room.asks.load(), 1);
    room.reporter->finish(code(0));
    QCOMPARE(acknowledged(), std::size_t(1));
}

void TestReporter::silenceAfterAQuestionIsWaiting()
{
    Room room;
    room.start();
    room.reporter->output("sure?", Heard::Terminal);
    const auto latest = [&] {
        const std::vector<Update> all = room.tracker.all();
        return all.empty() ? std::nullopt : all.back().state;
    };
    QTRY_COMPARE(latest(), std::optional(State::NeedsInput));
    QCOMPARE(room.tracker.all().back().question, std::optional<std::string>("sure?"));
    room.reporter->output("yes\n", Heard::Terminal);
    const auto goesOn = [](const Update &update) {
        return update.op == Update::Op::Change && update.state == State::Running &&
               update.question == "";
    };
    QTRY_VERIFY(std::ranges::any_of(room.tracker.all(), goesOn));
    room.reporter->finish(code(0));
}

void TestReporter::aStopIsToldBeforeItHappens()
{
    Room room;
    room.start();
    QTRY_COMPARE(room.tracker.count(Update::Op::Begin), std::size_t(1));
    room.reporter->paused(true);
    QCOMPARE(room.tracker.all().back().state, std::optional(State::Paused));
    QVERIFY(room.tracker.all().back().can->empty());
    room.reporter->resumed();
    room.reporter->finish(code(0));
    QCOMPARE(room.tracker.all().back().op, Update::Op::Complete);
}

QTEST_GUILESS_MAIN(TestReporter)
#include "tst_reporter.moc"
