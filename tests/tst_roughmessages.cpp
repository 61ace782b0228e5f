// What backends send that are careless or broken, message by message.
#include "core/dialect/mend.h"
#include "core/wire/json.h"
#include "tests/support/far.h"

#include <QTest>

using namespace afoot;
using namespace afoot::test;

class TestRoughMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBadMessageIsCountedAndSaidAndTheNextIsRead_data();
    void aBadMessageIsCountedAndSaidAndTheNextIsRead();
    void theExcerptIsShortAndClean();
    void carelessJsonIsReadAsABrowserDoes_data();
    void carelessJsonIsReadAsABrowserDoes();
    void whatIsNoMessageIsCountedAndASignOfLife();
    void anEndCountsWhateverElseIsWrong_data();
    void anEndCountsWhateverElseIsWrong();
    void numbersStayWithinReason_data();
    void numbersStayWithinReason();
    void leapsLeaveTheJobReadable();
    void markupStaysTextAndControlsGo();
};

void TestRoughMessages::aBadMessageIsCountedAndSaidAndTheNextIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *what, const QByteArray &text, const char *name) {
        QTest::newRow(what) << text << QByteArray(name);
    };
    row("nothing", "", "bad_json");
    row("words", "Internal Server Error", "bad_json");
    row("a page", "<!DOCTYPE html><html></html>", "bad_json");
    row("half", R"({"projectId":"p","step":"up)", "bad_json");
    row("two", R"({"projectId":"p","step":"uploading"}{})", "bad_json");
    row("NUL bytes", QByteArray("\0\0\0\0", 4), "bad_json");
    row("a NUL in a text", QByteArray("{\"projectId\":\"p\",\"step\":\"a\0b\"}", 30), "bad_json");
    row("no UTF-8 at all", "\xff\xfe\x00\x01", "bad_json");
    row("a list", "[]", "bad_message");
    row("a number", "7", "bad_message");
    row("null", "null", "bad_message");
    row("nested too deeply", QByteArray(40, '[') + QByteArray(40, ']'), "bad_json");
    row("an unknown state", R"({"projectId":"p","step":"sleeping"})", "unknown_word");
    row("a state that is a list", R"({"projectId":"p","step":[{}]})", "wrong_type");
    row("a percent that is none", R"({"projectId":"p","step":"uploading","progress":"many"})",
        "wrong_type");
    row("an id that is a list", R"({"projectId":["p"],"step":"failed"})", "bad_id");
    row("an id with a NUL", R"({"projectId":"p\u0000","step":"failed"})", "bad_id");
    row("an id of 201 bytes", R"({"projectId":")" + QByteArray(201, 'p') + R"(","step":"failed"})",
        "bad_id");
    row("more than 1 MiB",
        R"({"projectId":"p","step":"failed","message":")" + QByteArray(1 << 20, 'x') + "\"}",
        "too_large");
}

void TestRoughMessages::aBadMessageIsCountedAndSaidAndTheNextIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, name);
    Far far("snapshot");
    far.tell(browsing);
    const JobPtr before = far.job();
    far.tell(text.toStdString());
    QCOMPARE(far.bad(), 1U);
    QVERIFY(far.outcome.bad);
    QCOMPARE(far.outcome.bad, far.following.lastBad());
    QCOMPARE(QByteArray::fromStdString(far.badName()), name);
    QVERIFY(far.outcome.updates.empty());
    QCOMPARE(*far.job(), *before);
    QCOMPARE(far.following.link().state(), Link::State::Connected);
    far.poll(200, text.constData());
    QCOMPARE(far.bad(), 2U);
    QCOMPARE(*far.job(), *before);
    far.tell(R"({"projectId":"p","step":"completed","totalSteps":6,"progress":100})");
    QCOMPARE(far.state(), "completed");
    QCOMPARE(far.bad(), 2U);
}

