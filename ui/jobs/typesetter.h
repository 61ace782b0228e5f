#pragma once

#include "ui/theme.h"

#include <QCache>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <array>
#include <optional>
#include <vector>

namespace afoot::ui {

/// Shapes text once and paints it many times. Digits all take the width of the widest, so that a number
/// that changes does not make its neighbours tremble (Qt 6.4 cannot ask a font for its tabular digits).
///
/// Most text that is new is a number among words that are not: Latin text is put together word by word, and its numbers
/// digit by digit, without asking the shaper again. Any other is shaped whole.
///
/// Keyed by text, face and width; glyphs are placed in logical pixels, so one shape serves every scale.
/// Threads: the main one.
class Typesetter
{
public:
    explicit Typesetter(const QFont &base);

    /// Drops everything shaped and begins anew with @p base.
    void setFont(const QFont &base);
    const QFont &font() const { return m_base; }

    /// Paints @p text in @p box, centred vertically, at its start as @p direction has it (at its end with
    /// Qt::AlignRight), elided to the width. Returns the width it took.
    double draw(QPainter &painter, Face face, const QRectF &box, const QString &text,
                const QColor &color, Qt::LayoutDirection direction,
                Qt::Alignment align = Qt::AlignLeft);

    double width(Face face, const QString &text);
    bool fits(Face face, const QString &text, double width)
    {
        return this->width(face, text) <= width;
    }

private:
    struct Key
    {
        QString text{};
        int face = 0;
        int width = -1; ///< -1: as wide as it is
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return ::qHash(key.text, seed) ^ size_t(key.face * 131071 + key.width);
        }
    };
    struct Shape
    {
        QList<QGlyphRun> runs{};
        double width = 0;
        double ascent = 0;
        double height = 0;
    };

    /// The glyphs that numbers are made of, in one font.
    struct Numerals
    {
        QRawFont font{};
        std::array<quint32, 128>
            glyphs{}; ///< by character; 0: another font has it, or it is none of a number
        std::array<float, 128> widths{};
        float space = 0;
        double ascent = 0;
        double height = 0;
        bool isKnown = false;
    };

    const Shape &shape(Face face, const QString &text, int width);
    Shape shaped(Face face, const QString &text) const;
    std::optional<Shape> composed(Face face, const QString &text);
    std::optional<Shape> number(Face face, QStringView word);
    const Numerals &numerals(Face face);

    QFont m_base;
    std::array<QFont, 7> m_fonts{};
    std::array<Numerals, 7> m_numerals{};
    QCache<Key, Shape> m_shapes{3000};
};

} // namespace afoot::ui
