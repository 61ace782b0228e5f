#pragma once

#include "core/follow/listing.h"
#include "core/remote/source.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>

namespace afoot::remote {

/// The streams of the jobs of one list: a source for each that runs.
///
/// Threads: that of the list's source, which owns it.
class Branches : public QObject
{
    Q_OBJECT

public:
    /// @p list is the config of the source that polls the list.
    Branches(const Source::Config &list, Network &network, const Clock &clock,
             std::function<double()> random, QObject *parent);
    ~Branches() override;

    /// What the list says now; told() brings what is worth telling of it, also when that is nothing.
    void read(const std::vector<Update> &updates);
    void stop();
    void retryNow();
    void wokeUp();

    std::size_t streams() const { return m_sources.size(); }
    Following::Counters counters() const; ///< of all that are and were
    std::uint64_t bytesReceived() const;

Q_SIGNALS:
    void told(const std::vector<afoot::Update> &updates, const std::vector<afoot::JobKey> &removed);
    void heard(const afoot::wire::SseEvent &event);
    void badMessage(const afoot::Error &error);

private:
    void open(const std::string &id);
    void close(std::string id, bool gaveUp);

    Source::Config m_config;
    Network &m_network;
    const Clock &m_clock;
    std::function<double()> m_random;
    Listing m_listing{};
    std::map<std::string, std::unique_ptr<Source>> m_sources{};
    Following::Counters m_before{}; ///< of those that are over
    std::uint64_t m_bytesBefore = 0;
};

} // namespace afoot::remote
