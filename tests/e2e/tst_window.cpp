// The real window on a real (virtual) screen, embedding the real tracker, with real commands under `afoot run`.
#include "tests/e2e/house.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;

namespace {

/// How much of a picture has just this colour.
int pixelsOf(const QImage &picture, QColor colour)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

const QColor accent(0x2557D6);
const QColor good(0x14793F);
const QColor bad(0xC42B2B);

/// A quarter of a second's steps, with a bar that ends at 100 %.
QStringList counting(const QString &title, int steps)
{
    return {u"run"_s,
            u"--title"_s,
            title,
            u"--"_s,
            u"sh"_s,
            u"-c"_s,
            u"for i in $(seq 1 %1); do echo \"[$i/%1] part $i\"; sleep 0.25; done"_s.arg(steps)};
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<House>();
        for (const char *name : {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM"})
            m_house->set(QString::fromLatin1(name), qEnvironmentVariable(name));
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
    }
    void cleanup()
    {
        if (m_window && m_window->state() != QProcess::NotRunning) {
            m_window->terminate();
            m_window->waitForFinished();
        }
        m_window.reset();
        m_house.reset();
    }

    void threeJobsAtOnceAreRowsWithBarsAndTheirEndsAreShown()
    {
        QVERIFY(pixelsOf(picture(u"empty"_s), good) < 200);
        std::vector<std::unique_ptr<QProcess>> jobs;
        for (const auto &[title, steps] :
             {std::pair(u"Build"_s, 12), std::pair(u"Copy"_s, 16), std::pair(u"Pack"_s, 20)})
            jobs.push_back(m_house->start(QStringLiteral(AFOOT_BINARY), counting(title, steps)));
        QTRY_COMPARE_WITH_TIMEOUT(inState(u"running"_s), 3, 10'000);
        // three bars, each six pixels high and growing
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"running"_s), accent) > 3 * 6 * 60, 10'000);
        for (auto &job : jobs)
            QCOMPARE(House::finish(*job).exitCode, 0);
        QTRY_COMPARE_WITH_TIMEOUT(inState(u"completed"_s), 3, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"completed"_s), good) > 3 * 6 * 200, 10'000);
    }

