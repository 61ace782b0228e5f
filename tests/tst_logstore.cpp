#include "ui/detail/logsearch.h"
#include "ui/detail/logstore.h"

#include <QTest>

#include <string>
#include <thread>

using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Level = LogStore::Level;

namespace {

void fill(LogStore &log, int count, const std::string &before = "line ")
{
    for (int i = 0; i < count; ++i)
        log.append(before + std::to_string(log.end()), Level::Plain);
}

QByteArray textOf(const LogStore &log, std::uint64_t line)
{
    const std::string_view text = log.line(line).text;
    return {text.data(), qsizetype(text.size())};
}

void lookThrough(LogSearch &search, const LogStore &log)
{
    while (!search.isDone(log))
        search.go(log, 1h);
}

} // namespace

/// The lines of a log, packed, and looking for a text in them.
class tst_LogStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeBackAsTheyWere();
    void theOldestLeaveFirst();
    void bytesAreBoundedToo();
    void aLineThatIsFarTooLongIsCut();
    void aCopyStaysAsItWas();
    void theWidestLineIsKnown();
    void theFirstErrorIsKnownUntilItLeaves();
    void hitsAreCounted_data();
    void hitsAreCounted();
    void hitsComeInOrderBothWays();
    void hitsOfLinesThatLeftAreGone();
    void laterLinesAreLookedAtLater();
    void aSliceEndsInTime();
    void countsAgreeWithWhatIsShown();
};

void tst_LogStore::linesComeBackAsTheyWere()
{
    LogStore log;
    QVERIFY(log.isEmpty());
    log.append("", Level::Plain);
    log.append("\x1b[31mred", Level::Warning);
    fill(log, 5000);
    QCOMPARE(log.size(), 5002U);
    QCOMPARE(textOf(log, 0), QByteArray());
    QCOMPARE(textOf(log, 1), QByteArray("\x1b[31mred"));
    QCOMPARE(log.line(1).level, Level::Warning);
    for (std::uint64_t i = 2; i < log.end(); ++i)
        QCOMPARE(textOf(log, i), "line " + QByteArray::number(qulonglong(i)));
    log.clear();
    QVERIFY(log.isEmpty());
    QCOMPARE(log.bytes(), 0U);
}

void tst_LogStore::theOldestLeaveFirst()
{
    for (const std::size_t bound : {1U, 3U, 1023U, 1024U, 1025U, 3000U}) {
        LogStore log({.lines = bound});
        std::size_t bytes = 0;
        fill(log, 5000);
        QCOMPARE(log.size(), bound);
        QCOMPARE(log.end(), 5000U);
        for (std::uint64_t i = log.first(); i < log.end(); ++i) {
            QCOMPARE(textOf(log, i), "line " + QByteArray::number(qulonglong(i)));
            bytes += log.line(i).text.size();
        }
        QCOMPARE(log.bytes(), bytes);
    }
}

void tst_LogStore::bytesAreBoundedToo()
{
    LogStore log({.bytes = 1000});
    for (int i = 0; i < 5000; ++i) {
        log.append(std::string(std::size_t(i % 300), 'x'), Level::Plain);
        QVERIFY(log.bytes() <= 1000);
    }
    QVERIFY(log.size() >= 3);
    log.append(std::string(2000, 'y'), Level::Plain); // the last line stays, whatever it takes
    QCOMPARE(log.size(), 1U);
    QCOMPARE(log.line(log.first()).text.size(), 2000U);
}

void tst_LogStore::aLineThatIsFarTooLongIsCut()
{
    LogStore log;
    log.append("\x1b[31m" + std::string(LogStore::maxLineBytes, 'x'), Level::Plain);
    QVERIFY(log.line(0).text.size() <= LogStore::maxLineBytes);
    QVERIFY(log.line(0).text.ends_with("xx…") || log.line(0).text.ends_with("xxx"));
}

