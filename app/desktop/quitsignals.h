#pragma once

#include <QSocketNotifier>

#include <memory>

namespace afoot {

/// Makes SIGTERM, SIGINT and SIGHUP end the event loop, so that what it has said to others is
/// taken back: the end of a session, or Ctrl-C. A second one ends it at once.
///
/// Threads: main; one at a time.
class QuitSignals
{
public:
    QuitSignals();
    ~QuitSignals();
    QuitSignals(const QuitSignals &) = delete;
    QuitSignals &operator=(const QuitSignals &) = delete;

private:
    int m_fd; ///< eventfd that the handler writes to
    std::unique_ptr<QSocketNotifier> m_notifier{};
};

} // namespace afoot
