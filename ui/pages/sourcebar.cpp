#include "ui/pages/sourcebar.h"

#include "ui/frame.h"
#include "ui/sourcemark.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

SourceBar::SourceBar(QWidget *parent)
    : QWidget(parent)
    , m_name(plainLabel(this, Face::Strong))
    , m_state(plainLabel(this, Face::Body))
    , m_address(plainLabel(this, Face::Small))
    , m_retry(new Button(tr("Retry now"), Button::Kind::Link, this))
    , m_pause(new Button(tr("Pause"), Button::Kind::Link, this))
    , m_edit(new Button(tr("Edit"), Button::Kind::Link, this))
    , m_details(new Button(tr("Details"), Button::Kind::Link, this))
    , m_remove(new Button(tr("Remove"), Button::Kind::Link, this))
{
    setFixedHeight(54);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, 8);
    row->setSpacing(0);
    row->addSpacing(20);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_state);
    words->addWidget(m_address);
    words->addStretch(1);
    row->addLayout(words, 1);
    row->addSpacing(12);
    for (Button *button : {m_retry, m_pause, m_edit, m_details, m_remove})
        row->addWidget(button);
    connect(m_retry, &QAbstractButton::clicked, this,
            [this] { Q_EMIT retryRequested(m_source.name); });
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        Q_EMIT pauseRequested(m_source.name, m_source.link != SourceState::Link::Paused);
    });
    connect(m_edit, &QAbstractButton::clicked, this,
            [this] { Q_EMIT editRequested(m_source.name); });
    connect(m_details, &QAbstractButton::clicked, this,
            [this] { Q_EMIT detailsRequested(m_source.name); });
    connect(m_remove, &QAbstractButton::clicked, this,
            [this] { Q_EMIT removeRequested(m_source.name); });
    m_name->hide();
    hide();
}

void SourceBar::setNamed()
{
    m_name->show();
    setFixedHeight(60);
    layout()->setContentsMargins(0, 0, 0, 0);
}

void SourceBar::show(const SourceState &source, WallTime now)
{
    using Link = SourceState::Link;
    m_source = source;
    m_tone = toneOf(source, now);
    QString said = stateText(source, now, QLocale());
    if (source.badMessages > 0)
        said = source.badMessages == 1
                   ? tr("%1. One message could not be read").arg(said)
                   : tr("%1. %2 messages could not be read", nullptr, int(source.badMessages))
                         .arg(said, QLocale().toString(source.badMessages));
    m_name->setText(source.name);
    m_state->setText(said);
    m_address->setText(addressText(source));
    m_retry->setVisible(source.link == Link::Reconnecting || source.link == Link::Polling ||
                        source.link == Link::Disconnected ||
                        (source.link == Link::Over && source.pollEvery));
    m_pause->setText(source.link == Link::Paused ? tr("Resume") : tr("Pause"));
    setAccessibleName(m_name->isHidden() ? said : source.name + u": "_s + said);
    setVisible(true);
    update();
}

void SourceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = layout()->contentsMargins().left() + 6.0;
    const QWidget *beside = m_name->isHidden() ? m_state : m_name;
    const QPointF at(layoutDirection() == Qt::RightToLeft ? width() - x : x,
                     beside->geometry().center().y() + 1);
    drawSourceMark(painter, at, isFine(m_source) ? MarkShape::Dot : MarkShape::Ring,
                   themeOf(palette()).of(m_tone));
}

} // namespace afoot::ui
