#pragma once

#include "ui/jobs/look.h"
#include "ui/jobs/typesetter.h"

namespace afoot::ui {

/// Where the parts of a row lie, for a row of a given size; left to right, mirrored when painted.
struct RowPlaces
{
    enum class Width {
        Full,   ///< title, bar, time, chip
        Medium, ///< the time moves onto the line of the bar's numbers
        Narrow, ///< the chip's word moves in front of what is under the title
        Slim,   ///< one column: the bar goes under the title
    };
    Width width = Width::Full;
    QRectF icon{}, title{}, about{}, numbers{}, bar{}, steps{}, time{}, rate{}, chip{};
};

RowPlaces placesOf(const QRectF &row, bool hasSteps);

/// Paints one row; shared by everything that shows a job as a row. Text is shaped once.
class RowPainter
{
public:
    struct Mood
    {
        bool selected = false;
        bool hovered = false;
        bool focused = false;
        bool last = false; ///< no line under it
        double phase = 0;  ///< 0..1, where a busy bar's segment is
        Qt::LayoutDirection direction = Qt::LeftToRight;
    };

    explicit RowPainter(const QFont &base) : m_type(base) {}

    void paint(QPainter &painter, const QRectF &row, const RowLook &look, const Mood &mood,
               const Theme &theme);

    /// Texts that do not fit, whole, for a tooltip; empty when all of it can be read.
    QString hidden(const QRectF &row, const RowLook &look);

    Typesetter &type() { return m_type; }

private:
    void paintAbout(QPainter &painter, QRectF box, const QString &what, const QString &since,
                    const Mood &mood, const Theme &theme);
    void paintNumbers(QPainter &painter, const RowPlaces &places, const RowLook &look,
                      const Mood &mood, const Theme &theme);
    void paintSteps(QPainter &painter, const RowPlaces &places, const RowLook &look,
                    const Mood &mood, const Theme &theme);
    void paintChip(QPainter &painter, const RowPlaces &places, const RowLook &look,
                   const Mood &mood, const Theme &theme);

    Typesetter m_type;
};

/// A job's bar: rounded, 6 px at its best. @p phase moves a busy one.
void drawBar(QPainter &painter, const QRectF &box, const Bar &bar, double phase, const Theme &theme,
             Qt::LayoutDirection direction);

/// One dot for each step while there is room; where there is not, neighbours share one. Returns the width.
double drawDots(QPainter &painter, const QRectF &box, const std::vector<StepState> &steps,
                Tone tone, const Theme &theme, Qt::LayoutDirection direction);

/// What neighbours that share a dot look like.
std::vector<StepState> gathered(const std::vector<StepState> &steps, std::size_t room);

} // namespace afoot::ui
