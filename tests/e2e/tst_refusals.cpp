// What nobody should send gets a clear answer and changes nothing.
#include "tests/e2e/house.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace e2e;

Q_DECLARE_METATYPE(e2e::Request)

class TestRefusals : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house{};

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<House>();
        QVERIFY(m_house->startTracker());
        QVERIFY(!m_house->token().isEmpty());
        const auto begin = [this](const QByteArray &body) {
            return m_house->ask({.method = u"POST"_s, .path = u"/api/v1/jobs"_s, .body = body})
                .status;
        };
        QCOMPARE(begin(R"({"id":"steady","title":"Steady","percent":40})"), 201);
        QCOMPARE(begin(R"({"id":"over","title":"Over"})"), 201);
        QCOMPARE(
            m_house
                ->ask({.method = u"POST"_s, .path = u"/api/v1/jobs/over/complete"_s, .body = "{}"})
                .status,
            200);
    }

    void cleanupTestCase()
    {
        QVERIFY(m_house->stopTracker());
        m_house.reset();
    }

    void aBadRequestIsExplainedAndChangesNothing_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code"); ///< empty: any
        QTest::addColumn<QString>("field");
        const auto patch = [](const QByteArray &body) {
            return Request{.method = u"PATCH"_s, .path = u"/api/v1/jobs/steady"_s, .body = body};
        };
        const auto begin = [](const QByteArray &body) {
            return Request{.method = u"POST"_s, .path = u"/api/v1/jobs"_s, .body = body};
        };
        QTest::newRow("an unknown id") << Request{.method = u"PATCH"_s,
                                                  .path = u"/api/v1/jobs/nobody"_s,
                                                  .body = R"({"percent":5})"}
                                       << 404 << QString() << QString();
        QTest::newRow("percent 200")
            << patch(R"({"percent":200})") << 400 << QString() << u"percent"_s;
        QTest::newRow("percent -1")
            << patch(R"({"percent":-1})") << 400 << QString() << u"percent"_s;
        QTest::newRow("percent as a word")
            << patch(R"({"percent":"half"})") << 400 << QString() << u"percent"_s;
        QTest::newRow("percent 1e999")
            << patch(R"({"percent":1e999})") << 400 << QString() << QString();
        QTest::newRow("a state of its own")
            << patch(R"({"state":"dancing"})") << 400 << QString() << u"state"_s;
        QTest::newRow("half a JSON") << patch(R"({"percent":4)") << 400 << QString() << QString();
        QTest::newRow("no object") << patch("[1,2]") << 400 << QString() << QString();
        QTest::newRow("10,000 brackets")
            << patch(QByteArray(10'000, '[')) << 400 << QString() << QString();
        QTest::newRow("not UTF-8")
            << patch("{\"title\":\"\xff\xfe\"}") << 400 << QString() << QString();
        QTest::newRow("an id of 201 bytes")
            << begin("{\"title\":\"T\",\"id\":\"" + QByteArray(201, 'i') + "\"}") << 400
            << QString() << u"id"_s;
        QTest::newRow("a line break in an id")
            << begin(R"({"title":"T","id":"a\nb"})") << 400 << QString() << u"id"_s;
        QTest::newRow("201 steps")
            << begin("{\"title\":\"T\",\"steps\":[" +
                     QByteArray("{\"name\":\"s\"},").repeated(200) + "{\"name\":\"s\"}]}")
            << 400 << QString() << u"steps"_s;
        QTest::newRow("2 MiB") << patch("{\"message\":\"" + QByteArray(2 << 20, 'm') + "\"}") << 413
                               << QString() << QString();
        QTest::newRow("a form") << Request{.method = u"PATCH"_s,
                                           .path = u"/api/v1/jobs/steady"_s,
                                           .body = "percent=50",
                                           .contentType = u"application/x-www-form-urlencoded"_s}
                                << 415 << QString() << QString();
        QTest::newRow("a finished job") << Request{.method = u"PATCH"_s,
                                                   .path = u"/api/v1/jobs/over"_s,
                                                   .body = R"({"percent":5})"}
                                        << 409 << u"job_finished"_s << QString();
        QTest::newRow("no such place") << Request{.method = u"GET"_s, .path = u"/api/v1/jbos"_s}
                                       << 404 << QString() << QString();
        QTest::newRow("no such method")
            << Request{.method = u"PUT"_s, .path = u"/api/v1/jobs"_s, .body = "{}"} << 405
            << QString() << QString();

        auto overTcp = patch(R"({"percent":60})");
        overTcp.overTcp = true;
        auto noToken = overTcp;
        noToken.withToken = false;
        QTest::newRow("no token") << noToken << 401 << QString() << QString();
        auto wrongToken = noToken;
        wrongToken.headers = QStringList{u"Authorization: Bearer 0000000000000000"_s};
        QTest::newRow("a wrong token") << wrongToken << 401 << QString() << QString();
        auto wrongQuery = noToken;
        wrongQuery.path += u"?token="_s;
        QTest::newRow("an empty token") << wrongQuery << 401 << QString() << QString();
        auto foreign = overTcp;
        foreign.headers = QStringList{u"Origin: https://example.org"_s};
        QTest::newRow("a foreign Origin") << foreign << 403 << QString() << QString();
        foreign.headers = QStringList{u"Origin: null"_s};
        QTest::newRow("Origin null") << foreign << 403 << QString() << QString();
        foreign.headers = QStringList{u"Host: localhost.example.org"_s};
        QTest::newRow("a foreign Host") << foreign << 403 << QString() << QString();
        auto foreignOnSocket = patch(R"({"percent":60})");
        foreignOnSocket.headers = QStringList{u"Origin: https://example.org"_s};
        QTest::newRow("a foreign Origin on the socket")
            << foreignOnSocket << 403 << QString() << QString();
    }
    void aBadRequestIsExplainedAndChangesNothing()
    {
        QFETCH(const Request, request);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        const auto revision = m_house->revision();
        const QJsonObject steady = m_house->job(u"steady"_s);
        const QJsonObject over = m_house->job(u"over"_s);
        QVERIFY(revision && !steady.isEmpty() && !over.isEmpty());

        const Answer answer = m_house->ask(request);
        QVERIFY2(answer.status == status, QByteArray::number(answer.status) + ' ' + answer.body);
        const QJsonObject error = answer.error();
        QVERIFY2(!error["code"_L1].toString().isEmpty(), answer.body);
        QVERIFY2(error["message"_L1].toString().size() > 10, answer.body);
        if (!code.isEmpty())
            QCOMPARE(error["code"_L1].toString(), code);
        if (!field.isEmpty())
            QCOMPARE(error["field"_L1].toString(), field);
        QVERIFY(!answer.body.contains(m_house->token().toUtf8()));

        QCOMPARE(m_house->revision(), revision);
        QCOMPARE(m_house->job(u"steady"_s), steady);
        QCOMPARE(m_house->job(u"over"_s), over);
    }

    void theTokenLetsIn()
    {
        const Request request{
            .method = u"GET"_s, .path = u"/api/v1/jobs/steady"_s, .overTcp = true};
        QCOMPARE(m_house->ask(request).status, 200);
        const Request query{.method = u"GET"_s,
                            .path = u"/api/v1/jobs/steady?token="_s + m_house->token(),
                            .overTcp = true,
                            .withToken = false};
        QCOMPARE(m_house->ask(query).status, 200);
    }

    void aBadCommandIsExplainedAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no command after --") << QStringList{u"run"_s, u"--"_s} << 64;
        QTest::newRow("run alone") << QStringList{u"run"_s} << 64;
        QTest::newRow("a command that is none") << QStringList{u"frobnicate"_s} << 64;
        QTest::newRow("an option that is none") << QStringList{u"list"_s, u"--frobnicate"_s} << 64;
        QTest::newRow("percent 200")
            << QStringList{u"update"_s, u"steady"_s, u"--percent"_s, u"200"_s} << 64;
        QTest::newRow("percent as a word")
            << QStringList{u"update"_s, u"steady"_s, u"--percent"_s, u"half"_s} << 64;
        QTest::newRow("an unknown id")
            << QStringList{u"update"_s, u"nobody"_s, u"--percent"_s, u"5"_s} << 1;
        QTest::newRow("a finished job")
            << QStringList{u"update"_s, u"over"_s, u"--percent"_s, u"5"_s} << 1;
        QTest::newRow("fail without a reason") << QStringList{u"fail"_s, u"steady"_s} << 64;
        QTest::newRow("another tracker") << QStringList{u"serve"_s} << -1;
        QTest::newRow("an address for everyone")
            << QStringList{u"serve"_s, u"--listen"_s, u"0.0.0.0:4680"_s} << -1;
    }
    void aBadCommandIsExplainedAndChangesNothing()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        const auto revision = m_house->revision();
        QVERIFY(revision);
        const auto process = m_house->start(QStringLiteral(AFOOT_BINARY), arguments);
        const Ran ran = House::finish(*process, 10'000);
        if (code >= 0)
            QVERIFY2(ran.exitCode == code, QByteArray::number(ran.exitCode) + ' ' + ran.all());
        else
            QVERIFY2(ran.exitCode > 0 && ran.exitCode < 128, ran.all());
        QVERIFY2(ran.err.size() > 20, ran.all());
        QVERIFY2(ran.err.count('\n') <= 12, ran.err); // a sentence and a hint, not the whole help
        QCOMPARE(m_house->revision(), revision);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
