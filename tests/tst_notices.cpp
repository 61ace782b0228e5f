#include "app/desktop/notices.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatebus.h"
#include "tests/support/sample.h"

#include <QApplication>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QThread>

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::News;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

News news(const std::string &id, News::Kind kind)
{
    News made{.kind = kind,
              .title = ui::text::of(id),
              .job = {"local", id},
              .stays = 60s,
              .url = u"https://ci.example/1"_s};
    made.ran = 60s;
    made.canRetry = true;
    return made;
}

Job job(const std::string &id, State state)
{
    Job made{.key = {"local", id}, .title = id, .state = state};
    made.can.add(Ask::Retry);
    return made;
}

} // namespace

/// A notification service that remembers what stands on its screen.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited MEMBER isInhibited)

public:
    struct Shown
    {
        QString summary{};
        QString body{};
        QStringList actions{};
        QVariantMap hints{};
        int timeout = 0;
    };
    QMap<uint, Shown> shown{};
    bool isInhibited = false;

    QStringList summaries() const
    {
        QStringList all;
        for (const Shown &one : shown)
            all.append(one.summary);
        return all;
    }

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary,
                const QString &body, const QStringList &actions, const QVariantMap &hints,
                int timeout)
    {
        const uint id = replaces != 0 ? replaces : ++m_last;
        shown.insert(id, {summary, body, actions, hints, timeout});
        return id;
    }
    void CloseNotification(uint id) { shown.remove(id); }
    QStringList GetCapabilities() { return {u"body"_s, u"actions"_s, u"sound"_s}; }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void ActivationToken(uint id, const QString &token);

private:
    uint m_last = 0;
};

/// What a person gets to see beyond the window, with a notification service and without.
class tst_notices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.isThere(), "dbus-daemon is needed"); }
    void init();
    void cleanup();
    void aNotificationHasWhatCanBeDone();
    void whatNeedsAPersonStaysUntilItIsAnswered();
    void showLeadsToTheJobWithItsToken();
    void retryAsksOnceAndIsGone();
    void whatCannotBeRetriedAnyMoreIsNotAsked();
    void onlySafeResultsOpen();
    void aStormIsOneNotification();
    void whatWasSeenIsWithdrawn();
    void whoComesToTheWindowNeedsNoDigest();
    void aTestIsShownWhateverTheRulesSay();
    void aPauseIsSilentAndThenSaysWhatWasMissed();
    void doNotDisturbIsSilentAndThenSaysWhatWasMissed();
    void withoutAServiceThereAreToastsOnTheScreen();
    void anAnsweredQuestionTakesItsToastAway();

private:
    void serve();
    void tell(const News &one) { m_notices->tell(one, false, {}); }
    void invoke(const QString &summary, const QString &action, const QString &token = {});
    void inhibit(bool isOn);
    QList<ui::Toast *> toasts() const
    {
        QList<ui::Toast *> all;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *toast = qobject_cast<ui::Toast *>(widget); toast && toast->isVisible())
                all.append(toast);
        }
        return all;
    }

    PrivateBus m_bus{};
    test::FakeClock m_clock{};
    std::unique_ptr<PrivateBus::Peer> m_client{};
    std::unique_ptr<PrivateBus::Peer> m_server{};
    std::unique_ptr<FakeService> m_service{};
    std::unique_ptr<QThread> m_thread{};
    std::unique_ptr<ui::JobModel> m_model{};
    std::unique_ptr<Notices> m_notices{};
};

void tst_notices::init()
{
    m_client = m_bus.peer();
    m_server = m_bus.peer();
    m_service = std::make_unique<FakeService>();
    m_thread = std::make_unique<QThread>();
    m_thread->start();
    m_model = std::make_unique<ui::JobModel>([] { return sample::now; });
    m_notices = std::make_unique<Notices>(*m_model, m_clock);
}

void tst_notices::cleanup()
{
    m_thread->quit();
    QVERIFY(m_thread->wait());
    m_notices.reset();
    m_client.reset();
    m_server.reset();
}

void tst_notices::serve()
{
    QVERIFY(m_server->bus().registerObject(path, &*m_service,
                                           QDBusConnection::ExportAllSlots |
                                               QDBusConnection::ExportAllSignals |
                                               QDBusConnection::ExportAllProperties));
    QTRY_VERIFY(m_server->bus().registerService(service));
    m_notices->start(m_client->bus(), *m_thread);
}

void tst_notices::invoke(const QString &summary, const QString &action, const QString &token)
{
    for (auto it = m_service->shown.constBegin(); it != m_service->shown.constEnd(); ++it) {
        if (it->summary != summary)
            continue;
        if (!token.isEmpty())
            Q_EMIT m_service->ActivationToken(it.key(), token);
        Q_EMIT m_service->ActionInvoked(it.key(), action);
        return;
    }
    QFAIL("no such notification");
}