void TestRoughMessages::theExcerptIsShortAndClean()
{
    Far far("snapshot");
    far.tell("<html>\x1b[31mred\x07\r\n" + std::string(100'000, '<') + "\xff");
    const std::string detail = far.following.lastBad()->detail;
    const std::size_t at = detail.find("<html>");
    QVERIFY(at != std::string::npos);
    const std::string excerpt = detail.substr(at);
    QVERIFY(excerpt.size() <= Following::maxExcerptBytes);
    QVERIFY(excerpt.starts_with("<html>red <<<"));
    QVERIFY(excerpt.ends_with("…"));
    QVERIFY(far.following.lastBad()->detail.size() < 400);
}

void TestRoughMessages::carelessJsonIsReadAsABrowserDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("mended");
    const auto row = [](const char *what, const QByteArray &text, const QByteArray &mended) {
        QTest::newRow(what) << text << mended;
    };
    row("Latin-1", "\"caf\xe9!\"", "\"caf\xef\xbf\xbd!\"");
    row("half a character at the end", "\"\xf0\x9f\x9a\"", "\"\xef\xbf\xbd\"");
    row("a lone high half", R"("a\ud83d b")", R"("a\ufffd b")");
    row("a lone low half", R"("\udcff")", R"("\ufffd")");
    row("high, high, low", R"("\ud83d\ud83d\udea2")", R"("\ufffd\ud83d\udea2")");
    row("a pair", R"("\uD83D\uDEA2")", R"("\uD83D\uDEA2")");
    row("an escaped backslash before", R"("\\ud83d")", R"("\\ud83d")");
    row("no escape at all", R"("\u12")", R"("\u12")");
    row("a backslash at the end", "\"\\", "\"\\");
    row("NaN", R"({"a":NaN,"b":-Infinity,"c":Infinity})", R"({"a":null,"b":null,"c":null})");
    row("NaN in a text", R"(["NaN","a\"NaN"])", R"(["NaN","a\"NaN"])");
    row("a minus", "[-1]", "[-1]");
    row("nothing", "", "");
}

void TestRoughMessages::carelessJsonIsReadAsABrowserDoes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, mended);
    QCOMPARE(QByteArray::fromStdString(dialect::mended(text.toStdString())), mended);
    Far far("snapshot");
    far.tell("{\"projectId\":\"p\",\"step\":\"failed\",\"error\":\"caf\xe9 \\ud83d\",\"x\":NaN}");
    QCOMPARE(far.bad(), 0U);
    QCOMPARE(far.state(), "failed");
    QCOMPARE(far.job()->error, "caf\xef\xbf\xbd \xef\xbf\xbd");
}

void TestRoughMessages::whatIsNoMessageIsCountedAndASignOfLife()
{
    Far far("rooms");
    const Ticks before = *far.following.link().nextDeadline();
    far.now += Millis(10'000);
    far.take(far.following.unreadable(far.now, {.name = "not_text", .detail = "Binary."}));
    QCOMPARE(far.bad(), 1U);
    QCOMPARE(far.following.counters().messages, 1U);
    QCOMPARE(far.following.lastBad()->detail, "Binary.");
    QCOMPARE(far.following.link().state(), Link::State::Connected);
    QVERIFY(*far.following.link().nextDeadline() >= before);
}

void TestRoughMessages::anEndCountsWhateverElseIsWrong_data()
{
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char *dialect, const char *text, const char *state) {
        QTest::addRow("%s, %s", dialect, state)
            << QByteArray(dialect) << QByteArray(text) << QByteArray(state);
    };
    row("snapshot", R"({"projectId":"p","step":"completed","progress":"all","snapshotUrl":{}})",
        "completed");
    row("snapshot", R"({"projectId":"p","step":"failed","progress":[],"error":{"code":7}})",
        "failed");
    row("scan", R"({"job_id":"p","status":"failed","progress":{"percent":"x","phase":[[]]}})",
        "failed");
    row("session", R"({"type":"complete","session_id":"p","status":"cancelled","percentage":{}})",
        "canceled");
    row("session", R"({"type":"complete","session_id":"p","status":"complete","message":{"a":1}})",
        "completed");
    row("deploy",
        R"({"type":"deployment_progress","deployment_id":"p","stage":"repo_clone","status":"error","progress":"?"})",
        "failed");
    row("deploy",
        R"({"type":"deployment_progress","deployment_id":"p","stage":"cloud_deployment","status":"success","progress":true,"details":7})",
        "completed");
    row("rooms", R"({"type":"completion","project_id":"p","success":false,"error":[{}]})",
        "failed");
    row("rooms", R"({"type":"status_update","project_id":"p","status":"cancelled","progress":{}})",
        "canceled");
}

