// Where the window's jobs come from: the tracker, and the remote ones that this person follows.
#include "app/desktop/desktop.h"
#include "app/desktop/sourceconfig.h"
#include "ui/pages/settingspage.h"
#include "ui/sourcecontrol.h"

#include <QDBusConnection>
#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;

void Desktop::connectSource()
{
    JobSource *source = m_source.get();
    connect(source, &JobSource::ready, &m_frames, &FrameClock::request);
    connect(&m_frames, &FrameClock::frame, source, &JobSource::take);
    connect(source, &JobSource::taken, &m_window, &ui::MainWindow::apply);
    connect(source, &JobSource::taken, this, &Desktop::passAsks);
    connect(source, &JobSource::taken, m_historyPage, [page = m_historyPage](const Delta &delta) {
        if (std::any_of(delta.transitions.begin(), delta.transitions.end(),
                        [](const Transition &change) { return isFinal(change.job->state); }))
            page->noteEnd();
    });
    connect(source, &JobSource::logRead, &m_window, [this](const JobKey &key, const LogView &view) {
        m_window.showLog(key, view.lines, view.dropped, true);
    });
    connect(source, &JobSource::refused, this, &Desktop::say);
    connect(source, &JobSource::linkChanged, this, &Desktop::onLink);
    source->start();
    m_report.start(); // it may be another tracker than before
}

void Desktop::onLink(const JobSource::Link &link)
{
    using Shown = ui::SourceState::Link;
    if (!link.good && m_embedded != nullptr)
        return; // the last word of a source that we followed before
    if (link.good && m_jobViews)
        m_jobViews->sayAll(); // it may be another tracker than before
    if (link.good)
        m_historyPage->askAgain(); // it may be another tracker than before
    if (link.good)
        m_takeOver.stop();
    else if (!m_takeOver.isActive())
        m_takeOver.start();
    m_window.setListening(link.good ? link.listeningOn : ui::Listening{tr("The tracker is away")},
                          link.good);
    ui::SourceState &state = m_here = {.name = u"local"_s};
    if (!link.good) {
        state.link = Shown::Reconnecting;
        state.since = link.away;
        if (link.retryInMs)
            state.nextAttempt = m_clock.now() + Millis(*link.retryInMs);
        state.reason = tr("The tracker of this computer does not answer.");
    }
    showSources();
}

void Desktop::showSources()
{
    m_window.setSources(QList{m_here} + m_elsewhere);
    m_settingsPage->setSources(m_elsewhere);
}

/// The tracker hears how they are, so that it can tell other programs.
void Desktop::reportSources()
{
    if (m_source)
        m_source->reportSources(infosOf(m_elsewhere));
}

/// The remote trackers of this person; what is learned of them goes to the tracker that the window shows.
void Desktop::followRemote()
{
    m_remote = std::make_unique<RemoteSources>(
        m_paths, m_clock, [this](std::vector<Update> updates) { applyRemote(std::move(updates)); });
    connect(m_remote.get(), &RemoteSources::changed, this,
            [this](const QList<ui::SourceState> &states) {
                m_elsewhere = states;
                showSources();
                if (!m_report.isActive())
                    m_report.start();
            });
    connect(m_remote.get(), &RemoteSources::said, this, &Desktop::say);
    connect(m_remote.get(), &RemoteSources::removed, this, &Desktop::dropSource);
    connectControl(m_window.sources());
    m_remote->start();
}

/// The machine woke up, or its network is another: connections that look well may be dead, and time has passed that
/// nobody noticed.
void Desktop::wakeUp()
{
    if (m_remote)
        m_remote->wokeUp();
    if (m_engine)
        m_engine->post([](Tracker &) {}); // looks at the clock
}

