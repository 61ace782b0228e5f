#include "tests/support/historyprocess.h"
#include "tests/support/historyroom.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <map>
#include <sys/stat.h>

using namespace historyjobs;
using namespace Qt::StringLiterals;
using afoot::History;
using afoot::Millis;
using Writer = HistoryProcess;
using afoot::sqlite::Database;

namespace {

using Mutation = std::function<void(QByteArray &)>;

Mutation cutTo(double part)
{
    return [part](QByteArray &bytes) { bytes.truncate(qsizetype(double(bytes.size()) * part)); };
}

Mutation fill(qsizetype page, qsizetype pages, char with)
{
    return [=](QByteArray &bytes) {
        bytes.replace(page * 4096, pages * 4096, QByteArray(pages * 4096, with));
    };
}

Mutation scribble(quint32 seed, qsizetype from, qsizetype to, int count)
{
    return [=](QByteArray &bytes) {
        QRandomGenerator random(seed);
        const qsizetype end = to < 0 ? bytes.size() : to;
        for (int i = 0; i < count; ++i)
            bytes[from + qsizetype(random.bounded(quint64(end - from)))] = char(random.generate());
    };
}

Mutation become(const QByteArray &content)
{
    return [content](QByteArray &bytes) { bytes = content; };
}

QByteArray foreignDatabase(const char *sql)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"other.db"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return {};
    {
        auto other = Database::open(path.toStdString(), Database::Access::ReadWrite);
        if (!other || other.value().run(sql))
            return {};
    }
    return file.readAll();
}

enum class Fate { SetAside, Either };

} // namespace

Q_DECLARE_METATYPE(Mutation)
Q_DECLARE_METATYPE(Fate)

class TestHistoryDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_room = std::make_unique<HistoryRoom>(); }
    void cleanup() { m_room.reset(); }
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void damageThatIsMetLaterIsToldAndSetAside();
    void everyDamageGetsANameOfItsOwn();
    void aBrokenLogOfChangesCostsNoJob();
    void aNewerHistoryIsRefusedUntouched();
    void aFolderThatCannotBeMadeIsAnError();
    void aReadOnlyFolderIsAnError();
    void aFullFileIsAnErrorAndHeals();
    void aFullDiskIsAnErrorAndHeals();
    void noAcknowledgedEndIsLostToAKill();

