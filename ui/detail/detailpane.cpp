#include "ui/detail/detailpane.h"

#include "ui/asktext.h"
#include "ui/controls.h"
#include "ui/detail/detailparts.h"
#include "ui/detail/logpane.h"
#include "ui/detail/timeline.h"
#include "ui/frame.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

QString askName(Ask ask)
{
    switch (ask) {
    case Ask::Cancel:
        return DetailPane::tr("Cancel job");
    case Ask::Pause:
        return DetailPane::tr("Pause");
    case Ask::Resume:
        return DetailPane::tr("Resume");
    case Ask::Retry:
        return DetailPane::tr("Run again");
    }
    return {};
}

/// Whether @p ask makes sense in the state that the job is in, beyond being offered.
bool fits(const Job &job, Ask ask)
{
    if (!job.can.has(ask))
        return false;
    // a job that was asked for one thing can still be canceled, and nothing takes the place of that
    if (job.asked && (ask != Ask::Cancel || job.asked == Ask::Cancel))
        return false;
    switch (ask) {
    case Ask::Cancel:
        return !isFinal(job.state);
    case Ask::Pause:
        return job.state == State::Running || job.state == State::Queued;
    case Ask::Resume:
        return job.state == State::Paused;
    case Ask::Retry:
        return isFinal(job.state);
    }
    return false;
}

QUrl urlOf(const Job &job)
{
    return QUrl(text::of(job.url), QUrl::StrictMode);
}

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(faceOf(parent->font(), Face::SmallStrong));
    return label;
}

} // namespace

bool isOpenable(const QUrl &url)
{
    if (!url.isValid() || url.isRelative())
        return false;
    const QString scheme = url.scheme();
    return ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty()) ||
           (scheme == "file"_L1 && url.host().isEmpty() && !url.path().isEmpty());
}

DetailPane::DetailPane(JobModel::NowFn now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_confirm(askPerson)
    , m_body(new QWidget(this))
    , m_head(new Head(m_body))
    , m_notice(new Notice(m_body))
    , m_message(new QLabel(m_body))
    , m_asked(new QLabel(m_body))
    , m_open(new Button(tr("Open result"), Button::Kind::Primary, m_body))
    , m_more(new Button(tr("More"), Button::Kind::Plain, m_body))
    , m_stepsTitle(sectionTitle(tr("Steps"), m_body))
    , m_timeline(new Timeline(m_body))
    , m_detailsTitle(sectionTitle(tr("Details"), m_body))
    , m_details(new Facts(m_body))
    , m_log(new LogPane(this))
    , m_split(new QSplitter(Qt::Vertical, this))
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

    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(m_open);
    for (const Ask ask : {Ask::Retry, Ask::Resume, Ask::Pause, Ask::Cancel}) {
        auto *button = new Button(askName(ask), Button::Kind::Plain, m_body);
        connect(button, &QAbstractButton::clicked, this, [this, ask] { request(m_job, ask); });
        m_asks[std::size_t(ask)] = button;
        actions->addWidget(button);
    }
    actions->addWidget(m_more);
    actions->addStretch(1);

    auto *said = new QVBoxLayout;
    said->setSpacing(8);
    said->addWidget(m_message);
    said->addWidget(m_notice);
    said->addWidget(m_asked);

    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(20, 12, 20, 16);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addSpacing(8);
    column->addLayout(said);
    column->addSpacing(12);
    column->addLayout(actions);
    column->addSpacing(20);
    column->addWidget(m_stepsTitle);
    column->addSpacing(4);
    column->addWidget(m_timeline);
    column->addSpacing(16);
    column->addWidget(m_detailsTitle);
    column->addSpacing(8);
    column->addWidget(m_details);
    column->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Details of the job"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(scroll);
    m_split->addWidget(m_log);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setSizes({400, 240});

    connect(m_close, &QAbstractButton::clicked, this, &DetailPane::closeRequested);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_split, 1);
    m_close->raise();

    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_job && isOpenable(urlOf(*m_job)))
            Q_EMIT urlRequested(urlOf(*m_job));
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        QMenu menu(this);
        fillMenu(menu, m_job);
        menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
    });
    connect(m_split, &QSplitter::splitterMoved, this, &DetailPane::placeClose);
    m_tick.setInterval(1s);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, &DetailPane::rebuild);
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
    showActions();
    m_detailsTitle->setVisible(!job->details.empty());
    m_details->show(job->details);
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
    m_close->move(flip ? facts->geometry().left() + inset
                       : facts->geometry().right() - m_close->width() - inset + 4,
                  10);
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
    m_timeline->show(m_job, now);
    const QString notice = showNotice();
    m_message->setText(message);
    // an error is often the last message with more to it
    m_message->setVisible(!notice.contains(message, Qt::CaseInsensitive));
    m_stepsTitle->setVisible(!m_job->steps.empty());
    m_timeline->setVisible(!m_job->steps.empty());
}

