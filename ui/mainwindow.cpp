#include "ui/mainwindow.h"

#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/frame.h"
#include "ui/jobs/jobview.h"
#include "ui/pages/emptypage.h"
#include "ui/pages/sourcebar.h"
#include "ui/presence/compactstrip.h"
#include "ui/presence/focuswindows.h"
#include "ui/presence/toasts.h"
#include "ui/sidebar.h"
#include "ui/sourcecontrol.h"
#include "ui/summary.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int sideBySide = 1100;
constexpr std::size_t crowd =
    200; ///< so many jobs that change in one frame are not counted in each

} // namespace

MainWindow::MainWindow(const UiOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_model(new JobModel(options.now, this))
    , m_side(new SideBar)
    , m_header(new Header)
    , m_banner(new Banner)
    , m_places(new QStackedWidget)
    , m_split(new QSplitter(Qt::Horizontal))
    , m_pages(new QStackedWidget)
    , m_list(new JobView(*m_model, options.now, options.animated))
    , m_empty(new EmptyPage(options.curl))
    , m_detail(new DetailPane(options.now))
    , m_status(new StatusLine)
    , m_control(new SourceControl(options.now, this))
    , m_focused(std::make_unique<FocusWindows>(
          *m_model, FocusOptions{.now = options.now, .animated = options.animated}))
    , m_strip(std::make_unique<CompactStrip>(*m_model, options.now))
    , m_wantsToasts(options.toasts)
{
    Q_ASSERT(options.now);
    setWindowTitle(tr("Afoot"));
    setWindowIcon(markIcon());
    setMinimumSize(560, 420);
    resize(1200, 760);

    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_pages);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_detail->hide();
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        (m_split->orientation() == Qt::Horizontal ? m_beside : m_below) = m_split->sizes();
    });

    auto *centre = new QWidget(this);
    auto *across = new QHBoxLayout(centre);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_side);
    auto *jobs = new QWidget(m_places);
    m_jobs = new QVBoxLayout(jobs);
    m_jobs->setContentsMargins(0, 0, 0, 0);
    m_jobs->setSpacing(0);
    m_jobs->addWidget(m_header);
    m_jobs->addWidget(m_banner);
    m_jobs->addWidget(m_control->bar());
    m_jobs->addWidget(m_split, 1);
    m_places->addWidget(jobs);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_places, 1);
    column->addWidget(m_status);
    across->addLayout(column, 1);
    setCentralWidget(centre);
    m_toasts = new ToastStack(centre, 32 + 13);

    m_counted.setSingleShot(true);
    m_counted.setInterval(250ms);
    connect(&m_counted, &QTimer::timeout, this, [this] {
        m_isCrowded = false;
        showCounts();
        showSourceCounts();
    });
    m_second.setInterval(1s);
    m_second.setTimerType(Qt::CoarseTimer);
    connect(&m_second, &QTimer::timeout, this, &MainWindow::everySecond);
    connectParts();
    connectSources();
    connectPlaces();
    connectWindows();
    connectHistory();
    addShortcuts();
    setFilter({});
    m_side->showCounts(*m_model);
    showSummary();
    showPage();
    m_empty->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::apply(const Delta &delta)
{
    if (m_rev == 0 || delta.reset)
        m_revLastSecond = delta.rev;
    m_rev = std::max(m_rev, delta.rev);
    const std::vector<JobPtr> declined = newlyDeclined(delta);
    m_isCrowded = !delta.reset && delta.changes.size() > crowd;
    m_model->apply(delta);
    m_rates.apply(delta, m_options.now());
    m_focused->take(delta);
    if (delta.reset)
        chooseAgain();
    if (delta.reset || !delta.changes.empty())
        showSourceCounts();
    if (m_chosen)
        showDetail();
    for (const LogChunk &chunk : delta.logs)
        showLog(chunk.key, chunk.lines, chunk.dropped, false);
    showNews(delta);
    for (const JobPtr &job : declined)
        tell(newsOfDeclined(*job));
    keepTime();
}

void MainWindow::showLog(const JobKey &key, const std::vector<LogLine> &lines, quint64 dropped,
                         bool replace)
{
    if (m_chosen == key)
        m_detail->log()->add(lines, dropped, replace);
}

void MainWindow::choose(const std::optional<JobKey> &key)
{
    if (key == m_chosen) {
        showDetail();
        return;
    }
    if (m_chosen)
        Q_EMIT logUnwanted(*m_chosen);
    m_chosen = key;
    showDetail();
    if (m_chosen)
        Q_EMIT logWanted(*m_chosen);
}

void MainWindow::letGo()
{
    choose({});
    m_list->deselect();
}

void MainWindow::showDetail()
{
    const JobPtr job = m_chosen ? m_model->job(*m_chosen) : nullptr;
    if (!job) {
        if (m_chosen)
            Q_EMIT logUnwanted(*m_chosen);
        m_chosen.reset();
        m_detail->hide();
        m_detail->clear();
        return;
    }
    m_detail->show(job, m_model->isAway(*job), m_model->isPaused(*job));
    if (m_detail->isHidden()) {
        m_detail->setVisible(true);
        arrange();
    }
    noteSeen();
}

