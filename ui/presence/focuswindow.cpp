#include "ui/presence/focuswindow.h"

#include "ui/asktext.h"
#include "ui/controls.h"
#include "ui/detail/jobtext.h"
#include "ui/frame.h"
#include "ui/notice.h"
#include "ui/presence/focusface.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto framePeriod = 60ms;
constexpr double sweepMs = 1800;

/// How long it has run, where the time left stands beside it.
QString elapsedOf(const Job &job, WallTime now)
{
    const auto ran = text::ranFor(job, now);
    // the end of a job says that in its own words
    if (!ran || isFinal(job.state))
        return {};
    return FocusWindow::tr("%1 so far", "time that a job has run")
        .arg(text::duration(*ran, QLocale()));
}

} // namespace

FocusWindow::FocusWindow(const JobPtr &job, FocusOptions options)
    : m_options(std::move(options))
    , m_face(new FocusFace(this))
    , m_message(new QLabel(this))
    , m_notice(new Notice(this))
    , m_countdown(new QLabel(this))
    , m_open(new Button(tr("Open result"), Button::Kind::Primary, this))
    , m_log(new Button(tr("Show log"), Button::Kind::Plain, this))
    , m_retry(new Button(labelOf(Ask::Retry), Button::Kind::Plain, this))
    , m_cancel(new Button(labelOf(Ask::Cancel), Button::Kind::Plain, this))
{
    setWindowIcon(markIcon());
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(least);
    resize(usual);
    layOut();
    connect(m_open, &QAbstractButton::clicked, this,
            [this] { Q_EMIT urlRequested(urlOf(*m_job)); });
    connect(m_log, &QAbstractButton::clicked, this, [this] { Q_EMIT jobWanted(m_job->key); });
    connect(m_retry, &QAbstractButton::clicked, this, [this] { ask(Ask::Retry); });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { ask(Ask::Cancel); });
    m_tick.setInterval(1s);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        rebuild();
        keepTime();
    });
    m_move.setInterval(framePeriod);
    connect(&m_move, &QTimer::timeout, this, [this] {
        const auto ms =
            std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
        m_face->setPhase(std::fmod(double(ms.count()), sweepMs) / sweepMs);
        keepTime();
    });
    m_closing.setSingleShot(true);
    m_closing.setTimerType(Qt::PreciseTimer); // a coarse one has more left than it was given
    connect(&m_closing, &QTimer::timeout, this, &QWidget::close);
    setJob(job, false, false);
}

void FocusWindow::layOut()
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_countdown->setTextFormat(Qt::PlainText);
    m_countdown->setFont(faceOf(font(), Face::Small));
    m_countdown->setForegroundRole(QPalette::PlaceholderText);

    auto *said = new QWidget(this);
    auto *words = new QVBoxLayout(said);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(8);
    words->addWidget(m_notice);
    words->addWidget(m_message);
    words->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(24);
    scroll->setWidget(said);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_countdown, 1);
    for (Button *button : {m_open, m_log, m_retry, m_cancel})
        row->addWidget(button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(0);
    column->addWidget(m_face);
    column->addSpacing(8);
    column->addWidget(scroll, 1);
    column->addSpacing(12);
    column->addLayout(row);
}

void FocusWindow::setJob(const JobPtr &job, bool away, bool paused)
{
    if (!job || (job == m_job && away == m_away && paused == m_paused))
        return;
    const bool ranBefore = m_job && !isFinal(m_job->state);
    m_job = job;
    m_away = away;
    m_paused = paused;
    if (job->state != State::Completed)
        m_hasSucceeded = false;
    else if (ranBefore)
        m_hasSucceeded = true;
    m_open->setVisible(isOpenable(urlOf(*job)));
    m_open->setToolTip(text::of(job->url).toHtmlEscaped());
    m_retry->setVisible(fits(*job, Ask::Retry));
    m_cancel->setVisible(fits(*job, Ask::Cancel));
    countDown();
    rebuild();
    keepTime();
    noteSeen();
}

