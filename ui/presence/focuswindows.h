#pragma once

#include "ui/presence/focuswindow.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace afoot::ui {

/// The jobs that have a window of their own, one each at most: because somebody asked for it, or because of their kind.
///
/// Threads: the main one.
class FocusWindows : public QObject
{
    Q_OBJECT

public:
    /// So many at a time open by themselves: a hundred jobs of a kind are no hundred windows.
    static constexpr std::ptrdiff_t mostByRule = 4;

    /// @p model must outlive this.
    FocusWindows(const JobModel &model, FocusOptions options, QObject *parent = nullptr);
    ~FocusWindows() override;

    /// For a person who asks: comes to the front, and takes the focus.
    void open(const JobKey &key);
    /// A job of these kinds gets a window when it starts, which takes no focus.
    void setKinds(const QSet<QString> &kinds) { m_kinds = kinds; }
    /// After the model has it.
    void take(const Delta &delta);
    /// Sources went away or came back.
    void refresh();
    void setAnimated(bool animated);

    FocusWindow *window(const JobKey &key) const;
    /// The job whose window is the active one.
    std::optional<JobKey> inView() const;
    std::size_t count() const { return m_windows.size(); }

    /// Of the window that was closed last; the next has it, too.
    QSize size() const { return m_size; }
    void setSize(const QSize &size);

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    void jobWanted(const afoot::JobKey &key);
    void urlRequested(const QUrl &url);
    void seenRequested(const afoot::JobKey &key);

private:
    FocusWindow *add(const JobPtr &job);
    std::ptrdiff_t openByRule() const;
    bool hasBegun(const Transition &change) const;

    const JobModel &m_model;
    FocusOptions m_options;
    QSet<QString> m_kinds{};
    QSize m_size = FocusWindow::usual;
    std::map<JobKey, FocusWindow *> m_windows{}; ///< owned: deleted when closed, or with this
};

} // namespace afoot::ui
