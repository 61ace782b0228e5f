#include "ui/detail/ratesection.h"

#include "ui/detail/sparkline.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace afoot::ui {

QString rateText(const RateLine &line, std::string_view unit, const QLocale &locale)
{
    const auto said = [&](double rate) {
        const QString words = text::rate(rate, unit, locale);
        return words.isEmpty() ? RateSection::tr("nothing", "a rate of none") : words;
    };
    const QString average = said(line.average());
    const QString peak = said(line.peak());
    if (const auto latest = line.latest())
        return RateSection::tr("%1 now  ·  average %2  ·  peak %3", "rates")
            .arg(said(*latest), average, peak);
    return RateSection::tr("average %1  ·  peak %2", "rates").arg(average, peak);
}

RateSection::RateSection(QWidget *parent)
    : QWidget(parent)
    , m_since(new QLabel(this))
    , m_line(new Sparkline(this))
    , m_words(new QLabel(this))
{
    auto *title = new QLabel(tr("Rate"), this);
    title->setFont(faceOf(font(), Face::SmallStrong));
    for (QLabel *label : {m_since, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setFont(faceOf(font(), Face::Small));
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(40);
    auto *row = new QHBoxLayout;
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_since);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_line);
    column->addWidget(m_words);
    hide();
}

void RateSection::show(const Job &job, const RateLine *line, WallTime now)
{
    std::vector<RateLine::Point> points = line ? line->points() : std::vector<RateLine::Point>();
    setVisible(hasLine(points));
    if (isHidden())
        return;
    const QLocale locale;
    m_since->setText(tr("since %1").arg(text::moment(points.front().at, now, locale)));
    const bool over = isFinal(job.state);
    const WallTime until = over ? points.back().at : now;
    m_line->show(std::move(points), until, over ? Tone::Idle : Tone::Accent);
    m_words->setText(rateText(*line, job.unit, locale));
    m_line->setAccessibleName(tr("Rate over time: %1").arg(m_words->text()));
}

} // namespace afoot::ui
