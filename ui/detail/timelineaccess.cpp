#include "ui/detail/timelineaccess.h"

#include "ui/detail/timeline.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace afoot::ui {

namespace {

class RowAccess : public QAccessibleInterface
{
public:
    RowAccess(Timeline *line, int row) : m_line(line), m_row(row) {}

    bool isValid() const override { return m_line && m_row < m_line->rowCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_line);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name && isValid() ? m_line->spoken(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_line->rectOf(m_row);
        return {m_line->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.focused = isValid() && m_line->hasFocus() && m_line->currentRow() == m_row;
        return state;
    }

private:
    QPointer<Timeline> m_line;
    int m_row;
};

class TimelineAccess : public QAccessibleWidget
{
public:
    explicit TimelineAccess(Timeline *line) : QAccessibleWidget(line, QAccessible::List) {}
    Q_DISABLE_COPY_MOVE(TimelineAccess)
    ~TimelineAccess() override
    {
        for (const auto &[row, id] : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return line().rowCount(); }
    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        const auto known = m_rows.find(row);
        if (known != m_rows.end())
            return QAccessible::accessibleInterface(known->second);
        auto *item = new RowAccess(&line(), row); // the registry owns it
        m_rows.emplace(row, QAccessible::registerAccessibleInterface(item));
        return item;
    }
    int indexOfChild(const QAccessibleInterface *item) const override
    {
        for (const auto &[row, id] : m_rows) {
            if (QAccessible::accessibleInterface(id) == item)
                return row;
        }
        return -1;
    }
    QAccessibleInterface *focusChild() const override
    {
        return line().hasFocus() ? child(line().currentRow()) : nullptr;
    }

private:
    Timeline &line() const { return *static_cast<Timeline *>(widget()); }

    mutable std::map<int, QAccessible::Id> m_rows{};
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *line = qobject_cast<Timeline *>(object);
    return line ? new TimelineAccess(line) : nullptr;
}

} // namespace

void installTimelineAccess()
{
    QAccessible::installFactory(make); // one that is there already is not added again
}

} // namespace afoot::ui
