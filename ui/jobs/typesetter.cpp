#include "ui/jobs/typesetter.h"

#include <QFontMetricsF>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace afoot::ui {

namespace {

/// Gives the digits of @p run, which starts @p shift to the right of where it was, the width of the widest.
/// Returns what has to be added to what comes after.
double spaceDigits(QGlyphRun &run, double shift)
{
    const QRawFont font = run.rawFont();
    const auto digits = font.glyphIndexesForString(QStringLiteral("0123456789"));
    const auto widths = font.advancesForGlyphIndexes(digits);
    double widest = 0;
    for (const QPointF &advance : widths)
        widest = std::max(widest, advance.x());
    const auto glyphs = run.glyphIndexes();
    auto positions = run.positions();
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        positions[i].rx() += shift;
        const auto digit = digits.indexOf(glyphs[i]);
        if (digit < 0)
            continue;
        const double room = widest - widths[digit].x();
        positions[i].rx() += room / 2;
        shift += room;
    }
    run.setPositions(positions);
    return shift;
}

constexpr QLatin1StringView numeralCharacters("0123456789.,:/%+-");

bool isNumeral(QChar c)
{
    return c.unicode() < 128 && numeralCharacters.contains(c);
}

/// Each of its characters stands by itself and they run from left to right.
bool isPlain(QChar c)
{
    return (c >= u' ' && c < u'\x7f') || (c > u'\xa0' && c < u'\x250' && c != u'\xad');
}

/// Adds @p word to @p line, whose end it moves.
void append(QList<QGlyphRun> &line, const QList<QGlyphRun> &word, double at)
{
    for (const QGlyphRun &run : word) {
        auto positions = run.positions();
        for (QPointF &position : positions)
            position.rx() += at;
        if (!line.isEmpty() && line.last().rawFont() == run.rawFont()) {
            QGlyphRun &last = line.last();
            last.setGlyphIndexes(last.glyphIndexes() + run.glyphIndexes());
            last.setPositions(last.positions() + positions);
        } else {
            line << run;
            line.last().setPositions(positions);
        }
    }
}

} // namespace

Typesetter::Typesetter(const QFont &base)
{
    setFont(base);
}

void Typesetter::setFont(const QFont &base)
{
    m_base = base;
    for (std::size_t i = 0; i < m_fonts.size(); ++i)
        m_fonts[i] = faceOf(base, Face(i));
    m_numerals = {};
    m_shapes.clear();
}

const Typesetter::Numerals &Typesetter::numerals(Face face)
{
    Numerals &known = m_numerals[std::size_t(face)];
    if (known.isKnown)
        return known;
    known.isKnown = true;
    const QString all = QString(numeralCharacters) + u' ';
    const Shape shape = shaped(face, all);
    // a font that lacks one of them, or writes several as one: numbers are shaped like words
    if (shape.runs.size() != 1 || shape.runs.first().glyphIndexes().size() != all.size())
        return known;
    const QGlyphRun &run = shape.runs.first();
    known.font = run.rawFont();
    known.ascent = shape.ascent;
    known.height = shape.height;
    const auto glyphs = run.glyphIndexes();
    const auto widths = known.font.advancesForGlyphIndexes(glyphs);
    for (qsizetype i = 0; i < all.size(); ++i) {
        known.glyphs[all.at(i).unicode()] = glyphs[i];
        known.widths[all.at(i).unicode()] = float(widths[i].x());
    }
    known.space = known.widths[u' '];
    return known;
}

std::optional<Typesetter::Shape> Typesetter::number(Face face, QStringView word)
{
    const Numerals &known = numerals(face);
    if (!known.font.isValid())
        return {};
    float widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, known.widths[digit]);
    QList<quint32> glyphs;
    QList<QPointF> positions;
    double x = 0;
    for (const QChar c : word) {
        const float width = known.widths[c.unicode()];
        const float room = c.isDigit() ? widest : width;
        glyphs << known.glyphs[c.unicode()];
        positions << QPointF(x + double(room - width) / 2, known.ascent);
        x += double(room);
    }
    QGlyphRun run;
    run.setRawFont(known.font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    return Shape{{run}, x, known.ascent, known.height};
}

