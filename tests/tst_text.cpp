#include "ui/text.h"

#include <QTest>

#include <limits>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono;

class tst_text : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void bytes_data();
    void bytes();
    void amountsShareOneUnit_data();
    void amountsShareOneUnit();
    void aTotalIsAllOfItOnceTheJobIsCompleted();
    void durations_data();
    void durations();
    void anEndIsAfterATimeOrInNone();
    void percentIsNeverRoundedUp_data();
    void percentIsNeverRoundedUp();
    void rates_data();
    void rates();
    void momentsNameTheDay_data();
    void momentsNameTheDay();
    void timeLeftCountsDownAndNeverSaysNought();
    void whatIsNotANumberIsNotShown();
    void separatorsAreThoseOfTheLocale();
    void theExitCodeIsFoundAmongTheDetails();

private:
    const QLocale m_english{QLocale::English, QLocale::UnitedStates};
};

void tst_text::bytes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("nought") << 0.0 << u"0 bytes"_s;
    QTest::newRow("below a thousand") << 999.0 << u"999 bytes"_s;
    QTest::newRow("a thousand") << 1000.0 << u"1 kB"_s;
    QTest::newRow("never 1000 of a unit") << 999'600.0 << u"1.0 MB"_s;
    QTest::newRow("giga") << 86.1e9 << u"86.1 GB"_s;
    QTest::newRow("three figures") << 133.4e6 << u"133 MB"_s;
    QTest::newRow("beyond the prefixes") << 5e18 << u"5,000 PB"_s;
}

void tst_text::bytes()
{
    QFETCH(double, value);
    QTEST(text::bytes(value, m_english), "said");
}

void tst_text::amountsShareOneUnit_data()
{
    using Number = std::optional<double>;
    QTest::addColumn<Number>("current");
    QTest::addColumn<Number>("total");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("said");
    QTest::newRow("bytes") << Number(61.4e9) << Number(86.1e9) << u"bytes"_s << u"61.4 / 86.1 GB"_s;
    QTest::newRow("little of much") << Number(5e6) << Number(2e9) << u"bytes"_s << u"0.01 / 2 GB"_s;
    QTest::newRow("items") << Number(1871) << Number(2998) << u"targets"_s
                           << u"1,871 / 2,998 targets"_s;
    QTest::newRow("no unit") << Number(3) << Number(4) << QString() << u"3 / 4"_s;
    QTest::newRow("no total") << Number(18204) << Number() << u"items"_s
                              << u"18,204 items so far"_s;
    QTest::newRow("only a total") << Number() << Number(12) << u"files"_s << u"of 12 files"_s;
    QTest::newRow("only a total, no unit") << Number() << Number(10) << QString() << u"of 10"_s;
    QTest::newRow("only a total of bytes") << Number() << Number(2e9) << u"B"_s << u"of 2 GB"_s;
    QTest::newRow("nothing") << Number() << Number() << u"files"_s << QString();
    QTest::newRow("a total of nought is none")
        << Number(3) << Number(0) << u"files"_s << u"3 files so far"_s;
    QTest::newRow("not a number") << Number(std::numeric_limits<double>::quiet_NaN())
                                  << Number(std::numeric_limits<double>::infinity()) << u"files"_s
                                  << QString();
}

void tst_text::amountsShareOneUnit()
{
    QFETCH(std::optional<double>, current);
    QFETCH(std::optional<double>, total);
    QFETCH(QString, unit);
    const Job job{.current = current, .total = total, .unit = unit.toStdString()};
    QTEST(text::amount(job, m_english), "said");
}

void tst_text::aTotalIsAllOfItOnceTheJobIsCompleted()
{
    Job job{.state = State::Completed, .total = 12, .unit = "files"};
    QCOMPARE(text::amount(job, m_english), u"12 files"_s);
    job.unit.clear();
    QCOMPARE(text::amount(job, m_english), QString());
}

void tst_text::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("rough");
    QTest::addColumn<QString>("exact");
    QTest::newRow("0") << qint64(0) << u"under 1 s"_s << u"under 1 s"_s;
    QTest::newRow("41") << qint64(41) << u"41 s"_s << u"41 s"_s;
    QTest::newRow("60") << qint64(60) << u"1 min"_s << u"1 min"_s;
    QTest::newRow("134") << qint64(134) << u"2 min 14 s"_s << u"2 min 14 s"_s;
    QTest::newRow("363") << qint64(363) << u"6 min 03 s"_s << u"6 min 03 s"_s;
    QTest::newRow("1130") << qint64(1130) << u"18 min"_s << u"18 min 50 s"_s;
    QTest::newRow("11100") << qint64(11'100) << u"3 h 5 min"_s << u"3 h 5 min"_s;
    QTest::newRow("a long day") << qint64(30 * 3600 + 60) << u"30 h"_s << u"30 h 1 min"_s;
    QTest::newRow("two days") << qint64(48 * 3600) << u"2 days"_s << u"2 days"_s;
    QTest::newRow("and some") << qint64(51 * 3600) << u"2 days"_s << u"2 days 3 h"_s;
}

