#pragma once

#include <QNetworkInformation>
#include <QObject>
#include <QTimer>

#include <optional>

namespace afoot::remote {

/// Says when the network of this machine has become another one, or is back: what was connected may be dead, and what
/// was away may be there again. Asks Qt's backends (NetworkManager, GLib); without one nothing comes.
///
/// Threads: main.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    using Reachability = QNetworkInformation::Reachability;

    explicit NetworkWatch(QObject *parent = nullptr);

    /// What the backend says; public for tests.
    void note(Reachability reachability);

Q_SIGNALS:
    /// A moment after the last of several changes.
    void changed();

private:
    std::optional<Reachability> m_before{};
    QTimer m_settle{};
};

} // namespace afoot::remote
