#include "tests/support/sample.h"
#include "ui/presence/awake.h"
#include "ui/presence/tray.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Job named(const std::string &id, State state)
{
    Job job{.key = {"local", id}, .title = "Job " + id, .kind = "ninja", .state = state};
    job.createdAt = job.updatedAt = sample::now;
    job.startedAt = sample::now - 60s;
    if (isFinal(state))
        job.finishedAt = sample::now;
    return job;
}

} // namespace

/// What the tray says, and what keeps the machine awake.
class tst_tray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTrayCounts();
    void theBadgeSaysWhatMattersMost_data();
    void theBadgeSaysWhatMattersMost();
    void eachSignHasAShapeOfItsOwn();
    void nobodyClaimsToKnowHowFarItIs();
    void aMenuLineKeepsItsActionWhileItsJobRuns();
    void thePauseIsOfferedAndEnded();
    void whatKeepsTheMachineAwake_data();
    void whatKeepsTheMachineAwake();
};

void tst_tray::theTrayCounts()
{
    JobModel model([] { return sample::now; });
    std::vector<Job> jobs = sample::eight();
    jobs.push_back(named("asks", State::NeedsInput));
    model.apply(sample::whole(jobs));
    const TrayState state = trayStateOf(model, sample::now, QLocale());
    QCOMPARE(state.running, 4);
    QCOMPARE(state.needsYou, 1);
    QCOMPARE(state.unseen, 1);
    QCOMPARE(state.failed, 0);
    QVERIFY(std::abs(*state.fraction - (0.624 + 0.283 + 0.713) / 3) < 1e-9);
    QCOMPARE(state.lines.size(), std::size_t(4));
    QCOMPARE(state.lines[1].text, u"▓▓▓▓░░░░ 62%  Nightly build · main"_s);
    QCOMPARE(state.tooltip, u"Afoot\nWaiting for you: 1\nRunning: 4\nEnded, not looked at: 1\n"
                            "Next: Nightly build · main in 2 min 14 s"_s);
}

void tst_tray::theBadgeSaysWhatMattersMost_data()
{
    QTest::addColumn<Overall>("all");
    QTest::addColumn<QString>("badge");
    QTest::newRow("nothing") << Overall{.running = 3} << QString();
    QTest::newRow("some ended") << Overall{.unseen = 4} << u"4"_s;
    QTest::newRow("nine") << Overall{.unseen = 9} << u"9"_s;
    QTest::newRow("many") << Overall{.unseen = 10} << u"9+"_s;
    QTest::newRow("one failed") << Overall{.unseen = 4, .failed = 1} << u"!"_s;
    QTest::newRow("one waits") << Overall{.needsYou = 1, .unseen = 4, .failed = 1} << u"?"_s;
}

void tst_tray::theBadgeSaysWhatMattersMost()
{
    QFETCH(Overall, all);
    QTEST(badgeText(all), "badge");
}

void tst_tray::eachSignHasAShapeOfItsOwn()
{
    // the badge alone, without its colours: what is painted there, and what is left out
    const auto shape = [](const Overall &all, int size) {
        TrayState state;
        static_cast<Overall &>(state) = all;
        const QImage image = trayPixmap(state, size, 1).toImage();
        return image.copy(size / 2, size / 2, size / 2, size / 2)
            .convertToFormat(QImage::Format_Alpha8);
    };
    for (const int size : {16, 22, 32, 48}) {
        const std::array shapes{shape({}, size), shape({.needsYou = 1}, size),
                                shape({.unseen = 1, .failed = 1}, size),
                                shape({.unseen = 1}, size)};
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(shapes[i] != shapes[j], qPrintable(QString::number(size)));
        }
    }
}

void tst_tray::nobodyClaimsToKnowHowFarItIs()
{
    TrayState unknown;
    unknown.running = 1;
    const QImage dashes = trayPixmap(unknown, 48, 1).toImage();
    // the same on all sides: no arc that could be read as a part
    QCOMPARE(dashes.pixelColor(24, 3).alpha(), dashes.pixelColor(24, 44).alpha());
    TrayState some = unknown;
    some.fraction = 0.25;
    const QImage quarter = trayPixmap(some, 48, 1).toImage();
    QVERIFY(quarter != dashes);
    QVERIFY(quarter.pixelColor(44, 20) != quarter.pixelColor(3, 20));
}

