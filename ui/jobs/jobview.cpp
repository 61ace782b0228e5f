#include "ui/jobs/jobview.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWindow>

#include <cmath>

namespace afoot::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto framePeriod = 60ms;
constexpr double sweepMs = 1800;
constexpr auto handsOff = 1500ms;
} // namespace

JobView::JobView(JobModel &model, JobModel::NowFn now, bool animated, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new JobDelegate(model, std::move(now), font(), this))
    , m_animated(animated)
{
    setAccessibleName(tr("Jobs"));
    setModel(&model);
    setItemDelegate(m_delegate);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(headingHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(jobRowHeight);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(jobRowHeight / 2);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setMinimumWidth(300);

    m_tick.setInterval(1s);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (!isExposed() || !inSightNeeds(Need::Tick))
            m_tick.stop();
        viewport()->update();
    });
    m_move.setInterval(framePeriod);
    connect(&m_move, &QTimer::timeout, this, [this] {
        if (!m_animated || !isExposed() || !inSightNeeds(Need::Move)) {
            m_move.stop();
            return;
        }
        const auto ms =
            std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
        m_delegate->setPhase(std::fmod(double(ms.count()), sweepMs) / sweepMs);
        const auto [first, last] = rowsInSight();
        for (int row = first; row <= last; ++row) {
            if (const RowLook *look = lookIn(row); look && look->bar.kind == Bar::Kind::Busy)
                update(m_model.index(row, 0));
        }
    });
    m_release.setSingleShot(true);
    m_release.setInterval(handsOff);
    connect(&m_release, &QTimer::timeout, this, [this] { m_model.holdOrder(false); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &JobView::fitHeadings);
    connect(&model, &QAbstractItemModel::modelReset, this, &JobView::fitHeadings);
    connect(&model, &QAbstractItemModel::modelReset, this, &JobView::restoreSelection);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &JobView::restoreSelection);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &JobView::dropSelection);
}

std::pair<int, int> JobView::rowsInSight() const
{
    const int first = rowAt(0);
    if (first < 0)
        return {0, -1};
    const int last = rowAt(viewport()->height() - 1);
    return {first, last < 0 ? m_model.rowCount() - 1 : last};
}

/// Null for a heading.
const RowLook *JobView::lookIn(int row) const
{
    return m_model.headingAt(row) ? nullptr : &m_delegate->look(row);
}

bool JobView::inSightNeeds(Need need) const
{
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        const RowLook *look = lookIn(row);
        if (look && (need == Need::Tick ? look->ticks : look->bar.kind == Bar::Kind::Busy))
            return true;
    }
    return false;
}

bool JobView::isExposed() const
{
    const QWindow *handle = window()->windowHandle();
    return isVisible() && handle && handle->isExposed() && !window()->isMinimized();
}

void JobView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!m_tick.isActive() && inSightNeeds(Need::Tick))
        m_tick.start();
    if (m_animated && !m_move.isActive() && inSightNeeds(Need::Move))
        m_move.start();
}

void JobView::select(const JobKey &key)
{
    m_selected = key;
    m_heading.reset();
    restoreSelection();
    if (const int row = m_model.rowOf(key); row >= 0)
        scrollTo(m_model.index(row, 0));
}

void JobView::deselect()
{
    m_selected.reset();
    m_heading.reset();
    setCurrentIndex({});
    clearSelection();
}

void JobView::enterByKey()
{
    if (m_model.rowCount() == 0)
        return;
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    setFocus(Qt::ShortcutFocusReason);
    // a job that can be chosen, where there is one
    int row = 0;
    while (row + 1 < m_model.rowCount() && m_model.headingAt(row))
        ++row;
    if (m_model.headingAt(row))
        row = 0;
    setCurrentIndex(m_model.index(row, 0));
    chooseRow(row);
}

/// Chooses the job in @p row; a heading is only where the keyboard is.
void JobView::chooseRow(int row)
{
    noteCurrent(row);
    if (m_model.headingAt(row))
        return;
    m_selected = m_model.jobAt(row)->key;
    Q_EMIT jobSelected(m_selected);
}

void JobView::noteCurrent(int row)
{
    const Section *heading = m_model.headingAt(row);
    m_heading = heading ? std::optional(heading->name) : std::nullopt;
}

void JobView::fitHeadings()
{
    QHeaderView *rows = verticalHeader();
    for (const int row : m_model.headings()) {
        if (rows->sectionSize(row) != headingHeight)
            rows->resizeSection(row, headingHeight);
    }
}

void JobView::restoreSelection()
{
    if (m_heading) {
        const int row = m_model.headingOf(*m_heading);
        if (row < 0)
            m_heading.reset();
        else if (currentIndex().row() != row)
            setCurrentIndex(m_model.index(row, 0));
    }
    if (!m_selected)
        return;
    const int row = m_model.rowOf(*m_selected);
    const QModelIndex index = m_model.index(row, 0);
    if (row < 0)
        dropSelection();
    else if (m_heading && !selectionModel()->isSelected(index))
        selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    else if (!m_heading && currentIndex().row() != row)
        setCurrentIndex(index);
}

