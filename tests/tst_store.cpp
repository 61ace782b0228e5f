#include "core/store/spool.h"
#include "core/store/spoolfile.h"
#include "core/wire/json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using afoot::Error;
using afoot::Spool;
using afoot::Update;

namespace {

Update say(Update::Op op, const std::string &id, const std::string &message = {})
{
    Update update{.op = op};
    update.key.id = id;
    if (op == Update::Op::Begin)
        update.title = "T " + id;
    if (op == Update::Op::Log)
        update.lines.push_back({.n = 0, .time = {}, .level = {}, .text = message});
    else if (!message.empty())
        update.message = message;
    return update;
}

/// "begin a, log a, complete a"
std::string wordFor(const Update &update)
{
    switch (update.op) {
    case Update::Op::Begin:
        return "begin " + update.key.id;
    case Update::Op::Log:
        return "log " + update.key.id;
    case Update::Op::Complete:
        return "complete " + update.key.id;
    default:
        return "update " + update.key.id;
    }
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsNotedComesBackInOrder();
    void timesSurvive();
    void theFileIsPrivate();
    void deliveredOnceIsDeliveredOnce();
    void aTransientFailureKeepsTheRest();
    void aRefusalIsDroppedAndReported();
    void anEndThatIsKnownAlreadyIsDelivered();
    void aDeliveryThatWasKilledGoesOnWhereItWas();
    void halfALineIsPassedOver();
    void aLineAfterHalfALineIsWhole();
    void aFullDiskLeavesNoHalfLine();
    void theBoundDropsLogLinesFirstAndEndsNever();
    void manyWritersLoseNothing();
    void onlyOneDeliversAtATime();
    void anUnwritableFolderIsAnError();

private:
    std::vector<std::string> drained()
    {
        std::vector<std::string> words;
        m_last = m_spool
                     ->drain([&](const Update &update) -> std::optional<Error> {
                         words.push_back(wordFor(update));
                         return {};
                     })
                     .value();
        return words;
    }
    QByteArray content() const
    {
        QFile file(QString::fromStdString(m_path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void add(const QByteArray &bytes) const
    {
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder{};
    std::string m_path{};
    std::unique_ptr<Spool> m_spool{};
    Spool::Drained m_last{};
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = (m_folder->path() + u"/state/afoot/spool.ndjson"_s).toStdString();
    m_spool = std::make_unique<Spool>(m_path);
}

void TestStore::whatIsNotedComesBackInOrder()
{
    QVERIFY(m_spool->empty());
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a"), say(Update::Op::Log, "a", "x")}));
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "b")}));
    QVERIFY(!m_spool->append({say(Update::Op::Complete, "a")}));
    QVERIFY(!m_spool->empty());
    QCOMPARE(drained(), (std::vector<std::string>{"begin a", "log a", "begin b", "complete a"}));
    QCOMPARE(m_last.delivered, std::size_t(4));
    QVERIFY(m_spool->empty());
}

void TestStore::timesSurvive()
{
    Update end = say(Update::Op::Complete, "a");
    end.finishedAt = afoot::WallTime{afoot::Millis{1'795'183'200'123}};
    QVERIFY(!m_spool->append({end}));
    std::optional<afoot::WallTime> finished;
    QVERIFY(m_spool
                ->drain([&](const Update &update) -> std::optional<Error> {
                    finished = update.finishedAt;
                    return {};
                })
                .ok());
    QVERIFY(finished == end.finishedAt);
}

void TestStore::theFileIsPrivate()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    struct stat info
    {
    };
    QCOMPARE(::stat(m_path.c_str(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0600);
    QCOMPARE(::stat(m_path.substr(0, m_path.rfind('/')).c_str(), &info), 0);
    QCOMPARE(int(info.st_mode & 0777), 0700);
}

void TestStore::deliveredOnceIsDeliveredOnce()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    QCOMPARE(drained().size(), std::size_t(1));
    QCOMPARE(drained().size(), std::size_t(0));
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "b")}));
    QCOMPARE(drained(), (std::vector<std::string>{"begin b"}));
}

void TestStore::aTransientFailureKeepsTheRest()
{
    QVERIFY(!m_spool->append(
        {say(Update::Op::Begin, "a"), say(Update::Op::Begin, "b"), say(Update::Op::Begin, "c")}));
    int calls = 0;
    const auto result = m_spool->drain([&](const Update &) -> std::optional<Error> {
        if (++calls == 2)
            return Error{Error::Code::Unavailable, "no_tracker", "Gone.", {}};
        return {};
    });
    QVERIFY(result.ok());
    QCOMPARE(result->delivered, std::size_t(1));
    QVERIFY(result->stoppedBy);
    QCOMPARE(drained(), (std::vector<std::string>{"begin b", "begin c"}));
}

void TestStore::aRefusalIsDroppedAndReported()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a"), say(Update::Op::Begin, "b")}));
    const auto result = m_spool->drain([&](const Update &update) -> std::optional<Error> {
        if (update.key.id == "a")
            return Error{Error::Code::Conflict, "job_finished", "It has ended.", {}};
        return {};
    });
    QVERIFY(result.ok());
    QCOMPARE(result->delivered, std::size_t(1));
    QCOMPARE(result->refusedCount, std::size_t(1));
    QCOMPARE(result->refused[0].update.key.id, std::string("a"));
    QVERIFY(m_spool->empty());
}

