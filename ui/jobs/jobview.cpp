#include "ui/jobs/jobview.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWindow>

#include <cmath>

namespace afoot::ui {

using namespace std::chrono_literals;

namespace {
constexpr auto framePeriod = 60ms;
constexpr double sweepMs = 1800;
constexpr auto handsOff = 1500ms;
} // namespace

JobDelegate::JobDelegate(const JobModel &model, JobModel::NowFn now, const QFont &font,
                         QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_now(std::move(now)), m_rows(font)
{
}

const RowLook &JobDelegate::look(int row) const
{
    const JobPtr &job = m_model.jobAt(row);
    const WallTime now = m_now();
    const qint64 second = now.time_since_epoch().count() / 1000;
    const bool away = m_model.isAway(*job);
    const bool paused = m_model.isPaused(*job);
    if (m_looks.size() > 500)
        m_looks.clear();
    Remembered &known = m_looks[job->key];
    if (known.job != job || known.second != second || known.away != away || known.paused != paused)
        known = {job, away, paused, second, lookOf(*job, away, now, QLocale(), paused)};
    return known.look;
}

void JobDelegate::setFont(const QFont &font)
{
    m_rows.type().setFont(font);
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    const Theme &colours = themeOf(option.palette);
    painter->fillRect(option.rect, colours.ground);
    RowPainter::Mood mood;
    mood.selected = option.state.testFlag(QStyle::State_Selected);
    mood.hovered = option.state.testFlag(QStyle::State_MouseOver);
    mood.focused = option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
                   option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    mood.last = index.row() + 1 == m_model.rowCount();
    mood.phase = m_phase;
    mood.direction = option.direction;
    m_rows.paint(*painter, QRectF(option.rect), look(index.row()), mood, colours);
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {320, jobRowHeight};
}

bool JobDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString hidden = m_rows.hidden(QRectF(option.rect), look(index.row()));
    // text from outside is text, never markup
    const QString plain = hidden.isEmpty() ? QString()
                                           : QStringLiteral("<p style='white-space:pre-wrap'>") +
                                                 hidden.toHtmlEscaped() + QStringLiteral("</p>");
    QToolTip::showText(event->globalPos(), plain, view, option.rect);
    return true;
}

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
    verticalHeader()->setMinimumSectionSize(jobRowHeight);
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
            if (m_delegate->look(row).bar.kind == Bar::Kind::Busy)
                update(m_model.index(row, 0));
        }
    });
    m_release.setSingleShot(true);
    m_release.setInterval(handsOff);
    connect(&m_release, &QTimer::timeout, this, [this] { m_model.holdOrder(false); });
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

bool JobView::inSightNeeds(Need need) const
{
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        const RowLook &look = m_delegate->look(row);
        if (need == Need::Tick ? look.ticks : look.bar.kind == Bar::Kind::Busy)
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
    restoreSelection();
    if (const int row = m_model.rowOf(key); row >= 0)
        scrollTo(m_model.index(row, 0));
}

void JobView::deselect()
{
    m_selected.reset();
    setCurrentIndex({});
    clearSelection();
}

void JobView::enterByKey()
{
    if (m_model.rowCount() == 0)
        return;
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    setFocus(Qt::ShortcutFocusReason);
    setCurrentIndex(m_model.index(0, 0));
    m_selected = m_model.jobAt(0)->key;
    Q_EMIT jobSelected(m_selected);
}

void JobView::restoreSelection()
{
    if (!m_selected)
        return;
    const int row = m_model.rowOf(*m_selected);
    if (row < 0)
        dropSelection();
    else if (currentIndex().row() != row)
        setCurrentIndex(m_model.index(row, 0));
}

void JobView::dropSelection()
{
    // while rows leave, the numbers of those that stay are not to be relied on: only "none" is
    if (!m_selected || m_model.rowOf(*m_selected) >= 0)
        return;
    // the base class went on to a neighbour, which nobody chose
    setCurrentIndex({});
    clearSelection();
    // one that is merely hidden is chosen still, and has its row again when it comes back
    if (!m_model.job(*m_selected))
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
    const JobKey key = m_model.jobAt(now.row())->key;
    if (m_selected == key)
        return;
    m_selected = key;
    Q_EMIT jobSelected(m_selected);
}

void JobView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!at.isValid())
        return;
    m_selected = m_model.jobAt(at.row())->key;
    Q_EMIT jobSelected(m_selected);
}

void JobView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        m_selected = m_model.jobAt(currentIndex().row())->key;
        Q_EMIT jobSelected(m_selected);
        Q_EMIT jobActivated(*m_selected);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_selected) {
        deselect();
        Q_EMIT jobSelected(m_selected);
        return;
    }
    // letters belong to the window's shortcuts, not to a search by first letter
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    m_byKey = true;
    QTableView::keyPressEvent(event);
    m_byKey = false;
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
    if (!at.isValid())
        return;
    const QPoint where =
        byKey ? viewport()->mapToGlobal(visualRect(at).center()) : event->globalPos();
    Q_EMIT menuWanted(m_model.jobAt(at.row())->key, where);
}

void JobView::setAnimated(bool animated)
{
    m_animated = animated;
    viewport()->update();
}

} // namespace afoot::ui
