#include "core/desktop/jobviewserver.h"

#include "core/desktop/jobviewwords.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString busName = u"org.freedesktop.DBus"_s;
const QString busPath = u"/org/freedesktop/DBus"_s;
/// DBUS_NAME_FLAG_ALLOW_REPLACEMENT; neither is one replaced by us, nor do we leave the queue.
constexpr uint allowReplacement = 1;

const QStringList &names()
{
    static const QStringList both{jobviews::serverName, jobviews::uiName};
    return both;
}

/// What is inside: a{sv} as a map, v as its value. Anything deeper is nothing that a job view has.
QVariant plain(const QVariant &value)
{
    if (value.userType() == qMetaTypeId<QDBusVariant>())
        return value.value<QDBusVariant>().variant();
    if (value.userType() != qMetaTypeId<QDBusArgument>())
        return value;
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != u"a{sv}")
        return {};
    return qdbus_cast<QVariantMap>(argument);
}

QVariantList plainArguments(const QDBusMessage &message)
{
    QVariantList all;
    for (const QVariant &argument : message.arguments())
        all.append(plain(argument));
    return all;
}

} // namespace

JobViewServer::JobViewServer(const QDBusConnection &bus, NewId newId, NameOf nameOf,
                             QObject *parent)
    : JobViewServer(bus, std::move(newId), std::move(nameOf), Limits{}, parent)
{
}

JobViewServer::JobViewServer(const QDBusConnection &bus, NewId newId, NameOf nameOf, Limits limits,
                             QObject *parent)
    : QDBusVirtualObject(parent)
    , m_bus(bus)
    , m_newId(std::move(newId))
    , m_nameOf(std::move(nameOf))
    , m_limits(limits)
    , m_peers(bus, this)
    , m_flush(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(gap);
    connect(&m_flush, &QTimer::timeout, this, &JobViewServer::flush);
    connect(&m_peers, &PeerWatch::left, this, &JobViewServer::onPeerLeft);
}

JobViewServer::~JobViewServer()
{
    if (m_isOn)
        leaveBus();
}

void JobViewServer::start()
{
    if (m_isOn || !m_bus.isConnected() ||
        !m_bus.registerVirtualObject(jobviews::serverPath, this, QDBusConnection::SubPath))
        return;
    m_isOn = true;
    m_bus.connect(busName, busPath, busName, u"NameLost"_s, this, SLOT(onNameLost(QString)));
    for (const QString &name : names())
        callBus(u"RequestName"_s, {name, allowReplacement});
}

void JobViewServer::stop()
{
    if (!m_isOn)
        return;
    leaveBus();
    dropAll();
}

void JobViewServer::leaveBus()
{
    m_isOn = false;
    m_bus.disconnect(busName, busPath, busName, u"NameLost"_s, this, SLOT(onNameLost(QString)));
    for (const QString &name : names())
        callBus(u"ReleaseName"_s, {name});
    m_bus.unregisterObject(jobviews::serverPath, QDBusConnection::UnregisterTree);
}

void JobViewServer::callBus(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(busName, busPath, busName, method);
    call.setArguments(arguments);
    m_bus.asyncCall(call);
}

void JobViewServer::onNameLost(const QString &name)
{
    if (name == jobviews::serverName)
        dropAll();
}

/// Nobody will say anything of them here again: how they end is not for us to know.
void JobViewServer::dropAll()
{
    flush();
    std::vector<Update> gone;
    for (const auto &[path, view] : m_views) {
        m_peers.remove(view.peer);
        gone.push_back({.op = Update::Op::Leave, .key = view.key});
    }
    m_views.clear();
    if (!gone.empty())
        Q_EMIT updates(gone);
    tellReporters();
    tellUrls();
}

void JobViewServer::sayAll()
{
    for (auto &[path, view] : m_views)
        view.hasBegun = false;
    if (!m_views.empty())
        wake();
}

void JobViewServer::ask(const JobKey &key, Ask what)
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [&](const auto &each) { return each.second.key == key; });
    if (found == m_views.end() || !found->second.now.can.has(what))
        return;
    QString name = u"cancelRequested"_s;
    if (what == Ask::Pause)
        name = u"suspendRequested"_s;
    else if (what == Ask::Resume)
        name = u"resumeRequested"_s;
    else
        found->second.now.cancelAsked = true;
    // whichever of them it listens to, and nobody else
    for (const QString &interface : {jobviews::viewV1, jobviews::viewV2, jobviews::viewV3})
        m_bus.send(
            QDBusMessage::createTargetedSignal(found->second.peer, found->first, interface, name));
}

QString JobViewServer::introspect(const QString &path) const
{
    if (path == jobviews::serverPath)
        return jobviews::serverXml();
    return m_views.contains(path) ? jobviews::viewXml() : QString();
}

bool JobViewServer::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.interface().startsWith("org.freedesktop.DBus"_L1))
        return false; // Qt has the words for these
    if (message.path() == jobviews::serverPath) {
        callServer(message);
        return true;
    }
    const auto found = m_views.find(message.path());
    if (found == m_views.end())
        refuse(message, QDBusError::UnknownObject, u"There is no such job view."_s);
    else if (found->second.peer != message.service())
        refuse(message, QDBusError::AccessDenied, u"This job view is another program's."_s);
    else
        callView(found->second, message);
    return true;
}