void TestStore::anEndThatIsKnownAlreadyIsDelivered()
{
    QVERIFY(!m_spool->append({say(Update::Op::Change, "a"), say(Update::Op::Complete, "a")}));
    const auto result = m_spool->drain([&](const Update &) -> std::optional<Error> {
        return Error{Error::Code::Conflict, "job_finished", "It has ended.", {}};
    });
    QVERIFY(result.ok());
    QCOMPARE(result->delivered, std::size_t(1));
    QCOMPARE(result->refusedCount, std::size_t(1));
    QVERIFY(m_spool->empty());
}

void TestStore::aDeliveryThatWasKilledGoesOnWhereItWas()
{
    QVERIFY(!m_spool->append(
        {say(Update::Op::Begin, "a"), say(Update::Op::Begin, "b"), say(Update::Op::Begin, "c")}));
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        (void)m_spool->drain([](const Update &update) -> std::optional<Error> {
            if (update.key.id == "b")
                ::raise(SIGKILL);
            return {};
        });
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(drained(), (std::vector<std::string>{"begin b", "begin c"}));
}

void TestStore::halfALineIsPassedOver()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    const std::string line = afoot::wire::toJson(say(Update::Op::Begin, "b"));
    for (std::size_t cut = 1; cut < line.size(); ++cut) {
        QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
        add(QByteArray::fromStdString(line.substr(0, cut)));
        const auto words = drained();
        QVERIFY(!words.empty());
        QCOMPARE(words.back(), std::string("begin a"));
        QVERIFY(m_spool->empty());
    }
}

void TestStore::aLineAfterHalfALineIsWhole()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    add("{\"op\":\"begin\",\"id\":\"torn");
    QVERIFY(!m_spool->append({say(Update::Op::Complete, "a")}));
    QCOMPARE(drained(), (std::vector<std::string>{"begin a", "complete a"}));
    QCOMPARE(m_last.unreadable, std::size_t(1));
}

void TestStore::aFullDiskLeavesNoHalfLine()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    const QByteArray before = content();
    const pid_t child = ::fork(); // the limit must not reach the test itself
    QVERIFY(child >= 0);
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const auto room = static_cast<rlim_t>(before.size() + 20);
        const rlimit limit{room, room};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto trouble =
            m_spool->append({say(Update::Op::Complete, "a", std::string(500, 'x'))});
        ::_exit(trouble && trouble->code == Error::Code::Internal ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QCOMPARE(content(), before);
}

void TestStore::theBoundDropsLogLinesFirstAndEndsNever()
{
    Spool small(m_path, {.maxBytes = 20'000});
    QVERIFY(!small.append({say(Update::Op::Begin, "a")}));
    for (int i = 0; i < 200; ++i) {
        QVERIFY(!small.append({say(Update::Op::Log, "a", std::string(200, 'l'))}));
        QVERIFY(!small.append({say(Update::Op::Change, "a", std::to_string(i))}));
    }
    QVERIFY(!small.append({say(Update::Op::Complete, "a")}));
    QVERIFY(content().size() <= 20'500);
    const auto words = drained();
    QCOMPARE(words.front(), std::string("begin a"));
    QCOMPARE(words.back(), std::string("complete a"));
    QCOMPARE(std::count(words.begin(), words.end(), "update a"), 200);
    QVERIFY(std::count(words.begin(), words.end(), "log a") < 200);
}

void TestStore::manyWritersLoseNothing()
{
    constexpr int writers = 4;
    constexpr int each = 50;
    std::vector<std::thread> threads;
    for (int w = 0; w < writers; ++w) {
        threads.emplace_back([this, w] {
            for (int i = 0; i < each; ++i)
                (void)Spool(m_path).append(
                    {say(Update::Op::Log, "w" + std::to_string(w), std::to_string(i))});
        });
    }
    std::map<std::string, int> next; // delivering while they write
    const auto deliver = [&](const Update &update) -> std::optional<Error> {
        if (update.lines.at(0).text != std::to_string(next[update.key.id]++))
            next["disorder"] = 1;
        return {};
    };
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_spool->drain(deliver).ok());
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(m_spool->drain(deliver).ok());
    QVERIFY(!next.contains("disorder"));
    for (int w = 0; w < writers; ++w)
        QCOMPARE(next["w" + std::to_string(w)], each);
}

void TestStore::onlyOneDeliversAtATime()
{
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "a")}));
    const int other = ::open((m_path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(other >= 0);
    QCOMPARE(::flock(other, LOCK_EX), 0);
    const auto busy =
        m_spool->drain([](const Update &) { return std::nullopt; }, afoot::Millis{20});
    QVERIFY(!busy.ok());
    QCOMPARE(busy.error().name, std::string("spool_busy"));
    QVERIFY(!m_spool->append({say(Update::Op::Begin, "b")})); // writing needs no turn
    ::close(other);
    QCOMPARE(drained().size(), std::size_t(2));
}

void TestStore::anUnwritableFolderIsAnError()
{
    Spool nowhere("/proc/afoot/spool.ndjson");
    QVERIFY(nowhere.append({say(Update::Op::Begin, "a")}));
    QVERIFY(nowhere.empty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
