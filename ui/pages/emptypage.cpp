#include "ui/pages/emptypage.h"

#include "ui/controls.h"
#include "ui/pages/commandbox.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

EmptyPage::EmptyPage(const QString &curl, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_first(new QWidget(this))
    , m_run(new CommandBox(this))
    , m_curl(new CommandBox(this))
    , m_curlTitle(new QLabel(tr("Or report it from any program"), this))
    , m_runTitle(new QLabel(tr("Put this in front of a command"), this))
    , m_sample(new Button(tr("Run a sample job"), Button::Kind::Primary, this))
    , m_clear(new Button(tr("Show all jobs"), Button::Kind::Plain, this))
{
    QFont title = faceOf(font(), Face::Heading);
    title.setPixelSize(18);
    m_title->setFont(title);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_runTitle, m_curlTitle})
        label->setFont(faceOf(font(), Face::SmallStrong));
    m_run->setLine(u"afoot run -- make -j8"_s);

    auto *inner = new QVBoxLayout;
    inner->setSpacing(0);
    inner->addWidget(m_title);
    inner->addSpacing(8);
    inner->addWidget(m_text);
    inner->addSpacing(20);
    auto *first = new QVBoxLayout(m_first);
    first->setContentsMargins(0, 0, 0, 0);
    first->setSpacing(6);
    first->addWidget(m_runTitle);
    first->addWidget(m_run);
    first->addSpacing(10);
    first->addWidget(m_curlTitle);
    first->addWidget(m_curl);
    first->addSpacing(18);
    first->addWidget(m_sample);
    inner->addWidget(m_first);
    inner->addWidget(m_clear);
    auto *box = new QWidget(this);
    box->setMaximumWidth(560);
    box->setLayout(inner);
    inner->setContentsMargins(24, 0, 24, 0);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(box, 20);
    across->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(2);
    column->addLayout(across);
    column->addStretch(3);
    connect(m_sample, &QAbstractButton::clicked, this, &EmptyPage::sampleRequested);
    connect(m_clear, &QAbstractButton::clicked, this, &EmptyPage::filterClearRequested);
    setCurl(curl);
}

void EmptyPage::setCurl(const QString &curl)
{
    m_curl->setLine(curl);
    m_hasCurl = !curl.isEmpty();
    setWhy(m_why);
}

/// Hands it on. Not by a focus proxy: Qt moves that one before all else of the page in the order of Tab.
void EmptyPage::focusInEvent(QFocusEvent *event)
{
    QWidget *first = m_first->isHidden() ? m_clear : m_sample;
    if (!first->isHidden())
        first->setFocus(event->reason());
}

void EmptyPage::setWhy(Why why)
{
    m_why = why;
    const bool first = why == Why::NoJobs;
    switch (why) {
    case Why::NoJobs:
        m_title->setText(tr("Nothing is afoot yet"));
        m_text->setText(tr("Every long-running job shows up here: how far it is, how long it will "
                           "take, and how it ended."));
        break;
    case Why::NoMatch:
        m_title->setText(tr("No job matches"));
        m_text->setText(tr("There are jobs, but none that fits what you filter by."));
        break;
    case Why::NoneThere:
        m_title->setText(tr("No jobs from here"));
        m_text->setText(tr("What this source reports shows up here. How the connection to it is "
                           "stands above."));
        break;
    case Why::Away:
        m_title->setText(tr("The jobs are not known right now"));
        m_text->setText(tr("While the connection is away nobody can say what runs. Jobs go on "
                           "without it and show up here once it is back."));
        break;
    }
    m_first->setVisible(first);
    m_curlTitle->setVisible(m_hasCurl);
    m_curl->setVisible(m_hasCurl);
    m_clear->setVisible(why == Why::NoMatch || why == Why::NoneThere);
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace afoot::ui
