#include "app/shared/systemclock.h"
#include "core/remote/address.h"
#include "core/remote/answer.h"
#include "core/remote/poller.h"
#include "core/remote/source.h"
#include "tests/support/certificates.h"
#include "tests/support/heard.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace afoot::remote;
using namespace afoot::test;
using Peer = WebServer::Peer;
using Request = WebServer::Request;

/// What the transports share: addresses and answers, room for many streams, limits, TLS.
class TestRemote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsShownWithoutItsSecrets_data();
    void anAddressIsShownWithoutItsSecrets();
    void schemesFollowTheTransport_data();
    void schemesFollowTheTransport();
    void retryAfterIsReadInAllItsForms_data();
    void retryAfterIsReadInAllItsForms();
    void twoHundredStreamsOfOneHostAreAllLive();
    void aSilentStreamWakesUpForItsDeadlineAlone();
    void pollsDoNotWaitForStreams();
    void anEventOf15MiBPassesAndOneOf17IsLeftOut();
    void aStreamUnderTlsIsReadWhenItsIssuerIsKnown();
    void tlsTroubleHasASentence_data();
    void tlsTroubleHasASentence();
    void aRedirectNeverLeavesTls();

private:
    static QSslConfiguration serving(const Certificate &certificate)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(
            QSslCertificate(QByteArray::fromStdString(certificate.pem()), QSsl::Pem));
        tls.setPrivateKey(QSslKey(QByteArray::fromStdString(certificate.keyPem()), QSsl::Ec));
        return tls;
    }

    FakeClock m_clock{};
};

void TestRemote::anAddressIsShownWithoutItsSecrets_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *url, const char *shown) {
        QTest::newRow(name) << QByteArray(url) << QByteArray(shown);
    };
    row("plain", "https://host:8443/a/b?page=2", "https://host:8443/a/b?page=2");
    row("user and password", "http://ann:pw@host/", "http://host/");
    row("user", "http://ann@host/", "http://host/");
    row("fragment", "http://host/a#access_token=x", "http://host/a");
    row("token", "ws://host/?token=abc&a=b", "ws://host/?token=…&a=b");
    row("any case, any place", "ws://host/?a=b&GitHub_Token=abc", "ws://host/?a=b&GitHub_Token=…");
    row("api_key", "ws://host/?api_key=abc", "ws://host/?api_key=…");
    row("password", "http://host/?password=a=b", "http://host/?password=…");
    row("written in escapes", "http://host/?to%6ben=abc", "http://host/?token=…");
    row("without a value", "http://host/?token", "http://host/?token");
}

void TestRemote::anAddressIsShownWithoutItsSecrets()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(displayUrl(QUrl::fromEncoded(url))), shown);
}

void TestRemote::schemesFollowTheTransport_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("http");
    QTest::addColumn<QByteArray>("socket");
    const auto row = [](const char *url, const char *http, const char *socket) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(http) << QByteArray(socket);
    };
    row("http://h:1/p?q", "http://h:1/p?q", "ws://h:1/p?q");
    row("HTTPS://h/p", "https://h/p", "wss://h/p");
    row("ws://h", "http://h/", "ws://h/");
    row("wss://u:p@[::1]:5/#f", "https://[::1]:5/", "wss://[::1]:5/");
    row("file:///etc/passwd", "", "");
    row("h:1", "", "");
    row("http:///p", "", "");
    row("", "", "");
}

void TestRemote::schemesFollowTheTransport()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, http);
    QFETCH(const QByteArray, socket);
    const auto become = [&](Scheme scheme) {
        std::string why;
        const auto address = addressOf(QUrl::fromEncoded(url), {}, scheme, why);
        if (address.has_value() != why.empty())
            return QByteArray("neither or both");
        return address ? address->url.toEncoded() : QByteArray();
    };
    QCOMPARE(become(Scheme::Http), http);
    QCOMPARE(become(Scheme::WebSocket), socket);
}

