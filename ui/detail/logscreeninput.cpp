// How a log is moved through and selected, by mouse and by keyboard.
#include "core/model/text.h"
#include "ui/detail/logscreen.h"
#include "ui/text.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <array>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dragStepMs = 40; ///< between two steps of scrolling, while the mouse is held outside

/// Words as terminals have them: a path or a name with a version is one.
bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u"_-./~+@%"_s.contains(c);
}

} // namespace

int LogScreen::lengthOf(std::uint64_t line) const
{
    return int(text::of(plainLogText(m_log.line(line).text)).size());
}

LogPlace LogScreen::clamped(LogPlace place) const
{
    if (m_log.isEmpty())
        return {};
    if (place.line < m_log.first())
        return {m_log.first(), 0};
    if (place.line >= m_log.end())
        place = {m_log.end() - 1, lengthOf(m_log.end() - 1)};
    return {place.line, std::clamp(place.column, 0, lengthOf(place.line))};
}

void LogScreen::setSelection(const LogSelection &selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    viewport()->update();
    Q_EMIT selectionChanged();
    if (QAccessible::isActive()) {
        QAccessibleEvent moved(this, QAccessible::TextCaretMoved);
        QAccessible::updateAccessibility(&moved);
    }
}

void LogScreen::select(const LogSelection &selection)
{
    const LogSelection wanted{clamped(selection.anchor), clamped(selection.cursor)};
    setSelection(wanted);
    reveal(wanted.to());
    reveal(wanted.from()); // the start wins where not all of it has room
}

void LogScreen::selectAll()
{
    if (!m_log.isEmpty())
        setSelection({{m_log.first(), 0}, {m_log.end() - 1, lengthOf(m_log.end() - 1)}});
}

QString LogScreen::selectedText() const
{
    return m_selection.isEmpty() ? QString() : textBetween(m_selection.from(), m_selection.to());
}

void LogScreen::copy() const
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

void LogScreen::reveal(LogPlace place)
{
    if (m_log.isEmpty())
        return;
    QScrollBar *down = verticalScrollBar();
    const int row = int(place.line - m_log.first());
    const int fit = linesThatFit();
    if (row < down->value() || row >= down->value() + fit) {
        // a step away comes by a step; what is far away comes to where its surroundings are seen
        const bool isNear = row >= down->value() - 1 && row <= down->value() + fit;
        down->setValue(!isNear ? row - fit / 3 : row < down->value() ? row : row - fit + 1);
    }
    QScrollBar *along = horizontalScrollBar();
    const QRect box = boxOf(place);
    const int room = int(m_columnWidth * 4);
    if (box.isEmpty())
        return;
    if (box.left() < 0)
        along->setValue(along->value() + box.left() - room);
    else if (box.right() > viewport()->width())
        along->setValue(along->value() + box.right() - viewport()->width() + room);
}

/// The cursor, or where it would be looked for: on the screen.
LogPlace LogScreen::cursorInSight() const
{
    const auto [first, end] = linesInSight();
    if (m_selection.cursor.line >= first && m_selection.cursor.line < end)
        return clamped(m_selection.cursor);
    return m_following && end > first ? LogPlace{end - 1, 0} : LogPlace{first, 0};
}

void LogScreen::moveTo(LogPlace place, bool select)
{
    place = clamped(place);
    setSelection({select ? m_selection.anchor : place, place});
    reveal(place);
}

LogPlace LogScreen::movedByWord(LogPlace place, bool forward) const
{
    const QString text = laidOut(place.line).text();
    if (forward && place.column >= text.size())
        return place.line + 1 < m_log.end() ? LogPlace{place.line + 1, 0} : place;
    if (!forward && place.column == 0)
        return place.line > m_log.first() ? LogPlace{place.line - 1, lengthOf(place.line - 1)}
                                          : place;
    const auto mode = QTextLayout::SkipWords;
    const QTextLayout &layout = laidOut(place.line);
    place.column = forward ? layout.nextCursorPosition(place.column, mode)
                           : layout.previousCursorPosition(place.column, mode);
    return place;
}

LogPlace LogScreen::moved(LogPlace place, Motion motion) const
{
    const auto lines = std::int64_t(linesThatFit());
    const auto byLines = [&](std::int64_t count) {
        const std::int64_t last = std::int64_t(m_log.end()) - 1;
        const auto line = std::uint64_t(
            std::clamp(std::int64_t(place.line) + count, std::int64_t(m_log.first()), last));
        const double x = laidOut(place.line).lineAt(0).cursorToX(place.column);
        return LogPlace{line, laidOut(line).lineAt(0).xToCursor(x)};
    };
    switch (motion) {
    case Motion::Left:
        if (place.column == 0)
            return movedByWord(place, false);
        return {place.line, laidOut(place.line).previousCursorPosition(place.column)};
    case Motion::Right:
        if (place.column >= lengthOf(place.line))
            return movedByWord(place, true);
        return {place.line, laidOut(place.line).nextCursorPosition(place.column)};
    case Motion::WordLeft:
        return movedByWord(place, false);
    case Motion::WordRight:
        return movedByWord(place, true);
    case Motion::Up:
        return byLines(-1);
    case Motion::Down:
        return byLines(1);
    case Motion::PageUp:
        return byLines(-lines);
    case Motion::PageDown:
        return byLines(lines);
    case Motion::LineStart:
        return {place.line, 0};
    case Motion::LineEnd:
        return {place.line, lengthOf(place.line)};
    case Motion::Start:
        return {m_log.first(), 0};
    case Motion::End:
        return {m_log.end() - 1, lengthOf(m_log.end() - 1)};
    }
    return place;
}