private:
    QString file(const char *beside = "") const
    {
        return QString::fromStdString(m_room->path + beside);
    }
    QByteArray content(const char *beside = "") const
    {
        QFile file(this->file(beside));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void replace(const QByteArray &bytes, const char *beside = "") const
    {
        QFile file(this->file(beside));
        QVERIFY(QFileInfo(file).dir().mkpath(u"."_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// Of 300 ended runs, some with a log, and 20 jobs that run.
    const QByteArray &healthy()
    {
        static QByteArray bytes;
        if (bytes.isEmpty()) {
            m_room->reopen();
            for (int i = 0; i < 300; ++i) {
                afoot::Job job = ended("j" + std::to_string(i), i);
                job.message = std::string(500, 'm');
                m_room->history->putLog(job.key, HistoryRoom::lines(1, std::uint64_t(i % 5)));
                m_room->history->end(shared(job), {});
                if (i >= 20)
                    m_room->history->drop(job.key);
            }
            for (int i = 0; i < 20; ++i)
                m_room->history->put(shared(running("r" + std::to_string(i))), true);
            m_room->tidy();
            bytes = content();
            m_room = std::make_unique<HistoryRoom>();
        }
        return bytes;
    }

    std::unique_ptr<HistoryRoom> m_room{};
};

void TestHistoryDisk::aDamagedFileIsSetAside_data()
{
    QTest::addColumn<Mutation>("mutate");
    QTest::addColumn<Fate>("fate");
    const auto row = [](const char *name, const Mutation &mutate, Fate fate = Fate::SetAside) {
        QTest::newRow(name) << mutate << fate;
    };
    row("emptied", cutTo(0), Fate::Either); // as good as new
    row("one byte", [](QByteArray &bytes) { bytes.truncate(1); });
    row("less than a header", [](QByteArray &bytes) { bytes.truncate(99); });
    row("half a page", [](QByteArray &bytes) { bytes.truncate(2048); });
    row("one page", [](QByteArray &bytes) { bytes.truncate(4096); });
    row("half of it", cutTo(0.5));
    row("all but a page", [](QByteArray &bytes) { bytes.chop(4096); });
    row(
        "all but a byte", [](QByteArray &bytes) { bytes.chop(1); }, Fate::Either);
    row("all zero", [](QByteArray &bytes) { bytes.fill('\0'); });
    row("header zero", [](QByteArray &bytes) { bytes.replace(0, 100, QByteArray(100, '\0')); });
    row("schema zero", [](QByteArray &bytes) { bytes.replace(100, 3996, QByteArray(3996, '\0')); });
    row("pages of zero", fill(1, 12, '\0'));
    row("pages of ones", fill(1, 12, '\xff'));
    row("second half zero", [](QByteArray &bytes) {
        const qsizetype half = bytes.size() / 8192 * 4096;
        bytes.replace(half, bytes.size() - half, QByteArray(bytes.size() - half, '\0'));
    });
    row("version nonsense", [](QByteArray &bytes) { bytes[60] = '\x7f'; });
    row("version zero", [](QByteArray &bytes) { bytes[63] = '\0'; });
    row("not SQLite", become("just a text, and long enough to be taken for a header\n"));
    row("JSON", become("{\"jobs\":[]}"));
    row("somebody else's", become(foreignDatabase("CREATE TABLE t(x); PRAGMA user_version = 1")));
    row("ours by name alone", become(foreignDatabase("CREATE TABLE t(x); PRAGMA user_version = 1;"
                                                     "PRAGMA application_id = 0x41666f74")));
    row("an empty one with a name",
        become(foreignDatabase("PRAGMA application_id = 0x41666f74; PRAGMA user_version = 0")));
    for (quint32 seed = 0; seed < 4; ++seed) {
        const QByteArray n = QByteArray::number(seed);
        row("random header " + n, scribble(seed, 0, 100, 60));
        row("random schema " + n, scribble(seed, 100, 4096, 400), Fate::Either);
        row("some random bytes " + n, scribble(seed, 100, -1, 40), Fate::Either);
        row("many random bytes " + n, scribble(seed, 4096, -1, 4000), Fate::Either);
        row("random all over " + n, scribble(seed, 0, -1, 300'000));
    }
}

void TestHistoryDisk::aDamagedFileIsSetAside()
{
    QFETCH(const Mutation, mutate);
    QFETCH(const Fate, fate);
    QByteArray bytes = healthy();
    QVERIFY(bytes.size() > 100'000);
    mutate(bytes);
    QVERIFY(bytes != healthy());
    replace(bytes);

    auto history = History::open({.path = m_room->path, .now = second(0)});
    QVERIFY2(history.ok(), history.ok() ? "" : history.error().detail.c_str());
    const auto aside = (*history)->setAside();
    if (fate == Fate::SetAside) {
        QVERIFY(aside);
        QVERIFY(aside->starts_with(m_room->path + ".damaged-2026"));
        QFile kept(QString::fromStdString(*aside));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.size(), bytes.size());
        QVERIFY(kept.readAll().mid(100) == bytes.mid(100)); // WAL mode is noted in the header
    }
    if (aside) { // a new one, which works
        QVERIFY((*history)->load()->empty());
        QVERIFY(!endNow(**history, ended("new")));
        QCOMPARE((*history)->runs({})->runs.size(), std::size_t(1));
    } else { // nothing that SQLite can see; what it meets later is an error, never a crash
        (void)(*history)->load();
        (void)(*history)->runs({.words = "m"});
        (void)endNow(**history, ended("new"));
    }
}

void TestHistoryDisk::damageThatIsMetLaterIsToldAndSetAside()
{
    constexpr int count = 1000; // more than the cache of a connection holds
    m_room->reopen();
    for (int i = 0; i < count; ++i) {
        afoot::Job job = ended("j" + std::to_string(i), i);
        job.message = job.error = std::string(2000, 'm');
        m_room->history->end(shared(job), {});
    }
    m_room->tidy();
    m_room->reopen();
    QByteArray bytes = content();
    fill(1, bytes.size() / 4096 - 1, '\x55')(bytes);
    replace(bytes); // under the feet of the one that has it open

    QCOMPARE(m_room->history->runs({.words = "absent"}).error().name,
             std::string("history_damaged"));
    std::optional<afoot::Error> trouble;
    for (int i = 0; i < count && !trouble; ++i)
        trouble = endNow(*m_room->history, ended("j" + std::to_string(i), i + 1, i));
    QVERIFY(trouble);
    QCOMPARE(trouble->name, std::string("history_damaged"));
    m_room->history->put(shared(running("x")), false);
    QVERIFY(m_room->history->flush());
    QCOMPARE(m_room->history->counters().waiting, std::size_t(0)); // there is no use in waiting
    m_room->history.reset();
    const auto history = History::open({.path = m_room->path, .now = second(0)});
    QVERIFY(history.ok());
    QVERIFY((*history)->setAside());
    QVERIFY(!endNow(**history, ended("new")));
}

void TestHistoryDisk::everyDamageGetsANameOfItsOwn()
{
    m_room->reopen();
    std::vector<std::string> names;
    for (int i = 0; i < 3; ++i) {
        m_room->history.reset();
        replace("not a history, number " + QByteArray::number(i));
        auto history = History::open({.path = m_room->path, .now = second(0)});
        QVERIFY(history.ok() && (*history)->setAside());
        names.push_back(*(*history)->setAside());
    }
    QCOMPARE(names[0], m_room->path + ".damaged-20261120T140000.000Z");
    QCOMPARE(names[1], names[0] + "-2");
    QCOMPARE(names[2], names[0] + "-3");
}

void TestHistoryDisk::aBrokenLogOfChangesCostsNoJob()
{
    replace(healthy());
    replace(QByteArray(100'000, '\x37'), "-wal");
    m_room->reopen();
    QCOMPARE(m_room->ids({.limit = 1000}).size(), std::size_t(300));
}

void TestHistoryDisk::aNewerHistoryIsRefusedUntouched()
{
    for (const bool inLogOfChanges : {false, true}) {
        m_room->reopen();
        m_room->end(ended("a"));
        m_room->history.reset();
        {
            auto newer = Database::open(m_room->path, Database::Access::ReadWrite);
            newer.value().tidyOnClose(!inLogOfChanges);
            QVERIFY(!newer.value().run("PRAGMA user_version = 2"));
        }
        const QByteArray bytes = content();
        const QByteArray changes = content("-wal");
        QCOMPARE(!changes.isEmpty(), inLogOfChanges);
        const auto refused = History::open({.path = m_room->path, .now = second(0)});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().name, std::string("newer_history"));
        QVERIFY(content() == bytes);
        QVERIFY(content("-wal") == changes);
        const QStringList aside{u"*.damaged*"_s};
        QVERIFY(QFileInfo(file()).dir().entryList(aside).isEmpty());
        m_room = std::make_unique<HistoryRoom>();
    }
}

void TestHistoryDisk::aFolderThatCannotBeMadeIsAnError()
{
    const auto history = History::open({.path = "/proc/afoot/history.db"});
    QVERIFY(!history.ok());
    QCOMPARE(history.error().name, std::string("no_history"));
    QCOMPARE(history.error().code, afoot::Error::Code::Internal);
    const auto folder = History::open({.path = m_room->folder.path().toStdString()});
    QVERIFY(!folder.ok()); // a folder has the name
    QCOMPARE(folder.error().name, std::string("no_history"));
}

void TestHistoryDisk::aReadOnlyFolderIsAnError()
{
    const std::string folder = m_room->folder.path().toStdString();
    QCOMPARE(::chmod(folder.c_str(), 0555), 0);
    for (const char *path : {"/history.db", "/state/history.db"}) {
        Writer nobody({"readonly", folder + path});
        QVERIFY(!nobody.read(Millis{20'000}));
        QCOMPARE(nobody.said(), std::vector<std::string>{"no_history"});
    }
    QCOMPARE(::chmod(folder.c_str(), 0700), 0);
}

void TestHistoryDisk::aFullFileIsAnErrorAndHeals()
{
    m_room->reopen({.commitEvery = HistoryRoom::never, .maxFileBytes = 200'000});
    std::optional<afoot::Error> trouble;
    std::size_t kept = 0;
    for (int i = 0; i < 1000 && !trouble; ++i) {
        afoot::Job job = ended("j" + std::to_string(i), i);
        job.error = std::string(3000, 'x');
        trouble = endNow(*m_room->history, job);
        kept += trouble ? 0 : 1;
    }
    QVERIFY(trouble);
    QCOMPARE(trouble->name, std::string("disk_full"));
    QCOMPARE(trouble->code, afoot::Error::Code::Internal);
    QVERIFY(!trouble->detail.empty());
    QVERIFY(kept > 5);
    QCOMPARE(m_room->ids({.limit = 1000}).size(), kept); // still to be read
    QVERIFY(m_room->history->counters().failures >= 1);
    QCOMPARE(m_room->history->counters().waiting, std::size_t(1)); // it is tried again
    QCOMPARE(m_room->history->trouble(), trouble);
    m_room->reopen();
    QVERIFY(!endNow(*m_room->history, ended("afterwards", 5000)));
    QVERIFY(!m_room->history->trouble());
    QCOMPARE(m_room->ids({.limit = 1000}).size(), kept + 1);
}

void TestHistoryDisk::aFullDiskIsAnErrorAndHeals()
{
    Writer writer({"full", m_room->path});
    QVERIFY(!writer.read(Millis{60'000}));
    QCOMPARE(writer.said(), (std::vector<std::string>{"disk_full", "readable", "recovered"}));
}

void TestHistoryDisk::noAcknowledgedEndIsLostToAKill()
{
    constexpr int kills = 100;
    QRandomGenerator random(20261120);
    std::size_t acknowledged = 0;
    for (int i = 0; i < kills; ++i) {
        if (i % 10 == 0)
            m_room = std::make_unique<HistoryRoom>(); // old ones only make the checks slower
        const std::string kind = "kill" + std::to_string(i);
        std::vector<std::string> said;
        {
            Writer writer({"ends", m_room->path, kind});
            if (i % 5 != 0) // every fifth dies while it starts
                writer.read(Millis{20'000}, "ready\n");
            writer.read(Millis{random.bounded(5, 61)});
            writer.kill();
            said = writer.said();
        }
        m_room->reopen(); // without anything to be set aside
        auto whole = Database::open(m_room->path, Database::Access::ReadOnly);
        QCOMPARE(*whole.value().text("PRAGMA integrity_check"), std::string("ok"));
        std::map<std::string, int> found;
        afoot::RunQuery query{.kind = kind, .limit = 1000};
        do {
            const auto page = m_room->history->runs(query);
            QVERIFY(page.ok());
            for (const auto &run : page->runs) {
                ++found[run.job.key.id];
                const auto log = m_room->history->log(run.number);
                QCOMPARE(log->size(), std::size_t(1));
                QCOMPARE(log->front().text, "line of " + run.job.key.id);
            }
            query.after = page->next;
        } while (!query.after.empty());
        for (const auto &[id, times] : found)
            QCOMPARE(times, 1);
        for (const std::string &id : said) {
            if (id != "ready") {
                ++acknowledged;
                QVERIFY2(found.contains(id), id.c_str());
            }
        }
        QVERIFY(m_room->history->load().ok());
        m_room->history.reset();
    }
    qInfo("%zu acknowledged ends", acknowledged);
    QVERIFY(acknowledged > kills);
}

QTEST_GUILESS_MAIN(TestHistoryDisk)
#include "tst_historydisk.moc"
