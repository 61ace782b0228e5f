#include "ui/detail/logscreenaccess.h"

#include "ui/detail/logscreen.h"

#include <QAccessibleWidget>

namespace afoot::ui {

namespace {

/// The lines on the screen as one text, offsets counted in it.
class LogScreenAccess : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LogScreenAccess(LogScreen *view)
        : QAccessibleWidget(view, QAccessible::EditableText, view->accessibleName())
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Value ? seen() : QAccessibleWidget::text(type);
    }

    // QAccessibleTextInterface
    void selection(int index, int *start, int *end) const override
    {
        *start = *end = 0;
        if (index != 0 || selectionCount() == 0)
            return;
        *start = offsetOf(view().selection().from());
        *end = offsetOf(view().selection().to());
    }
    int selectionCount() const override { return view().hasSelection() ? 1 : 0; }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override
    {
        const LogPlace cursor = view().selection().cursor;
        view().select({cursor, cursor});
    }
    void setSelection(int, int start, int end) override
    {
        view().select({placeOf(start), placeOf(end)});
    }
    int cursorPosition() const override { return offsetOf(view().selection().cursor); }
    void setCursorPosition(int position) override
    {
        view().select({placeOf(position), placeOf(position)});
    }
    QString text(int start, int end) const override { return seen().mid(start, end - start); }
    int characterCount() const override { return int(seen().size()); }
    QRect characterRect(int offset) const override
    {
        const QRect box = view().boxOf(placeOf(offset));
        return {view().viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return offsetOf(view().placeAt(view().viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int, int) override {} // all of it is on the screen
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    LogScreen &view() const { return *static_cast<LogScreen *>(widget()); }

    QString seen() const
    {
        QStringList lines;
        const auto [first, end] = view().linesInSight();
        for (std::uint64_t line = first; line < end; ++line)
            lines << view().textOf(line).text;
        return lines.join(u'\n');
    }
    int offsetOf(LogPlace place) const
    {
        const auto [first, end] = view().linesInSight();
        if (place.line < first)
            return 0;
        int offset = 0;
        for (std::uint64_t line = first; line < std::min(end, place.line); ++line)
            offset += int(view().textOf(line).text.size()) + 1;
        return place.line < end ? offset + place.column : std::max(0, offset - 1);
    }
    LogPlace placeOf(int offset) const
    {
        const auto [first, end] = view().linesInSight();
        for (std::uint64_t line = first; line < end; ++line) {
            const int length = int(view().textOf(line).text.size());
            if (offset <= length)
                return {line, offset};
            offset -= length + 1;
        }
        return {end, 0};
    }
};

QAccessibleInterface *accessOf(const QString &, QObject *object)
{
    auto *view = qobject_cast<LogScreen *>(object);
    return view ? new LogScreenAccess(view) : nullptr; // Qt's cache owns it
}

} // namespace

void offerToAssistiveTools()
{
    static const bool once = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    (void)once;
}

} // namespace afoot::ui
