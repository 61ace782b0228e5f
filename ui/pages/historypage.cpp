#include "ui/pages/historypage.h"

#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/pages/durationplot.h"
#include "ui/pages/pagenote.h"
#include "ui/pages/runtext.h"
#include "ui/pages/runview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace afoot::ui {

using namespace std::chrono_literals;

namespace {

constexpr int sideBySide = 880;
constexpr int leastForPlot = 560; ///< so high a page has room for a plot above the list
/// An end that nobody waits for is on disk a second or so after it was heard of.
constexpr auto untilKept = 1500ms;

} // namespace

HistoryPage::HistoryPage(JobModel::NowFn now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_confirm(askPerson)
    , m_model(new RunModel(m_now, this))
    , m_head(new HistoryHead(this))
    , m_plot(new DurationPlot(m_now, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new RunView(*m_model, m_now, m_pages))
    , m_note(new PageNote(m_pages))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_detail(new DetailPane(m_now, m_split))
{
    setAccessibleName(tr("History"));
    lay();
    connectParts();
    showNote();
}

void HistoryPage::lay()
{
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_note);
    auto *left = new QWidget(m_split);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_plot);
    column->addWidget(m_pages, 1);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(left);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_detail->hide();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_head);
    all->addWidget(m_split, 1);
}

void HistoryPage::connectParts()
{
    connect(m_model, &RunModel::pageWanted, this, &HistoryPage::runsWanted);
    connect(m_head, &HistoryHead::queryChanged, this, &HistoryPage::ask);
    connect(m_head, &HistoryHead::exportWanted, this,
            [this](RunFormat format) { Q_EMIT exportWanted(m_head->query(), format); });
    connect(m_head, &HistoryHead::deleteShownWanted, this, &HistoryPage::deleteShown);
    connect(m_head, &HistoryHead::deleteAllWanted, this, &HistoryPage::deleteAll);
    connect(m_head->search(), &SearchField::escaped, m_list,
            [this] { m_list->setFocus(Qt::ShortcutFocusReason); });
    connect(m_head->search(), &SearchField::leftDownwards, m_list, &RunView::enterByKey);
    connect(m_list, &RunView::runChosen, this, &HistoryPage::choose);
    connect(m_list, &RunView::deleteWanted, this, &HistoryPage::deleteRun);
    connect(m_list, &RunView::copyWanted, this, &HistoryPage::copyRun);
    connect(m_list, &RunView::menuWanted, this, [this](std::int64_t number, QPoint where) {
        choose(number);
        QMenu menu(this);
        m_detail->fillMenu(menu, jobOf(number));
        menu.exec(where);
    });
    connect(m_plot, &DurationPlot::runChosen, this, [this](std::int64_t number) {
        choose(number);
        m_list->choose(number);
    });
    connect(m_note, &PageNote::actionWanted, this, [this] {
        if (m_trouble.isEmpty())
            m_head->clearFilters();
        else
            ask();
    });
    m_detail->setMenuEnd([this](QMenu &menu) { fillMenu(menu); });
    connect(m_detail, &DetailPane::urlRequested, this, &HistoryPage::urlRequested);
    connect(m_detail, &DetailPane::closeRequested, this, [this] {
        letGo();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(untilKept);
    connect(&m_soon, &QTimer::timeout, this, &HistoryPage::askNewer);
}

/// Hands it on; a focus proxy would come first in the order of Tab.
void HistoryPage::focusInEvent(QFocusEvent *event)
{
    QWidget *first = m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_head->search();
    first->setFocus(event->reason());
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model->isAnswered() && !m_model->isAsking())
        ask();
    else if (std::exchange(m_isMissed, false))
        askNewer();
    arrange();
}

void HistoryPage::askNewer()
{
    m_isAllOld = true;
    m_model->refresh();
}

void HistoryPage::noteEnd()
{
    if (!isVisible())
        m_isMissed = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void HistoryPage::askAgain()
{
    m_isAllOld = true;
    if (isVisible())
        ask();
    else if (m_model->isAnswered())
        m_isMissed = true;
}

void HistoryPage::chooseKind(const QString &kind)
{
    m_head->chooseKind(kind);
}

void HistoryPage::ask()
{
    m_matching.reset();
    m_model->ask(m_head->query());
}

void HistoryPage::askCounts()
{
    const RunQuery query = m_head->query();
    if (!m_all || m_isAllOld)
        Q_EMIT countsWanted({});
    else if (isForAll(query))
        showCounts({}, RunCounts(*m_all));
    if (!isForAll(query))
        Q_EMIT countsWanted(query);
}

void HistoryPage::showRuns(const RunQuery &asked, const RunPage &page)
{
    const bool isMore = !asked.after.empty();
    m_model->take(asked, page);
    if (m_model->isAsking() && !isMore)
        return; // something else is wanted by now
    m_trouble.clear();
    showNote();
    if (!isMore)
        askCounts();
}

void HistoryPage::showTrouble(const RunQuery &asked, const QString &why)
{
    if (!m_model->fail(asked))
        return;
    m_trouble = why;
    showNote();
}

void HistoryPage::showCounts(const RunQuery &asked, const RunCounts &counts)
{
    const RunQuery query = m_head->query();
    if (isForAll(asked)) {
        m_all = counts;
        m_isAllOld = false;
    }
    if (asked == query)
        m_matching = counts;
    m_head->showCounts(m_all, m_matching ? std::optional(m_matching->runs) : std::nullopt);
    showNote();
    if (asked == query)
        askKind();
}

/// The kind that is chosen, or the one that most of what is shown is of.
void HistoryPage::askKind()
{
    std::string chosen = m_head->query().kind;
    if (chosen.empty() && !m_matching->kinds.empty())
        chosen = m_matching->kinds.front().first;
    const QString kind = text::of(chosen);
    if (kind != m_plotKind || kind.isEmpty()) {
        m_plotRuns.clear();
        m_plot->show(kind, {});
    }
    m_plotKind = kind;
    arrange();
    if (!kind.isEmpty())
        Q_EMIT kindWanted(kind);
}

void HistoryPage::showKind(const QString &kind, const std::vector<EndedRun> &runs)
{
    if (kind != m_plotKind)
        return;
    m_plotRuns = runs;
    m_plot->show(kind, timed(runs, plotted));
    arrange();
}

QString HistoryPage::note() const
{
    return m_pages->currentWidget() == m_note ? m_note->title() : QString();
}

void HistoryPage::showNote()
{
    const bool isFiltered = !isForAll(m_head->query());
    if (!m_trouble.isEmpty())
        m_note->say(Icon::Stale, Tone::Warn, tr("The history cannot be read"), m_trouble,
                    tr("Try again"));
    else if (!m_model->isAnswered())
        m_note->say(Icon::Clock, Tone::Idle, tr("Looking …"), {});
    else if (isFiltered && (!m_all || m_all->runs > 0))
        m_note->say(Icon::Search, Tone::Idle, tr("No run matches"),
                    tr("The history has others, which the filter hides."), tr("Clear filter"));
    else
        m_note->say(Icon::Clock, Tone::Idle, tr("Nothing has ended yet"),
                    tr("What ends is kept here, with its log, until you delete it."));
    const bool isEmpty = !m_trouble.isEmpty() || m_model->rowCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_note) : m_list);
}

