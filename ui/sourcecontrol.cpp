#include "ui/sourcecontrol.h"

#include "ui/pages/sourcebar.h"

#include <QMenu>

#include <algorithm>

namespace afoot::ui {

using namespace std::chrono_literals;

SourceControl::SourceControl(JobModel::NowFn now, QWidget *window)
    : QObject(window)
    , m_now(std::move(now))
    , m_window(window)
    , m_bar(new SourceBar(window))
    , m_confirm(askPerson)
{
    m_second.setInterval(1s);
    m_second.setTimerType(Qt::CoarseTimer);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (m_details)
            Q_EMIT detailsRequested(m_details->name());
        else
            m_second.stop();
    });
    serve(*m_bar);
}

void SourceControl::serve(const SourceBar &bar)
{
    connect(&bar, &SourceBar::retryRequested, this, &SourceControl::retryRequested);
    connect(&bar, &SourceBar::pauseRequested, this, &SourceControl::pauseRequested);
    connect(&bar, &SourceBar::detailsRequested, this, &SourceControl::openDetails);
    connect(&bar, &SourceBar::editRequested, this, &SourceControl::edit);
    connect(&bar, &SourceBar::removeRequested, this, &SourceControl::remove);
}

const SourceState *SourceControl::find(const QString &name) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const SourceState &source) { return source.name == name; });
    return found == m_sources.end() ? nullptr : &*found;
}

void SourceControl::look(const QString &name)
{
    m_looked = name;
    showBar();
}

void SourceControl::setSources(const QList<SourceState> &sources)
{
    m_sources = sources;
    showBar();
}

void SourceControl::showBar()
{
    const SourceState *source = find(m_looked);
    if (source != nullptr && source->isRemote)
        m_bar->show(*source, m_now());
    else
        m_bar->hide();
}

void SourceControl::fillMenu(QMenu &menu, const QString &name)
{
    using Link = SourceState::Link;
    const SourceState *source = find(name);
    if (source == nullptr || !source->isRemote)
        return;
    const bool isDone = source->link == Link::Over && !source->pollEvery;
    if (source->link != Link::Connected && source->link != Link::Paused && !isDone)
        menu.addAction(tr("Retry now"), this, [this, name] { Q_EMIT retryRequested(name); });
    const bool paused = source->link == Link::Paused;
    menu.addAction(paused ? tr("Resume") : tr("Pause"), this,
                   [this, name, paused] { Q_EMIT pauseRequested(name, !paused); });
    menu.addAction(tr("Edit …"), this, [this, name] { edit(name); });
    menu.addAction(tr("Details"), this, [this, name] { openDetails(name); });
    menu.addSeparator();
    menu.addAction(tr("Remove …"), this, [this, name] { remove(name); });
}

void SourceControl::openDetails(const QString &name)
{
    if (m_details && m_details->name() != name) {
        m_details->deleteLater();
        m_details = nullptr;
    }
    if (!m_details) {
        m_details = new SourceDetailsDialog(name, m_window);
        m_details->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_details->raise();
    m_second.start();
    Q_EMIT detailsRequested(name);
}

void SourceControl::showDetails(const SourceDetails &details)
{
    const SourceState *source = find(details.name);
    if (m_details && source != nullptr && m_details->name() == details.name)
        m_details->show(*source, details, m_now());
}

void SourceControl::remove(const QString &name)
{
    if (m_confirm(m_window, {.title = tr("Remove the source “%1”?").arg(name),
                             .text = tr("Its jobs leave the list and go on where they run. What "
                                        "ended of them stays in the history."),
                             .yes = tr("Remove"),
                             .no = tr("Keep it")}))
        Q_EMIT removeRequested(name);
}

void SourceControl::add()
{
    openDialog({});
}

void SourceControl::suggest(const QString &url)
{
    const bool isOpen = !m_adding.isNull();
    openDialog({});
    if (!isOpen && !url.isEmpty())
        m_adding->suggest(url);
}

void SourceControl::edit(const QString &name)
{
    if (const SourceState *source = find(name))
        openDialog(*source);
}

void SourceControl::openDialog(const std::optional<SourceState> &changed)
{
    if (m_adding) {
        m_adding->raise();
        m_adding->activateWindow();
        return;
    }
    m_adding = new AddSourceDialog(m_now, m_dialects, m_window, changed);
    m_adding->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_adding, &AddSourceDialog::previewRequested, this, &SourceControl::previewRequested);
    connect(m_adding, &AddSourceDialog::previewEnded, this, &SourceControl::previewEnded);
    connect(m_adding, &AddSourceDialog::keepRequested, this, &SourceControl::keepRequested);
    m_adding->open();
}

void SourceControl::showFinding(const SourceFinding &finding)
{
    if (m_adding)
        m_adding->showFinding(finding);
}

void SourceControl::showPreview(const Delta &delta)
{
    if (m_adding)
        m_adding->showJobs(delta);
}

void SourceControl::kept(const QString & /*name*/)
{
    if (m_adding)
        m_adding->accept();
}

void SourceControl::refused(const QString &why)
{
    if (m_adding)
        m_adding->refuse(why);
}

} // namespace afoot::ui
