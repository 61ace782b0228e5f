#pragma once

#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/sources.h"

/// Sources as the window has them, and what is in it.
namespace afoot::ui {

inline SourceState remote(SourceState::Link link = SourceState::Link::Connected)
{
    SourceState source{.name = QStringLiteral("ci"), .link = link, .way = SourceState::Way::Sse};
    source.isRemote = true;
    source.wasReached = true;
    source.address = QStringLiteral("https://ci.example/events/7");
    source.dialect = QStringLiteral("Scan jobs");
    return source;
}

inline SourceState away()
{
    using namespace std::chrono_literals;
    SourceState source = remote(SourceState::Link::Reconnecting);
    source.since = sample::now - 12s;
    source.nextAttempt = sample::now + 4s;
    source.reason = QStringLiteral("connection refused");
    source.attempt = 2;
    return source;
}

inline Button *buttonOf(const QWidget &parent, const QString &text)
{
    for (Button *button : parent.findChildren<Button *>()) {
        if (button->isVisibleTo(&parent) && button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace afoot::ui
