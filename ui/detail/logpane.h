#pragma once

#include "core/model/job.h"
#include "ui/detail/logscreen.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace afoot::ui {

class Button;
class CopyButton;
class FindField;
class IconButton;

/// Gives a text piece by piece, the last piece empty. May be called on any one thread, but not on two at a time.
using TextProducer = std::function<QByteArray()>;

/// A name for a file with the log of a job titled @p title: no folders, nothing hidden, no longer than files may be.
QString logFileName(const QString &title);

/// The log of one job: follows the end until somebody scrolls up, finds text and the first error, copies and saves.
///
/// Keeps up to a million lines (LogStore), which may be more than the tracker does. Looking for a text goes on for
/// @c searchSlice at a time, in turns of the event loop.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds searchSlice{4};

    explicit LogPane(QWidget *parent = nullptr);

    void clear();
    /// @p dropped lines before @p lines were skipped; @p replace: these are all there are.
    void add(const std::vector<LogLine> &lines, quint64 dropped, bool replace);
    /// What stands there while there are no lines.
    void setPlaceholder(const QString &text);
    /// Of the job whose log it is; a file that keeps the log is named for it.
    void setTitle(const QString &title) { m_title = title; }

    bool isFollowing() const { return m_view->isFollowing(); }
    void follow() { m_view->follow(); }
    /// Of the text: what is selected of it, all where nothing is.
    QString chosenOrAll() const;
    void focusSearch();
    void findNext() { find(Way::Next); }
    void findPrevious() { find(Way::Previous); }
    /// Selects the first line that tells of an error, and scrolls there.
    void showFirstError();
    /// Asks for a file to keep it in; nothing where there is nothing to keep.
    void save();
    LogScreen *view() { return m_view; }

Q_SIGNALS:
    /// The person wants the log in a file. @p text gives the lines that there are now, without colours.
    void saveRequested(const QString &suggestedName, const afoot::ui::TextProducer &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Way { Next, Previous };
    struct Wish ///< to be shown a hit, once it is found
    {
        Way way = Way::Next;
        LogPlace from{};
    };

    void look(const QString &wanted);
    void find(Way way);
    void goOn();
    void grant();
    void showFound();
    void showState();
    void placeFollow();

    LogScreen *m_view;
    FindField *m_field;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_error;
    CopyButton *m_copy;
    Button *m_follow;
    LogSearch m_search{};
    std::optional<Wish> m_wish{};
    QTimer m_turn{}; ///< runs while there are lines that were not looked at
    QString m_title{};
    quint64 m_last = 0; ///< number of the last line shown; lines at or below it are known
};

} // namespace afoot::ui
