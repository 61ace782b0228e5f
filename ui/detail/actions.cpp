#include "ui/detail/actions.h"

#include "ui/controls.h"
#include "ui/detail/jobtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;
/// What helps comes before what ends it.
constexpr std::array inOrder{Ask::Retry, Ask::Resume, Ask::Pause, Ask::Cancel};

} // namespace

bool isOpenable(const QUrl &url)
{
    if (!url.isValid() || url.isRelative())
        return false;
    const QString scheme = url.scheme();
    return ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty()) ||
           (scheme == "file"_L1 && url.host().isEmpty() && !url.path().isEmpty());
}

QUrl urlOf(const Job &job)
{
    return QUrl(text::of(job.url), QUrl::StrictMode);
}

QString labelOf(Ask ask)
{
    switch (ask) {
    case Ask::Cancel:
        return JobActions::tr("Cancel job");
    case Ask::Pause:
        return JobActions::tr("Pause");
    case Ask::Resume:
        return JobActions::tr("Resume");
    case Ask::Retry:
        return JobActions::tr("Run again");
    }
    return {};
}

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

bool isMeant(const Job &job, Ask ask, const Confirm &confirm, QWidget *parent)
{
    if (ask != Ask::Cancel)
        return true;
    return confirm(parent, {.title = JobActions::tr("Cancel “%1”?").arg(text::of(job.title)),
                            .text = JobActions::tr("What it has done so far is not undone."),
                            .yes = JobActions::tr("Cancel job"),
                            .no = job.state == State::Running ? JobActions::tr("Let it run")
                                                              : JobActions::tr("Keep it")});
}

JobActions::JobActions(JobModel::NowFn now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_confirm(askPerson)
    , m_open(new Button(tr("Open result"), Button::Kind::Primary, this))
    , m_more(new Button(tr("More"), Button::Kind::Plain, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    // what does not fit is hidden: the row may be as narrow as it has to
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->addWidget(m_open);
    for (const Ask ask : inOrder) {
        auto *button = new Button(labelOf(ask), Button::Kind::Plain, this);
        connect(button, &QAbstractButton::clicked, this, [this, ask] { request(m_job, ask); });
        m_asks[std::size_t(ask)] = button;
        row->addWidget(button);
    }
    row->addWidget(m_more);
    row->addStretch(1);
    connect(m_open, &QAbstractButton::clicked, this, &JobActions::openResult);
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        QMenu menu(this);
        fillMenu(menu, m_job);
        const int wide =
            layoutDirection() == Qt::RightToLeft ? m_more->width() - menu.sizeHint().width() : 0;
        menu.exec(m_more->mapToGlobal(QPoint(wide, m_more->height() + 2)));
    });
}

void JobActions::show(const JobPtr &job)
{
    m_job = job;
    if (!m_job)
        return;
    m_open->setToolTip(text::of(m_job->url).toHtmlEscaped());
    fit();
}

void JobActions::openResult()
{
    if (m_job && isOpenable(urlOf(*m_job)))
        Q_EMIT urlRequested(urlOf(*m_job));
}

void JobActions::copyTitle() const
{
    if (m_job)
        QGuiApplication::clipboard()->setText(text::of(m_job->title));
}

void JobActions::forgetIt()
{
    if (m_job && isFinal(m_job->state))
        forget(m_job);
}

void JobActions::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// What there is no room for is in the menu alone, from the end.
void JobActions::fit()
{
    if (!m_job)
        return;
    int room = width() - m_more->sizeHint().width();
    const auto place = [&](Button *button, bool wanted) {
        const int wide = button->sizeHint().width() + gap;
        const bool shown = wanted && (wide <= room || button == m_open);
        button->setVisible(shown);
        if (shown)
            room -= wide;
    };
    place(m_open, isOpenable(urlOf(*m_job)));
    // who is in a hurry looks for how to stop it
    place(m_asks[std::size_t(Ask::Cancel)], fits(*m_job, Ask::Cancel));
    for (const Ask ask : inOrder) {
        if (ask != Ask::Cancel)
            place(m_asks[std::size_t(ask)], fits(*m_job, ask));
    }
}

void JobActions::request(const JobPtr &job, Ask ask)
{
    if (!job || !fits(*job, ask))
        return;
    const JobKey key = job->key;
    if (isMeant(*job, ask, m_confirm, this))
        Q_EMIT askRequested(key, ask);
}

void JobActions::forget(const JobPtr &job)
{
    const JobKey key = job->key;
    if (m_confirm(this, {.title = tr("Forget “%1”?").arg(text::of(job->title)),
                         .text = tr("It leaves the list and the history, and its log goes with it. "
                                    "“Clear finished” keeps the history."),
                         .yes = tr("Forget"),
                         .no = tr("Keep it")}))
        Q_EMIT forgetRequested(key);
}

void JobActions::fillMenu(QMenu &menu, const JobPtr &job)
{
    if (!job)
        return;
    for (const Ask ask : inOrder) {
        if (fits(*job, ask))
            menu.addAction(labelOf(ask), this, [this, job, ask] { request(job, ask); });
    }
    const QUrl url = urlOf(*job);
    if (isOpenable(url))
        menu.addAction(tr("Open result"), this, [this, url] { Q_EMIT urlRequested(url); });
    if (!m_menuEnd)
        menu.addAction(tr("Open in its own window"), this,
                       [this, key = job->key] { Q_EMIT windowRequested(key); });
    menu.addSeparator();
    const auto copy = [&](const QString &name, const QString &what) {
        if (!what.isEmpty())
            menu.addAction(name, this, [what] { QGuiApplication::clipboard()->setText(what); });
    };
    copy(tr("Copy title"), text::of(job->title));
    copy(tr("Copy id"), text::of(job->key.id));
    copy(tr("Copy command"), text::command(*job));
    copy(tr("Copy error"), text::of(job->error));
    copy(tr("Copy link"), text::of(job->url));
    menu.addAction(tr("Copy all as text"), this, [this, job] {
        QGuiApplication::clipboard()->setText(text::whole(*job, m_now(), QLocale()));
    });
    if (m_menuEnd) {
        m_menuEnd(menu);
    } else if (isFinal(job->state)) {
        menu.addSeparator();
        menu.addAction(tr("Forget …"), this, [this, job] { forget(job); });
    }
}

} // namespace afoot::ui
