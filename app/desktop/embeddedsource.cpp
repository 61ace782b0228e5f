#include "app/desktop/embeddedsource.h"

#include "core/track/feed.h"

namespace afoot {

namespace {

constexpr std::size_t wholeLog = 1'000'000; // of the log that is chosen: what the pane holds
constexpr std::size_t maxLogLines =
    20'000; // that wait for a frame: a tool that prints a lot is followed

} // namespace

EmbeddedSource::EmbeddedSource(Post post, ui::Listening listeningOn, QObject *parent)
    : JobSource(parent), m_post(std::move(post)), m_listeningOn(std::move(listeningOn))
{
}

EmbeddedSource::~EmbeddedSource() = default;

void EmbeddedSource::finish()
{
    m_post([this](Tracker &) { m_feed.reset(); });
}

void EmbeddedSource::start()
{
    m_post([this](Tracker &tracker) {
        m_feed = std::make_unique<Feed>(
            tracker, [this] { Q_EMIT ready(); }, Feed::Options{.maxLogLines = maxLogLines});
        m_feed->askSnapshot();
    });
    Q_EMIT linkChanged({.good = true, .listeningOn = m_listeningOn});
}

void EmbeddedSource::take()
{
    m_post([this](Tracker &) {
        if (m_feed && !m_feed->empty())
            Q_EMIT taken(m_feed->take());
    });
}

void EmbeddedSource::send(const Update &update)
{
    m_post([this, update](Tracker &tracker) {
        const auto applied = tracker.apply(update);
        if (!applied)
            Q_EMIT refused(QString::fromStdString(applied.error().detail));
    });
}

void EmbeddedSource::report(std::vector<Update> updates)
{
    m_post([updates = std::move(updates)](Tracker &tracker) mutable {
        for (Update &update : updates) {
            const JobKey key = update.key;
            const bool begins = update.op == Update::Op::Begin;
            if (!tracker.put(std::move(update)) && begins && !tracker.isHeld(key))
                tracker.hold(key);
        }
    });
}

void EmbeddedSource::followLog(const std::optional<JobKey> &key)
{
    m_post([this, key](Tracker &tracker) {
        if (m_logKey)
            m_feed->unfollowLog(*m_logKey);
        m_logKey = key;
        if (!key)
            return;
        m_feed->followLog(*key);
        if (auto view = tracker.log(*key, 0, wholeLog))
            Q_EMIT logRead(*key, *view);
    });
}

void EmbeddedSource::reportSources(std::vector<SourceInfo> sources)
{
    m_post([sources = std::move(sources)](Tracker &tracker) {
        (void)tracker.sources().put(sources, SourceBoard::Reporter::ThisProcess);
    });
}

} // namespace afoot