void tst_LogStore::aCopyStaysAsItWas()
{
    LogStore log({.lines = 4000});
    fill(log, 4000);
    const LogStore copy = log;
    bool isAsItWas = true;
    std::thread reader([&] {
        for (std::uint64_t i = 0; i < 4000; ++i)
            isAsItWas = isAsItWas && copy.line(i).text == "line " + std::to_string(i);
    });
    fill(log, 4000);
    reader.join();
    QVERIFY(isAsItWas);
    QCOMPARE(copy.end(), 4000U);
    QCOMPARE(log.first(), 4000U);
}

void tst_LogStore::theWidestLineIsKnown()
{
    LogStore log({.lines = 2000});
    QCOMPARE(log.columns(), 0);
    log.append("\x1b[31mred\x1b[0m", Level::Plain);
    QCOMPARE(log.columns(), 3);
    log.append("grün", Level::Plain);
    QCOMPARE(log.columns(), 4);
    log.append("漢字!", Level::Plain);
    QCOMPARE(log.columns(), 5);
    fill(log, 4000, "");
    QCOMPARE(log.columns(), 4); // the others have left
}

void tst_LogStore::theFirstErrorIsKnownUntilItLeaves()
{
    LogStore log({.lines = 3000});
    QVERIFY(!log.firstError());
    fill(log, 10);
    log.append("warning: x", Level::Warning);
    QVERIFY(!log.firstError());
    log.append("\x1b[1;31merror:\x1b[0m no space", Level::Plain);
    log.append("plain words", Level::Error);
    QCOMPARE(log.firstError(), std::optional<std::uint64_t>(11));
    fill(log, 2999);
    QCOMPARE(log.firstError(), std::optional<std::uint64_t>(12));
    fill(log, 1);
    QVERIFY(!log.firstError());
}

void tst_LogStore::hitsAreCounted_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<int>("hits");
    const auto row = [](const char *name, const char *line, const QString &wanted, int hits) {
        QTest::newRow(name) << QByteArray(line) << wanted << hits;
    };
    row("none", "hello", u"x"_s, 0);
    row("nothing wanted", "hello", QString(), 0);
    row("one letter", "hello", u"l"_s, 2);
    row("all of it", "hello", u"hello"_s, 1);
    row("longer than the line", "hello", u"hello!"_s, 0);
    row("they do not overlap", "aaaaa", u"aa"_s, 2);
    row("whatever case", "Error ERROR error", u"error"_s, 3);
    row("an upper-case letter", "Error ERROR error", u"Error"_s, 1);
    row("letters alone fold", "a[b]{c}@`", u"@`"_s, 1);
    row("no bracket for a brace", "{", u"["_s, 0);
    row("across colours", "er\x1b[31mror", u"error"_s, 1);
    row("never in a sequence", "\x1b[31mred\x1b[0m", u"31"_s, 0);
    row("not ASCII", "GRÖSSE größe Größe", u"größe"_s, 2);
    row("not ASCII, upper case", "GRÖSSE größe Größe", u"Größe"_s, 1);
    row("ASCII among others", "naïve NAÏVE ve", u"ve"_s, 3);
    row("spaces", "a  b  c", u"  "_s, 2);
}

void tst_LogStore::hitsAreCounted()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, wanted);
    QFETCH(int, hits);
    LogStore log;
    log.append("", Level::Plain);
    log.append(line.toStdString(), Level::Plain);
    LogSearch search;
    search.look(wanted);
    lookThrough(search, log);
    QCOMPARE(search.total(), std::uint64_t(hits));
}

