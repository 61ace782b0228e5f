#include "tests/support/sample.h"
#include "ui/jobs/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

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
    void countsAreOfAllJobs();
    void theSelectionFollowsItsJob();
    void anyOrderOfDeltasKeepsTheModelSound();
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

void tst_jobmodel::anyOrderOfDeltasKeepsTheModelSound()
{
    Watched w;
    w.model.apply(sample::whole({}));
    std::mt19937 random(4711);
    const auto pick = [&](int below) { return int(random() % unsigned(below)); };
    for (int round = 0; round < 400; ++round) {
        Delta delta{.rev = std::uint64_t(round)};
        for (int i = pick(6); i >= 0; --i) {
            const std::string id = "j" + std::to_string(pick(40));
            if (pick(4) == 0)
                delta.changes.push_back({{"local", id}, nullptr, 1});
            else
                delta.changes.push_back(
                    sample::change(jobNamed(id, allStates[std::size_t(pick(8))], pick(60))));
        }
        if (pick(10) == 0)
            w.model.holdOrder(pick(2) == 0);
        if (pick(25) == 0)
            w.model.setFilter({.group = allGroups[std::size_t(pick(6))]});
        w.model.apply(delta);
        for (int row = 0; row < w.model.rowCount(); ++row) {
            QCOMPARE(w.model.rowOf(w.model.jobAt(row)->key), row);
            QVERIFY(matches(*w.model.jobAt(row), w.model.filter()));
        }
    }
    w.model.holdOrder(false);
    w.model.setFilter({});
    int sum = 0;
    for (const Group group : allGroups)
        sum += group == Group::All ? 0 : w.model.count(group);
    QCOMPARE(sum, w.model.rowCount());
    QCOMPARE(w.model.count(Group::All), w.model.rowCount());
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
