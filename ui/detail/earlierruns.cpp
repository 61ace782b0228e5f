#include "ui/detail/earlierruns.h"

#include "ui/controls.h"
#include "ui/frame.h"
#include "ui/jobs/rowpainter.h"
#include "ui/pages/runstats.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace afoot::ui {

QString placeAmong(const Job &job, const std::vector<EndedRun> &earlier, const QLocale &locale)
{
    const auto usual = usually(timed(earlier, EarlierRuns::weighed));
    if (!usual)
        return {};
    const QString span = fineText(*usual, locale);
    const auto took = isFinal(job.state) ? text::ranFor(job, job.updatedAt) : std::nullopt;
    if (took && job.state == State::Completed)
        return EarlierRuns::tr("This one took %1, usually it is %2")
            .arg(fineText(*took, locale), span);
    return EarlierRuns::tr("Usually %1").arg(span);
}

/// The rows, painted: sign, when, bar, duration.
class EarlierRuns::Rows : public QWidget
{
public:
    Rows(JobModel::NowFn now, QWidget *parent)
        : QWidget(parent), m_now(std::move(now)), m_type(parent->font())
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void show(const std::vector<EndedRun> &runs)
    {
        m_runs = runs;
        m_longest = longest(timed(runs, most)).value_or(Millis(0));
        QStringList said;
        for (const EndedRun &run : runs)
            said << EarlierRuns::tr("%1, %2, %3", "state, when, duration")
                        .arg(text::state(run.job.state), when(run), took(run));
        setAccessibleName(said.join(QStringLiteral("; ")));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {300, int(m_runs.size()) * line}; }
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &colours = themeOf(palette());
        const auto direction = layoutDirection();
        const double w = width();
        const auto place = [&](const QRectF &box) {
            return direction == Qt::RightToLeft
                       ? QRectF(w - box.right(), box.top(), box.width(), box.height())
                       : box;
        };
        double whenWidth = 0;
        double tookWidth = 0;
        for (const EndedRun &run : m_runs) {
            whenWidth = std::max(whenWidth, m_type.width(Face::Small, when(run)));
            tookWidth = std::max(tookWidth, m_type.width(Face::Small, took(run)));
        }
        whenWidth = std::min(whenWidth, w * 0.4);
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const Job &job = m_runs[i].job;
            const double top = double(i) * line;
            const Tone tone = toneOf(job, false);
            drawIcon(painter, iconOf(job, false), place(QRectF(0, top + 6, 12, 12)),
                     colours.of(tone));
            m_type.draw(painter, Face::Small, place(QRectF(20, top, whenWidth + 2, line)),
                        when(m_runs[i]), colours.secondary, direction);
            const double left = 20 + whenWidth + 12;
            const QRectF bar(left, top + line / 2.0 - 3, w - left - tookWidth - 12, 6);
            const auto ran = text::ranFor(job, job.updatedAt);
            if (ran && m_longest.count() > 0 && bar.width() > 16) {
                const double share = double(ran->count()) / double(m_longest.count());
                drawBar(painter, place(bar),
                        {.kind = Bar::Kind::Part,
                         .fraction = std::clamp(share, 0.0, 1.0),
                         .tone = tone == Tone::Ok ? Tone::Accent : tone},
                        0, colours, direction);
            }
            m_type.draw(painter, Face::Small,
                        place(QRectF(w - tookWidth - 2, top, tookWidth + 2, line)), took(m_runs[i]),
                        colours.text, direction, Qt::AlignRight);
        }
    }
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::FontChange)
            m_type.setFont(font());
        QWidget::changeEvent(event);
    }

private:
    static constexpr int line = 24;

    QString when(const EndedRun &run) const
    {
        return text::moment(run.job.finishedAt.value_or(run.job.updatedAt), m_now(), QLocale());
    }
    static QString took(const EndedRun &run)
    {
        const auto ran = text::ranFor(run.job, run.job.updatedAt);
        return ran ? fineText(*ran, QLocale()) : QString();
    }

    JobModel::NowFn m_now;
    std::vector<EndedRun> m_runs{};
    Millis m_longest{};
    Typesetter m_type;
};

EarlierRuns::EarlierRuns(JobModel::NowFn now, QWidget *parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_place(plainLabel(this, Face::Small))
    , m_rows(new Rows(m_now, this))
    , m_all(new Button({}, Button::Kind::Link, this))
{
    auto *title = new QLabel(tr("Earlier runs"), this);
    title->setFont(faceOf(font(), Face::SmallStrong));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_all->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(title);
    head->addWidget(m_place, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_all);
    foot->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_rows);
    column->addLayout(foot);
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        if (m_job)
            Q_EMIT allWanted(text::of(m_job->kind));
    });
    hide();
}

void EarlierRuns::setJob(const JobPtr &job)
{
    const bool isOther = !job || !m_job || job->key != m_job->key || job->kind != m_job->kind;
    m_job = job;
    if (isOther)
        show({});
    sayPlace();
}

void EarlierRuns::show(const std::vector<EndedRun> &runs)
{
    m_runs = runs;
    m_listed.assign(runs.begin(), runs.begin() + std::ptrdiff_t(std::min(runs.size(), most)));
    setVisible(m_job && !m_listed.empty());
    sayPlace();
    m_rows->show(m_listed);
    const QString kind = m_job ? text::of(m_job->kind) : QString();
    m_all->setText(tr("All runs of %1").arg(fontMetrics().elidedText(kind, Qt::ElideMiddle, 220)));
    m_all->setAccessibleName(tr("All runs of %1").arg(kind));
    m_all->updateGeometry();
}

void EarlierRuns::sayPlace()
{
    m_place->setText(m_job ? placeAmong(*m_job, m_runs, QLocale()) : QString());
}

} // namespace afoot::ui
