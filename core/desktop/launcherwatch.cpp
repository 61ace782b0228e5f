#include "core/desktop/launcherwatch.h"

#include "core/desktop/desktopfile.h"
#include "core/desktop/jobview.h"
#include "core/model/limits.h"
#include "core/model/text.h"

#include <QDBusMessage>

#include <algorithm>
#include <cmath>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString launcherEntry = u"com.canonical.Unity.LauncherEntry"_s;
/// Where Plasma's job server says it for the applications whose jobs it shows.
const QString jobServerPath = u"/org/kde/notificationmanager/jobs"_s;
/// What is as good as all of it, as applications reckon.
constexpr double full = 0.999;

std::optional<double> progressOf(const QVariant &value)
{
    const bool isNumber = value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Int ||
                          value.typeId() == QMetaType::UInt;
    const double progress = isNumber ? value.toDouble() : -1;
    if (!std::isfinite(progress) || progress < 0 || progress > 1)
        return std::nullopt;
    return progress;
}

std::optional<double> percentOf(std::optional<double> progress)
{
    return progress ? std::optional(*progress * 100) : std::nullopt;
}

} // namespace

LauncherWatch::LauncherWatch(const QDBusConnection &bus, NewId newId, NameOf nameOf,
                             QObject *parent)
    : LauncherWatch(bus, std::move(newId), std::move(nameOf), Limits{}, parent)
{
}

LauncherWatch::LauncherWatch(const QDBusConnection &bus, NewId newId, NameOf nameOf, Limits limits,
                             QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_newId(std::move(newId))
    , m_nameOf(std::move(nameOf))
    , m_limits(limits)
    , m_peers(bus, this)
    , m_flush(this)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(gap);
    connect(&m_flush, &QTimer::timeout, this, &LauncherWatch::flush);
    connect(&m_peers, &PeerWatch::left, this, &LauncherWatch::onPeerLeft);
}

void LauncherWatch::start()
{
    if (m_isOn || !m_bus.isConnected())
        return;
    m_isOn = m_bus.connect({}, {}, launcherEntry, u"Update"_s, this,
                           SLOT(onUpdate(QString, QVariantMap, QDBusMessage)));
}

void LauncherWatch::stop()
{
    if (!m_isOn)
        return;
    m_isOn = false;
    m_bus.disconnect({}, {}, launcherEntry, u"Update"_s, this,
                     SLOT(onUpdate(QString, QVariantMap, QDBusMessage)));
    std::vector<Update> all;
    for (auto &[name, entry] : m_entries) {
        m_peers.remove(name.first);
        end(entry, {.op = Update::Op::Leave}, all);
    }
    m_entries.clear();
    m_flush.stop();
    if (!all.empty())
        Q_EMIT updates(all);
}

void LauncherWatch::sayAll()
{
    for (auto &[name, entry] : m_entries)
        entry.hasBegun = false;
    if (!m_entries.empty())
        wake();
}

void LauncherWatch::setReporters(const QStringList &names)
{
    m_reporters = names;
    if (!m_entries.empty())
        wake();
}

bool LauncherWatch::isReporter(const Name &name) const
{
    return m_reporters.contains(name.first) ||
           std::any_of(m_reporters.begin(), m_reporters.end(), [&](const QString &reporter) {
               return desktopFileId(reporter) == name.second;
           });
}

void LauncherWatch::onUpdate(const QString &uri, const QVariantMap &state,
                             const QDBusMessage &message)
{
    const QString peer = message.service();
    if (peer == m_bus.baseService() || message.path() == jobServerPath ||
        state.contains(u"proxied-for"_s))
        return;
    const Name name{peer, desktopFileId(uri)};
    if (peer.isEmpty() || name.second.isEmpty())
        return;
    auto found = m_entries.find(name);
    if (found == m_entries.end()) {
        // what has nothing to show is nothing to keep
        if (!state.value(u"progress-visible"_s).toBool() ||
            m_peers.count(peer) >= m_limits.perPeer ||
            m_entries.size() >= static_cast<std::size_t>(m_limits.altogether))
            return;
        found = m_entries.emplace(name, Entry{}).first;
        m_peers.add(peer);
    }
    Entry &entry = found->second;
    if (const auto progress = state.constFind(u"progress"_s); progress != state.constEnd())
        entry.progress = progressOf(*progress);
    if (const auto visible = state.constFind(u"progress-visible"_s); visible != state.constEnd())
        entry.visible = visible->toBool();
    wake();
}

void LauncherWatch::onPeerLeft(const QString &peer)
{
    flush();
    std::vector<Update> all;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it->first.first != peer) {
            ++it;
            continue;
        }
        Update lost{.state = State::Lost};
        lost.error = "The application was closed while it showed progress.";
        end(it->second, std::move(lost), all);
        it = m_entries.erase(it);
    }
    if (!all.empty())
        Q_EMIT updates(all);
}

void LauncherWatch::say(const Name &name, Entry &entry, std::vector<Update> &to)
{
    if (!entry.visible) {
        const bool whole = entry.progress && *entry.progress >= full;
        end(entry, {.op = whole ? Update::Op::Complete : Update::Op::Leave}, to);
        return;
    }
    if (!entry.covered && isReporter(name)) {
        entry.covered = true;
        end(entry, {.op = Update::Op::Leave}, to);
    }
    if (entry.covered || (entry.hasBegun && entry.told == entry.progress))
        return;
    Update update;
    if (!entry.hasBegun) {
        update.op = Update::Op::Begin;
        if (entry.key.id.empty())
            entry.key.id = m_newId();
        const std::string kind = shortApplicationName(name.second);
        const std::string known = cutText(cleanText(m_nameOf(name.second).left(500).toStdString()),
                                          JobLimits{}.maxTitleBytes);
        update.kind = kind;
        update.title = known.empty() ? kind : known;
    }
    update.key = entry.key;
    update.percent = percentOf(entry.progress);
    to.push_back(std::move(update));
    entry.hasBegun = true;
    entry.told = entry.progress;
}

void LauncherWatch::end(Entry &entry, Update &&update, std::vector<Update> &to)
{
    if (entry.key.id.empty())
        return;
    update.key = std::exchange(entry.key, {});
    entry.hasBegun = false;
    to.push_back(std::move(update));
}

void LauncherWatch::wake()
{
    if (!m_flush.isActive())
        m_flush.start();
}

void LauncherWatch::flush()
{
    m_flush.stop();
    std::vector<Update> all;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        say(it->first, it->second, all);
        if (it->second.visible) {
            ++it;
        } else {
            m_peers.remove(it->first.first);
            it = m_entries.erase(it);
        }
    }
    if (!all.empty())
        Q_EMIT updates(all);
}

} // namespace afoot
