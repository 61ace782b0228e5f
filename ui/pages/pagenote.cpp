#include "ui/pages/pagenote.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace afoot::ui {

class PageNote::Sign : public QWidget
{
public:
    using QWidget::QWidget;
    void show(Icon icon, Tone tone)
    {
        m_icon = icon;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &colours = themeOf(palette());
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.tint(m_tone));
        painter.drawEllipse(rect());
        drawIcon(painter, m_icon, QRectF(rect()).adjusted(14, 14, -14, -14), colours.of(m_tone));
    }

private:
    Icon m_icon = Icon::None;
    Tone m_tone = Tone::Idle;
};

PageNote::PageNote(QWidget *parent)
    : QWidget(parent)
    , m_sign(new Sign(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new Button({}, Button::Kind::Plain, this))
{
    m_sign->setFixedSize(48, 48);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_title->setFont(faceOf(font(), Face::Title));
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setMaximumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_sign, 0, Qt::AlignHCenter);
    column->addSpacing(16);
    column->addWidget(m_title);
    column->addSpacing(4);
    auto *words = new QHBoxLayout;
    words->addStretch(1);
    words->addWidget(m_text, 100);
    words->addStretch(1);
    column->addLayout(words);
    column->addSpacing(16);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QAbstractButton::clicked, this, &PageNote::actionWanted);
}

void PageNote::say(Icon icon, Tone tone, const QString &title, const QString &text,
                   const QString &action)
{
    m_sign->show(icon, tone);
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->updateGeometry();
}

QString PageNote::title() const
{
    return m_title->text();
}

} // namespace afoot::ui
