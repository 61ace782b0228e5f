#pragma once

#include "app/desktop/jobsource.h"
#include "core/track/tracker.h"

#include <functional>
#include <memory>

namespace afoot {

class Feed;

/// The jobs of the tracker that this process embeds.
///
/// Threads: main; what it posts runs on the engine. Order at the end: finish(), stop the engine, destroy this.
class EmbeddedSource : public JobSource
{
    Q_OBJECT

public:
    /// Runs a function on the engine, later.
    using Post = std::function<void(std::function<void(Tracker &)>)>;

    EmbeddedSource(Post post, ui::Listening listeningOn, QObject *parent = nullptr);
    ~EmbeddedSource() override;

    /// Closes the feed, on the engine. Nothing comes after it.
    void finish();

    void start() override;
    void take() override;
    void send(const afoot::Update &update) override;
    void report(std::vector<Update> updates) override;
    void followLog(const std::optional<afoot::JobKey> &key) override;
    void reportSources(std::vector<SourceInfo> sources) override;

private:
    Post m_post;
    ui::Listening m_listeningOn;
    std::unique_ptr<Feed> m_feed;     ///< touched on the engine only
    std::optional<JobKey> m_logKey{}; ///< touched on the engine only
};

} // namespace afoot
