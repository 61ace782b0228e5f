#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOptionSlider>

#include <algorithm>
#include <array>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QColor rgb(unsigned value)
{
    return QColor(int(value >> 16U & 0xffU), int(value >> 8U & 0xffU), int(value & 0xffU));
}

const Theme light{
    .scheme = Scheme::Light,
    .ground = rgb(0xffffff),
    .side = rgb(0xeef0f4),
    .foot = rgb(0xf4f5f8),
    .field = rgb(0xffffff),
    .raised = rgb(0xffffff),
    .line = rgb(0xdfe3ea),
    .rule = rgb(0xebeef3),
    .text = rgb(0x161b26),
    .secondary = rgb(0x565f6f),
    .track = rgb(0xe4e8ef),
    .pending = rgb(0x8891a0),
    .stopped = rgb(0x868f9d),
    .selected = rgb(0xf2f6ff),
    .selectedLine = rgb(0x9db4ee),
    .hovered = rgb(0xf7f8fa),
    .warnLine = rgb(0xebcb8b),
    .onAccent = rgb(0xffffff),
    .shadow = QColor(20, 28, 45, 64),
};

const Theme dark{
    .scheme = Scheme::Dark,
    .ground = rgb(0x1b2029),
    .side = rgb(0x161a21),
    .foot = rgb(0x12151b),
    .field = rgb(0x12151b),
    .raised = rgb(0x242934),
    .line = rgb(0x2c333f),
    .rule = rgb(0x262c37),
    .text = rgb(0xe8ebf1),
    .secondary = rgb(0xa3adbc),
    .track = rgb(0x2e3541),
    .pending = rgb(0x7a8597),
    .stopped = rgb(0x7d8796),
    .selected = rgb(0x202a3f),
    .selectedLine = rgb(0x506da3),
    .hovered = rgb(0x1f252f),
    .warnLine = rgb(0x5c4824),
    .onAccent = rgb(0x10151f),
    .shadow = QColor(0, 0, 0, 140),
};

const Theme clearLight{
    .scheme = Scheme::Light,
    .contrast = Contrast::High,
    .ground = rgb(0xffffff),
    .side = rgb(0xf4f5f7),
    .foot = rgb(0xf4f5f7),
    .field = rgb(0xffffff),
    .raised = rgb(0xffffff),
    .line = rgb(0x4b525e),
    .rule = rgb(0x767d89),
    .text = rgb(0x000000),
    .secondary = rgb(0x2a303a),
    .track = rgb(0xdfe2e8),
    .pending = rgb(0x454c58),
    .stopped = rgb(0x454c58),
    .selected = rgb(0xe6eeff),
    .selectedLine = rgb(0x103a9c),
    .hovered = rgb(0xeceef2),
    .warnLine = rgb(0x5c3600),
    .onAccent = rgb(0xffffff),
    .shadow = QColor(0, 0, 0, 96),
};

const Theme clearDark{
    .scheme = Scheme::Dark,
    .contrast = Contrast::High,
    .ground = rgb(0x000000),
    .side = rgb(0x0b0d11),
    .foot = rgb(0x0b0d11),
    .field = rgb(0x000000),
    .raised = rgb(0x11141a),
    .line = rgb(0x9aa4b4),
    .rule = rgb(0x717b8a),
    .text = rgb(0xffffff),
    .secondary = rgb(0xd8dee8),
    .track = rgb(0x2b313c),
    .pending = rgb(0xaeb7c5),
    .stopped = rgb(0xaeb7c5),
    .selected = rgb(0x10203f),
    .selectedLine = rgb(0x9dbdff),
    .hovered = rgb(0x171b22),
    .warnLine = rgb(0xffd28f),
    .onAccent = rgb(0x000000),
    .shadow = QColor(0, 0, 0, 200),
};

constexpr std::array lightTones{rgb(0x2557d6), rgb(0x14793f), rgb(0xc42b2b), rgb(0x8a5200),
                                rgb(0x566071)};
constexpr std::array darkTones{rgb(0x7aa7ff), rgb(0x53c98f), rgb(0xff857c), rgb(0xefb557),
                               rgb(0xa0aaba)};
constexpr std::array lightTints{rgb(0xdfe8fc), rgb(0xdff3e7), rgb(0xfce2e1), rgb(0xfcefd6),
                                rgb(0xe9ecf1)};
constexpr std::array darkTints{rgb(0x223154), rgb(0x1b3a2d), rgb(0x472628), rgb(0x40321c),
                               rgb(0x2a303b)};

constexpr std::array clearLightTones{rgb(0x103a9c), rgb(0x0a4d25), rgb(0x8a1212), rgb(0x5c3600),
                                     rgb(0x333b48)};
constexpr std::array clearDarkTones{rgb(0xafcaff), rgb(0x86e6b6), rgb(0xffb5ae), rgb(0xffd28f),
                                    rgb(0xd0d7e1)};