/// None for a text that has to be looked at as a whole.
std::optional<Typesetter::Shape> Typesetter::composed(Face face, const QString &text)
{
    if (!text.contains(u' ') && !std::all_of(text.begin(), text.end(), isNumeral))
        return {};
    if (!std::all_of(text.begin(), text.end(), isPlain) || !numerals(face).font.isValid())
        return {};
    const Numerals &known = numerals(face);
    Shape line{{}, 0, known.ascent, known.height};
    double x = 0;
    for (const QStringView word : QStringView(text).split(u' ')) {
        if (!word.isEmpty()) {
            const bool isNumber = std::all_of(word.begin(), word.end(), isNumeral);
            const Shape part = isNumber ? *number(face, word) : shape(face, word.toString(), -1);
            if (part.ascent > line.ascent || part.height > line.height)
                return {}; // another font has a part of it
            append(line.runs, part.runs, x);
            x += part.width;
        }
        line.width = x;
        x += double(known.space);
    }
    return line;
}

Typesetter::Shape Typesetter::shaped(Face face, const QString &text) const
{
    const QFont &font = m_fonts[std::size_t(face)];
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    Shape shape{layout.glyphRuns(), line.naturalTextWidth(), line.ascent(), line.height()};
    const bool leftToRight = std::none_of(shape.runs.begin(), shape.runs.end(),
                                          [](const QGlyphRun &run) { return run.isRightToLeft(); });
    if (!leftToRight) {
        // aligned to the far edge of that very wide line: bring it home
        double left = 1e9;
        for (const QGlyphRun &run : shape.runs)
            left = std::min(left, run.boundingRect().left());
        for (QGlyphRun &run : shape.runs) {
            auto positions = run.positions();
            for (QPointF &position : positions)
                position.rx() -= left;
            run.setPositions(positions);
        }
        return shape;
    }
    std::sort(shape.runs.begin(), shape.runs.end(), [](const QGlyphRun &a, const QGlyphRun &b) {
        return !a.positions().isEmpty() && !b.positions().isEmpty() &&
               a.positions().first().x() < b.positions().first().x();
    });
    double shift = 0;
    for (QGlyphRun &run : shape.runs)
        shift = spaceDigits(run, shift);
    shape.width += shift;
    return shape;
}

const Typesetter::Shape &Typesetter::shape(Face face, const QString &text, int width)
{
    const Key key{text, int(face), width};
    if (const Shape *known = m_shapes.object(key))
        return *known;
    std::optional<Shape> quick = composed(face, text);
    auto fresh = std::make_unique<Shape>(quick ? std::move(*quick) : shaped(face, text));
    if (width >= 0 && fresh->width > width) {
        const QFontMetricsF metrics(m_fonts[std::size_t(face)]);
        // digits take more room here than the metrics think: give way until it fits
        for (double room = width; room > 0 && fresh->width > width; room -= 4)
            *fresh = shaped(face, metrics.elidedText(text, Qt::ElideRight, room));
    }
    const Shape &result = *fresh;
    m_shapes.insert(key, fresh.release()); // keeps it: one of three thousand is never too dear
    return result;                         // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

double Typesetter::width(Face face, const QString &text)
{
    return text.isEmpty() ? 0 : shape(face, text, -1).width;
}

double Typesetter::draw(QPainter &painter, Face face, const QRectF &box, const QString &text,
                        const QColor &color, Qt::LayoutDirection direction, Qt::Alignment align)
{
    if (text.isEmpty() || box.width() < 8)
        return 0;
    const Shape &shape = this->shape(face, text, int(std::ceil(box.width())));
    const bool right = (direction == Qt::RightToLeft) != bool(align & Qt::AlignRight);
    const bool middle = bool(align & Qt::AlignHCenter);
    const double x = middle  ? box.center().x() - shape.width / 2
                     : right ? box.right() - shape.width
                             : box.left();
    const double y = std::round(box.center().y() - shape.height / 2);
    painter.setPen(color);
    for (const QGlyphRun &run : shape.runs)
        painter.drawGlyphRun(QPointF(x, y), run);
    return shape.width;
}

} // namespace afoot::ui