void TestRoughMessages::anEndCountsWhateverElseIsWrong()
{
    QFETCH(const QByteArray, dialect);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, state);
    Far far(dialect.constData());
    far.tell(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(far.state()), state);
    QCOMPARE(far.bad(), 1U);
    QVERIFY(far.refusals.empty());
}

void TestRoughMessages::numbersStayWithinReason_data()
{
    QTest::addColumn<QByteArray>("percent");
    QTest::addColumn<double>("shown"); // -1: unknown
    const auto row = [](const char *percent, double shown) {
        QTest::newRow(percent) << QByteArray(percent) << shown;
    };
    row("1e308", -1); // of something else
    row("18446744073709551616", -1);
    row("99999999999999999999999999999999999999", -1);
    row("100.00001", 100);
    row("120", 100);
    row("1000", -1);
    row("-1", -1);
    row("-1e308", -1);
    row("1e-320", 1e-320);
    row("33.3", 33.3);
    row("\" 45 %\"", 45);
}

void TestRoughMessages::numbersStayWithinReason()
{
    QFETCH(const QByteArray, percent);
    QFETCH(const double, shown);
    Far far("session");
    far.tell((R"({"type":"progress","session_id":"p","status":"starting","percentage":)" + percent +
              R"(,"details":{"imported":1e300,"total":-7,"big":1e999}})")
                 .toStdString());
    QCOMPARE(far.bad(), 0U);
    QCOMPARE(far.job()->percent.value_or(-1), shown);
    QVERIFY(!far.job()->total);
    for (const Detail &detail : far.job()->details) {
        const double *const number = std::get_if<double>(&detail.value);
        QVERIFY(number == nullptr || qIsFinite(*number));
    }
    const auto read =
        wire::jobFromJson(wire::toJson(*far.job())); // others can read what we tell them
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
}

void TestRoughMessages::leapsLeaveTheJobReadable()
{
    Far far("session");
    // a crawl that would take longer than numbers go, and leaps
    const QByteArrayList counts{"0",    "1e-6", "2e-6", "3e-6", "4e-6", "5e-6",
                                "9e15", "1e18", "0",    "9e15", "1"};
    for (const QByteArray &count : counts) {
        far.tell(
            (R"({"type":"progress","session_id":"p","status":"starting","details":{"imported":)" +
             count + R"(,"total":9e15}})")
                .toStdString());
        const auto read = wire::jobFromJson(wire::toJson(*far.job()));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        far.clock.advance(Millis(count.startsWith('9') ? 1 : 2000));
    }
}

void TestRoughMessages::markupStaysTextAndControlsGo()
{
    Far far("session");
    far.tell("{\"type\":\"progress\",\"session_id\":\"p\",\"status\":\"starting\",\"operation\":\"<"
             "b>Import</b> "
             "\\u001b[31mred\\u0000\\u202eevil "
             "<script>alert(1)</script>\",\"message\":\"a\\r\\nb\\tc\"}");
    QCOMPARE(far.job()->title, "<b>Import</b> redevil <script>alert(1)</script>");
    QCOMPARE(far.job()->message, "a b c");
    far.tell(R"({"type":"progress","session_id":"p","status":"starting","operation":")" +
             std::string(100'000, 't') + R"(","message":")" + std::string(100'000, 'm') + "\"}");
    QVERIFY(far.job()->title.size() <= 500);
    QVERIFY(far.job()->message.size() <= 4096);
}

QTEST_APPLESS_MAIN(TestRoughMessages)
#include "tst_roughmessages.moc"
