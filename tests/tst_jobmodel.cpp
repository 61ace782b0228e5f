#include "tests/support/sample.h"
#include "ui/jobs/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Job jobNamed(const std::string &id, State state, int startedMinutesAgo)
{
    Job job{.key = {"local", id}, .title = "Job " + id, .kind = "kind", .state = state};
    job.createdAt = sample::now - std::chrono::minutes(startedMinutesAgo);
    if (state != State::Queued)
        job.startedAt = job.createdAt;
    job.updatedAt = sample::now;
    if (isFinal(state))
        job.finishedAt = sample::now - std::chrono::minutes(startedMinutesAgo) + 10s;
    return job;
}

std::vector<std::string> ids(const JobModel &model)
{
    std::vector<std::string> all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.push_back(model.jobAt(row)->key.id);
    return all;
}

struct Watched
{
    JobModel model{[] { return sample::now; }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy moved{&model, &QAbstractItemModel::layoutChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
    QSignalSpy counts{&model, &JobModel::countsChanged};
};

using Ids = std::vector<std::string>;

Job ofKind(Job job, int kind)
{
    job.kind = "kind " + std::to_string(kind);
    return job;
}

/// What the rows say: titles of sections and ids of jobs.
QStringList told(const JobModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Section *section = model.headingAt(row);
        rows << (section ? model.titleOf(*section)
                         : QString::fromStdString(model.jobAt(row)->key.id));
    }
    return rows;
}

/// What they should say, by sorting all of it anew.
QStringList expected(const JobModel &model, const std::set<std::string> &closed)
{
    const Grouping grouping = model.grouping();
    std::map<std::string, std::vector<JobPtr>> sections;
    model.forEach([&](const JobPtr &job) {
        if (matches(*job, model.filter()))
            sections[grouping == Grouping::BySource ? job->key.source
                     : grouping == Grouping::ByKind ? job->kind
                                                    : std::string()]
                .push_back(job);
    });
    const auto urgency = [](const JobPtr &job) {
        constexpr std::array urgencies{4, 1, 0, 2, 3, 3};
        return urgencies[std::size_t(groupOf(job->state))];
    };
    std::vector<std::tuple<int, bool, std::string>> order;
    for (auto &[name, jobs] : sections) {
        std::sort(jobs.begin(), jobs.end(), [](const JobPtr &a, const JobPtr &b) {
            return std::tuple(rankOf(*a), placeOf(*a), a->key) <
                   std::tuple(rankOf(*b), placeOf(*b), b->key);
        });
        int most = 9;
        for (const JobPtr &job : jobs)
            most = std::min(most, urgency(job));
        order.emplace_back(most, name != "local", name);
    }
    std::sort(order.begin(), order.end());
    QStringList rows;
    for (const auto &[most, isFar, name] : order) {
        if (grouping != Grouping::None)
            rows << (name == "local" ? u"This computer"_s : QString::fromStdString(name));
        for (const JobPtr &job : sections[name]) {
            if (!closed.contains(name))
                rows << QString::fromStdString(job->key.id);
        }
    }
    return rows;
}

} // namespace

class tst_jobmodel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsAPersonComesFirst();
    void manyChangesAreOneSignal();
    void rowsKeepTheirPlaceWhileTheyMove();
    void aJobThatEndsMovesOnce();
    void nothingMovesUnderTheHand();
    void runsOfRowsLeaveFromBelow();
    void newJobsComeInOneRun();
    void anEarlierEndInTheSameDeltaIsNotShown();
    void theFilterFindsWords_data();
    void theFilterFindsWords();
    void aJobThatNoLongerFitsLeaves();
    void whatNoLongerFitsStaysUnderTheHand();
    void ofFiftyBusyJobsNoneMovesUnderTheHand();
    void groupsBeginWithAHeading();
    void aClosedGroupKeepsItsJobsAndCountsThem();
    void aGroupLeavesWithItsLastJob();
    void countsAreOfAllJobs();
    void theSelectionFollowsItsJob();
    void anyOrderOfDeltasKeepsTheModelSound();
    void manyScatteredRowsAreShownAtOnce();
    void tenThousandJobs();
};

void tst_jobmodel::whatNeedsAPersonComesFirst()
{
    Watched w;
    w.model.apply(sample::whole(
        {jobNamed("done-old", State::Completed, 50), jobNamed("queued-2", State::Queued, 3),
         jobNamed("run-old", State::Running, 30), jobNamed("done-new", State::Failed, 20),
         jobNamed("paused", State::Paused, 1), jobNamed("asks", State::NeedsInput, 90),
         jobNamed("run-new", State::Running, 2), jobNamed("queued-1", State::Queued, 9)}));
    QCOMPARE(ids(w.model), (Ids{"asks", "run-new", "run-old", "paused", "queued-1", "queued-2",
                                "done-new", "done-old"}));
    QCOMPARE(w.reset.size(), 1);
    QCOMPARE(w.counts.size(), 1);
}

