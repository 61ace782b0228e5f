#pragma once

#include "app/desktop/links.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace afoot::test {

inline const QByteArray eventsHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

/// An event of the dialect "scan".
inline QByteArray scanEvent(const QByteArray &id, const QByteArray &status, int percent)
{
    return "data: {\"job_id\": \"" + id + "\", \"status\": \"" + status +
           "\", \"progress\": {\"phase\": \"clone\", \"percent\": " + QByteArray::number(percent) +
           "}}\n\n";
}

/// The links of a person with a folder of their own, in the test's own thread.
struct LinksWorld
{
    LinksWorld()
    {
        paths.data = folder.filePath(QStringLiteral("data")).toStdString();
        paths.config = folder.filePath(QStringLiteral("config")).toStdString();
        links = std::make_unique<Links>(paths, clock, box);
        QObject::connect(links.get(), &Links::learned, links.get(), [this] {
            for (Update &update : box.take())
                applied.push_back(std::move(update));
        });
        QObject::connect(links.get(), &Links::changed, links.get(),
                         [this](const QList<ui::SourceState> &now) { states = now; });
        links->reload();
    }
    std::vector<SavedSource> saved() const { return *readSources(paths.sources()); }
    bool isIn(ui::SourceState::Link link) const
    {
        return states.size() == 1 && states[0].link == link;
    }

    QTemporaryDir folder{};
    Paths paths{};
    FakeClock clock{};
    UpdateBox box{};
    std::vector<Update> applied{};
    QList<ui::SourceState> states{};
    std::unique_ptr<Links> links{};
};

} // namespace afoot::test