    void aFailureIsRedAndACommandsExitCodePassesThrough()
    {
        QVERIFY(pixelsOf(picture(u"before-failure"_s), bad) < 200);
        const Ran ran =
            m_house->afoot({u"run"_s, u"--title"_s, u"Deploy staging"_s, u"--"_s, u"sh"_s, u"-c"_s,
                            u"echo 'error: health check timed out'; exit 9"_s});
        QCOMPARE(ran.exitCode, 9);
        QTRY_COMPARE_WITH_TIMEOUT(inState(u"failed"_s), 1, 10'000);
        QVERIFY(m_house->jobTitled(u"Deploy staging"_s)["error"_L1].toString().contains(
            u"health check timed out"));
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"failed"_s), bad) > 200, 10'000);
    }

    void aSecondStartRaisesTheFirstWindowAndLeaves()
    {
        const Ran second = m_house->run(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QCOMPARE(second.exitCode, 0);
        QCOMPARE(windows().size(), 1);
        QCOMPARE(m_window->state(), QProcess::Running);
    }

    void onlyAnActionOfTheDesktopEntryEndsItAndNoLink()
    {
        const QString desktop = QStringLiteral(AFOOT_DESKTOP_BINARY);
        for (const QString &link : {u"afoot://quit"_s, u"afoot://action/quit"_s, u"quit"_s})
            QCOMPARE(m_house->run(desktop, {link}).exitCode, 0);
        QCOMPARE(m_house->run(desktop, {u"--hidden"_s}).exitCode, 0);
        QCOMPARE(m_window->state(), QProcess::Running);
        QCOMPARE(windows().size(), 1);
        QCOMPARE(m_house->run(desktop, {u"--action"_s, u"quit"_s}).exitCode, 0);
        QVERIFY(m_window->waitForFinished(10'000));
        QCOMPARE(m_window->exitCode(), 0);
    }

    void quittingEndsItWhateverRuns()
    {
        const auto job = m_house->start(QStringLiteral(AFOOT_BINARY), counting(u"Build"_s, 40));
        QTRY_COMPARE_WITH_TIMEOUT(inState(u"running"_s), 1, 10'000);
        const QString window = windows().value(0);
        QCOMPARE(QProcess::execute(u"xdotool"_s, {u"windowactivate"_s, u"--sync"_s, window}), 0);
        QCOMPARE(QProcess::execute(u"xdotool"_s, {u"key"_s, u"ctrl+q"_s}), 0);
        QVERIFY(m_window->waitForFinished(10'000));
        QCOMPARE(m_window->exitCode(), 0);
        QVERIFY(job->state() == QProcess::Running); // what it watched goes on
        job->terminate();
        House::finish(*job);
    }

    void afootAloneStartsOrRaisesTheWindow()
    {
        QCOMPARE(m_house->afoot({}).exitCode, 0);
        QCOMPARE(windows().size(), 1);
    }

    void aWindowThatWasKilledLeavesNothingInTheWay()
    {
        m_window->kill();
        QVERIFY(m_window->waitForFinished());
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
    }

    void beforeATrackerThatRunsAlreadyTheWindowFollowsIt()
    {
        m_window->terminate();
        QVERIFY(m_window->waitForFinished());
        QVERIFY(m_house->startTracker());
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
        auto job = m_house->start(QStringLiteral(AFOOT_BINARY), counting(u"Followed"_s, 8));
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"followed"_s), accent) > 6 * 60, 10'000);
        QCOMPARE(House::finish(*job).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"followed-end"_s), good) > 6 * 200, 10'000);
    }

    void theWindowTakesOverFromATrackerThatEnds()
    {
        m_window->terminate();
        QVERIFY(m_window->waitForFinished());
        QVERIFY(m_house->startTracker());
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
        auto job = m_house->start(QStringLiteral(AFOOT_BINARY), counting(u"Lasts"_s, 60));
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"before-take-over"_s), accent) > 6 * 20, 10'000);
        QVERIFY(m_house->stopTracker());
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(inState(u"running"_s), 1, 10'000); // its reporter came along
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(picture(u"taken-over"_s), accent) > 6 * 60, 10'000);
        job->terminate();
        House::finish(*job);
    }

    void theWindowsTrackerKeepsToTheSettings_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("sound") << QByteArray("{\"limits\": {\"title\": 16}}") << 1 << QByteArray();
        QTest::newRow("wrong") << QByteArray("{\"limits\": {\"titel\": 16}}") << 0
                               << QByteArray("did you mean \"title\"?");
    }

    /// What is wrong is said, and nobody is without a tracker for it.
    void theWindowsTrackerKeepsToTheSettings()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, says);
        m_window->terminate();
        QVERIFY(m_window->waitForFinished());
        QDir().mkpath(m_house->path(u"config/afoot"_s));
        QFile file(m_house->path(u"config/afoot/tracker.json"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(settings), settings.size());
        file.close();
        m_window = m_house->start(QStringLiteral(AFOOT_DESKTOP_BINARY), {});
        QTRY_COMPARE_WITH_TIMEOUT(m_house->ask({.method = u"GET"_s, .path = u"/healthz"_s}).status,
                                  200, 20'000);
        QCOMPARE(m_house->afoot({u"begin"_s, QString(17, u't')}).exitCode, exitCode);
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 1, 20'000);
        picture(u"settings-"_s + QString::fromLatin1(QTest::currentDataTag()));
        m_window->terminate();
        const Ran ran = House::finish(*m_window);
        QCOMPARE(ran.err.contains("settings of the tracker are not used"), !says.isEmpty());
        QVERIFY2(ran.err.contains(says), ran.err.constData());
    }

private:
    QStringList windows() const
    {
        QProcess search;
        search.start(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"^Afoot$"_s});
        search.waitForFinished();
        return QString::fromUtf8(search.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    /// What a person sees now; kept beside the test for a look.
    QImage picture(const QString &name) const
    {
        const QDir folder(QStringLiteral(AFOOT_SCREENSHOTS));
        folder.mkpath(u"."_s);
        const QString file = folder.filePath(name + u".png"_s);
        QProcess import;
        import.start(u"import"_s, {u"-window"_s, windows().value(0), file});
        import.waitForFinished();
        return QImage(file);
    }

    int inState(const QString &state) const
    {
        const auto answer =
            m_house->ask({.method = u"GET"_s, .path = u"/api/v1/jobs?state="_s + state});
        return static_cast<int>(answer.json()["jobs"_L1].toArray().size());
    }

    std::unique_ptr<House> m_house{};
    std::unique_ptr<QProcess> m_window{};
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