void tst_jobmodel::manyChangesAreOneSignal()
{
    Watched w;
    std::vector<Job> jobs;
    for (int i = 0; i < 50; ++i)
        jobs.push_back(jobNamed("j" + std::to_string(i), State::Running, i));
    w.model.apply(sample::whole(jobs));
    for (Job &job : jobs)
        job.percent = 40;
    w.model.apply(sample::changed({jobs.begin() + 5, jobs.begin() + 20}));
    QCOMPARE(w.changed.size(), 1);
    QCOMPARE(w.changed[0][0].toModelIndex().row(), 5);
    QCOMPARE(w.changed[0][1].toModelIndex().row(), 19);
    QCOMPARE(w.moved.size(), 0);
    QCOMPARE(w.inserted.size() + w.removed.size(), 0);
    QCOMPARE(w.counts.size(), 2);
}

void tst_jobmodel::rowsKeepTheirPlaceWhileTheyMove()
{
    Watched w;
    std::vector<Job> jobs{jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)};
    w.model.apply(sample::whole(jobs));
    for (int percent = 0; percent < 100; percent += 10) {
        jobs[1].percent = percent;
        jobs[1].etaS = 100 - percent;
        jobs[1].updatedAt += 1s;
        w.model.apply(sample::changed({jobs[1]}));
    }
    QCOMPARE(ids(w.model), (Ids{"a", "b"}));
    QCOMPARE(w.moved.size(), 0);
}

void tst_jobmodel::aJobThatEndsMovesOnce()
{
    Watched w;
    w.model.apply(
        sample::whole({jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)}));
    w.model.apply(sample::changed({jobNamed("a", State::Completed, 1)}));
    QCOMPARE(ids(w.model), (Ids{"b", "a"}));
    QCOMPARE(w.moved.size(), 1);
}

void tst_jobmodel::nothingMovesUnderTheHand()
{
    Watched w;
    w.model.apply(
        sample::whole({jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)}));
    w.model.holdOrder(true);
    w.model.apply(
        sample::changed({jobNamed("a", State::Completed, 1), jobNamed("c", State::NeedsInput, 0)}));
    QCOMPARE(ids(w.model), (Ids{"a", "b", "c"}));
    QCOMPARE(w.model.jobAt(0)->state, State::Completed);
    w.model.apply(sample::changed({jobNamed("d", State::Running, 0)}));
    QCOMPARE(ids(w.model), (Ids{"a", "b", "c", "d"}));
    w.model.holdOrder(false);
    QCOMPARE(ids(w.model), (Ids{"c", "d", "b", "a"}));
    QCOMPARE(w.moved.size(), 1);
}

void tst_jobmodel::runsOfRowsLeaveFromBelow()
{
    Watched w;
    std::vector<Job> jobs;
    for (int i = 0; i < 10; ++i)
        jobs.push_back(jobNamed("j" + std::to_string(i), State::Running, i));
    w.model.apply(sample::whole(jobs));
    Delta gone{.rev = 20};
    for (const int i : {7, 2, 3, 8, 4})
        gone.changes.push_back({jobs[std::size_t(i)].key, nullptr, 20});
    w.model.apply(gone);
    QCOMPARE(w.removed.size(), 2);
    QCOMPARE(w.removed[0][1].toInt(), 7);
    QCOMPARE(w.removed[0][2].toInt(), 8);
    QCOMPARE(w.removed[1][1].toInt(), 2);
    QCOMPARE(w.removed[1][2].toInt(), 4);
    QCOMPARE(ids(w.model), (Ids{"j0", "j1", "j5", "j6", "j9"}));
    QCOMPARE(w.model.rowOf(jobs[9].key), 4);
    QCOMPARE(w.model.rowOf(jobs[3].key), -1);
}

void tst_jobmodel::newJobsComeInOneRun()
{
    Watched w;
    w.model.apply(sample::whole(
        {jobNamed("old", State::Running, 60), jobNamed("done", State::Completed, 60)}));
    w.model.apply(
        sample::changed({jobNamed("n1", State::Running, 1), jobNamed("n2", State::Running, 2)}));
    QCOMPARE(w.inserted.size(), 1);
    QCOMPARE(ids(w.model), (Ids{"n1", "n2", "old", "done"}));
}

