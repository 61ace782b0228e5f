#include "ui/presence/focuswindows.h"

#include <algorithm>

namespace afoot::ui {

FocusWindows::FocusWindows(const JobModel &model, FocusOptions options, QObject *parent)
    : QObject(parent), m_model(model), m_options(std::move(options))
{
}

FocusWindows::~FocusWindows()
{
    for (const auto &[key, window] : m_windows)
        delete window;
}

FocusWindow *FocusWindows::window(const JobKey &key) const
{
    const auto it = m_windows.find(key);
    return it == m_windows.end() ? nullptr : it->second;
}

std::optional<JobKey> FocusWindows::inView() const
{
    for (const auto &[key, window] : m_windows) {
        if (window->isVisible() && window->isActiveWindow())
            return key;
    }
    return {};
}

FocusWindow *FocusWindows::add(const JobPtr &job)
{
    auto *window = new FocusWindow(job, m_options);
    m_windows.emplace(job->key, window);
    window->setJob(job, m_model.isAway(*job), m_model.isPaused(*job));
    window->resize(m_size);
    connect(window, &FocusWindow::askRequested, this, &FocusWindows::askRequested);
    connect(window, &FocusWindow::jobWanted, this, &FocusWindows::jobWanted);
    connect(window, &FocusWindow::urlRequested, this, &FocusWindows::urlRequested);
    connect(window, &FocusWindow::seen, this, &FocusWindows::seenRequested);
    connect(window, &FocusWindow::closed, this, [this, window](const JobKey &key) {
        m_size = window->size();
        m_windows.erase(key);
        window->deleteLater();
    });
    return window;
}

void FocusWindows::open(const JobKey &key)
{
    FocusWindow *there = window(key);
    if (!there) {
        const JobPtr job = m_model.job(key);
        if (!job)
            return;
        there = add(job);
    }
    if (there->isMinimized())
        there->setWindowState(there->windowState() & ~Qt::WindowMinimized);
    // one that came by itself may be shown again by the person
    there->setAttribute(Qt::WA_ShowWithoutActivating, false);
    there->show();
    there->raise();
    there->activateWindow();
}

/// Begun just now, by somebody who is heard: not one that ran before anybody watched.
bool FocusWindows::hasBegun(const Transition &change) const
{
    using namespace std::chrono_literals;
    const bool rests = !change.before || *change.before == State::Queued || isFinal(*change.before);
    if (change.job->state != State::Running || !rests)
        return false;
    const WallTime begun = change.job->startedAt.value_or(change.job->createdAt);
    return m_options.now() - begun < 60s;
}

std::ptrdiff_t FocusWindows::openByRule() const
{
    return std::count_if(m_windows.begin(), m_windows.end(), [](const auto &entry) {
        return entry.second->testAttribute(Qt::WA_ShowWithoutActivating);
    });
}

void FocusWindows::take(const Delta &delta)
{
    for (const auto &[key, window] : std::map(m_windows)) {
        if (const JobPtr job = m_model.job(key))
            window->setJob(job, m_model.isAway(*job), m_model.isPaused(*job));
        else
            window->close(); // it was taken off the list
    }
    if (m_kinds.isEmpty() || delta.reset)
        return;
    for (const Transition &change : delta.transitions) {
        if (!hasBegun(change) || !m_kinds.contains(text::of(change.job->kind)) ||
            m_windows.contains(change.job->key) || openByRule() >= mostByRule)
            continue;
        const JobPtr job = m_model.job(change.job->key);
        if (!job || isFinal(job->state))
            continue; // over before it could be looked at
        FocusWindow *window = add(job);
        window->setAttribute(Qt::WA_ShowWithoutActivating);
        window->show();
    }
}

void FocusWindows::refresh()
{
    for (const auto &[key, window] : m_windows) {
        const JobPtr &job = window->job();
        window->setJob(job, m_model.isAway(*job), m_model.isPaused(*job));
    }
}

void FocusWindows::setAnimated(bool animated)
{
    m_options.animated = animated;
    for (const auto &[key, window] : m_windows)
        window->setAnimated(animated);
}

void FocusWindows::setSize(const QSize &size)
{
    m_size = size.expandedTo(FocusWindow::least).boundedTo({2000, 1500});
}

} // namespace afoot::ui