void tst_notices::inhibit(bool isOn)
{
    QDBusMessage message = QDBusMessage::createSignal(path, u"org.freedesktop.DBus.Properties"_s,
                                                      u"PropertiesChanged"_s);
    message << service << QVariantMap{{u"Inhibited"_s, isOn}} << QStringList{};
    m_service->isInhibited = isOn;
    QVERIFY(m_server->bus().send(message));
}

void tst_notices::aNotificationHasWhatCanBeDone()
{
    serve();
    ui::NotificationRules rules;
    rules.failedSound = u"dialog-error"_s;
    m_notices->setRules(rules);
    tell(news("build", News::Kind::Failed));
    QTRY_COMPARE(m_service->shown.size(), 1);
    const FakeService::Shown &shown = m_service->shown.first();
    QCOMPARE(shown.actions, (QStringList{u"default"_s, u"Show"_s, u"open"_s, u"Open result"_s,
                                         u"retry"_s, u"Retry"_s}));
    QCOMPARE(shown.hints[u"urgency"_s].toInt(), 1); // a failure waits for nobody
    QCOMPARE(shown.hints[u"sound-name"_s].toString(), u"dialog-error"_s);
    QCOMPARE(shown.timeout, -1);
    // the job's next news takes its place
    News again = news("build", News::Kind::Completed);
    again.url.clear();
    again.canRetry = false;
    tell(again);
    QTRY_COMPARE(m_service->shown.first().actions, (QStringList{u"default"_s, u"Show"_s}));
    QCOMPARE(m_service->shown.size(), 1);
}

void tst_notices::whatNeedsAPersonStaysUntilItIsAnswered()
{
    serve();
    m_model->apply(sample::whole({job("deploy", State::NeedsInput)}));
    tell(news("deploy", News::Kind::NeedsYou));
    QTRY_COMPARE(m_service->shown.size(), 1);
    QCOMPARE(m_service->shown.first().hints[u"urgency"_s].toInt(), 2);
    QCOMPARE(m_service->shown.first().timeout, 0);
    m_model->apply(sample::whole({job("deploy", State::NeedsInput), job("other", State::Running)}));
    tell(news("other", News::Kind::Completed));
    QTRY_COMPARE(m_service->shown.size(), 2);
    m_model->apply(sample::whole({job("deploy", State::Running)}));
    QTRY_COMPARE(m_service->summaries(), QStringList{u"other"_s});
}

void tst_notices::showLeadsToTheJobWithItsToken()
{
    serve();
    QSignalSpy requested(&*m_notices, &Notices::jobRequested);
    tell(news("build", News::Kind::Completed));
    QTRY_COMPARE(m_service->shown.size(), 1);
    invoke(u"build"_s, u"default"_s, u"token-1"_s);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<JobKey>(), (JobKey{"local", "build"}));
    QCOMPARE(requested[0][1].toString(), u"token-1"_s);
}

void tst_notices::retryAsksOnceAndIsGone()
{
    serve();
    m_model->apply(sample::whole({job("build", State::Failed)}));
    QSignalSpy retried(&*m_notices, &Notices::retryRequested);
    tell(news("build", News::Kind::Failed));
    QTRY_COMPARE(m_service->shown.size(), 1);
    invoke(u"build"_s, u"retry"_s);
    invoke(u"build"_s, u"retry"_s); // the person is quicker than the bus
    QTRY_COMPARE(m_service->shown.size(), 0);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(retried[0][0].value<JobKey>(), (JobKey{"local", "build"}));
}

void tst_notices::whatCannotBeRetriedAnyMoreIsNotAsked()
{
    serve();
    m_model->apply(sample::whole({job("build", State::Running)})); // somebody else did
    QSignalSpy retried(&*m_notices, &Notices::retryRequested);
    tell(news("build", News::Kind::Failed));
    QTRY_COMPARE(m_service->shown.size(), 1);
    invoke(u"build"_s, u"retry"_s);
    QTRY_COMPARE(m_service->shown.size(), 0);
    QCOMPARE(retried.size(), 0);
}

void tst_notices::onlySafeResultsOpen()
{
    serve();
    QSignalSpy opened(&*m_notices, &Notices::urlRequested);
    News evil = news("evil", News::Kind::Completed);
    evil.url = u"javascript:alert(1)"_s;
    tell(evil);
    tell(news("good", News::Kind::Completed));
    QTRY_COMPARE(m_service->shown.size(), 2);
    invoke(u"evil"_s, u"open"_s);
    invoke(u"good"_s, u"open"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toUrl(), QUrl(u"https://ci.example/1"_s));
}

