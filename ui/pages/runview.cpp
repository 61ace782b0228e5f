#include "ui/pages/runview.h"

#include "ui/jobs/jobview.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace afoot::ui {

RunDelegate::RunDelegate(const RunModel &model, JobModel::NowFn now, const QFont &font,
                         QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_now(std::move(now)), m_rows(font)
{
}

RowLook RunDelegate::look(int row) const
{
    return lookOf(*m_model.runAt(row).job, false, m_now(), QLocale());
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
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
    mood.direction = option.direction;
    m_rows.paint(*painter, QRectF(option.rect), look(index.row()), mood, colours);
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {320, jobRowHeight};
}

bool RunDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
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

RunView::RunView(RunModel &model, JobModel::NowFn now, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new RunDelegate(model, std::move(now), font(), this))
{
    setAccessibleName(tr("Ended runs"));
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
    setMinimumSize(300, 2 * jobRowHeight);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RunView::fetchAhead);
    connect(&model, &RunModel::answered, this, &RunView::fetchAhead);
    connect(&model, &QAbstractItemModel::modelReset, this, &RunView::restore);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RunView::restore);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RunView::restore);
}

/// Two screens before the end: who scrolls on finds rows there already.
void RunView::fetchAhead()
{
    const int left = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    if (isVisible() && left < 2 * viewport()->height())
        m_model.fetchMore({});
}

void RunView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fetchAhead();
}

void RunView::choose(std::int64_t number)
{
    m_chosen = number;
    restore();
    if (const int row = m_model.rowOf(number); row >= 0)
        scrollTo(m_model.index(row, 0));
}

void RunView::letGo()
{
    m_chosen.reset();
    restore();
}

void RunView::enterByKey()
{
    if (m_model.rowCount() == 0)
        return;
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    setFocus(Qt::ShortcutFocusReason);
    setCurrentIndex(m_model.index(0, 0));
    say(m_model.runAt(0).number);
}

void RunView::say(std::int64_t number)
{
    m_chosen = number;
    Q_EMIT runChosen(m_chosen);
}

/// The row of what is chosen may be another, or not be loaded; a neighbour that the base class went on to is chosen
/// by nobody.
void RunView::restore()
{
    const int row = m_chosen ? m_model.rowOf(*m_chosen) : -1;
    if (row >= 0) {
        if (currentIndex().row() != row || !selectionModel()->isRowSelected(row))
            setCurrentIndex(m_model.index(row, 0));
        return;
    }
    setCurrentIndex({});
    clearSelection();
}

void RunView::focusInEvent(QFocusEvent *event)
{
    // the base class would make the first row current, and so choose a run that nobody chose
    if (currentIndex().isValid())
        QTableView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
    viewport()->update();
}

void RunView::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QTableView::currentChanged(now, before);
    if (m_byKey && now.isValid() && m_chosen != m_model.runAt(now.row()).number)
        say(m_model.runAt(now.row()).number);
}

void RunView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (at.isValid())
        say(m_model.runAt(at.row()).number);
}

void RunView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (at.isValid() &&
        (enter || event->key() == Qt::Key_Delete || event->matches(QKeySequence::Copy))) {
        const std::int64_t number = m_model.runAt(at.row()).number;
        if (enter)
            say(number);
        else if (event->key() == Qt::Key_Delete)
            Q_EMIT deleteWanted(number);
        else
            Q_EMIT copyWanted(number);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_chosen) {
        letGo();
        Q_EMIT runChosen(m_chosen);
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

void RunView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_delegate->setFont(font());
    QTableView::changeEvent(event);
}

void RunView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    const QPoint where =
        byKey ? viewport()->mapToGlobal(visualRect(at).center()) : event->globalPos();
    Q_EMIT menuWanted(m_model.runAt(at.row()).number, where);
}

} // namespace afoot::ui
