#include "ui/presence/striplines.h"

#include "ui/controls.h"
#include "ui/jobs/rowpainter.h"
#include "ui/summary.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double timeWidth = 132;

bool isBusy(const Job &job)
{
    const Group group = groupOf(job.state);
    return group == Group::NeedsYou || group == Group::Running;
}

/// As the list has them: what needs a person, what runs, what is paused; the newest first.
bool before(const JobPtr &a, const JobPtr &b)
{
    const auto rank = [](const Job &job) {
        return job.state == State::NeedsInput ? 0 : job.state == State::Running ? 1 : 2;
    };
    const WallTime startA = a->startedAt.value_or(a->createdAt);
    const WallTime startB = b->startedAt.value_or(b->createdAt);
    if (rank(*a) != rank(*b))
        return rank(*a) < rank(*b);
    return startA != startB ? startA > startB : a->key < b->key;
}

} // namespace

StripState stripStateOf(const JobModel &model, WallTime now, const QLocale &locale,
                        std::size_t most)
{
    StripState state;
    std::vector<JobPtr> busy;
    int failed = 0;
    model.forEach([&](const JobPtr &job) {
        if (isBusy(*job))
            busy.push_back(job);
        failed += groupOf(job->state) == Group::Failed && !job->seen;
    });
    const std::size_t shown = std::min(most, busy.size());
    std::partial_sort(busy.begin(), busy.begin() + std::ptrdiff_t(shown), busy.end(), before);
    for (std::size_t i = 0; i < shown; ++i) {
        const Job &job = *busy[i];
        state.lines.push_back(
            {job.key, lookOf(job, model.isAway(job), now, locale, model.isPaused(job))});
        state.ticks = state.ticks || state.lines.back().look.ticks;
    }
    state.more = int(busy.size() - shown);
    state.summary =
        busy.empty() ? StripLine::tr("Nothing runs") : summaryOf(model, std::nullopt, locale);
    if (failed > 0)
        state.failed = StripLine::tr("%1 failed", nullptr, failed).arg(locale.toString(failed));
    return state;
}

StripLine::StripLine(Typesetter &type, QWidget *parent) : QWidget(parent), m_type(type)
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(StripLine::sizeHint().height());
}

void StripLine::show(const StripState::Line &line)
{
    if (line == m_line)
        return;
    m_line = line;
    setAccessibleName(spoken(line.look));
    update();
}

void StripLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    const RowLook &look = m_line.look;
    const auto direction = layoutDirection();
    const auto place = [&](const QRectF &box) {
        return direction == Qt::RightToLeft
                   ? QRectF(width() - box.right(), box.top(), box.width(), box.height())
                   : box;
    };
    const QRectF round = place(QRectF(margin, 7, 26, 26));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(look.tone));
    painter.drawEllipse(round);
    drawIcon(painter, look.icon, round.adjusted(6, 6, -6, -6), colours.of(look.tone));
    const double left = margin + 26 + 10;
    const double right = width() - margin;
    const bool asks = look.icon == Icon::Question;
    const QString end = asks ? look.chip : look.percent;
    const double taken = m_type.width(Face::SmallStrong, end);
    m_type.draw(painter, Face::SmallStrong, place(QRectF(right - taken, 3, taken + 1, 20)), end,
                asks ? colours.of(Tone::Warn) : colours.text, direction);
    m_type.draw(painter, Face::SmallStrong, place(QRectF(left, 3, right - taken - 12 - left, 20)),
                look.title, colours.text, direction);
    if (asks) {
        m_type.draw(painter, Face::Small, place(QRectF(left, 20, right - left, 18)), look.amount,
                    colours.of(Tone::Warn), direction);
    } else {
        // of one length in all lines, so that they can be compared
        const QRectF bar(left, 27, right - left - timeWidth - 12, 5);
        drawBar(painter, place(bar), look.bar, 0.42, colours, direction);
        m_type.draw(painter, Face::Small, place(QRectF(right - timeWidth, 20, timeWidth, 18)),
                    look.time, look.timeTakesTone ? inkOfTime(look, colours) : colours.secondary,
                    direction, Qt::AlignRight);
    }
    if (showsFocus(*this))
        drawFocus(painter, QRectF(rect()).adjusted(4, 0, -4, 0), 7, colours.of(Tone::Accent));
}

bool StripLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString whole =
            m_line.look.title + u'\n' + joined(m_line.look.about, m_line.look.amount, separator);
        // text from outside is text, never markup
        QToolTip::showText(
            static_cast<QHelpEvent *>(event)->globalPos(),
            u"<p style='white-space:pre-wrap'>"_s + whole.toHtmlEscaped() + u"</p>"_s, this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace afoot::ui
