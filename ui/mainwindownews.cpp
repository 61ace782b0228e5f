// What the window tells of by a toast, and others by a notification.
#include "ui/detail/detailpane.h"
#include "ui/mainwindow.h"
#include "ui/presence/focuswindows.h"
#include "ui/presence/rules.h"
#include "ui/presence/toasts.h"

#include <algorithm>

namespace afoot::ui {

/// Those that say no to something, who had not when the model heard of them last.
std::vector<JobPtr> MainWindow::newlyDeclined(const Delta &delta) const
{
    std::vector<JobPtr> jobs;
    for (const Change &change : delta.changes) {
        if (delta.reset || !change.job || !change.job->declined)
            continue;
        const JobPtr before = m_model->job(change.key);
        if (before && before->declined != change.job->declined)
            jobs.push_back(change.job);
    }
    return jobs;
}

void MainWindow::showNews(const Delta &delta)
{
    for (const Transition &change : delta.transitions) {
        if (change.job && change.before == State::NeedsInput)
            m_toasts->withdraw(change.job->key); // it was answered
        const auto news = newsOf(change, delta.reset, QLocale());
        if (news && !isOld(change, m_options.now()))
            tell(*news);
    }
}

bool MainWindow::isHere() const
{
    return isVisible() && isActiveWindow() && !isMinimized();
}

std::optional<JobKey> MainWindow::inView() const
{
    if (const auto job = m_focused->inView())
        return job;
    return isHere() && m_detail->isVisible() ? m_chosen : std::nullopt;
}

void MainWindow::tell(const News &news)
{
    const Attention attention{.atWindow = isHere(), .inView = inView() == news.job};
    if (m_wantsToasts && channelOf(news, m_rules, attention) == Channel::Toast)
        m_toasts->show(news);
    Q_EMIT newsReady(news, attention.atWindow);
}

/// Who looks at the window reads of it in the banner: only that a source is back is a toast there.
void MainWindow::tellOfSources(WallTime now)
{
    using Link = SourceState::Link;
    const bool here = isHere();
    for (const SourceState &source : m_sources) {
        const auto told = m_toldAway.find(source.name);
        if (isAway(source, now)) {
            const bool isNew = told == m_toldAway.end();
            m_toldAway.insert_or_assign(source.name, source);
            if (isNew)
                Q_EMIT newsReady(newsOfSource(source, false, now, QLocale()), here);
        } else if (told != m_toldAway.end() &&
                   (source.link == Link::Connected || source.link == Link::Polling ||
                    source.link == Link::Over)) {
            const News news = newsOfSource(told->second, true, now, QLocale());
            m_toldAway.erase(told);
            if (m_wantsToasts && channelOf(news, m_rules, {.atWindow = here}) == Channel::Toast)
                m_toasts->show(news);
            Q_EMIT newsReady(news, here);
        }
    }
    std::erase_if(m_toldAway, [&](const auto &told) {
        return std::none_of(m_sources.begin(), m_sources.end(), [&](const SourceState &source) {
            return source.name == told.first && source.link != Link::Paused;
        });
    });
}

} // namespace afoot::ui
