#include "core/desktop/jobviewclient.h"

#include "core/desktop/jobviewstate.h"
#include "core/desktop/jobviewwords.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString busName = u"org.freedesktop.DBus"_s;
constexpr uint noError = 0;
constexpr uint canceledByUser = 1; // taken off without a word
constexpr uint ownError = 100;     // KJob::UserDefinedError
constexpr int canCancel = 1;
constexpr int canSuspend = 2;

int capabilitiesOf(const Job &job)
{
    const bool suspends = job.can.has(Ask::Pause) && job.can.has(Ask::Resume);
    return (job.can.has(Ask::Cancel) ? canCancel : 0) + (suspends ? canSuspend : 0);
}

} // namespace

JobViewClient::JobViewClient(const QDBusConnection &bus, const QString &desktopEntry,
                             QObject *parent)
    : QObject(parent), m_bus(bus), m_desktopEntry(desktopEntry), m_watcher(this), m_flush(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(gap);
    connect(&m_flush, &QTimer::timeout, this, &JobViewClient::flush);
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { onOwner(owner); });
}

JobViewClient::~JobViewClient()
{
    setOn(false);
}

void JobViewClient::setOn(bool on)
{
    if (on == m_isOn || !m_bus.isConnected())
        return;
    m_isOn = on;
    if (!on) {
        m_watcher.removeWatchedService(jobviews::serverName);
        for (auto &[key, entry] : m_entries)
            finish(entry);
        onOwner({});
        return;
    }
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(jobviews::serverName);
    QDBusMessage ask = QDBusMessage::createMethodCall(busName, u"/org/freedesktop/DBus"_s, busName,
                                                      u"GetNameOwner"_s);
    ask << jobviews::serverName;
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(ask), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        asked->deleteLater();
        const QDBusPendingReply<QString> owner = *asked;
        if (!owner.isError() && m_isOn && m_owner.isEmpty())
            onOwner(owner.value());
    });
}

void JobViewClient::onOwner(const QString &owner)
{
    const QString next = !m_isOn || owner == m_bus.baseService() ? QString() : owner;
    if (next == m_owner)
        return;
    if (!m_owner.isEmpty())
        listenTo(m_owner, false);
    m_owner = next;
    m_knowsV3.reset();
    if (!m_owner.isEmpty())
        listenTo(m_owner, true);
    for (auto &[key, entry] : m_entries) {
        entry = {.job = entry.job};
        wait(key);
    }
}

void JobViewClient::listenTo(const QString &owner, bool listen)
{
    struct Wanted
    {
        QString name;
        const char *slot;
    };
    for (const QString &interface : {jobviews::viewV2, jobviews::viewV3}) {
        for (const Wanted &wanted :
             {Wanted{u"cancelRequested"_s, SLOT(onCancelRequested(QDBusMessage))},
              Wanted{u"suspendRequested"_s, SLOT(onSuspendRequested(QDBusMessage))},
              Wanted{u"resumeRequested"_s, SLOT(onResumeRequested(QDBusMessage))}}) {
            if (listen)
                m_bus.connect(owner, {}, interface, wanted.name, this, wanted.slot);
            else
                m_bus.disconnect(owner, {}, interface, wanted.name, this, wanted.slot);
        }
    }
}

void JobViewClient::show(const Delta &delta)
{
    if (delta.reset) {
        for (auto it = m_entries.begin(); it != m_entries.end();) {
            const bool stays =
                std::any_of(delta.changes.begin(), delta.changes.end(), [&](const Change &change) {
                    return change.key == it->first && change.job;
                });
            if (!stays)
                finish(it->second);
            it = stays ? std::next(it) : m_entries.erase(it);
        }
    }
    for (const Change &each : delta.changes)
        change(each);
    requestViews();
}

void JobViewClient::change(const Change &change)
{
    const auto known = m_entries.find(change.key);
    if (!change.job || isFinal(change.job->state)) {
        if (known == m_entries.end())
            return;
        if (change.job)
            known->second.job = change.job;
        finish(known->second);
        m_entries.erase(known);
        return;
    }
    if (change.job->state == State::Queued)
        return;
    if (known != m_entries.end()) {
        known->second.job = change.job;
        if (known->second.phase == Phase::Shown)
            wake();
        return;
    }
    m_entries.emplace(change.key, Entry{.job = change.job});
    wait(change.key);
}

void JobViewClient::wait(const JobKey &key)
{
    if (m_owner.isEmpty())
        return;
    QTimer::singleShot(patience, this, [this, key, owner = m_owner] {
        const auto found = m_entries.find(key);
        if (owner != m_owner || found == m_entries.end() || found->second.phase != Phase::Waiting)
            return;
        found->second.phase = Phase::Ready;
        requestViews();
    });
}

int JobViewClient::views() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &each) {
        return each.second.phase == Phase::Asking || each.second.phase == Phase::Shown;
    }));
}

