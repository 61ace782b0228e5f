#pragma once

#include "app/desktop/sourceconfig.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"

#include <QObject>
#include <QTimer>

namespace afoot {

/// A look at a remote tracker before it is kept: follows it into a tracker of its own.
///
/// Threads: that of the links. @p network, @p clock and the dialect must outlive it.
class SourcePreview : public QObject
{
    Q_OBJECT

public:
    SourcePreview(SavedSource saved, remote::Source::Config config, remote::Network &network,
                  const Clock &clock, QObject *parent = nullptr);

    void start() { m_source.start(); }

Q_SIGNALS:
    void found(const afoot::ui::SourceFinding &finding);
    void changed(const afoot::Delta &delta);

private:
    void tell();
    void take(const std::vector<Update> &updates, const std::vector<JobKey> &removed);

    SavedSource m_saved;
    const Clock &m_clock;
    Tracker m_tracker;
    QTimer m_gather{}; ///< so that a flood is shown a few times a second
    Feed m_feed;
    remote::Source m_source;
};

} // namespace afoot
