#pragma once

#include "core/model/clock.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QUrl>

#include <utility>
#include <vector>

class QNetworkAccessManager;

namespace afoot::remote {

/// Hands out QNetworkAccessManagers, shared by all sources.
///
/// Qt opens at most six connections to a host for one manager and lets further requests wait. A stream never
/// ends, so a manager gets at most five streams of a host, and further ones come up as hosts need them (each has a
/// thread inside Qt). Polls and actions go through a manager of their own and never wait for a stream.
/// Proxies are Qt's application-wide setting (proxies.h).
/// Threads: one with a Qt event loop (links); made, used and destroyed on it.
/// Owns the managers; must outlive every Transport and Poller.
class Network : public QObject
{
    Q_OBJECT

public:
    static constexpr int streamsPerHost = 5;

    /// @p clock must outlive it.
    explicit Network(const Clock &clock, QObject *parent = nullptr);
    ~Network() override;

    /// Room for one stream on a manager; given back when it is destroyed.
    class Place
    {
    public:
        Place() = default;
        ~Place() { leave(); }
        Place(Place &&other) noexcept
            : m_network(std::exchange(other.m_network, nullptr))
            , m_manager(std::exchange(other.m_manager, nullptr))
            , m_host(std::move(other.m_host))
        {
        }
        Place &operator=(Place &&other) noexcept
        {
            std::swap(m_network, other.m_network);
            std::swap(m_manager, other.m_manager);
            std::swap(m_host, other.m_host);
            return *this;
        }

        QNetworkAccessManager *manager() const { return m_manager; }
        void leave();

    private:
        friend class Network;
        Network *m_network = nullptr;
        QNetworkAccessManager *m_manager = nullptr;
        QString m_host{};
    };

    Place placeFor(const QUrl &url);
    QNetworkAccessManager &forRequests();

    std::size_t managers() const { return m_crowds.size(); } ///< for streams, now
    const Clock &clock() const { return m_clock; }

private:
    struct Crowd
    {
        QNetworkAccessManager *manager = nullptr;
        QHash<QString, int> streams{}; ///< by scheme, host and port
    };

    void leave(QNetworkAccessManager *manager, const QString &host);

    const Clock &m_clock;
    QNetworkAccessManager *m_requests = nullptr;
    std::vector<Crowd> m_crowds{};
};

} // namespace afoot::remote