void tst_LogStore::hitsComeInOrderBothWays()
{
    LogStore log;
    log.append("ab ab", Level::Plain);
    log.append("nothing", Level::Plain);
    log.append("..\x1b[1mab", Level::Plain);
    LogSearch search;
    search.look(u"ab"_s);
    lookThrough(search, log);
    const std::vector<LogHit> hits{{0, 0, 2}, {0, 3, 2}, {2, 2, 2}};
    std::uint64_t line = 0;
    int column = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const auto hit = search.after(log, line, column);
        QCOMPARE(hit, std::optional(hits[i]));
        QCOMPARE(search.place(log, *hit), std::optional<std::uint64_t>(i + 1));
        line = hit->line;
        column = hit->from + hit->length;
    }
    QVERIFY(!search.after(log, line, column));
    for (std::size_t i = hits.size(); i-- > 0;) {
        const auto hit = search.before(log, line, column);
        QCOMPARE(hit, std::optional(hits[i]));
        line = hit->line;
        column = hit->from;
    }
    QVERIFY(!search.before(log, line, column));
    QVERIFY(!search.place(log, {0, 1, 2}));
    QVERIFY(!search.place(log, {1, 0, 2}));
}

void tst_LogStore::hitsOfLinesThatLeftAreGone()
{
    LogStore log({.lines = 10});
    for (int i = 0; i < 10; ++i)
        log.append("x x", Level::Plain);
    LogSearch search;
    search.look(u"x"_s);
    lookThrough(search, log);
    QCOMPARE(search.total(), 20U);
    fill(log, 4, "none ");
    search.go(log, 1h);
    QCOMPARE(search.total(), 12U);
    QCOMPARE(search.after(log, 0, 0), std::optional(LogHit{4, 0, 1}));
    QCOMPARE(search.place(log, {4, 2, 1}), std::optional<std::uint64_t>(2));
    QCOMPARE(search.before(log, log.end(), 0), std::optional(LogHit{9, 2, 1}));
    QVERIFY(!search.before(log, 4, 0));
    fill(log, 10, "none ");
    search.go(log, 1h);
    QCOMPARE(search.total(), 0U);
    log.clear();
    log.append("x", Level::Plain);
    lookThrough(search, log);
    QCOMPARE(search.total(), 1U);
}

void tst_LogStore::laterLinesAreLookedAtLater()
{
    LogStore log;
    log.append("x", Level::Plain);
    LogSearch search;
    search.look(u"x"_s);
    lookThrough(search, log);
    log.append("x", Level::Plain);
    QVERIFY(!search.isDone(log));
    QCOMPARE(search.total(), 1U);
    lookThrough(search, log);
    QCOMPARE(search.total(), 2U);
}

void tst_LogStore::aSliceEndsInTime()
{
    LogStore log;
    fill(log, 200'000, "nothing to be seen here ");
    LogSearch search;
    search.look(u"seen"_s);
    search.go(log, 0ns);
    QVERIFY(!search.isDone(log));
    QVERIFY(search.total() > 0);
    QVERIFY(search.total() < 1000);
}

void tst_LogStore::countsAgreeWithWhatIsShown()
{
    LogStore log;
    std::uint32_t seed = 3;
    for (int i = 0; i < 3000; ++i) {
        std::string line;
        for (int j = 0; j < 30; ++j) {
            seed = seed * 1'664'525U + 1'013'904'223U;
            static constexpr std::array pieces{"a", "A", "b", "B", "ab", "\x1b[31m", " ", "ä"};
            line += pieces[(seed >> 16U) % (i % 2 == 0 ? pieces.size() : pieces.size() - 1)];
        }
        log.append(line, Level::Plain);
    }
    for (const QString &wanted :
         {u"a"_s, u"ab"_s, u"AB"_s, u"abab"_s, u"b a"_s, u"äa"_s, u"aBa"_s}) {
        LogSearch search;
        search.look(wanted);
        lookThrough(search, log);
        std::uint64_t walked = 0;
        for (auto hit = search.after(log, 0, 0); hit;
             hit = search.after(log, hit->line, hit->from + hit->length))
            ++walked;
        QCOMPARE(search.total(), walked);
        QVERIFY(walked > 0);
    }
}

QTEST_GUILESS_MAIN(tst_LogStore)
#include "tst_logstore.moc"
