#include "core/model/estimate.h"
#include "core/model/job.h"
#include "core/model/text.h"
#include "core/model/ulid.h"

#include <QTest>

using namespace afoot;

class TestModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWordAndComesBack()
    {
        for (const State state : allStates) {
            QVERIFY(!nameOf(state).empty());
            QCOMPARE(stateNamed(nameOf(state)), std::optional(state));
        }
        QVERIFY(!stateNamed("done"));
    }

    void textFromOutsideIsMadeSafe_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("clean");
        QTest::newRow("plain") << QByteArray("Nightly build · main")
                               << QByteArray("Nightly build · main");
        QTest::newRow("colours") << QByteArray("\x1b[1;31mred\x1b[0m") << QByteArray("red");
        QTest::newRow("title by OSC, BEL") << QByteArray("\x1b]0;evil\aok") << QByteArray("ok");
        QTest::newRow("link by OSC, ST")
            << QByteArray("\x1b]8;;http://x\x1b\\text") << QByteArray("text");
        QTest::newRow("C1 CSI") << QByteArray("\xc2\x9b"
                                              "31mred")
                                << QByteArray("red");
        QTest::newRow("charset") << QByteArray("\x1b(Bok") << QByteArray("ok");
        QTest::newRow("lone ESC at the end") << QByteArray("ok\x1b") << QByteArray("ok");
        QTest::newRow("broken CSI") << QByteArray("a\x1b[31\nb") << QByteArray("a b");
        QTest::newRow("NUL and BEL") << QByteArray("a\0b\ac", 5) << QByteArray("abc");
        QTest::newRow("line ends fold")
            << QByteArray("one\r\ntwo\nthree\n") << QByteArray("one two three");
        QTest::newRow("tab") << QByteArray("a\tb") << QByteArray("a b");
        QTest::newRow("latin1") << QByteArray("caf\xe9!") << QByteArray("caf\xef\xbf\xbd!");
        QTest::newRow("surrogate")
            << QByteArray("\xed\xa0\x80") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("cut in a character")
            << QByteArray("\xf0\x9f\x98") << QByteArray("\xef\xbf\xbd");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf")
                                  << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
        QTest::newRow("bidi override") << QByteArray("a\xe2\x80\xae"
                                                     "b")
                                       << QByteArray("ab");
        QTest::newRow("right to left stays")
            << QByteArray("نسخ احتياطي") << QByteArray("نسخ احتياطي");
        QTest::newRow("markup is text") << QByteArray("<b>x</b>") << QByteArray("<b>x</b>");
    }
    void textFromOutsideIsMadeSafe()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, clean);
        const std::string cleaned = cleanText(raw.toStdString());
        QCOMPARE(QByteArray::fromStdString(cleaned), clean);
        QCOMPARE(cleanText(cleaned), cleaned);
        QVERIFY(isUtf8(cleaned));
    }

    void cleaningAnyBytesGivesTextAndNeverMore()
    {
        std::uint32_t seed = 7;
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes;
            for (int i = 0; i < 24; ++i) {
                seed = seed * 1'664'525U + 1'013'904'223U;
                static constexpr char favourites[] = "\x1b[]0;\a\\\x9b\xc2\xe2\xf0\x80\n\rA";
                bytes += favourites[(seed >> 16U) % (sizeof favourites - 1)];
            }
            const std::string cleaned = cleanText(bytes);
            QVERIFY(isUtf8(cleaned));
            QVERIFY(cleaned.find('\x1b') == std::string::npos);
            QVERIFY(cleaned.size() <= bytes.size() * 3);
        }
    }

    void aCutFallsBetweenCharacters()
    {
        QCOMPARE(cutText("short", 10), std::string("short"));
        QCOMPARE(cutText("äöüäöü", 8), std::string("äö…"));
        for (std::size_t max = 0; max < 14; ++max) {
            const std::string cut = cutText("äöüäöü€", max);
            QVERIFY(cut.size() <= max);
            QVERIFY(isUtf8(cut));
        }
    }

    void aShortIdLeavesOutTheTime_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char *name, const char *id, const char *part) {
            QTest::newRow(name) << QByteArray(id) << QByteArray(part);
        };
        row("ULID", "01ARYZ6S41TSV4RRFFQ69G5FAV", "9G5FAV");
        row("ULID, small", "01aryz6s41tsv4rrffq69g5fav", "9g5fav");
        row("26 letters that are no ULID", "01ARYZ6S41TSV4RRFFQ69G5FAU", "01ARYZ6S");
        row("UUID 7", "0193a4b2-7c1d-7e3f-8a9b-0c1d2e3f4a5b", "2e3f4a5b");
        row("UUID 4", "53ae1234-7c1d-4e3f-8a9b-0c1d2e3f4a5b", "53ae1234");
        row("UUID, broken", "0193a4b2-7c1d-7e3f-8a9b-0c1d2e3f4a5x", "0193a4b2");
        row("a word", "nightly-backup", "nightly-");
        row("not ASCII", "äöüäöüäöüä", "äöüäöüäö");
        row("short", "7", "7");
        row("empty", "", "");
    }
    void aShortIdLeavesOutTheTime()
    {
        QFETCH(const QByteArray, id);
        QFETCH(const QByteArray, part);
        const std::string text = id.toStdString();
        QCOMPARE(QByteArray::fromStdString(std::string(shortId(text))), part);
    }
    void aUlidSortsByTimeAndHasItsAlphabet()
    {
        // the example of github.com/ulid/spec: 1469918176385 ms is 01ARYZ6S41
        const std::string id = makeUlid(WallTime(Millis(1'469'918'176'385)), {});
        QCOMPARE(id, std::string("01ARYZ6S410000000000000000"));
        std::array<std::uint8_t, 10> ones{};
        ones.fill(0xff);
        QCOMPARE(makeUlid(WallTime(Millis(1'469'918'176'385)), ones),
                 std::string("01ARYZ6S41ZZZZZZZZZZZZZZZZ"));
        QVERIFY(makeUlid(WallTime(Millis(1)), ones) < makeUlid(WallTime(Millis(2)), {}));
    }

    void noEstimateBeforeThreeSamplesAndTwoSeconds()
    {
        Estimator estimator;
        Ticks now{};
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!estimator.rate(now));
            QVERIFY(!estimator.secondsLeft(100, now));
            estimator.record(i, now);
            now += Millis(500);
        }
        estimator.record(4, now);
        QVERIFY(estimator.rate(now));
    }

    void aSteadyRateIsFoundAtOnce()
    {
        Estimator estimator;
        Ticks now{};
        for (int i = 0; i <= 10; ++i, now += Millis(500))
            estimator.record(1000 + i * 50, now);
        now -= Millis(500);
        QVERIFY(std::abs(*estimator.rate(now) - 100) < 1e-6);
        QVERIFY(std::abs(*estimator.secondsLeft(2500, now) - 10) < 1e-6);
    }

    void silenceSlowsTheRateDown()
    {
        Estimator estimator;
        Ticks now{};
        for (int i = 0; i <= 20; ++i, now += Millis(500))
            estimator.record(i * 50, now);
        const double before = *estimator.rate(now - Millis(500));
        const double after = *estimator.rate(now + Millis(15'000));
        QVERIFY(after < before / 2);
        QVERIFY(after > 0);
    }

    void goingBackBeginsAnew()
    {
        Estimator estimator;
        Ticks now{};
        for (int i = 0; i <= 10; ++i, now += Millis(500))
            estimator.record(i * 50, now);
        estimator.record(0, now);
        QVERIFY(!estimator.rate(now));
    }

    void nothingMovingIsNoEstimateNotInfinity()
    {
        Estimator estimator;
        Ticks now{};
        for (int i = 0; i <= 10; ++i, now += Millis(1000))
            estimator.record(5, now);
        QVERIFY(!estimator.rate(now));
        QVERIFY(!estimator.secondsLeft(10, now));
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
