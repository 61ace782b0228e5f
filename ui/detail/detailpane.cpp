#include "ui/detail/detailpane.h"

#include "ui/asktext.h"
#include "ui/controls.h"
#include "ui/detail/detailparts.h"
#include "ui/detail/earlierruns.h"
#include "ui/detail/jobtext.h"
#include "ui/detail/logpane.h"
#include "ui/detail/ratesection.h"
#include "ui/detail/timeline.h"
#include "ui/notice.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(faceOf(parent->font(), Face::SmallStrong));
    return label;
}

} // namespace

DetailPane::DetailPane(JobModel::NowFn now, QWidget *parent)
    : QWidget(parent)
    , m_now(now)
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(this))
    , m_head(new Head(m_body))
    , m_notice(new Notice(m_body))
    , m_message(new QLabel(m_body))
    , m_asked(new QLabel(m_body))
    , m_actions(new JobActions(std::move(now), m_body))
    , m_stepsTitle(sectionTitle(tr("Steps"), m_body))
    , m_timeline(new Timeline(m_body))
    , m_rate(new RateSection(m_body))
    , m_detailsTitle(sectionTitle(tr("Details"), m_body))
    , m_details(new Facts(m_body))
    , m_earlier(new EarlierRuns(m_now, m_body))
    , m_log(new LogPane(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_window(new IconButton(Icon::Window, tr("Open in its own window"), this))
    , m_close(new IconButton(Icon::Close, tr("Close"), this))
{
    setAccessibleName(tr("Job"));
    setMinimumWidth(280);
    for (QLabel *label : {m_message, m_asked}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_asked->setFont(faceOf(font(), Face::Small));
    m_asked->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    connectParts();
    m_tick.setInterval(1s);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        rebuild();
        keepTime();
    });
}

void DetailPane::layOut()
{
    auto *said = new QVBoxLayout;
    said->setSpacing(8);
    said->addWidget(m_message);
    said->addWidget(m_notice);
    said->addWidget(m_asked);

    // a section that has nothing to say leaves no gap
    const auto section = [](const QList<QWidget *> &parts, int gap) {
        auto *column = new QVBoxLayout;
        column->setSpacing(gap);
        for (QWidget *part : parts)
            column->addWidget(part);
        return column;
    };
    auto *sections = new QVBoxLayout;
    sections->setSpacing(20);
    sections->addLayout(section({m_stepsTitle, m_timeline}, 6));
    sections->addWidget(m_rate);
    sections->addLayout(section({m_detailsTitle, m_details}, 8));

    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(20, 12, 20, 16);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addSpacing(8);
    column->addLayout(said);
    column->addSpacing(12);
    column->addWidget(m_actions);
    column->addSpacing(20);
    sections->addWidget(m_earlier);
    column->addLayout(sections);
    column->addStretch(1);

    m_scroll->setAccessibleName(tr("Details of the job"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_scroll);
    m_split->addWidget(m_log);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setSizes({400, 240});

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_split, 1);
    m_window->raise();
    m_close->raise();
}

void DetailPane::setMenuEnd(std::function<void(QMenu &menu)> fill)
{
    m_actions->setMenuEnd(std::move(fill));
    m_window->hide();
}

void DetailPane::connectParts()
{
    connect(m_actions, &JobActions::askRequested, this, &DetailPane::askRequested);
    connect(m_actions, &JobActions::forgetRequested, this, &DetailPane::forgetRequested);
    connect(m_actions, &JobActions::urlRequested, this, &DetailPane::urlRequested);
    connect(m_actions, &JobActions::windowRequested, this, &DetailPane::windowRequested);
    connect(m_close, &QAbstractButton::clicked, this, &DetailPane::closeRequested);
    connect(m_window, &QAbstractButton::clicked, this, [this] {
        if (m_job)
            Q_EMIT windowRequested(m_job->key);
    });
    connect(m_split, &QSplitter::splitterMoved, this, &DetailPane::placeClose);
    connect(m_timeline, &Timeline::rowEntered, this, [this](const QRect &row) {
        const QPoint at = m_timeline->mapTo(m_body, row.center());
        m_scroll->ensureVisible(at.x(), at.y(), 0, row.height());
    });
}

void DetailPane::show(const JobPtr &job, bool away, bool paused)
{
    if (job == m_job && away == m_away && paused == m_paused)
        return;
    const bool other = !m_job || !job || m_job->key != job->key ||
                       (isFinal(m_job->state) && !isFinal(job->state)); // another run of it
    m_job = job;
    m_away = away;
    m_paused = paused;
    if (other)
        m_log->clear();
    if (!job)
        return;
    m_log->setTitle(text::of(job->title));
    m_log->setPlaceholder(isFinal(job->state) ? tr("It wrote no log.") : tr("No log yet."));
    m_actions->show(job);
    m_detailsTitle->setVisible(!job->details.empty());
    m_details->show(job->details);
    m_earlier->setJob(job);
    rebuild();
    keepTime();
}

void DetailPane::setWide(bool wide)
{
    const auto wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == wanted)
        return;
    m_split->setOrientation(wanted);
    m_split->setSizes(wide ? QList{500, 500} : QList{400, 240});
    placeClose();
}

