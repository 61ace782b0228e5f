// What the window says of the sources of its jobs.
#include "ui/detail/detailpane.h"
#include "ui/frame.h"
#include "ui/mainwindow.h"
#include "ui/pages/sourcebar.h"
#include "ui/presence/focuswindows.h"
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

/// The sources of jobs, and how many jobs each has.
void MainWindow::showSourceCounts()
{
    if (m_shownSources == m_model->sources())
        return;
    if (m_isCrowded && m_counted.isActive())
        return;
    m_shownSources = m_model->sources();
    m_side->setSources(m_sources, m_shownSources, m_options.now());
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
    m_rates.setAway(away, now);
    m_focused->refresh();
    m_banner->setText(awayText(m_sources, m_model->staleCount(), now));
    showPage();
    m_shownSources = m_model->sources();
    m_side->setSources(m_sources, m_shownSources, now);
    m_control->setSources(m_sources);
    if (m_chosen)
        showDetail();
}

} // namespace afoot::ui
