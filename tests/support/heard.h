#pragma once

#include "core/remote/network.h"
#include "core/remote/transport.h"
#include "tests/support/fakeclock.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QDeadlineTimer>

#include <memory>
#include <vector>

namespace afoot::test {

/// A transport that is opened, and all that it says.
class Heard
{
public:
    Heard(remote::Network &network, const remote::Target &target,
          dialect::Transport kind = dialect::Transport::Sse)
        : transport(remote::makeTransport(kind, network))
    {
        using remote::Transport;
        QObject *const context = transport.get();
        QObject::connect(transport.get(), &Transport::opened, context, [this] { ++opened; });
        QObject::connect(transport.get(), &Transport::alive, context, [this] { ++alive; });
        QObject::connect(transport.get(), &Transport::message, context,
                         [this](const wire::SseEvent &event) { events.push_back(event); });
        QObject::connect(transport.get(), &Transport::unreadable, context,
                         [this](const Error &error) { unreadable.push_back(error); });
        QObject::connect(transport.get(), &Transport::retryHint, context,
                         [this](Millis delay) { retries.push_back(delay); });
        QObject::connect(transport.get(), &Transport::failed, context,
                         [this](const LinkFailure &failure) { failures.push_back(failure); });
        transport->open(target);
    }
    Heard(const Heard &) = delete;
    Heard &operator=(const Heard &) = delete;

    /// Waits for the failure; QTRY_ would look every 50 ms only.
    bool ends() const
    {
        const QDeadlineTimer deadline(10'000);
        while (failures.empty() && !deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
        return !failures.empty();
    }
    bool failed() const { return !failures.empty(); }
    QByteArray reason() const
    {
        return failures.empty() ? QByteArray() : QByteArray::fromStdString(failures[0].reason);
    }
    bool isFinal() const { return !failures.empty() && failures[0].isFinal; }
    /// The data of all events.
    QByteArrayList data() const
    {
        QByteArrayList all;
        for (const wire::SseEvent &event : events)
            all.append(QByteArray::fromStdString(event.data));
        return all;
    }

    std::unique_ptr<remote::Transport> transport;
    int opened = 0;
    int alive = 0;
    std::vector<wire::SseEvent> events{};
    std::vector<Error> unreadable{};
    std::vector<Millis> retries{};
    std::vector<LinkFailure> failures{};
};

} // namespace afoot::test