void tst_tray::aMenuLineKeepsItsActionWhileItsJobRuns()
{
    JobModel model([] { return sample::now; });
    Job job = named("a", State::Running);
    job.percent = 10;
    model.apply(sample::whole({job}));
    const Tray tray(model, [] { return sample::now; });
    const QPointer<QAction> line = tray.menu()->actions().first();
    QCOMPARE(line->text(), u"░░░░░░░░ 10%  Job a"_s);
    job.percent = 50;
    model.apply(sample::whole({job}));
    QTRY_COMPARE(tray.menu()->actions().first()->text(), u"▓▓▓▓░░░░ 50%  Job a"_s);
    QVERIFY(line); // under the pointer it is the same
    model.apply(sample::whole({job, named("b", State::Running)}));
    QTRY_COMPARE(tray.menu()->actions().at(1)->text(), u"Job b"_s);
}

void tst_tray::thePauseIsOfferedAndEnded()
{
    JobModel model([] { return sample::now; });
    Tray tray(model, [] { return sample::now; });
    QSignalSpy asked(&tray, &Tray::pauseRequested);
    const auto choose = [&](const QString &text) {
        for (const QAction *action : tray.menu()->actions()) {
            QList<QAction *> all{const_cast<QAction *>(action)};
            if (action->menu() != nullptr)
                all += action->menu()->actions();
            for (QAction *one : all) {
                if (one->text() == text) {
                    one->trigger();
                    return true;
                }
            }
        }
        return false;
    };
    QVERIFY(choose(u"For 1 hour"_s));
    QCOMPARE(asked.takeFirst()[0].value<Pause>(), Pause::ForAnHour);
    QVERIFY(choose(u"Until I turn them on again"_s));
    QCOMPARE(asked.takeFirst()[0].value<Pause>(), Pause::UntilTurnedOn);
    tray.setPause(Pause::ForAnHour, sample::now + 1h);
    QVERIFY(choose(u"Notifications are paused until 15:18"_s)); // says so, and does nothing
    QCOMPARE(asked.size(), 0);
    QVERIFY(!choose(u"For 1 hour"_s));
    QVERIFY(choose(u"Turn notifications on again"_s));
    QCOMPARE(asked.takeFirst()[0].value<Pause>(), Pause::Off);
    tray.setPause(Pause::Off, {});
    QVERIFY(choose(u"For 1 hour"_s));
}

void tst_tray::whatKeepsTheMachineAwake_data()
{
    using KeepAwake = Settings::KeepAwake;
    QTest::addColumn<Job>("job");
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<int>("jobs");
    Settings any;
    any.keepAwake = KeepAwake::AnyJob;
    Settings some;
    some.keepAwake = KeepAwake::ChosenKinds;
    some.keepAwakeKinds = {u"ninja"_s};
    const auto row = [](const char *name, const Job &job, const Settings &settings, int jobs) {
        QTest::newRow(name) << job << settings << jobs;
    };
    const Job running = named("a", State::Running);
    Job other = running;
    other.kind = "rsync";
    Job elsewhere = running;
    elsewhere.key.source = "nas";
    Job stalled = running;
    stalled.liveness = Liveness::Stalled;
    row("not wanted", running, {}, 0);
    row("any job", running, any, 1);
    row("a chosen kind", running, some, 1);
    row("another kind", other, some, 0);
    row("of another machine", elsewhere, any, 0);
    row("not heard of", stalled, any, 0);
    row("paused", named("a", State::Paused), any, 0);
    row("waits for the person", named("a", State::NeedsInput), any, 0);
    row("over", named("a", State::Completed), any, 0);
}

void tst_tray::whatKeepsTheMachineAwake()
{
    QFETCH(Job, job);
    QFETCH(Settings, settings);
    JobModel model([] { return sample::now; });
    model.apply(sample::whole({job}));
    QTEST(keepsAwake(model, settings), "jobs");
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication app(argc, argv);
    tst_tray test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tray.moc"
