#pragma once

#include "ui/detail/actions.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace afoot::ui {

class Button;
class FocusFace;
class Notice;

struct FocusOptions
{
    JobModel::NowFn now{}; ///< asked on the main thread only
    bool animated = true;  ///< false: nothing moves by itself
    Millis lingers{2000};  ///< how long it stays after success
    Confirm confirm = askPerson;
};

/// One job in a window of its own. After a success that was watched here it closes itself, and says so, but not while
/// the pointer is over it nor once a person has touched it; after anything else it stays.
///
/// Its timers run only while it can be seen and something changes, and for the moment before it closes.
class FocusWindow : public QWidget
{
    Q_OBJECT

public:
    static constexpr QSize usual{480, 360};
    static constexpr QSize least{360, 304};

    FocusWindow(const JobPtr &job, FocusOptions options);

    /// @p away: its source cannot be reached, so this is its last known state; @p paused: a person wants it so.
    void setJob(const JobPtr &job, bool away, bool paused);
    const JobPtr &job() const { return m_job; }
    void setAnimated(bool animated);

    bool isClosing() const { return m_closing.isActive(); }
    bool isTicking() const { return m_tick.isActive(); }

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    /// The whole of it, in the main window.
    void jobWanted(const afoot::JobKey &key);
    void urlRequested(const QUrl &url);
    /// A person looks at its end; once for each.
    void seen(const afoot::JobKey &key);
    void closed(const afoot::JobKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void layOut();
    void rebuild();
    void keepTime();
    void touch();
    void countDown();
    void noteSeen();
    void ask(Ask ask);

    FocusOptions m_options;
    JobPtr m_job{};
    bool m_away = false;
    bool m_paused = false;
    bool m_hasSucceeded = false; ///< while it was watched here
    bool m_isTouched = false;
    bool m_isOver = false; ///< the pointer is
    bool m_isSeen = false; ///< its end, and that was said
    QTimer m_tick;
    QTimer m_move;
    QTimer m_closing;
    FocusFace *m_face;
    QLabel *m_message;
    Notice *m_notice;
    QLabel *m_countdown;
    Button *m_open;
    Button *m_log;
    Button *m_retry;
    Button *m_cancel;
};

} // namespace afoot::ui