void MainWindow::noteSeen()
{
    const JobPtr job = m_chosen ? m_model->job(*m_chosen) : nullptr;
    if (!job || !isFinal(job->state) || job->seen || !isActiveWindow()) {
        if (job && !isFinal(job->state))
            m_seenAsked.reset();
        return;
    }
    if (m_seenAsked == job->key)
        return;
    m_seenAsked = job->key;
    Q_EMIT seenRequested(job->key);
}

void MainWindow::selectJob(const JobKey &key)
{
    if (!m_model->job(key))
        return;
    showJobs();
    if (m_model->rowOf(key) < 0 && !m_model->reveal(key)) {
        // hidden by the filter: whoever asks for a job wants to see it
        m_header->filter()->clear();
        m_side->choose(Group::All);
        setFilter({});
        m_model->reveal(key);
    }
    m_list->select(key);
    choose(key);
}

void MainWindow::setFilter(const JobFilter &filter)
{
    m_model->setFilter(filter);
    m_control->look(filter.source ? text::of(*filter.source) : QString());
    m_header->setTitle(filter.source                ? sourceName(text::of(*filter.source))
                       : filter.group == Group::All ? tr("Jobs")
                                                    : nameOf(filter.group));
    showSummary();
    showPage();
}

void MainWindow::showPage()
{
    const bool empty = m_model->rowCount() == 0;
    if (empty) {
        const WallTime now = m_options.now();
        const bool away = !m_sources.isEmpty() && std::all_of(m_sources.begin(), m_sources.end(),
                                                              [&](const SourceState &source) {
                                                                  return isAway(source, now);
                                                              });
        const JobFilter &filter = m_model->filter();
        const bool hasNone = filter.source && !m_model->sources().contains(*filter.source);
        m_empty->setWhy(hasNone                ? EmptyPage::Why::NoneThere
                        : m_model->total() > 0 ? EmptyPage::Why::NoMatch
                        : away                 ? EmptyPage::Why::Away
                                               : EmptyPage::Why::NoJobs);
    }
    QWidget *page = empty ? static_cast<QWidget *>(m_empty) : m_list;
    if (page == m_pages->currentWidget())
        return;
    m_pages->setCurrentWidget(page);
    // whoever types into the filter goes on typing
    if (!m_header->filter()->hasFocus())
        page->setFocus(Qt::OtherFocusReason);
}

/// What the side bar and the header say in numbers. Where many jobs change at once they can be read only when they
/// stand for a moment.
void MainWindow::showCounts()
{
    if (m_isCrowded && m_counted.isActive())
        return;
    if (m_isCrowded)
        m_counted.start();
    m_side->showCounts(*m_model);
    const std::array now{m_model->count(State::Running), m_model->count(Group::NeedsYou),
                         m_model->count(Group::Queued)};
    if (now != m_summed)
        showSummary();
    m_header->setClearable(m_model->count(Group::Finished) > 0);
}

void MainWindow::showSummary()
{
    m_summed = {m_model->count(State::Running), m_model->count(Group::NeedsYou),
                m_model->count(Group::Queued)};
    m_header->setSummary(summaryOf(*m_model, m_model->filter().source, QLocale()));
}

void MainWindow::everySecond()
{
    const std::uint64_t updates = m_rev - std::min(m_rev, m_revLastSecond);
    m_revLastSecond = m_rev;
    m_status->setTraffic(updates == 0 ? QString()
                                      : (updates == 1 ? tr("%1 update/s", nullptr, 1)
                                                      : tr("%1 updates/s", nullptr, int(updates)))
                                            .arg(QLocale().toString(qulonglong(updates))));
    showSummary();
    if (!m_sources.isEmpty())
        showAway();
    if (updates == 0)
        keepTime();
}

void MainWindow::keepTime()
{
    bool wanted = m_rev != m_revLastSecond || m_model->count(State::Running) > 0;
    for (const SourceState &source : m_sources)
        wanted = wanted || source.link == SourceState::Link::Reconnecting || source.nextAttempt;
    wanted = wanted && isVisible() && !isMinimized();
    if (wanted && !m_second.isActive())
        m_second.start();
    else if (!wanted)
        m_second.stop();
}

void MainWindow::setListening(const Listening &listening, bool good)
{
    m_status->setListening(listening, good);
}

void MainWindow::setCurl(const QString &curl)
{
    m_empty->setCurl(curl);
}

void MainWindow::setAnimated(bool animated)
{
    m_options.animated = animated;
    m_list->setAnimated(animated);
    m_focused->setAnimated(animated);
}

void MainWindow::raiseWindow()
{
    leaveStrip();
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    Q_EMIT raised();
}

void MainWindow::arrange()
{
    const bool beside = width() >= sideBySide;
    const auto wanted = beside ? Qt::Horizontal : Qt::Vertical;
    const bool turned = m_split->orientation() != wanted;
    if (turned)
        m_split->setOrientation(wanted);
    m_detail->setWide(!beside);
    const int room = beside ? m_split->width() : m_split->height();
    const int detail = m_split->sizes().value(1);
    if (m_detail->isVisible() && (turned || detail == 0 || detail > room - 200))
        m_split->setSizes(beside ? m_beside.value(1) > 0 ? m_beside : QList{room - 400, 400}
                          : m_below.value(1) > 0 ? m_below
                                                 : QList{room * 45 / 100, room * 55 / 100});
    m_side->setVisible(width() >= 720);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

} // namespace afoot::ui