void DetailPane::placeClose()
{
    // at the end of the facts, not of the log beside them
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QWidget *facts = m_split->widget(0);
    const int inset = 16;
    const int step = m_close->width() + 4;
    const int at = flip ? facts->geometry().left() + inset
                        : facts->geometry().right() - m_close->width() - inset + 4;
    m_close->move(at, 10);
    m_window->move(flip ? at + step : at - step, 10);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeClose();
}

void DetailPane::clear()
{
    m_job.reset();
    m_log->clear();
    m_tick.stop();
}

void DetailPane::rebuild()
{
    if (!m_job)
        return;
    const WallTime now = m_now();
    Job unasked = *m_job; // what was asked is said below, in full
    unasked.asked.reset();
    RowLook look = lookOf(unasked, m_away, now, QLocale(), m_paused);
    const QString message = text::of(m_job->message).trimmed();
    // said below, where there is room for all of it
    if (m_job->state == State::Lost && m_job->error.empty())
        look.time.clear();
    look.amount = text::amount(*m_job, QLocale());
    if (const QString of = percentOf(*m_job, QLocale()).of; !of.isEmpty())
        look.amount = look.amount.isEmpty() ? of : of + u"  ·  "_s + look.amount;
    m_head->show(look);
    showSteps(now);
    m_rate->show(*m_job, m_rates ? m_rates->line(m_job->key) : nullptr, now);
    const QString notice = showNotice();
    m_message->setText(message);
    // an error is often the last message with more to it
    m_message->setVisible(!notice.contains(message, Qt::CaseInsensitive));
}

void DetailPane::showSteps(WallTime now)
{
    m_stepsTitle->setVisible(!m_job->steps.empty());
    m_timeline->setVisible(!m_job->steps.empty());
    // of a source that is away nobody knows whether anything runs on
    m_timeline->show(m_job, m_away ? m_job->updatedAt : now,
                     m_away ? Timeline::Clock::Stands : Timeline::Clock::Runs);
}

QString DetailPane::showNotice()
{
    QString notice = text::notice(*m_job);
    const Tone tone = m_job->state == State::NeedsInput ? Tone::Warn : Tone::Bad;
    const QString asked = m_job->declined ? text::declined(*m_job)
                          : !m_job->asked ? QString()
                          : m_job->acknowledged
                              ? tr("%1 Whoever runs it has heard.").arg(text::ask(*m_job))
                              : tr("%1, waiting for the job to answer.").arg(text::ask(*m_job));
    // what the person has to know comes before what they know: that they asked
    const bool quiet = !notice.isEmpty();
    m_notice->show(quiet ? notice : asked, quiet ? tone : Tone::Warn);
    m_asked->setText(asked);
    m_asked->setVisible(quiet && !asked.isEmpty());
    return notice;
}

void DetailPane::keepTime()
{
    // one that waits for its turn says the same each second
    const bool moves =
        m_job && !isFinal(m_job->state) && m_job->state != State::Queued && isExposed(*this);
    if (moves && !m_tick.isActive())
        m_tick.start();
    else if (!moves)
        m_tick.stop();
}

void DetailPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    rebuild();
    keepTime();
    placeClose();
}

void DetailPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    keepTime();
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_job)
        rebuild();
}

void DetailPane::paintEvent(QPaintEvent *)
{
    keepTime(); // what is painted is in sight again
    QPainter painter(this);
    const Theme &colours = themeOf(palette());
    const bool flip = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(flip ? width() - 1 : 0, 0, 1, height()), colours.line);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
}

} // namespace afoot::ui