void JobViewServer::callServer(const QDBusMessage &message)
{
    const QString method = message.member();
    if (method == "requestView"_L1)
        requestView(message);
    else if (method == "requiresJobTracker"_L1)
        answer(message, {false});
    else if (method == "registeredJobContacts"_L1)
        answer(message, {urls()});
    else if (method == "registerService"_L1)
        refuse(message, QDBusError::NotSupported, u"No service is registered here."_s);
    else if (method == "emitJobUrlsChanged"_L1) {
        sayUrls();
        answer(message, {});
    } else {
        refuse(message, QDBusError::UnknownMethod, u"There is no such method."_s);
    }
}

void JobViewServer::requestView(const QDBusMessage &message)
{
    const bool isFirst = message.signature() == u"ssi";
    const QVariantList arguments = plainArguments(message);
    if (!isFirst && message.signature() != u"sia{sv}") {
        refuse(message, QDBusError::InvalidArgs, u"requestView takes ssi or sia{sv}."_s);
        return;
    }
    const QString peer = message.service();
    if (m_peers.count(peer) >= m_limits.perPeer ||
        m_views.size() >= static_cast<std::size_t>(m_limits.altogether)) {
        refuse(message, QDBusError::LimitsExceeded, u"There are too many job views."_s);
        return;
    }
    const QString application = arguments[0].toString();
    View view{.peer = peer, .entry = application};
    view.key.id = m_newId();
    const QString known = m_nameOf(application);
    view.now = isFirst ? jobViewOf(application, known.isEmpty() ? application : known,
                                   arguments[2].toInt(), {})
                       : jobViewOf(application, known, arguments[1].toInt(), arguments[2].toMap());
    const QString path = u"%1/%2"_s.arg(jobviews::serverPath).arg(++m_lastView);
    m_views.emplace(path, std::move(view));
    m_peers.add(peer);
    answer(message, {QVariant::fromValue(QDBusObjectPath(path))});
    tellReporters();
    wake();
}

void JobViewServer::callView(View &view, const QDBusMessage &message)
{
    if (view.now.end) {
        refuse(message, QDBusError::UnknownObject, u"This job has ended."_s);
        return;
    }
    const auto trouble = apply(view.now, {.interface = message.interface(),
                                          .method = message.member(),
                                          .arguments = plainArguments(message)});
    if (trouble) {
        const bool unknown = trouble->code == Error::Code::NotFound;
        refuse(message, unknown ? QDBusError::UnknownMethod : QDBusError::InvalidArgs,
               QString::fromStdString(trouble->detail));
        return;
    }
    answer(message,
           message.member() == "setDescriptionField"_L1 ? QVariantList{true} : QVariantList{});
    wake();
}

void JobViewServer::answer(const QDBusMessage &message, const QVariantList &values) const
{
    if (message.isReplyRequired())
        m_bus.send(message.createReply(values));
}

void JobViewServer::refuse(const QDBusMessage &message, QDBusError::ErrorType type,
                           const QString &why) const
{
    if (message.isReplyRequired())
        m_bus.send(message.createErrorReply(type, why));
}

void JobViewServer::onPeerLeft(const QString &peer)
{
    for (auto &[path, view] : m_views) {
        if (view.peer == peer && !view.now.end)
            view.now.end = {.state = State::Lost,
                            .error = "Its program disappeared without saying how it ended."};
    }
    flush();
}

void JobViewServer::say(View &view, std::vector<Update> &to)
{
    const auto add = [&](Update &&update) {
        update.key = view.key;
        if (update.op == Update::Op::Begin || saysSomething(update))
            to.push_back(std::move(update));
    };
    if (!view.hasBegun) {
        add(beginOf(view.now));
        view.hasBegun = true;
        view.told = view.now;
        view.told.end.reset();
    }
    if (view.told != view.now)
        add(changeOf(view.told, view.now));
    view.told = view.now;
}

void JobViewServer::wake()
{
    if (!m_flush.isActive())
        m_flush.start();
}

void JobViewServer::flush()
{
    m_flush.stop();
    std::vector<Update> all;
    for (auto it = m_views.begin(); it != m_views.end();) {
        say(it->second, all);
        if (it->second.now.end) {
            m_peers.remove(it->second.peer);
            it = m_views.erase(it);
        } else {
            ++it;
        }
    }
    if (!all.empty())
        Q_EMIT updates(all);
    tellReporters();
    tellUrls();
}

void JobViewServer::tellReporters()
{
    QStringList all;
    for (const auto &[path, view] : m_views)
        all << view.peer << view.entry;
    all.sort();
    all.removeDuplicates();
    if (all == m_reporters)
        return;
    m_reporters = all;
    Q_EMIT reportersChanged(all);
}

QStringList JobViewServer::urls() const
{
    QStringList all;
    for (const auto &[path, view] : m_views) {
        if (!view.now.url.empty())
            all << QString::fromStdString(view.now.url);
    }
    return all;
}

/// File managers mark what is being written to.
void JobViewServer::tellUrls()
{
    const QStringList now = urls();
    if (now == m_urls)
        return;
    m_urls = now;
    sayUrls();
}

void JobViewServer::sayUrls() const
{
    QDBusMessage changed =
        QDBusMessage::createSignal(jobviews::serverPath, jobviews::uiName, u"jobUrlsChanged"_s);
    changed << urls();
    m_bus.send(changed);
}

} // namespace afoot
