// What the window says of the sources of its jobs.
#include "ui/detail/detailpane.h"
#include "ui/frame.h"
#include "ui/mainwindow.h"
#include "ui/pages/sourcebar.h"
#include "ui/presence/news.h"
#include "ui/presence/toasts.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"

#include <QMenu>

#include <algorithm>

namespace afoot::ui {

void MainWindow::connectSources()
{
    connect(m_header, &Header::addSourceRequested, m_control, &SourceControl::add);
    connect(m_side, &SideBar::sourceMenuWanted, this, [this](const QString &name, QPoint where) {
        QMenu menu(this);
        m_control->fillMenu(menu, name);
        if (!menu.isEmpty())
            menu.exec(where);
    });
    connect(m_control, &SourceControl::retryRequested, this, &MainWindow::retrySourceRequested);
    connect(m_banner, &Banner::retryRequested, this, [this] {
        QList<QString> away;
        for (const SourceState &source : m_sources) {
            if (isAway(source, m_options.now()))
                away << source.name;
        }
        Q_EMIT retrySourceRequested(away.size() == 1 ? away.first() : QString());
    });
}

void MainWindow::setSources(const QList<SourceState> &sources)
{
    m_sources = sources;
    showAway();
    keepTime();
}

void MainWindow::showAway()
{
    const WallTime now = m_options.now();
    QSet<QString> away;
    QSet<QString> paused;
    for (const SourceState &source : m_sources) {
        if (source.link == SourceState::Link::Paused)
            paused << source.name;
        if (isStale(source, now))
            away << source.name;
    }
    tellOfSources(now);
    m_model->setAway(away, paused);
    int stale = 0;
    if (!away.isEmpty()) {
        m_model->forEach(
            [&](const JobPtr &job) { stale += m_model->isAway(*job) && !isFinal(job->state); });
    }
    m_banner->setText(awayText(m_sources, stale, now));
    showPage();
    m_side->setSources(m_sources, m_model->sources(), now);
    m_control->setSources(m_sources);
    if (m_chosen)
        showDetail();
}

/// Who looks at the window reads of it in the banner: only that a source is back is a toast there.
void MainWindow::tellOfSources(WallTime now)
{
    using Link = SourceState::Link;
    const bool here = isVisible() && isActiveWindow() && !isMinimized();
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
            if (here && m_wantsToasts)
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