/// What the person does about sources goes to the links, and what comes of it back.
void Desktop::connectControl(ui::SourceControl &control)
{
    using ui::SourceControl;
    RemoteSources *remote = m_remote.get();
    connect(&control, &SourceControl::previewRequested, remote, &RemoteSources::preview);
    connect(&control, &SourceControl::previewEnded, remote, &RemoteSources::endPreview);
    connect(&control, &SourceControl::keepRequested, remote,
            [remote](const ui::SourceDraft &draft) {
                if (draft.of.isEmpty())
                    remote->add(draft);
                else
                    remote->change(draft);
            });
    connect(&control, &SourceControl::pauseRequested, remote, &RemoteSources::setPaused);
    connect(&control, &SourceControl::removeRequested, remote, &RemoteSources::remove);
    connect(&control, &SourceControl::detailsRequested, remote, &RemoteSources::look);
    connect(remote, &RemoteSources::found, &control, &SourceControl::showFinding);
    connect(remote, &RemoteSources::previewChanged, &control, &SourceControl::showPreview);
    connect(remote, &RemoteSources::added, &control, &SourceControl::kept);
    connect(remote, &RemoteSources::edited, &control, &SourceControl::kept);
    connect(remote, &RemoteSources::refused, &control, &SourceControl::refused);
    connect(remote, &RemoteSources::details, &control, &SourceControl::showDetails);
    connect(remote, &RemoteSources::dialects, &control, &SourceControl::setDialects);
}

/// The person follows it no more: its jobs leave the list, and what ended of them stays in the history.
void Desktop::dropSource(const QString &name)
{
    const std::string source = name.toStdString();
    if (m_embedded != nullptr && m_engine) {
        m_engine->post([source](Tracker &tracker) { tracker.dropSource(source); });
        return;
    }
    std::vector<Update> leave;
    m_window.model().forEach([&](const JobPtr &job) {
        if (job->key.source == source)
            leave.push_back({.op = Update::Op::Leave, .key = job->key});
    });
    applyRemote(std::move(leave));
}

/// The jobs of this desktop's applications, and ours where the desktop shows jobs itself.
void Desktop::connectJobViews()
{
    m_jobViews = std::make_unique<JobViews>(QDBusConnection::sessionBus(), m_busThread,
                                            QGuiApplication::desktopFileName(), m_clock,
                                            [this](std::vector<Update> updates) {
                                                if (m_source)
                                                    m_source->report(std::move(updates));
                                            });
    connect(m_jobViews.get(), &JobViews::asked, this, [this](const JobKey &key, Ask ask) {
        if (m_source)
            m_source->send({.op = Update::Op::Ask, .key = key, .ask = ask});
    });
    m_jobViews->setOptions({.view = m_chosen.viewDesktopJobs, .report = m_chosen.reportToDesktop});
}

/// What anyone asked of a job that runs elsewhere, in the window or on the command line, goes there once.
void Desktop::passAsks(const Delta &delta)
{
    for (const Change &change : delta.changes) {
        if (!change.job || !change.job->asked || change.job->acknowledged) {
            m_passed.erase(change.key);
            continue;
        }
        const Ask ask = *change.job->asked;
        const auto [known, isNew] = m_passed.try_emplace(change.key, ask);
        if (!isNew && std::exchange(known->second, ask) == ask)
            continue;
        if (m_remote)
            m_remote->ask(change.key, ask);
        if (m_jobViews)
            m_jobViews->ask(change.key, ask);
    }
    if (m_jobViews)
        m_jobViews->show(delta);
}

void Desktop::applyRemote(std::vector<Update> updates)
{
    if (m_embedded != nullptr && m_engine) {
        m_engine->post([updates = std::move(updates)](Tracker &tracker) mutable {
            for (Update &update : updates)
                (void)tracker.put(std::move(update)); // what has ended takes no more
        });
        return;
    }
    if (!m_source)
        return;
    for (const Update &update : updates) {
        const JobPtr job =
            update.op == Update::Op::Leave ? m_window.model().job(update.key) : nullptr;
        if (job &&
            !isFinal(job->state)) { // another program's tracker lets go of what has ended only
            Update lost{.key = update.key, .state = State::Lost};
            lost.error = tr("It is followed no more.").toStdString();
            m_source->send(lost);
        }
        m_source->send(update);
    }
}

} // namespace afoot
