#include "ui/frame.h"

#include "ui/sourcemark.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace afoot::ui {

using namespace Qt::StringLiterals;

ElidedLabel *plainLabel(QWidget *parent, Face face)
{
    auto *label = new ElidedLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(faceOf(parent->font(), face));
    return label;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    // where it stands is the window's matter, which way it runs the text's own
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto align = QStyle::visualAlignment(layoutDirection(), alignment());
    painter.drawText(rect(), int(align) | int(Qt::AlignAbsolute) | int(Qt::TextSingleLine), shown);
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = fontMetrics().horizontalAdvance(text()) > width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           cut ? text().toHtmlEscaped() : toolTip(), this);
        return true;
    }
    return QLabel::event(event);
}

Header::Header(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(plainLabel(this, Face::Body))
    , m_filter(new SearchField(tr("Filter jobs"), this))
    , m_group(new IconButton(Icon::Groups, QString(), this))
    , m_clear(new Button(tr("Clear finished"), Button::Kind::Plain, this))
    , m_add(new Button(tr("Add source"), Button::Kind::Primary, this))
{
    setFixedHeight(68);
    m_title->setFont(faceOf(font(), Face::Heading));
    m_title->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setContentsMargins(0, 4, 0, 0);
    m_summary->setMinimumWidth(0);
    m_clear->setToolTip(tr("Take completed and canceled jobs off the list"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(0);
    row->addSpacing(8);
    row->addWidget(m_title);
    row->addSpacing(16);
    row->addWidget(m_summary, 1);
    row->addSpacing(12);
    row->addWidget(m_filter);
    row->addSpacing(8);
    row->addWidget(m_group);
    row->addSpacing(8);
    row->addWidget(m_clear);
    row->addSpacing(14);
    row->addWidget(m_add);
    m_filter->setMinimumWidth(112);
    m_filter->setMaximumWidth(220);
    m_filter->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setGrouping(Grouping::None);
    connect(m_group, &QAbstractButton::clicked, this, &Header::showGroupings);
    connect(m_clear, &QAbstractButton::clicked, this, &Header::clearRequested);
    connect(m_add, &QAbstractButton::clicked, this, &Header::addSourceRequested);
}

void Header::setGrouping(Grouping grouping)
{
    m_grouping = grouping;
    m_group->setName(grouping == Grouping::None       ? tr("Group jobs")
                     : grouping == Grouping::BySource ? tr("Group jobs: by source")
                                                      : tr("Group jobs: by kind"));
    m_group->setActive(grouping != Grouping::None);
}

void Header::showGroupings()
{
    QMenu menu(this);
    menu.setAccessibleName(tr("Group jobs"));
    QActionGroup choice(&menu);
    const auto offer = [&](const QString &name, Grouping grouping) {
        QAction *action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(grouping == m_grouping);
        action->setData(int(grouping));
        choice.addAction(action);
    };
    offer(tr("Do not group"), Grouping::None);
    offer(tr("By source"), Grouping::BySource);
    offer(tr("By kind"), Grouping::ByKind);
    menu.setActiveAction(choice.checkedAction());
    const QPoint under =
        isRightToLeft() ? m_group->rect().bottomRight() : m_group->rect().bottomLeft();
    if (const QAction *chosen = menu.exec(m_group->mapToGlobal(under)))
        Q_EMIT groupingChosen(Grouping(chosen->data().toInt()));
}

void Header::setTitle(const QString &title)
{
    m_title->setText(title);
    fit();
}

void Header::setSummary(const QString &summary)
{
    if (summary == m_text)
        return;
    m_text = summary;
    fit();
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void Header::fit()
{
    // half a clause says less than none
    const int room = width() - 24 - 16 - 8 - 28 - 8 - 14 - 28 - m_title->sizeHint().width() -
                     m_clear->sizeHint().width() - m_add->sizeHint().width() -
                     m_filter->sizeHint().width();
    QString shown = m_text;
    const QFontMetrics metrics = m_summary->fontMetrics();
    while (!shown.isEmpty() && metrics.horizontalAdvance(shown) > room) {
        const auto comma = shown.lastIndexOf(u',');
        shown.truncate(std::max<qsizetype>(0, comma));
    }
    m_summary->setText(shown);
}

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_lead(new QLabel(this))
    , m_rest(plainLabel(this, Face::Body))
    , m_retry(new Button(tr("Retry now"), Button::Kind::Warn, this))
{
    setFixedHeight(48);
    m_lead->setTextFormat(Qt::PlainText);
    m_lead->setFont(faceOf(font(), Face::Strong));
    auto *row = new QHBoxLayout(this);
    // spacings are mirrored from right to left, margins are not
    row->setContentsMargins(24, 2, 24, 8);
    row->setSpacing(0);
    row->addSpacing(36);
    row->addWidget(m_lead);
    row->addSpacing(10);
    row->addWidget(m_rest, 1);
    row->addSpacing(12);
    row->addWidget(m_retry);
    connect(m_retry, &QAbstractButton::clicked, this, &Banner::retryRequested);
    tint();
    hide();
}

void Banner::setText(const AwayText &text)
{
    m_lead->setText(text.lead);
    m_sentences = text.rest;
    setAccessibleName(text.lead + u". "_s + text.rest.join(u' '));
    setVisible(!text.lead.isEmpty());
    fit();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// As many sentences as there is room for, half of one says less than none.
void Banner::fit()
{
    const int room =
        width() - 2 * 24 - 36 - 10 - 12 - m_retry->sizeHint().width() - m_lead->sizeHint().width();
    QStringList shown = m_sentences;
    while (shown.size() > 1 && m_rest->fontMetrics().horizontalAdvance(shown.join(u' ')) > room)
        shown.removeFirst();
    m_rest->setText(shown.join(u' '));
}

void Banner::tint()
{
    QPalette warned = m_lead->palette();
    warned.setColor(QPalette::WindowText, themeOf(palette()).of(Tone::Warn));
    m_lead->setPalette(warned);
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.setPen(colours.warnLine);
    painter.setBrush(colours.tint(Tone::Warn));
    painter.drawRoundedRect(QRectF(16.5, 2.5, width() - 33, 37), 7, 7);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    drawIcon(painter, Icon::Stale, QRectF(flip ? width() - 46 : 30, 13, 16, 16),
             colours.of(Tone::Warn));
}

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent), m_listening(plainLabel(this, Face::Small)), m_traffic(new QLabel(this))
{
    setFixedHeight(32);
    m_traffic->setFont(faceOf(font(), Face::Small));
    for (QLabel *label : {m_listening, m_traffic})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    row->addSpacing(24 + 16);
    row->addWidget(m_listening, 1);
    row->addWidget(m_traffic);
    auto *compact = new IconButton(Icon::Strip, tr("Only what runs, in a small window"), this);
    row->addSpacing(8);
    row->addWidget(compact);
    row->addSpacing(16);
    connect(compact, &QAbstractButton::clicked, this, &StatusLine::compactRequested);
    m_listening->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void StatusLine::setListening(const Listening &listening, bool good)
{
    m_listening->setText(listening.text);
    // always rich: Qt would show what is escaped in a text without a tag as it is
    const QString tip = listening.tip.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    m_listening->setToolTip(tip.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(tip));
    m_good = good;
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.fillRect(rect(), colours.foot);
    painter.fillRect(QRect(0, 0, width(), 1), colours.line);
    if (m_listening->text().isEmpty())
        return;
    const QColor ink = colours.of(m_good ? Tone::Ok : Tone::Bad);
    const QPointF at(layoutDirection() == Qt::RightToLeft ? width() - 28 : 28, 16.5);
    drawSourceMark(painter, at, m_good ? MarkShape::Dot : MarkShape::Ring, ink);
}

} // namespace afoot::ui
