#include "ui/jobs/jobdelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace afoot::ui {

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
    // the style has painted over what is selected
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colours.ground);
    const Section *heading = m_model.headingAt(index.row());
    RowPainter::Mood mood;
    mood.selected = option.state.testFlag(QStyle::State_Selected);
    mood.hovered = option.state.testFlag(QStyle::State_MouseOver);
    mood.focused = option.state.testFlag(QStyle::State_HasFocus) && option.widget &&
                   option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    mood.last = index.row() + 1 == m_model.rowCount();
    mood.phase = m_phase;
    mood.direction = option.direction;
    if (heading)
        paintHeading(*painter, QRectF(option.rect),
                     headingLookOf(m_model.titleOf(*heading), *heading, QLocale()), mood, colours,
                     m_rows.type());
    else
        m_rows.paint(*painter, QRectF(option.rect), look(index.row()), mood, colours);
    painter->restore();
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {320, m_model.headingAt(index.row()) ? headingHeight : jobRowHeight};
}

bool JobDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || m_model.headingAt(index.row()))
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString hidden = m_rows.hidden(QRectF(option.rect), look(index.row()));
    // text from outside is text, never markup
    const QString plain = hidden.isEmpty() ? QString()
                                           : QStringLiteral("<p style='white-space:pre-wrap'>") +
                                                 hidden.toHtmlEscaped() + QStringLiteral("</p>");
    QToolTip::showText(event->globalPos(), plain, view, option.rect);
    return true;
}

} // namespace afoot::ui