void tst_jobmodel::anEarlierEndInTheSameDeltaIsNotShown()
{
    Watched w;
    w.model.apply(sample::whole({}));
    w.model.apply(
        sample::changed({jobNamed("a", State::Failed, 9), jobNamed("a", State::Running, 1)}));
    QCOMPARE(ids(w.model), (Ids{"a"}));
    QCOMPARE(w.model.jobAt(0)->state, State::Running);
    QCOMPARE(w.model.count(Group::Failed), 0);
    QCOMPARE(w.model.count(Group::All), 1);
}

void tst_jobmodel::theFilterFindsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing asked") << QString() << 8;
    QTest::newRow("title") << u"nightly"_s << 1;
    QTest::newRow("kind") << u"FFMPEG"_s << 1;
    QTest::newRow("source") << u"nas-01"_s << 1;
    QTest::newRow("state") << u"running"_s << 4;
    QTest::newRow("message") << u"second in line"_s << 1;
    QTest::newRow("words in any order") << u"main nightly"_s << 1;
    QTest::newRow("none") << u"zzz"_s << 0;
}

void tst_jobmodel::theFilterFindsWords()
{
    QFETCH(QString, text);
    Watched w;
    w.model.apply(sample::whole(sample::eight()));
    w.model.setFilter({.text = text});
    QTEST(w.model.rowCount(), "found");
}

void tst_jobmodel::aJobThatNoLongerFitsLeaves()
{
    Watched w;
    w.model.setFilter({.group = Group::Running});
    w.model.apply(
        sample::whole({jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)}));
    w.model.apply(sample::changed({jobNamed("a", State::Completed, 1)}));
    QCOMPARE(ids(w.model), (Ids{"b"}));
    QCOMPARE(w.removed.size(), 1);
    w.model.apply(sample::changed({jobNamed("a", State::Running, 1)}));
    QCOMPARE(ids(w.model), (Ids{"a", "b"}));
    QCOMPARE(w.inserted.size(), 1);
}

void tst_jobmodel::countsAreOfAllJobs()
{
    Watched w;
    w.model.setFilter({.text = u"nothing fits this"_s});
    w.model.apply(sample::whole(sample::eight()));
    QCOMPARE(w.model.count(Group::All), 8);
    QCOMPARE(w.model.count(Group::Running), 4);
    QCOMPARE(w.model.count(Group::Queued), 1);
    QCOMPARE(w.model.count(Group::Failed), 1);
    QCOMPARE(w.model.count(Group::Finished), 2);
    QCOMPARE(w.model.sources().at("local"), 3);
    Delta gone{.rev = 9, .changes = {{{"ci", "d1"}, nullptr, 9}}};
    w.model.apply(gone);
    QCOMPARE(w.model.count(Group::Failed), 0);
    QVERIFY(!w.model.sources().contains("ci"));
}

void tst_jobmodel::theSelectionFollowsItsJob()
{
    Watched w;
    w.model.apply(
        sample::whole({jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)}));
    const QPersistentModelIndex chosen = w.model.index(0, 0);
    w.model.apply(
        sample::changed({jobNamed("a", State::Completed, 1), jobNamed("c", State::Running, 0)}));
    QCOMPARE(chosen.row(), 2);
    QCOMPARE(chosen.data(JobModel::KeyRole).value<JobKey>().id, std::string("a"));
}

void tst_jobmodel::whatNoLongerFitsStaysUnderTheHand()
{
    Watched w;
    w.model.setFilter({.group = Group::Running});
    w.model.apply(
        sample::whole({jobNamed("a", State::Running, 1), jobNamed("b", State::Running, 2)}));
    w.model.holdOrder(true);
    w.model.apply(sample::changed({jobNamed("a", State::Completed, 1)}));
    QCOMPARE(ids(w.model), (Ids{"a", "b"}));
    w.model.holdOrder(false);
    QCOMPARE(ids(w.model), (Ids{"b"}));
    QCOMPARE(w.removed.size(), 1);
}