void TestRemote::retryAfterIsReadInAllItsForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("delay"); // -1: none
    const auto row = [](const char *text, qint64 delay, const char *date = "") {
        QTest::addRow("%s, %s", text, date) << QByteArray(text) << QByteArray(date) << delay;
    };
    constexpr qint64 none = -1;
    constexpr qint64 week = 7LL * 24 * 3600 * 1000;
    row("120", 120'000);
    row(" 0 ", 0);
    row("99999999999999999999", week);
    row("-5", none);
    row("1.5", none);
    row("soon", none);
    row("", none);
    // the clock stands at 2026-11-20 14:00:00
    row("Fri, 20 Nov 2026 14:01:00 GMT", 60'000);
    row("Friday, 20-Nov-26 14:01:00 GMT", 60'000);
    row("Fri Nov 20 14:01:00 2026", 60'000);
    row("Sun Nov  1 14:01:00 2026", 0);
    row("Fri, 20 Nov 2026 13:00:00 GMT", 0);
    row("Thu, 20 Nov 2036 14:00:00 GMT", week);
    row("Fri, 20 Nov 2026 14:01:00 GMT", 10'000, "Fri, 20 Nov 2026 14:00:50 GMT");
    row("Fri, 20 Nov 2026 14:01:00 GMT", 60'000, "yesterday");
}

void TestRemote::retryAfterIsReadInAllItsForms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, date);
    QFETCH(const qint64, delay);
    const auto read = retryAfterOf(text, date, m_clock.now());
    QCOMPARE(read ? qint64(read->count()) : -1, delay);
}

void TestRemote::twoHundredStreamsOfOneHostAreAllLive()
{
    constexpr std::size_t count = 200;
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    std::vector<std::unique_ptr<Heard>> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(std::make_unique<Heard>(network, Target{.url = server.url()}));
    const auto with = [&](const auto &what) {
        return std::count_if(all.begin(), all.end(), [&](const auto &one) { return what(*one); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(with([](const Heard &one) { return one.opened == 1; }), 200, 20'000);
    for (std::size_t i = 0; i < count; ++i)
        server.peer(i).send(chunk("data: a\n\n"));
    QTRY_COMPARE(with([](const Heard &one) { return one.events.size() == 1; }), 200);
    QCOMPARE(network.managers(), count / Network::streamsPerHost);
    QCOMPARE(with([](const Heard &one) { return one.failed(); }), 0);

    // those that leave make room
    for (std::size_t i = 0; i < 10; ++i)
        all[i]->transport->close();
    QTRY_COMPARE(server.openConnections(), count - 10);
    for (std::size_t i = 0; i < 10; ++i)
        all[i] = std::make_unique<Heard>(network, Target{.url = server.url()});
    QTRY_COMPARE(server.openConnections(), count);
    QTRY_COMPARE(with([](const Heard &one) { return one.opened == 1; }), 200);
    QCOMPARE(network.managers(), count / Network::streamsPerHost);
    all.clear();
    QTRY_COMPARE(server.openConnections(), 0U);
    QCOMPARE(network.managers(), 1U);
}

/// How often timers go off in this thread.
class TimerCount : public QObject
{
public:
    TimerCount() { QCoreApplication::instance()->installEventFilter(this); }
    bool eventFilter(QObject * /*receiver*/, QEvent *event) override
    {
        count += event->type() == QEvent::Timer ? 1 : 0;
        return false;
    }
    int count = 0;
};

void TestRemote::aSilentStreamWakesUpForItsDeadlineAlone()
{
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); });
    Network network(m_clock);
    const SystemClock clock;
    Source::Config config{.habits = {.silence = Millis(400)}};
    config.destination.stream = server.url().toEncoded().toStdString();
    Source source(config, network, clock, [] { return 0.5; });
    source.start();
    QTRY_COMPARE(source.link().state(), afoot::Link::State::Connected);
    const TimerCount timers;
    QTRY_COMPARE(source.link().state(), afoot::Link::State::Reconnecting);
    QCOMPARE(timers.count, 1);

    // what moves the deadline away costs no more than one in a deadline's time, however much of it there is
    source.retryNow();
    QTRY_COMPARE(source.link().state(), afoot::Link::State::Connected);
    QElapsedTimer took;
    took.start();
    const TimerCount more;
    for (std::uint64_t i = 1; i <= 20; ++i) {
        const auto before = source.bytesReceived();
        server.peer(1).send(chunk(": still there\n\n"));
        QTRY_VERIFY(source.bytesReceived() > before);
    }
    QTRY_COMPARE(source.link().state(), afoot::Link::State::Reconnecting);
    QVERIFY2(more.count <= took.elapsed() / 400 + 1, QByteArray::number(more.count));
}

void TestRemote::pollsDoNotWaitForStreams()
{
    WebServer server([](Peer &peer, const Request &request) {
        peer.send(request.path == "/poll" ? httpAnswer(200, "{}") : streamHead());
    });
    Network network(m_clock);
    std::vector<std::unique_ptr<Heard>> all;
    for (int i = 0; i < 12; ++i)
        all.push_back(std::make_unique<Heard>(network, Target{.url = server.url()}));
    QTRY_COMPARE(server.requests().size(), 12);
    Poller poller(network);
    std::string got;
    connect(&poller, &Poller::answered, this,
            [&](int, const std::string &body, bool) { got = body; });
    poller.get(server.url(u"/poll"_s), {});
    QTRY_COMPARE(got, "{}");
}

void TestRemote::anEventOf15MiBPassesAndOneOf17IsLeftOut()
{
    constexpr qsizetype mib = 1 << 20;
    WebServer server([](Peer &peer, const Request &request) {
        const qsizetype size = request.path == "/15" ? 15 * mib : 17 * mib;
        peer.send(streamHead() + chunk("data: a\n\n") +
                  chunk("data: " + QByteArray(size, 'x') + "\n\n") + chunk("data: b\n\n"));
    });
    Network network(m_clock);
    Heard large(network, {.url = server.url(u"/15"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(large.events.size(), 3U, 20'000);
    QCOMPARE(large.events[1].data.size(), std::size_t(15 * mib));
    QVERIFY(!large.failed());

    Heard larger(network, {.url = server.url(u"/17"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(larger.data(), (QByteArrayList{"a", "b"}), 20'000);
    QCOMPARE(larger.unreadable.size(), 1U);
    QCOMPARE(larger.unreadable[0].code, Error::Code::TooLarge);
    QVERIFY(!larger.failed());
}

/// Certificates that every connection of this process trusts, for as long as this lives.
class Trust
{
public:
    explicit Trust(const Certificate &authority)
        : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration with = m_before;
        with.addCaCertificate(
            QSslCertificate(QByteArray::fromStdString(authority.pem()), QSsl::Pem));
        QSslConfiguration::setDefaultConfiguration(with);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Trust(const Trust &) = delete;
    Trust &operator=(const Trust &) = delete;

private:
    QSslConfiguration m_before;
};

void TestRemote::aStreamUnderTlsIsReadWhenItsIssuerIsKnown()
{
    const Certificate authority({.isAuthority = true});
    const Certificate certificate({.issuer = &authority});
    const Trust trust(authority);
    WebServer server(
        [](Peer &peer, const Request &) { peer.send(streamHead() + chunk("data: a\n\n")); },
        serving(certificate));
    Network network(m_clock);
    Heard heard(network, {.url = server.url(u"/"_s, u"https"_s)});
    QTRY_COMPARE(heard.data(), QByteArrayList{"a"});
    server.peer(0).send(
        chunk("data: " + QByteArray(5 << 20, 'x') + "\n\n")); // beyond what Qt keeps unread
    QTRY_COMPARE_WITH_TIMEOUT(heard.events.size(), 2U, 20'000);
}

void TestRemote::tlsTroubleHasASentence_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("lasts");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray here = "IP:127.0.0.1";
    QTest::newRow("unknown issuer")
        << false << here << 3600 << QByteArray("TLS: the certificate's issuer is not known here");
    QTest::newRow("another host") << true << QByteArray("DNS:elsewhere.example") << 3600
                                  << QByteArray("TLS: the certificate is for another host");
    QTest::newRow("expired") << true << here << -3600
                             << QByteArray("TLS: the certificate has expired");
}

void TestRemote::tlsTroubleHasASentence()
{
    QFETCH(const bool, isKnown);
    QFETCH(const QByteArray, names);
    QFETCH(const int, lasts);
    QFETCH(const QByteArray, reason);
    const Certificate authority({.isAuthority = true});
    const Certificate another({.isAuthority = true});
    const Certificate certificate(
        {.names = names.toStdString(), .issuer = &authority, .lasts = std::chrono::seconds(lasts)});
    const Trust trust(isKnown ? authority : another);
    WebServer server([](Peer &peer, const Request &) { peer.send(streamHead()); },
                     serving(certificate));
    Network network(m_clock);
    for (const auto kind : {dialect::Transport::Sse, dialect::Transport::WebSocket}) {
        Heard heard(network,
                    {.url = server.url(u"/"_s, u"https"_s), .headers = {{"Authorization", "t"}}},
                    kind);
        QTRY_VERIFY(heard.failed());
        QCOMPARE(heard.reason(), reason);
        QVERIFY(!heard.isFinal()); // certificates are renewed
        QCOMPARE(heard.opened, 0);
    }
    QCOMPARE(server.requests().size(), 0);
}

void TestRemote::aRedirectNeverLeavesTls()
{
    const Certificate authority({.isAuthority = true});
    const Certificate certificate({.issuer = &authority});
    const Trust trust(authority);
    WebServer plain([](Peer &peer, const Request &) { peer.send(streamHead()); });
    WebServer server(
        [&](Peer &peer, const Request &) {
            peer.send(httpAnswer(307, "", "Location: " + plain.url().toEncoded() + "\r\n"));
        },
        serving(certificate));
    Network network(m_clock);
    Heard heard(network, {.url = server.url(u"/"_s, u"https"_s)});
    QTRY_VERIFY(heard.failed());
    QCOMPARE(heard.reason(), "the server redirects from https to http");
    QVERIFY(heard.isFinal());
    QCOMPARE(plain.connections(), 0U);
}

QTEST_GUILESS_MAIN(TestRemote)
#include "tst_remote.moc"
