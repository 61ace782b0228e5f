#pragma once

#include "core/model/job.h"
#include "ui/jobs/jobmodel.h"
#include "ui/jobs/rowpainter.h"
#include "ui/question.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QMenu;
class QSplitter;

namespace afoot::ui {

class Button;
class EarlierRuns;
class IconButton;
class LogPane;
class Timeline;

/// The links that a job may give: only those that open a page or a file.
bool isOpenable(const QUrl &url);

/// All about one job.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(JobModel::NowFn now, QWidget *parent = nullptr);

    void show(const JobPtr &job, bool away, bool paused = false);
    void clear();
    /// The log beside the facts instead of below them.
    void setWide(bool wide);
    const JobPtr &job() const { return m_job; }
    LogPane *log() { return m_log; }
    EarlierRuns *earlier() { return m_earlier; }

    /// What may be done about the job, as menu entries; also for a row's context menu.
    void fillMenu(QMenu &menu, const JobPtr &job);

    /// What the menu ends with instead of forgetting the job.
    void setMenuEnd(std::function<void(QMenu &menu)> fill) { m_menuEnd = std::move(fill); }
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    void forgetRequested(const afoot::JobKey &key);
    void urlRequested(const QUrl &url);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Head;
    class Notice;
    class Facts;

    void rebuild();
    QString showNotice(); ///< what it says of the job itself
    void showActions();
    void request(const JobPtr &job, Ask ask);
    void keepTime();
    void placeClose();

    JobModel::NowFn m_now;
    Confirm m_confirm;
    std::function<void(QMenu &menu)> m_menuEnd{};
    JobPtr m_job{};
    bool m_away = false;
    bool m_paused = false; ///< its source is
    QTimer m_tick;
    QWidget *m_body;
    Head *m_head;
    Notice *m_notice;
    QLabel *m_message;
    QLabel *m_asked; ///< what was asked of the job, where the notice has to say something else
    std::array<Button *, 4> m_asks{}; ///< by Ask
    Button *m_open;
    Button *m_more;
    QLabel *m_stepsTitle;
    Timeline *m_timeline;
    QLabel *m_detailsTitle;
    Facts *m_details;
    EarlierRuns *m_earlier;
    LogPane *m_log;
    QSplitter *m_split;
    IconButton *m_close;
};

} // namespace afoot::ui