void JobViewClient::requestViews()
{
    if (m_owner.isEmpty())
        return;
    int room = maxViews - views();
    for (auto it = m_entries.begin(); room > 0 && it != m_entries.end(); ++it) {
        if (it->second.phase != Phase::Ready)
            continue;
        request(it->first, it->second);
        --room;
    }
}

void JobViewClient::request(const JobKey &key, Entry &entry)
{
    entry.phase = Phase::Asking;
    QVariantMap hints = jobViewStateOf(*entry.job);
    hints.insert(u"immediate"_s, true); // it has waited here
    QDBusMessage message = QDBusMessage::createMethodCall(m_owner, jobviews::serverPath,
                                                          jobviews::serverV2, u"requestView"_s);
    message << m_desktopEntry << capabilitiesOf(*entry.job) << hints;
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, key, owner = m_owner] {
        asked->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *asked;
        answered(key, reply.isError() ? QString() : reply.value().path(), owner);
    });
}

void JobViewClient::answered(const JobKey &key, const QString &path, const QString &owner)
{
    if (owner != m_owner)
        return;
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.phase != Phase::Asking) {
        // it ended meanwhile
        if (Entry ended{.phase = Phase::Shown, .path = path}; !path.isEmpty())
            finish(ended);
        return;
    }
    Entry &entry = found->second;
    entry.phase = path.isEmpty() ? Phase::Refused : Phase::Shown;
    entry.path = path;
    if (path.isEmpty())
        return;
    if (m_knowsV3)
        wake();
    else
        learnInterfaces(path, owner);
}

void JobViewClient::learnInterfaces(const QString &path, const QString &owner)
{
    const QDBusMessage message = QDBusMessage::createMethodCall(
        owner, path, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s);
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked, owner] {
        asked->deleteLater();
        if (owner != m_owner)
            return;
        const QDBusPendingReply<QString> reply = *asked;
        m_knowsV3 = !reply.isError() && reply.value().contains(jobviews::viewV3);
        flush();
    });
}

void JobViewClient::wake()
{
    if (!m_flush.isActive())
        m_flush.start();
}

void JobViewClient::flush()
{
    m_flush.stop();
    if (!m_knowsV3)
        return;
    for (auto &[key, entry] : m_entries) {
        if (entry.phase == Phase::Shown)
            say(entry);
    }
}

void JobViewClient::say(Entry &entry)
{
    const QVariantMap state = jobViewStateOf(*entry.job);
    QVariantMap news;
    for (auto it = state.begin(); it != state.end(); ++it) {
        if (!entry.told.contains(it.key()) || entry.told.value(it.key()) != it.value())
            news.insert(it.key(), it.value());
    }
    entry.told = state;
    if (news.isEmpty())
        return;
    if (*m_knowsV3) {
        call(entry, jobviews::viewV3, u"update"_s, {news});
        return;
    }
    for (auto it = news.begin(); it != news.end(); ++it) {
        if (const auto old = olderCallOf(it.key(), state))
            call(entry, jobviews::viewV2, old->method, old->arguments);
    }
}

/// Its end, or that it is shown no more.
void JobViewClient::finish(Entry &entry)
{
    if (entry.phase != Phase::Shown || m_owner.isEmpty())
        return;
    uint code = canceledByUser;
    QString words;
    if (entry.job && isFinal(entry.job->state)) {
        if (m_knowsV3)
            say(entry);
        if (entry.job->state == State::Completed)
            code = noError;
        else if (entry.job->state != State::Canceled) {
            code = ownError;
            words = QString::fromStdString(entry.job->error);
        }
    }
    // while it is not known what it understands, the one is passed over and the other is the end
    if (m_knowsV3.value_or(true))
        call(entry, jobviews::viewV3, u"terminate"_s, {code, words, QVariantMap()});
    if (m_knowsV3.value_or(false))
        return;
    if (code != noError)
        call(entry, jobviews::viewV2, u"setError"_s, {code});
    call(entry, jobviews::viewV2, u"terminate"_s, {words});
}

void JobViewClient::call(const Entry &entry, const QString &interface, const QString &method,
                         const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_owner, entry.path, interface, method);
    message.setArguments(arguments);
    m_bus.send(message); // no answer is awaited
}

void JobViewClient::pass(const QDBusMessage &message, Ask what)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &each) {
        return each.second.phase == Phase::Shown && each.second.path == message.path();
    });
    if (message.service() == m_owner && found != m_entries.end() &&
        found->second.job->can.has(what))
        Q_EMIT asked(found->first, what);
}

void JobViewClient::onCancelRequested(const QDBusMessage &message)
{
    pass(message, Ask::Cancel);
}

void JobViewClient::onSuspendRequested(const QDBusMessage &message)
{
    pass(message, Ask::Pause);
}

void JobViewClient::onResumeRequested(const QDBusMessage &message)
{
    pass(message, Ask::Resume);
}

} // namespace afoot