void tst_jobmodel::ofFiftyBusyJobsNoneMovesUnderTheHand()
{
    Watched w;
    std::mt19937 random(50);
    std::vector<Job> jobs;
    for (int i = 0; i < 50; ++i)
        jobs.push_back(ofKind(jobNamed("j" + std::to_string(i), State::Running, i), i % 3));
    w.model.apply(sample::whole(jobs));
    for (const Grouping grouping : {Grouping::None, Grouping::ByKind}) {
        w.model.setGrouping(grouping);
        w.model.holdOrder(true);
        const QStringList before = told(w.model);
        const qsizetype moves = w.moved.size();
        for (int round = 0; round < 100; ++round) {
            std::vector<Job> some;
            for (int i = 0; i < 20; ++i) {
                const auto which = std::size_t(random() % 50);
                const State state = allStates[std::size_t(random() % allStates.size())];
                some.push_back(ofKind(jobNamed(jobs[which].key.id, state, int(random() % 90)),
                                      int(random() % 3)));
            }
            some.push_back(
                ofKind(jobNamed("new" + std::to_string(round), State::NeedsInput, 0), 5));
            w.model.apply(sample::changed(some));
            QCOMPARE(told(w.model).first(before.size()), before);
        }
        QCOMPARE(w.moved.size(), moves);
        w.model.holdOrder(false);
        QCOMPARE(told(w.model), expected(w.model, {}));
        w.model.apply(sample::whole(jobs));
    }
}

void tst_jobmodel::groupsBeginWithAHeading()
{
    Watched w;
    w.model.setGrouping(Grouping::ByKind);
    w.model.apply(sample::whole({ofKind(jobNamed("a", State::Running, 1), 1),
                                 ofKind(jobNamed("b", State::NeedsInput, 2), 0),
                                 ofKind(jobNamed("c", State::Failed, 3), 1)}));
    QCOMPARE(told(w.model), (QStringList{u"kind 0"_s, u"b"_s, u"kind 1"_s, u"a"_s, u"c"_s}));
    const QModelIndex heading = w.model.index(2, 0);
    QVERIFY(heading.data(JobModel::HeadingRole).toBool());
    QVERIFY(!heading.data(JobModel::JobRole).isValid());
    QVERIFY(!heading.data(JobModel::KeyRole).isValid());
    QVERIFY(!heading.flags().testFlag(Qt::ItemIsSelectable));
    QCOMPARE(heading.data(Qt::AccessibleTextRole).toString(),
             u"kind 1, 2 jobs, 1 failed, expanded"_s);
    QCOMPARE(w.model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"kind 0, 1 job, 1 needs you, expanded"_s);
    QVERIFY(!w.model.jobAt(2));
    QCOMPARE(w.model.headingOver(4), 2);
    QCOMPARE(w.model.rowOf({"local", "c"}), 4);
    w.model.setGrouping(Grouping::BySource);
    QCOMPARE(told(w.model), (QStringList{u"This computer"_s, u"b"_s, u"a"_s, u"c"_s}));
    w.model.setGrouping(Grouping::None);
    QCOMPARE(ids(w.model), (Ids{"b", "a", "c"}));
    QVERIFY(w.model.headings().empty());
}

void tst_jobmodel::aClosedGroupKeepsItsJobsAndCountsThem()
{
    Watched w;
    w.model.setGrouping(Grouping::ByKind);
    w.model.apply(sample::whole({ofKind(jobNamed("a", State::Running, 1), 0),
                                 ofKind(jobNamed("b", State::Running, 2), 0),
                                 ofKind(jobNamed("c", State::Running, 3), 1)}));
    w.model.setOpen(0, false);
    QCOMPARE(told(w.model), (QStringList{u"kind 0"_s, u"kind 1"_s, u"c"_s}));
    QCOMPARE(w.removed.size(), 1);
    QCOMPARE(w.model.rowOf({"local", "a"}), -1);
    w.model.apply(sample::changed(
        {ofKind(jobNamed("b", State::Failed, 2), 0), ofKind(jobNamed("d", State::Running, 0), 0)}));
    QCOMPARE(w.model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"kind 0, 3 jobs, 1 failed, collapsed"_s);
    QCOMPARE(w.inserted.size(), 0);
    QVERIFY(w.model.reveal({"local", "b"}));
    QCOMPARE(told(w.model),
             (QStringList{u"kind 0"_s, u"d"_s, u"a"_s, u"b"_s, u"kind 1"_s, u"c"_s}));
    QCOMPARE(w.inserted.size(), 1);
    QVERIFY(!w.model.reveal({"local", "none"}));
}

void tst_jobmodel::aGroupLeavesWithItsLastJob()
{
    Watched w;
    w.model.setGrouping(Grouping::ByKind);
    w.model.apply(sample::whole({ofKind(jobNamed("a", State::Running, 1), 0),
                                 ofKind(jobNamed("b", State::Running, 2), 1)}));
    w.model.apply({.rev = 9, .changes = {{{"local", "a"}, nullptr, 9}}});
    QCOMPARE(told(w.model), (QStringList{u"kind 1"_s, u"b"_s}));
    QCOMPARE(w.removed.size(), 1);
    QCOMPARE(w.reset.size(), 2); // of grouping and of the whole state
}

