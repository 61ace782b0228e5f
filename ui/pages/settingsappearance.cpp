#include "ui/controls.h"
#include "ui/pages/settingssections.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace afoot::ui {

namespace {

constexpr QSize pictureSize{148, 96};
constexpr int captionHeight = 40;
constexpr int ringRoom = 4;

/// The window in few strokes, as it is in @p colours; @p box has the size of pictureSize.
void drawWindow(QPainter &painter, const QRectF &box, const Theme &colours, bool flip)
{
    const auto part = [&](double x, double y, double wide, double high) {
        return QRectF(flip ? box.right() - x - wide : box.left() + x, box.top() + y, wide, high);
    };
    const auto bar = [&](const QRectF &where, const QColor &color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(where, where.height() / 2, where.height() / 2);
    };
    painter.fillRect(box, colours.ground);
    painter.fillRect(part(0, 0, 38, box.height()), colours.side);
    painter.fillRect(part(38, 0, 1, box.height()), colours.line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.of(Tone::Accent));
    painter.drawRoundedRect(part(7, 8, 9, 9), 2.5, 2.5);
    for (int i = 0; i < 3; ++i)
        bar(part(7, 28 + 11 * i, 24, 4), i == 0 ? colours.of(Tone::Accent) : colours.pending);
    bar(part(48, 10, 34, 6), colours.text);
    for (int i = 0; i < 3; ++i) {
        const Tone tone = i == 0 ? Tone::Accent : i == 1 ? Tone::Bad : Tone::Ok;
        const double y = 28 + 20 * i;
        bar(part(48, y, 56 - 10 * i, 4), colours.text);
        bar(part(48, y + 8, 88, 4), colours.track);
        bar(part(48, y + 8, i == 0 ? 52 : i == 1 ? 34 : 88, 4), colours.of(tone));
    }
}

/// A choice of colours, with a picture of what comes of it.
class Picture : public QAbstractButton
{
public:
    Picture(const QString &name, Settings::Colours colours, QWidget *parent)
        : QAbstractButton(parent), m_colours(colours)
    {
        setText(name);
        setAccessibleName(name);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setMinimumWidth(72);
        setMaximumWidth(sizeHint().width());
    }
    QSize sizeHint() const override
    {
        const int wide = pictureSize.width() + 2 * ringRoom;
        return {wide, heightForWidth(wide)};
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int wide) const override
    {
        return (wide - 2 * ringRoom) * pictureSize.height() / pictureSize.width() + 2 * ringRoom +
               captionHeight;
    }
    Settings::Colours colours() const { return m_colours; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &own = themeOf(palette());
        const double scale = double(width() - 2 * ringRoom) / pictureSize.width();
        const QRectF box(QPointF(ringRoom, ringRoom), QSizeF(pictureSize) * scale);
        const bool flip = layoutDirection() == Qt::RightToLeft;
        const auto draw = [&](Scheme with, const QPainterPath &clip) {
            painter.save();
            painter.setClipPath(clip);
            painter.translate(box.topLeft());
            painter.scale(scale, scale);
            drawWindow(painter, QRectF(QPointF(), QSizeF(pictureSize)), theme(with, own.contrast),
                       flip);
            painter.restore();
        };
        QPainterPath whole;
        whole.addRoundedRect(box, 6, 6);
        draw(m_colours == Settings::Colours::Dark ? Scheme::Dark : Scheme::Light, whole);
        if (m_colours == Settings::Colours::Desktop) {
            QPainterPath half;
            half.addPolygon(QPolygonF({box.topRight(), box.bottomRight(), box.bottomLeft()}));
            half.closeSubpath();
            draw(Scheme::Dark, whole.intersected(half));
        }
        const QColor accent = own.of(Tone::Accent);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(isChecked() ? QPen(accent, 2) : QPen(own.line, 1));
        painter.drawRoundedRect(isChecked() ? box.adjusted(-2, -2, 2, 2) : box, 7, 7);
        painter.setFont(faceOf(font(), isChecked() ? Face::Strong : Face::Body));
        painter.setPen(isChecked() ? accent : own.text);
        const QRectF caption(0, box.bottom() + 2 * ringRoom, width(), captionHeight - ringRoom);
        painter.drawText(caption, int(Qt::AlignHCenter | Qt::AlignTop) | int(Qt::TextWordWrap),
                         text());
        if (showsFocus(*this))
            drawFocus(painter, QRectF(rect()), 8, accent);
    }

private:
    Settings::Colours m_colours;
};

} // namespace

AppearanceSettings::AppearanceSettings(QWidget *parent) : SettingsSection(tr("Appearance"), parent)
{
    using Colours = Settings::Colours;
    using Motion = Settings::Motion;
    auto *pictures = new QWidget(this);
    pictures->setAccessibleName(tr("Colours"));
    auto *group = new QButtonGroup(pictures);
    auto *across = new QHBoxLayout(pictures);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(12);
    for (const auto &[name, colours] :
         {std::pair(tr("As the desktop"), Colours::Desktop), std::pair(tr("Light"), Colours::Light),
          std::pair(tr("Dark"), Colours::Dark)}) {
        auto *picture = new Picture(name, colours, pictures);
        across->addWidget(picture);
        group->addButton(picture);
        connect(picture, &QAbstractButton::toggled, this, [this, wanted = colours](bool on) {
            if (on)
                change([wanted](Settings &s) { s.colours = wanted; });
        });
        whenShown(
            [picture](const Settings &s) { picture->setChecked(s.colours == picture->colours()); });
    }
    across->addStretch(1);
    addCard(tr("Colours"))->addWide(pictures);

    SettingsCard *card = addCard();
    card->addRow(tr("High contrast"),
                 tr("Darker text, lines that can be seen, no grey on grey. It is there, too, while "
                    "the desktop asks for it."),
                 {makeSwitch([](Settings &s) -> bool & { return s.isHighContrast; })});
    card->addRow(tr("Motion"), tr("Bars that glide, and what moves while a job knows no percent."),
                 {makeChoice<Motion>({{tr("As the desktop"), Motion::Desktop},
                                      {tr("Full"), Motion::Full},
                                      {tr("Reduced"), Motion::Reduced}},
                                     [](Settings &s) -> Motion & { return s.motion; })});
}

} // namespace afoot::ui