void tst_text::durations()
{
    QFETCH(qint64, seconds);
    const Millis span(seconds * 1000 + 999);
    QTEST(text::duration(span, m_english, text::Precision::Rough), "rough");
    QTEST(text::duration(span, m_english, text::Precision::Exact), "exact");
}

void tst_text::anEndIsAfterATimeOrInNone()
{
    using text::Case;
    QCOMPARE(text::after(Millis(400), m_english, Case::Lower), u"in under 1 s"_s);
    QCOMPARE(text::after(Millis(400), m_english, Case::Upper), u"In under 1 s"_s);
    QCOMPARE(text::after(Millis(72'000), m_english, Case::Lower), u"after 1 min 12 s"_s);
}

void tst_text::percentIsNeverRoundedUp_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("nought") << 0.0 << u"0%"_s;
    QTest::newRow("nearly") << 99.999 << u"99%"_s;
    QTest::newRow("whole") << 100.0 << u"100%"_s;
    QTest::newRow("binary fraction") << 29.0 / 100 * 100 << u"29%"_s;
    QTest::newRow("overshoot") << 130.0 << u"100%"_s;
    QTest::newRow("below nought") << -5.0 << u"0%"_s;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QString();
}

void tst_text::percentIsNeverRoundedUp()
{
    QFETCH(double, value);
    QTEST(text::percent(value, m_english), "said");
}

void tst_text::rates_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("said");
    QTest::newRow("bytes") << 94e6 << u"bytes"_s << u"94 MB/s"_s;
    QTest::newRow("targets") << 38.2 << u"targets"_s << u"38.2 targets/s"_s;
    QTest::newRow("many") << 12'345.6 << u"items"_s << u"12,346 items/s"_s;
    QTest::newRow("slow") << 0.05 << u"files"_s << u"3 files/min"_s;
    QTest::newRow("no unit") << 2.0 << QString() << u"2/s"_s;
    QTest::newRow("standing still") << 0.0 << u"files"_s << QString();
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << u"bytes"_s << QString();
}

void tst_text::rates()
{
    QFETCH(double, perSecond);
    QFETCH(QString, unit);
    QTEST(text::rate(perSecond, unit.toStdString(), m_english), "said");
}

void tst_text::momentsNameTheDay_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<QString>("said");
    QTest::newRow("today") << 0 << u"14:08"_s;
    QTest::newRow("yesterday") << 1 << u"yesterday 14:08"_s;
    QTest::newRow("this week") << 3 << u"Sat 14:08"_s;
    QTest::newRow("this year") << 30 << u"15 Feb 14:08"_s;
    QTest::newRow("before") << 365 << u"17 Mar 2025 14:08"_s;
}

void tst_text::momentsNameTheDay()
{
    QFETCH(int, daysAgo);
    const WallTime then = sys_days(year(2026) / 3 / 17) + hours(14) + minutes(8) - days(daysAgo);
    const WallTime now = sys_days(year(2026) / 3 / 17) + hours(23);
    QTEST(text::moment(then, now, m_english), "said");
}

void tst_text::timeLeftCountsDownAndNeverSaysNought()
{
    Job job{.etaS = 90};
    job.updatedAt = WallTime(hours(500'000));
    QCOMPARE(text::secondsLeft(job, job.updatedAt + seconds(30)), std::optional(60.0));
    QCOMPARE(text::secondsLeft(job, job.updatedAt - seconds(30)), std::optional(90.0));
    QCOMPARE(text::timeLeft(60, m_english), u"1 min left"_s);
    QCOMPARE(text::timeLeft(0.4, m_english), u"Almost done"_s);
    QCOMPARE(text::timeLeft(-60, m_english), u"Longer than estimated"_s);
    job.etaS = std::numeric_limits<double>::infinity();
    QVERIFY(!text::secondsLeft(job, job.updatedAt));
    job.etaS = 90;
    job.state = State::Paused;
    QVERIFY(!text::secondsLeft(job, job.updatedAt));
}

void tst_text::whatIsNotANumberIsNotShown()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(text::count(nan, m_english), QString());
    QCOMPARE(text::bytes(-std::numeric_limits<double>::infinity(), m_english), QString());
    QCOMPARE(text::detail({"x", nan}, m_english), QString());
}

void tst_text::separatorsAreThoseOfTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(text::count(12204, german), u"12.204"_s);
    QCOMPARE(text::bytes(61.4e9, german), u"61,4 GB"_s);
}

void tst_text::theExitCodeIsFoundAmongTheDetails()
{
    Job job;
    QVERIFY(!text::exitCode(job));
    job.details = {{"pid", 7.0}, {"exit_code", 2.0}};
    QCOMPARE(text::exitCode(job), std::optional(2));
    job.details = {{"Exit code", std::string("137")}};
    QCOMPARE(text::exitCode(job), std::optional(137));
    job.details = {{"exit code", std::string("many")}};
    QVERIFY(!text::exitCode(job));
}

QTEST_GUILESS_MAIN(tst_text)
#include "tst_text.moc"