void tst_jobmodel::anyOrderOfDeltasKeepsTheModelSound()
{
    Watched w;
    w.model.apply(sample::whole({}));
    std::mt19937 random(4711);
    const auto pick = [&](int below) { return int(random() % unsigned(below)); };
    bool isHeld = false;
    for (int round = 0; round < 1500; ++round) {
        Delta delta{.rev = std::uint64_t(round)};
        for (int i = pick(6); i >= 0; --i) {
            const std::string id = "j" + std::to_string(pick(40));
            Job job = ofKind(jobNamed(id, allStates[std::size_t(pick(8))], pick(60)), pick(4));
            if (pick(3) == 0)
                job.key.source = "far";
            if (pick(4) == 0)
                delta.changes.push_back({job.key, nullptr, 1});
            else
                delta.changes.push_back(sample::change(job));
        }
        if (pick(10) == 0)
            w.model.holdOrder(isHeld = pick(2) == 0);
        if (pick(25) == 0)
            w.model.setFilter({.group = allGroups[std::size_t(pick(6))]});
        if (pick(25) == 0)
            w.model.setGrouping(allGroupings[std::size_t(pick(3))]);
        if (pick(5) == 0 && !w.model.headings().empty())
            w.model.setOpen(w.model.headings()[0], pick(2) == 0);
        w.model.apply(delta);
        std::set<std::string> closed;
        for (int row = 0; row < w.model.rowCount(); ++row) {
            if (const Section *section = w.model.headingAt(row)) {
                QCOMPARE(w.model.headingOf(section->name), row);
                if (!section->isOpen)
                    closed.insert(section->name);
                continue;
            }
            QCOMPARE(w.model.rowOf(w.model.jobAt(row)->key), row);
            QVERIFY(isHeld || matches(*w.model.jobAt(row), w.model.filter()));
        }
        if (!isHeld)
            QCOMPARE(told(w.model), expected(w.model, closed));
        const JobCounts &counts = w.model.tallied().all();
        int total = 0;
        int unseen = 0;
        w.model.forEach([&](const JobPtr &job) {
            ++total;
            unseen += isFinal(job->state) && !job->seen;
        });
        QCOMPARE(counts.total, total);
        QCOMPARE(counts.unseen, unseen);
        QCOMPARE(int(w.model.tallied().running().size()), counts.count(State::Running));
        for (const JobTally::Runner &runner : w.model.tallied().running())
            QCOMPARE(runner.job(), w.model.job(runner.job()->key));
    }
    w.model.holdOrder(false);
    w.model.setFilter({});
    w.model.setGrouping(Grouping::None);
    int sum = 0;
    for (const Group group : allGroups)
        sum += group == Group::All ? 0 : w.model.count(group);
    QCOMPARE(sum, w.model.rowCount());
    QCOMPARE(w.model.count(Group::All), w.model.rowCount());
}

void tst_jobmodel::manyScatteredRowsAreShownAtOnce()
{
    JobModel model([] { return sample::now; });
    std::vector<Job> jobs;
    for (int i = 0; i < 1000; ++i)
        jobs.push_back(jobNamed("j" + std::to_string(i), State::Running, i));
    model.apply(sample::whole(jobs));
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    Delta gone{.rev = 2};
    std::vector<Job> back;
    for (std::size_t i = 0; i < jobs.size(); i += 2) {
        gone.changes.push_back({jobs[i].key, nullptr, 2});
        back.push_back(jobs[i]);
    }
    model.apply(gone);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.rowOf(jobs[1].key), 0);
    model.apply(sample::changed(back));
    QCOMPARE(model.rowCount(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(model.rowOf(jobs[std::size_t(i)].key), i);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(reset.size(), 2);
}

void tst_jobmodel::tenThousandJobs()
{
    // no tester here: it looks at every row after every signal
    JobModel model([] { return sample::now; });
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    std::vector<Job> jobs;
    for (int i = 0; i < 10'000; ++i)
        jobs.push_back(
            jobNamed("j" + std::to_string(i), i % 3 == 0 ? State::Completed : State::Running, i));
    model.apply(sample::changed(jobs));
    QCOMPARE(model.rowCount(), 10'000);
    std::vector<Job> some;
    for (std::size_t i = 0; i < jobs.size(); i += 6) {
        some.push_back(jobs[i]);
        some.back().message = "on";
    }
    const Delta delta = sample::changed(some);
    int times = 0;
    QBENCHMARK
    {
        model.apply(delta);
        ++times;
    }
    QCOMPARE(model.rowCount(), 10'000);
    QCOMPARE(changed.size(), times);
}

QTEST_GUILESS_MAIN(tst_jobmodel)
#include "tst_jobmodel.moc"