void FocusWindow::rebuild()
{
    const WallTime now = m_options.now();
    Job unasked = *m_job; // what was asked is said below, in full
    unasked.asked.reset();
    RowLook look = lookOf(unasked, m_away, now, QLocale(), m_paused);
    look.amount =
        joined(percentOf(*m_job, QLocale()).of, text::amount(*m_job, QLocale()), separator);
    m_face->show(look, elapsedOf(*m_job, now));
    const QString title = look.percent.isEmpty() || isFinal(m_job->state)
                              ? look.title
                              : tr("%1 %2", "percent, title").arg(look.percent, look.title);
    if (windowTitle() != title)
        setWindowTitle(title);

    const QString notice = text::notice(*m_job);
    const QString asked = m_job->declined ? text::declined(*m_job)
                          : m_job->asked  ? text::ask(*m_job)
                                          : QString();
    m_notice->show(notice.isEmpty() ? asked : notice,
                   notice.isEmpty() || m_job->state == State::NeedsInput ? Tone::Warn : Tone::Bad);
    QString message = text::of(m_job->message).trimmed();
    if (!notice.isEmpty()) {
        // an error is often the last message with more to it
        if (notice.contains(message, Qt::CaseInsensitive))
            message.clear();
        message = joined(message, asked, u"\n"_s);
    }
    m_message->setText(message);
    if (m_closing.isActive()) {
        const int seconds = (m_closing.remainingTime() + 999) / 1000;
        m_countdown->setText(
            tr("Closes in %1")
                .arg(text::duration(std::chrono::seconds(std::max(1, seconds)), QLocale())));
    } else {
        m_countdown->clear();
    }
}

/// Begins to wait for its end, or stops it.
void FocusWindow::countDown()
{
    const bool wanted = m_hasSucceeded && !m_isTouched && !m_isOver;
    if (wanted && !m_closing.isActive())
        m_closing.start(m_options.lingers);
    else if (!wanted)
        m_closing.stop();
}

void FocusWindow::keepTime()
{
    const bool seen = isExposed(*this);
    const bool runs = !isFinal(m_job->state) && m_job->state != State::Queued;
    const bool ticks = seen && (runs || m_closing.isActive());
    if (ticks && !m_tick.isActive())
        m_tick.start();
    else if (!ticks)
        m_tick.stop();
    const bool moves = seen && m_options.animated && m_face->look().bar.kind == Bar::Kind::Busy;
    if (moves && !m_move.isActive())
        m_move.start();
    else if (!moves)
        m_move.stop();
}

void FocusWindow::setAnimated(bool animated)
{
    m_options.animated = animated;
    keepTime();
}

void FocusWindow::noteSeen()
{
    if (!isFinal(m_job->state)) {
        m_isSeen = false;
    } else if (!m_job->seen && !m_isSeen && isActiveWindow()) {
        m_isSeen = true;
        Q_EMIT seen(m_job->key);
    }
}

void FocusWindow::ask(Ask ask)
{
    if (!fits(*m_job, ask))
        return;
    const JobKey key = m_job->key;
    if (isMeant(*m_job, ask, m_options.confirm, this))
        Q_EMIT askRequested(key, ask);
}

void FocusWindow::touch()
{
    m_isTouched = true;
    countDown();
    rebuild();
}

void FocusWindow::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_isOver = true;
    countDown();
    rebuild();
}

void FocusWindow::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_isOver = false;
    countDown();
    rebuild();
    keepTime();
}

void FocusWindow::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    touch();
}

void FocusWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close)) {
        close();
        return;
    }
    touch();
    QWidget::keyPressEvent(event);
}

bool FocusWindow::focusNextPrevChild(bool next)
{
    touch();
    return QWidget::focusNextPrevChild(next);
}

void FocusWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        noteSeen();
    if (event->type() == QEvent::PaletteChange && m_job)
        rebuild();
}

void FocusWindow::closeEvent(QCloseEvent *event)
{
    m_tick.stop();
    m_move.stop();
    m_closing.stop();
    event->accept();
    Q_EMIT closed(m_job->key);
}

void FocusWindow::paintEvent(QPaintEvent *)
{
    keepTime(); // what is painted is in sight again
    QPainter(this).fillRect(rect(), themeOf(palette()).ground);
}

} // namespace afoot::ui