QString DetailPane::showNotice()
{
    QString notice;
    Tone tone = Tone::Bad;
    if (m_job->state == State::NeedsInput && !m_job->question.empty()) {
        notice = text::of(m_job->question);
        tone = Tone::Warn;
    } else if (!m_job->error.empty()) {
        notice = text::of(m_job->error);
    } else if (m_job->state == State::Lost) {
        notice = tr("Whoever ran it ended without a word.");
    }
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

void DetailPane::showActions()
{
    for (const Ask ask : {Ask::Cancel, Ask::Pause, Ask::Resume, Ask::Retry})
        m_asks[std::size_t(ask)]->setVisible(fits(*m_job, ask));
    m_open->setVisible(isOpenable(urlOf(*m_job)));
    m_open->setToolTip(text::of(m_job->url).toHtmlEscaped());
}

void DetailPane::request(const JobPtr &job, Ask ask)
{
    if (!job || !fits(*job, ask))
        return;
    const JobKey key = job->key;
    if (ask == Ask::Cancel &&
        !m_confirm(this, {.title = tr("Cancel “%1”?").arg(text::of(job->title)),
                          .text = tr("What it has done so far is not undone."),
                          .yes = tr("Cancel job"),
                          .no = job->state == State::Running ? tr("Let it run") : tr("Keep it")}))
        return;
    Q_EMIT askRequested(key, ask);
}

void DetailPane::fillMenu(QMenu &menu, const JobPtr &job)
{
    if (!job)
        return;
    for (const Ask ask : {Ask::Retry, Ask::Resume, Ask::Pause, Ask::Cancel}) {
        if (fits(*job, ask))
            menu.addAction(askName(ask), this, [this, job, ask] { request(job, ask); });
    }
    const QUrl url = urlOf(*job);
    if (isOpenable(url))
        menu.addAction(tr("Open result"), this, [this, url] { Q_EMIT urlRequested(url); });
    if (!menu.isEmpty())
        menu.addSeparator();
    const auto copy = [&](const QString &name, const QString &what) {
        if (!what.isEmpty())
            menu.addAction(name, this, [what] { copyText(what); });
    };
    copy(tr("Copy title"), text::of(job->title));
    copy(tr("Copy id"), text::of(job->key.id));
    copy(tr("Copy command"), text::command(*job));
    copy(tr("Copy error"), text::of(job->error));
    copy(tr("Copy link"), text::of(job->url));
    if (isFinal(job->state)) {
        menu.addSeparator();
        menu.addAction(tr("Forget"), this, [this, key = job->key] { Q_EMIT forgetRequested(key); });
    }
}

void DetailPane::keepTime()
{
    const bool moves = m_job && !isFinal(m_job->state) && isVisible();
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
    QPainter painter(this);
    const Theme &colours = themeOf(palette());
    const bool flip = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(flip ? width() - 1 : 0, 0, 1, height()), colours.line);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
}

} // namespace afoot::ui