JobPtr HistoryPage::jobOf(std::int64_t number) const
{
    if (const int row = m_model->rowOf(number); row >= 0)
        return m_model->runAt(row).job;
    const auto known = std::find_if(m_plotRuns.begin(), m_plotRuns.end(),
                                    [&](const EndedRun &run) { return run.number == number; });
    return known == m_plotRuns.end() ? nullptr : shown(*known).job;
}

void HistoryPage::choose(const std::optional<std::int64_t> &number)
{
    const JobPtr job = number ? jobOf(*number) : nullptr;
    if (!job) {
        m_chosen.reset();
        m_plot->mark({});
        m_detail->hide();
        m_detail->clear();
        arrange();
        return;
    }
    if (m_chosen && m_chosen->number == *number)
        return;
    m_chosen = ShownRun{*number, job};
    m_plot->mark(number);
    m_detail->clear(); // another run of the same job has another log
    m_detail->show(job, false);
    m_detail->log()->setPlaceholder(tr("No log of it is kept."));
    m_detail->setVisible(true);
    arrange();
    Q_EMIT logWanted(*number);
}

void HistoryPage::letGo()
{
    m_list->letGo();
    choose({});
}

void HistoryPage::showLog(qint64 run, const std::vector<LogLine> &lines, quint64 dropped)
{
    if (m_chosen && m_chosen->number == run)
        m_detail->log()->add(lines, dropped, true);
}

void HistoryPage::forget(const RunQuery &query)
{
    const bool isOne = !query.numbers.empty();
    for (const std::int64_t number : query.numbers)
        m_model->remove(number);
    const bool isChosenGone = m_chosen && (!isOne || m_model->rowOf(m_chosen->number) < 0);
    if (isChosenGone)
        letGo();
    m_plotKind.clear(); // it may lack some now
    m_isAllOld = true;
    if (isOne) {
        showNote();
        askCounts();
    } else {
        ask();
    }
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HistoryPage::arrange()
{
    const bool beside = width() >= sideBySide;
    const bool isOpen = !m_detail->isHidden();
    const auto wanted = beside ? Qt::Horizontal : Qt::Vertical;
    const bool turned = m_split->orientation() != wanted;
    if (turned)
        m_split->setOrientation(wanted);
    m_detail->setWide(!beside);
    const int room = beside ? m_split->width() : m_split->height();
    const int detail = m_split->sizes().value(1);
    if (isOpen && (turned || detail == 0 || detail > room - 200))
        m_split->setSizes(beside ? QList{room - 400, 400}
                                 : QList{room * 45 / 100, room * 55 / 100});
    // a list of two rows under a plot would be worth less than the plot
    const bool hasRoom = height() >= (beside || !isOpen ? leastForPlot : leastForPlot + 300);
    m_plot->setVisible(hasRoom && m_plot->runs().size() > 1);
}

} // namespace afoot::ui