void LogScreen::keyPressEvent(QKeyEvent *event)
{
    struct Key
    {
        QKeySequence::StandardKey move;
        QKeySequence::StandardKey select;
        Motion motion;
    };
    static constexpr std::array keys{
        Key{QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar, Motion::Left},
        Key{QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, Motion::Right},
        Key{QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, Motion::WordLeft},
        Key{QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, Motion::WordRight},
        Key{QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, Motion::Up},
        Key{QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, Motion::Down},
        Key{QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, Motion::PageUp},
        Key{QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, Motion::PageDown},
        Key{QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, Motion::LineStart},
        Key{QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, Motion::LineEnd},
        Key{QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument,
            Motion::Start},
        Key{QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, Motion::End}};
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const auto key = std::find_if(keys.begin(), keys.end(), [event](const Key &one) {
        return event->matches(one.move) || event->matches(one.select);
    });
    if (key == keys.end()) {
        event->ignore(); // the scroll area would take arrows for itself
        return;
    }
    if (m_log.isEmpty())
        return;
    const LogPlace cursor = cursorInSight();
    const bool selects = event->matches(key->select);
    if (!selects || m_selection.isEmpty())
        setSelection({cursor, cursor});
    moveTo(moved(selects ? m_selection.cursor : cursor, key->motion), selects);
}

std::pair<LogPlace, LogPlace> LogScreen::wordAt(LogPlace place) const
{
    const QString text = laidOut(place.line).text();
    int from = std::min(place.column, std::max(0, int(text.size()) - 1));
    int to = from;
    if (text.isEmpty())
        return {place, place};
    if (!isOfWord(text.at(from)))
        return {{place.line, from}, {place.line, from + 1}};
    while (from > 0 && isOfWord(text.at(from - 1)))
        --from;
    while (to < text.size() && isOfWord(text.at(to)))
        ++to;
    return {{place.line, from}, {place.line, to}};
}

LogSelection LogScreen::unitAt(LogPlace place, Unit unit) const
{
    if (unit == Unit::Word) {
        const auto [from, to] = wordAt(place);
        return {from, to};
    }
    if (unit == Unit::Line)
        return {{place.line, 0}, {place.line, lengthOf(place.line)}};
    return {place, place};
}

void LogScreen::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_log.isEmpty())
        return;
    const LogPlace place = placeAt(event->position().toPoint());
    m_dragging = true;
    if (event->timestamp() < m_tripleUntil) {
        m_tripleUntil = 0;
        m_unit = Unit::Line;
        m_pressed = unitAt(place, m_unit);
        setSelection(m_pressed);
        return;
    }
    m_unit = Unit::Character;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    m_pressed = extends ? LogSelection{clamped(m_selection.anchor), clamped(m_selection.anchor)}
                        : LogSelection{place, place};
    setSelection({m_pressed.anchor, place});
}

void LogScreen::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_log.isEmpty())
        return;
    m_dragging = true;
    m_unit = Unit::Word;
    m_pressed = unitAt(placeAt(event->position().toPoint()), m_unit);
    m_tripleUntil = ulong(event->timestamp()) + ulong(QApplication::doubleClickInterval());
    setSelection(m_pressed);
}

void LogScreen::dragTo(QPoint point)
{
    const LogSelection reached = unitAt(placeAt(point), m_unit);
    if (reached.from() < m_pressed.from())
        setSelection({m_pressed.to(), reached.from()});
    else
        setSelection({m_pressed.from(), std::max(reached.to(), m_pressed.to())});
}

void LogScreen::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_tripleUntil = 0;
    const QPoint point = event->position().toPoint();
    if (viewport()->rect().contains(point))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(dragStepMs, this);
    dragTo(point);
}

void LogScreen::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    const auto beyond = [](int at, int size) { return at < 0 ? at : std::max(0, at - size + 1); };
    const int rows = beyond(point.y(), viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + rows / m_lineHeight +
                                  (rows > 0   ? 1
                                   : rows < 0 ? -1
                                              : 0));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    beyond(point.x(), viewport()->width()));
    dragTo(point);
}

void LogScreen::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_dragTimer.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (hasSelection() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void LogScreen::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogScreen::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_dragging = false;
    m_dragTimer.stop();
    viewport()->update();
}

void LogScreen::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copies = menu.addAction(tr("Copy"), this, &LogScreen::copy);
    copies->setShortcut(QKeySequence::Copy);
    copies->setEnabled(hasSelection());
    QAction *all = menu.addAction(tr("Select all"), this, &LogScreen::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    all->setEnabled(!m_log.isEmpty());
    menu.addSeparator();
    QAction *save = menu.addAction(tr("Save as…"), this, &LogScreen::saveRequested);
    save->setShortcut(QKeySequence::Save);
    save->setEnabled(!m_log.isEmpty());
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect cursor = boxOf(m_selection.cursor);
        where = viewport()->mapToGlobal(cursor.isEmpty() ? viewport()->rect().center()
                                                         : cursor.bottomLeft());
    }
    menu.exec(where);
}

} // namespace afoot::ui
