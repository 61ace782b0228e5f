#include "core/desktop/sleepinhibitor.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <functional>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString powerService = u"org.freedesktop.PowerManagement"_s;
const QString powerPath = u"/org/freedesktop/PowerManagement/Inhibit"_s;
const QString powerInterface = u"org.freedesktop.PowerManagement.Inhibit"_s;
const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString loginService = u"org.freedesktop.login1"_s;
constexpr uint suspendFlag = 4;

QDBusMessage releaseCookie(uint cookie)
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(powerService, powerPath, powerInterface, u"UnInhibit"_s);
    message << cookie;
    return message;
}

QDBusMessage closeRequest(const QString &request)
{
    return QDBusMessage::createMethodCall(portalService, request,
                                          u"org.freedesktop.portal.Request"_s, u"Close"_s);
}

void whenAnswered(const QDBusPendingCall &call, QObject *context,
                  std::function<void(const QDBusPendingCall &)> then)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [then = std::move(then)](QDBusPendingCallWatcher *done) {
                         done->deleteLater();
                         then(*done);
                     });
}

} // namespace

SleepInhibitor::SleepInhibitor(const QDBusConnection &session, const QDBusConnection &system,
                               const QString &application, std::chrono::milliseconds after,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_system(system)
    , m_application(application)
    , m_wait(this)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(after);
    m_wait.setTimerType(Qt::CoarseTimer);
    connect(&m_wait, &QTimer::timeout, this, &SleepInhibitor::hold);
}

SleepInhibitor::~SleepInhibitor()
{
    release();
}

void SleepInhibitor::want(bool wanted, const QString &why)
{
    m_why = why;
    if (wanted == m_isWanted)
        return;
    m_isWanted = wanted;
    if (wanted) {
        m_wait.start();
        return;
    }
    m_wait.stop();
    release();
    tell();
}

void SleepInhibitor::hold()
{
    ++m_turn;
    if (m_session.isConnected())
        holdBySession();
    if (m_system.isConnected())
        holdByLogin();
}

void SleepInhibitor::holdBySession()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(powerService, powerPath, powerInterface, u"Inhibit"_s);
    message << m_application << m_why;
    message.setAutoStartService(false);
    whenAnswered(m_session.asyncCall(message), this,
                 [this, turn = m_turn](const QDBusPendingCall &call) {
                     const QDBusPendingReply<uint> reply = call;
                     const bool isLate = turn != m_turn || !m_isWanted;
                     if (reply.isError()) {
                         if (!isLate)
                             holdByPortal();
                         return;
                     }
                     if (isLate) {
                         m_session.asyncCall(releaseCookie(reply.value()));
                         return;
                     }
                     m_hasCookie = true;
                     m_cookie = reply.value();
                     tell();
                 });
}

void SleepInhibitor::holdByPortal()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        portalService, portalPath, u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    message << QString() << suspendFlag << QVariantMap{{u"reason"_s, m_why}};
    whenAnswered(m_session.asyncCall(message), this,
                 [this, turn = m_turn](const QDBusPendingCall &call) {
                     const QDBusPendingReply<QDBusObjectPath> reply = call;
                     if (reply.isError())
                         return; // nobody here can, or none but logind
                     if (turn != m_turn || !m_isWanted) {
                         m_session.asyncCall(closeRequest(reply.value().path()));
                         return;
                     }
                     m_request = reply.value().path();
                     tell();
                 });
}

void SleepInhibitor::holdByLogin()
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(loginService, u"/org/freedesktop/login1"_s,
                                       u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"idle"_s << u"Afoot"_s << m_why << u"block"_s;
    message.setAutoStartService(false);
    whenAnswered(m_system.asyncCall(message), this,
                 [this, turn = m_turn](const QDBusPendingCall &call) {
                     const QDBusPendingReply<QDBusUnixFileDescriptor> reply = call;
                     if (reply.isError() || turn != m_turn || !m_isWanted)
                         return; // closing the descriptor gives it back
                     m_lock = reply.value();
                     tell();
                 });
}

void SleepInhibitor::release()
{
    if (m_hasCookie)
        m_session.asyncCall(releaseCookie(m_cookie));
    if (!m_request.isEmpty())
        m_session.asyncCall(closeRequest(m_request));
    m_hasCookie = false;
    m_request.clear();
    m_lock = {};
}

void SleepInhibitor::tell()
{
    if (isHeld() == m_wasHeld)
        return;
    m_wasHeld = isHeld();
    Q_EMIT changed(m_wasHeld);
}

} // namespace afoot
