#pragma once

#include <QStringList>

class QAbstractItemView;
class QImage;
class QWidget;

namespace driver {

/// What can be checked of a window that is shown: each answers with sentences, one for each place that is wrong.
/// Threads: main.

/// Texts of labels, buttons and fields that have less room than they need, and neither wrap nor say that they are cut.
QStringList clippedTexts(const QWidget &window);

/// Texts whose ink is too near to their ground: below 4.5 : 1 (WCAG 2.1, 1.4.3). @p picture: of all of @p window, at
/// 2× or more, so that strokes have their whole ink somewhere.
QStringList faintTexts(const QWidget &window, const QImage &picture);

/// What takes the focus and has no name for those who hear it.
QStringList namelessControls(const QWidget &window);

/// What Tab should reach and does not within one round, and places where the round goes back up the window.
QStringList lostByTab(QWidget &window);

/// Rows of unequal height or with gaps between them.
QStringList unevenRows(const QAbstractItemView &view);

} // namespace driver