void tst_notices::aStormIsOneNotification()
{
    serve();
    for (int i = 0; i < 5; ++i)
        tell(news("job " + std::to_string(i), News::Kind::Completed));
    QTRY_COMPARE(m_service->shown.size(), 5);
    for (int i = 5; i < 40; ++i)
        tell(news("job " + std::to_string(i), News::Kind::Failed));
    QTRY_COMPARE(m_service->summaries(), QStringList{u"News of 40 jobs"_s});
    QCOMPARE(m_service->shown.first().body, u"35 failed, 5 completed"_s);
    m_clock.advance(2s);
    tell(news("one more", News::Kind::Completed));
    QTRY_COMPARE(m_service->summaries(), QStringList{u"News of 41 jobs"_s});
    QSignalSpy requested(&*m_notices, &Notices::jobRequested);
    invoke(u"News of 41 jobs"_s, u"default"_s);
    QTRY_COMPARE(requested.size(), 1);
    QVERIFY(requested[0][0].value<JobKey>().id.empty());
}

void tst_notices::whatWasSeenIsWithdrawn()
{
    serve();
    tell(news("a", News::Kind::Completed));
    tell(news("b", News::Kind::Completed));
    tell(news("c", News::Kind::Completed));
    QTRY_COMPARE(m_service->shown.size(), 3);
    m_notices->seen({"local", "b"});
    m_notices->tell(news("c", News::Kind::Failed), true, {}); // the window says it
    QTRY_COMPARE(m_service->summaries(), QStringList{u"a"_s});
}

void tst_notices::whoComesToTheWindowNeedsNoDigest()
{
    serve();
    for (int i = 0; i < 20; ++i)
        tell(news(std::to_string(i), News::Kind::Completed));
    QTRY_COMPARE(m_service->summaries(), QStringList{u"News of 20 jobs"_s});
    m_notices->windowSeen();
    QTRY_COMPARE(m_service->shown.size(), 0);
}

void tst_notices::aTestIsShownWhateverTheRulesSay()
{
    serve();
    ui::NotificationRules rules;
    rules.wanted = false;
    m_notices->setRules(rules);
    m_notices->setPause(ui::Pause::UntilTurnedOn);
    m_notices->showTest();
    QTRY_COMPARE(m_service->summaries(), QStringList{u"This is how Afoot tells you"_s});
}

void tst_notices::aPauseIsSilentAndThenSaysWhatWasMissed()
{
    serve();
    QSignalSpy changed(&*m_notices, &Notices::pauseChanged);
    m_notices->setPause(ui::Pause::ForAnHour);
    QCOMPARE(m_notices->pausedUntil(), m_clock.now() + 1h);
    tell(news("a", News::Kind::Completed));
    tell(news("b", News::Kind::Failed));
    tell(news("c", News::Kind::Failed));
    m_notices->seen({"local", "c"});
    m_notices->setPause(ui::Pause::Off);
    QTRY_COMPARE(m_service->summaries(), QStringList{u"While you were away"_s});
    QCOMPARE(m_service->shown.first().body, u"1 failed, 1 completed"_s);
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_notices->pausedUntil());
}

void tst_notices::doNotDisturbIsSilentAndThenSaysWhatWasMissed()
{
    m_service->isInhibited = true;
    serve();
    QTRY_VERIFY(m_notices->isQuiet());
    for (const char *id : {"b", "c", "d"})
        tell(news(id, News::Kind::Completed));
    tell(news("asks", News::Kind::NeedsYou));
    QTRY_COMPARE(m_service->summaries(), QStringList{u"asks"_s}); // put aside by the service
    QCOMPARE(m_service->shown.first().hints[u"urgency"_s].toInt(), 1);
    inhibit(false);
    QTRY_COMPARE(m_service->summaries(), (QStringList{u"asks"_s, u"While you were away"_s}));
    QCOMPARE(m_service->shown.last().body, u"3 completed"_s);
}

void tst_notices::withoutAServiceThereAreToastsOnTheScreen()
{
    m_notices->start(m_client->bus(), *m_thread);
    QSignalSpy requested(&*m_notices, &Notices::jobRequested);
    tell(news("build", News::Kind::Failed));
    QTRY_COMPARE(toasts().size(), 1);
    QTest::mouseClick(toasts().first(), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<JobKey>(), (JobKey{"local", "build"}));
    tell(news("build", News::Kind::Completed));
    QTRY_COMPARE(toasts().size(), 1);
    m_notices->seen({"local", "build"});
    QCOMPARE(toasts().size(), 0);
}

void tst_notices::anAnsweredQuestionTakesItsToastAway()
{
    m_notices->start(m_client->bus(), *m_thread);
    m_model->apply(sample::whole({job("deploy", State::NeedsInput)}));
    tell(news("deploy", News::Kind::NeedsYou));
    QTRY_COMPARE(toasts().size(), 1);
    m_model->apply(sample::whole({job("deploy", State::Canceled)}));
    QCOMPARE(toasts().size(), 0);
}

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication app(argc, argv);
    ui::dress(app, ui::Scheme::Light);
    tst_notices test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_notices.moc"
