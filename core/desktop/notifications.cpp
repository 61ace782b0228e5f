#include "core/desktop/notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

#include <iterator>
#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int answerWithinMs = 5000;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifications::Notifications(const QDBusConnection &bus, const QString &appName,
                             const QString &desktopEntry, QObject *parent)
    : QObject(parent), m_bus(bus), m_appName(appName), m_desktopEntry(desktopEntry)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this,
                  SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"ActivationToken"_s, this,
                  SLOT(onActivationToken(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this,
                  SLOT(onClosed(uint, uint)));
    auto *watcher =
        new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            &Notifications::onOwnerChanged);
}

Notifications::~Notifications()
{
    for (const Shown &shown : std::as_const(m_shown)) {
        if (shown.lasts && shown.id != 0)
            m_bus.asyncCall(call(u"CloseNotification"_s) << shown.id);
    }
}

/// Another service may have given the numbers of the last one to others, and can do other things.
void Notifications::onOwnerChanged()
{
    for (auto it = m_shown.begin(); it != m_shown.end();) {
        it->id = 0;
        it = it->pending ? std::next(it) : m_shown.erase(it);
    }
    m_tokens.clear();
    m_hasAsked = false;
    m_hasSound.reset();
    m_bodyIsMarkup = true;
    m_hasActions = true;
}

void Notifications::show(const Note &note)
{
    if (!m_bus.isConnected()) {
        Q_EMIT failed(note, u"There is no session bus."_s);
        return;
    }
    Shown &shown = m_shown[note.tag];
    if (shown.pending) {
        shown.next = {note};
        shown.closeNext = false;
        return;
    }
    notify(note, shown);
}

void Notifications::notify(const Note &note, Shown &shown)
{
    QStringList actions;
    if (m_hasActions) {
        for (const Note::Action &action : note.actions)
            actions << action.key << action.label;
    }
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(static_cast<uchar>(note.urgency))},
                      {u"desktop-entry"_s, m_desktopEntry}};
    if (note.sound.isEmpty())
        hints.insert(u"suppress-sound"_s, true); // a service that plays one by itself does not
    else
        hints.insert(u"sound-name"_s, note.sound);
    const QString body = m_bodyIsMarkup ? note.body.toHtmlEscaped() : note.body;
    QDBusMessage message = call(u"Notify"_s);
    message << m_appName << shown.id << note.icon << note.summary << body << actions << hints
            << note.timeoutMs;
    shown.pending = true;
    shown.lasts = note.timeoutMs == 0;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, answerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, note](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<uint> reply = *done;
                answered(note, reply.isError() ? 0 : reply.value(),
                         reply.isError() ? reply.error().message() : QString());
            });
    soundOf(note);
    if (!m_hasAsked)
        askCapabilities();
}

void Notifications::soundOf(const Note &note)
{
    if (note.sound.isEmpty())
        return;
    if (!m_hasSound)
        m_unheard = note.sound;
    else if (!*m_hasSound)
        Q_EMIT soundWanted(note.sound);
}

void Notifications::answered(const Note &note, uint id, const QString &error)
{
    Shown &shown = m_shown[note.tag];
    shown.pending = false;
    shown.id = id;
    if (!error.isEmpty()) {
        const QList<Note> next = shown.next;
        m_shown.remove(note.tag);
        Q_EMIT failed(next.isEmpty() ? note : next.first(), error);
        return;
    }
    if (shown.closeNext) {
        close(note.tag);
    } else if (!shown.next.isEmpty()) {
        const Note next = shown.next.takeFirst();
        notify(next, shown);
    }
}

void Notifications::askCapabilities()
{
    m_hasAsked = true;
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call(u"GetCapabilities"_s), answerWithinMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusPendingReply<QStringList> reply = *done;
                m_hasAsked = !reply.isError();
                if (!reply.isError())
                    hear(reply.value());
                else
                    m_unheard.clear(); // failed() tells of the note
            });
}

void Notifications::hear(const QStringList &capabilities)
{
    m_bodyIsMarkup = capabilities.contains(u"body-markup"_s);
    m_hasActions = capabilities.contains(u"actions"_s);
    m_hasSound = capabilities.contains(u"sound"_s);
    const QString unheard = std::exchange(m_unheard, {});
    if (!*m_hasSound && !unheard.isEmpty())
        Q_EMIT soundWanted(unheard);
}

void Notifications::close(const QString &tag)
{
    const auto found = m_shown.find(tag);
    if (found == m_shown.end())
        return;
    if (found->pending) {
        found->next.clear();
        found->closeNext = true;
        return;
    }
    QDBusMessage message = call(u"CloseNotification"_s);
    message << found->id;
    m_bus.asyncCall(message, answerWithinMs);
    m_shown.erase(found);
}

QString Notifications::tagOf(uint id) const
{
    for (auto it = m_shown.begin(); it != m_shown.end(); ++it) {
        if (it->id == id && id != 0)
            return it.key();
    }
    return {};
}

void Notifications::onActivationToken(uint id, const QString &token)
{
    if (!tagOf(id).isEmpty())
        m_tokens.insert(id, token);
}

void Notifications::onActionInvoked(uint id, const QString &action)
{
    // the signal is a broadcast: most ids belong to other programs
    const QString tag = tagOf(id);
    if (!tag.isEmpty())
        Q_EMIT actionInvoked(tag, action, m_tokens.take(id));
}

void Notifications::onClosed(uint id, uint)
{
    m_tokens.remove(id);
    const QString tag = tagOf(id);
    if (!tag.isEmpty() && !m_shown[tag].pending)
        m_shown.remove(tag);
}

} // namespace afoot
