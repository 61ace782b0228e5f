#pragma once

#include "ui/sources.h"
#include "ui/theme.h"

class QPainter;
class QPointF;

namespace afoot::ui {

/// Of the mark of a source: good, to be minded, or neither.
Tone toneOf(const SourceState &source, WallTime now);

/// The mark itself: a dot where all is fine, a ring where not.
enum class MarkShape { Dot, Ring };
void drawSourceMark(QPainter &painter, const QPointF &centre, MarkShape shape, const QColor &ink);

} // namespace afoot::ui