void JobView::dropSelection()
{
    const bool headingLeft = m_heading && m_model.headingOf(*m_heading) < 0;
    const bool jobLeft = m_selected && m_model.rowOf(*m_selected) < 0;
    if (!headingLeft && !jobLeft)
        return;
    // the base class went on to a neighbour, which nobody chose
    if (headingLeft)
        m_heading.reset();
    if (!m_heading)
        setCurrentIndex({});
    if (headingLeft && m_selected && !jobLeft) {
        setCurrentIndex(m_model.index(m_model.rowOf(*m_selected), 0));
        return;
    }
    clearSelection();
    // one that is merely hidden is chosen still, and has its row again when it comes back
    if (jobLeft && !m_model.job(*m_selected))
        m_selected.reset();
}

void JobView::focusInEvent(QFocusEvent *event)
{
    // the base class would make the first row current, and so choose a job that nobody chose
    if (currentIndex().isValid())
        QTableView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
}

void JobView::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QTableView::currentChanged(now, before);
    // a row that leaves under the selection, or a focus that comes, is no choice of the person's
    if (!m_byKey || !now.isValid())
        return;
    noteCurrent(now.row());
    const JobPtr &job = m_model.jobAt(now.row());
    if (!job || m_selected == job->key)
        return;
    m_selected = job->key;
    Q_EMIT jobSelected(m_selected);
}

/// Who goes over a heading still has the job that was chosen.
QItemSelectionModel::SelectionFlags JobView::selectionCommand(const QModelIndex &index,
                                                              const QEvent *event) const
{
    if (index.isValid() && m_model.headingAt(index.row()))
        return QItemSelectionModel::NoUpdate;
    return QTableView::selectionCommand(index, event);
}

void JobView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!at.isValid())
        return;
    chooseRow(at.row());
    const Section *heading = m_model.headingAt(at.row());
    if (heading && event->button() == Qt::LeftButton)
        toggle(at.row(), !heading->isOpen);
}

void JobView::toggle(int heading, bool open)
{
    m_model.setOpen(heading, open);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        if (auto *table = QAccessible::queryAccessibleInterface(this)) {
            if (auto *cell = table->tableInterface()->cellAt(heading, 0))
                event.setChild(table->indexOfChild(cell));
        }
        QAccessible::updateAccessibility(&event);
    }
}

/// What a key does to groups, and to what is chosen.
bool JobView::takesKey(const QKeyEvent &event)
{
    const int row = currentIndex().row();
    const Section *heading = row < 0 ? nullptr : m_model.headingAt(row);
    const bool flip = isRightToLeft();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (heading) {
            toggle(row, !heading->isOpen);
            return true;
        }
        if (row < 0 || event.key() == Qt::Key_Space)
            return false;
        chooseRow(row);
        Q_EMIT jobActivated(*m_selected);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        if (row < 0 || m_model.grouping() == Grouping::None)
            return false;
        const bool outwards = (event.key() == Qt::Key_Left) != flip;
        if (heading)
            toggle(row, !outwards);
        else if (outwards)
            setCurrentIndex(m_model.index(m_model.headingOver(row), 0));
        return true;
    }
    case Qt::Key_Escape:
        if (!m_selected)
            return false;
        deselect();
        Q_EMIT jobSelected(m_selected);
        return true;
    default:
        return false;
    }
}

void JobView::keyPressEvent(QKeyEvent *event)
{
    m_byKey = true;
    const bool isTaken = takesKey(*event);
    m_byKey = false;
    if (isTaken)
        return;
    // letters belong to the window's shortcuts, not to a search by first letter
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    m_byKey = true;
    QTableView::keyPressEvent(event);
    m_byKey = false;
}

/// Rows out of sight are not painted for.
void JobView::dataChanged(const QModelIndex &first, const QModelIndex &last,
                          const QList<int> &roles)
{
    const auto [top, bottom] = rowsInSight();
    if (QAccessible::isActive() || (last.row() >= top && first.row() <= bottom))
        QTableView::dataChanged(first, last, roles);
}

void JobView::holdRows()
{
    m_model.holdOrder(true);
    m_release.start();
}

void JobView::mouseMoveEvent(QMouseEvent *event)
{
    holdRows();
    QTableView::mouseMoveEvent(event);
}

void JobView::wheelEvent(QWheelEvent *event)
{
    holdRows();
    QTableView::wheelEvent(event);
}

void JobView::leaveEvent(QEvent *event)
{
    m_release.stop();
    m_model.holdOrder(false);
    QTableView::leaveEvent(event);
}

void JobView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_delegate->setFont(font());
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        m_delegate->forget();
    QTableView::changeEvent(event);
}

void JobView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    const JobPtr job = at.isValid() ? m_model.jobAt(at.row()) : nullptr;
    const QPoint where =
        byKey ? viewport()->mapToGlobal(visualRect(at).center()) : event->globalPos();
    Q_EMIT menuWanted(job ? std::optional(job->key) : std::nullopt, where);
}

void JobView::setAnimated(bool animated)
{
    m_animated = animated;
    viewport()->update();
}

} // namespace afoot::ui
