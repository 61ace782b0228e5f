#include "app/desktop/sourcepreview.h"

#include "app/shared/random.h"

namespace afoot {

namespace {

constexpr std::chrono::milliseconds gatherFor{50};

} // namespace

SourcePreview::SourcePreview(SavedSource saved, remote::Source::Config config,
                             remote::Network &network, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_saved(std::move(saved))
    , m_clock(clock)
    , m_tracker(clock, randomBytes, randomHex(8))
    , m_feed(m_tracker, [this] { m_gather.start(); })
    , m_source(std::move(config), network, clock, chance)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherFor);
    connect(&m_gather, &QTimer::timeout, this, [this] { Q_EMIT changed(m_feed.take()); });
    connect(&m_source, &remote::Source::told, this, &SourcePreview::take);
    connect(&m_source, &remote::Source::linkChanged, this, &SourcePreview::tell);
    connect(&m_source, &remote::Source::badMessage, this, &SourcePreview::tell);
}

void SourcePreview::take(const std::vector<Update> &updates, const std::vector<JobKey> &removed)
{
    for (const Update &update : updates)
        (void)m_tracker.put(Update(update)); // what cannot be taken is not shown
    for (const JobKey &key : removed)
        (void)m_tracker.put({.op = Update::Op::Leave, .key = key});
    tell();
}

void SourcePreview::tell()
{
    Q_EMIT found({.name = QString::fromStdString(m_saved.name),
                  .state = stateOf(m_saved, m_source, m_clock.now(), m_clock.ticks()),
                  .isGuess = m_source.config().destination.isGuess && !m_source.isFound()});
}

} // namespace afoot