constexpr std::array clearDarkTints{rgb(0x16264a), rgb(0x0e2d1f), rgb(0x3d1a1b), rgb(0x33260d),
                                    rgb(0x232932)};

/// Fusion, with scroll bars that are there only as much as they are needed.
class Style : public QProxyStyle
{
public:
    Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { setObjectName(u"afoot"_s); }

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override
    {
        return metric == PM_ScrollBarExtent ? 12 : QProxyStyle::pixelMetric(metric, option, widget);
    }

    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override
    {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (control != CC_ScrollBar || !bar)
            return QProxyStyle::subControlRect(control, option, part, widget);
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? bar->rect.width() : bar->rect.height();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0)
            handle =
                std::max(32, int(qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep)));
        handle = std::min(handle, length);
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                               length - handle, bar->upsideDown);
        const auto rect = [&](int from, int size) {
            const QRect box = across ? QRect(from, 0, size, bar->rect.height())
                                     : QRect(0, from, bar->rect.width(), size);
            return visualRect(bar->direction, bar->rect, box);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return rect(at, handle);
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return rect(0, at);
        case SC_ScrollBarAddPage:
            return rect(at + handle, length - at - handle);
        default:
            return {};
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element != PE_PanelScrollAreaCorner)
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override
    {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (control != CC_ScrollBar || !bar) {
            QProxyStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        if (bar->maximum <= bar->minimum)
            return;
        const Theme &colours = themeOf(bar->palette);
        const bool hot = bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken);
        const QRectF box = subControlRect(control, option, SC_ScrollBarSlider, widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(hot ? colours.pending
                              : colours.pending.lighter(colours.scheme == Scheme::Dark ? 75 : 128));
        painter->drawRoundedRect(box.adjusted(3, 3, -3, -3), 3, 3);
        painter->restore();
    }
};

QString chosenFamily()
{
    const QStringList families = QFontDatabase::families();
    for (const QString &wanted : {u"Inter"_s, u"Noto Sans"_s}) {
        if (families.contains(wanted))
            return wanted;
    }
    return {};
}

} // namespace

QColor Theme::of(Tone tone) const
{
    const bool isClear = contrast == Contrast::High;
    const auto &tones = scheme == Scheme::Dark ? (isClear ? clearDarkTones : darkTones)
                                               : (isClear ? clearLightTones : lightTones);
    return tones[std::size_t(tone)];
}

QColor Theme::tint(Tone tone) const
{
    const auto &tints = scheme == Scheme::Light      ? lightTints
                        : contrast == Contrast::High ? clearDarkTints
                                                     : darkTints;
    return tints[std::size_t(tone)];
}

const Theme &theme(Scheme scheme, Contrast contrast)
{
    if (contrast == Contrast::High)
        return scheme == Scheme::Dark ? clearDark : clearLight;
    return scheme == Scheme::Dark ? dark : light;
}

Contrast contrastOf(const QPalette &palette)
{
    const QRgb line = palette.color(QPalette::Active, QPalette::Mid).rgb();
    return line == clearDark.line.rgb() || line == clearLight.line.rgb() ? Contrast::High
                                                                         : Contrast::Normal;
}

Scheme schemeOf(const QPalette &palette)
{
    const int ground = qGray(palette.color(QPalette::Active, QPalette::Window).rgb());
    const int text = qGray(palette.color(QPalette::Active, QPalette::WindowText).rgb());
    return ground < text ? Scheme::Dark : Scheme::Light;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const QColor accent = theme.of(Tone::Accent);
    palette.setColor(QPalette::Window, theme.ground);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.side);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.of(Tone::Bad));
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, theme.raised);
    palette.setColor(QPalette::Midlight, theme.line);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow,
                     theme.scheme == Scheme::Dark ? QColor(Qt::black) : theme.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.pending);
    return palette;
}

void dress(QApplication &app, Scheme scheme, Contrast contrast)
{
    if (app.style()->objectName() != "afoot"_L1)
        QApplication::setStyle(new Style); // the application owns it
    QApplication::setPalette(paletteOf(theme(scheme, contrast)));
    QApplication::setFont(uiFont());
}

QFont uiFont()
{
    static const QString family = chosenFamily();
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!family.isEmpty())
        font.setFamily(family);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(13);
    return font;
}

QFont faceOf(const QFont &base, Face face)
{
    QFont font = base;
    font.setWeight(QFont::Normal);
    switch (face) {
    case Face::Body:
        font.setPixelSize(13);
        break;
    case Face::Strong:
        font.setPixelSize(13);
        font.setWeight(QFont::DemiBold);
        break;
    case Face::Small:
        font.setPixelSize(12);
        break;
    case Face::SmallStrong:
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        break;
    case Face::Title:
        font.setPixelSize(14);
        font.setWeight(QFont::DemiBold);
        break;
    case Face::Heading:
        font.setPixelSize(22);
        font.setWeight(QFont::DemiBold);
        break;
    case Face::Mono:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(12);
        break;
    }
    return font;
}

} // namespace afoot::ui
