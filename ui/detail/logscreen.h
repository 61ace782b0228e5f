#pragma once

#include "ui/detail/ansitext.h"
#include "ui/detail/logsearch.h"
#include "ui/detail/logselection.h"
#include "ui/detail/logstore.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QTextLayout>

#include <functional>
#include <map>

namespace afoot::ui {

/// The lines of a log, as a terminal shows them, to be read, selected and copied.
///
/// Paints what is on the screen and lays out nothing else, so that a million lines cost what a hundred do. Lines run from
/// left to right whatever the window does, as on a terminal. The vertical scroll bar counts lines.
/// Keys: arrows, Page Up/Down, Home and End move the cursor, with Shift they select; Ctrl+Home and Ctrl+End go to the
/// first and the last line. To assistive tools it is a text that cannot be changed: the lines on the screen.
class LogScreen : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogScreen(QWidget *parent = nullptr);
    ~LogScreen() override;

    const LogStore &log() const { return m_log; }
    void clear();
    /// Lets @p fill add lines, then shows what came. What left at the top does not move what is being read.
    void change(const std::function<void(LogStore &)> &fill);
    /// What stands there while there are no lines.
    void setPlaceholder(const QString &text);
    /// Marks the hits that are on the screen; null: none. @p search must outlive this.
    void setSearch(const LogSearch *search);

    /// The last line stays in sight.
    bool isFollowing() const { return m_following; }
    void follow();
    /// Lines that came since it does not follow.
    std::uint64_t newLines() const;

    const LogSelection &selection() const { return m_selection; }
    /// Selects, and scrolls as much as it takes to have it in sight.
    void select(const LogSelection &selection);
    void selectAll();
    bool hasSelection() const { return !m_selection.isEmpty(); }
    QString selectedText() const;
    /// All lines, without colours.
    QString wholeText() const;
    void copy() const;

    /// Lines that are on the screen, whole or in part: from the first to the one behind the last.
    std::pair<std::uint64_t, std::uint64_t> linesInSight() const;
    /// Where a press at @p point of the viewport puts the cursor.
    LogPlace placeAt(QPoint point) const;
    /// Of the character behind @p place, in the viewport; empty when its line is not in sight.
    QRect boxOf(LogPlace place) const;
    /// The words of @p line as they are seen, and their looks.
    AnsiText textOf(std::uint64_t line) const;
    /// What plain text of @p level is drawn with.
    QColor inkOf(LogStore::Level level) const;

Q_SIGNALS:
    /// It follows now, or does not, or lines came while it does not.
    void followingChanged();
    void selectionChanged();
    void saveRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Motion {
        Left,
        Right,
        WordLeft,
        WordRight,
        Up,
        Down,
        PageUp,
        PageDown,
        LineStart,
        LineEnd,
        Start,
        End
    };
    enum class Unit { Character, Word, Line };

    struct Ground ///< behind a stretch of a line
    {
        int from = 0;
        int length = 0;
        QColor color{};
    };
    struct Laid
    {
        QTextLayout layout{};
        std::vector<Ground> grounds{};
    };

    const Laid &laid(std::uint64_t line) const;
    const QTextLayout &laidOut(std::uint64_t line) const { return laid(line).layout; }
    void forgetLayouts();
    void measure();
    void setRanges();
    int linesThatFit() const;
    std::uint64_t topLine() const;
    int textLeft() const;
    void drawLine(QPainter &painter, std::uint64_t line, int y) const;
    std::vector<Ground> marksOn(std::uint64_t line) const;
    void fill(QPainter &painter, const QTextLine &shape, const Ground &ground, int y) const;

    LogPlace clamped(LogPlace place) const;
    int lengthOf(std::uint64_t line) const;
    LogPlace moved(LogPlace place, Motion motion) const;
    LogPlace movedByWord(LogPlace place, bool forward) const;
    LogSelection unitAt(LogPlace place, Unit unit) const;
    std::pair<LogPlace, LogPlace> wordAt(LogPlace place) const;
    LogPlace cursorInSight() const;
    void moveTo(LogPlace place, bool select);
    void setSelection(const LogSelection &selection);
    void reveal(LogPlace place);
    void dragTo(QPoint point);
    QString textBetween(LogPlace from, LogPlace to) const;

    LogStore m_log{};
    const LogSearch *m_search = nullptr;
    QString m_placeholder{};
    LogSelection m_selection{};
    LogSelection m_pressed{}; ///< what the press of the mouse selected
    Unit m_unit = Unit::Character;
    bool m_dragging = false;
    ulong m_tripleUntil = 0; ///< ms of events: a press until then is the third
    QBasicTimer m_dragTimer{};
    bool m_following = true;
    bool m_adjusting = false;    ///< it is us who move the scroll bars
    std::uint64_t m_seenEnd = 0; ///< of the log, when it stopped following
    int m_lineHeight = 1;
    double m_columnWidth = 1;
    mutable int m_widest = 0; ///< of the lines that were laid out, in pixels
    mutable std::map<std::uint64_t, Laid> m_layouts{}; ///< in sight, or just was
};

} // namespace afoot::ui
