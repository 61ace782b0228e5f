#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

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

constexpr std::array lightTones{rgb(0x2557d6), rgb(0x14793f), rgb(0xc42b2b), rgb(0x8a5200),
                                rgb(0x566071)};
constexpr std::array darkTones{rgb(0x7aa7ff), rgb(0x53c98f), rgb(0xff857c), rgb(0xefb557),
                               rgb(0xa0aaba)};
constexpr std::array lightTints{rgb(0xdfe8fc), rgb(0xdff3e7), rgb(0xfce2e1), rgb(0xfcefd6),
                                rgb(0xe9ecf1)};
constexpr std::array darkTints{rgb(0x223154), rgb(0x1b3a2d), rgb(0x472628), rgb(0x40321c),
                               rgb(0x2a303b)};

// Black, red, green, yellow, blue, magenta, cyan, white, then the bright ones.
constexpr std::array lightAnsi{rgb(0x161b26), rgb(0xb42323), rgb(0x14703a), rgb(0x7d4b00),
                               rgb(0x2557d6), rgb(0x8a2c9b), rgb(0x0b6674), rgb(0x565f6f),
                               rgb(0x454e5e), rgb(0xc42b2b), rgb(0x14793f), rgb(0x8a5200),
                               rgb(0x2f62e0), rgb(0x9a3aac), rgb(0x0d7080), rgb(0x161b26)};
constexpr std::array darkAnsi{rgb(0xa3adbc), rgb(0xff857c), rgb(0x53c98f), rgb(0xefb557),
                              rgb(0x7aa7ff), rgb(0xd897e8), rgb(0x5cc7d6), rgb(0xdfe3ea),
                              rgb(0xa3adbc), rgb(0xff9d96), rgb(0x74dba8), rgb(0xf6c878),
                              rgb(0x97bbff), rgb(0xe5b1f2), rgb(0x84dbe7), rgb(0xffffff)};

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
    return (scheme == Scheme::Dark ? darkTones : lightTones)[std::size_t(tone)];
}

QColor Theme::tint(Tone tone) const
{
    return (scheme == Scheme::Dark ? darkTints : lightTints)[std::size_t(tone)];
}

QColor Theme::ansi(int index) const
{
    return (scheme == Scheme::Dark ? darkAnsi : lightAnsi)[std::size_t(std::clamp(index, 0, 15))];
}

const Theme &theme(Scheme scheme)
{
    return scheme == Scheme::Dark ? dark : light;
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

void dress(QApplication &app, Scheme scheme)
{
    if (app.style()->name() != "fusion"_L1)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(theme(scheme)));
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
