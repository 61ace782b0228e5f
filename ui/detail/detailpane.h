#pragma once

#include "core/model/job.h"
#include "ui/detail/actions.h"
#include "ui/jobs/jobmodel.h"
#include "ui/jobs/rowpainter.h"
#include "ui/question.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class QLabel;
class QMenu;
class QScrollArea;
class QSplitter;

namespace afoot::ui {

class EarlierRuns;
class IconButton;
class LogPane;
class Notice;
class RateBook;
class RateSection;
class Timeline;

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
    /// Between the facts and the log.
    QSplitter *split() { return m_split; }
    const JobPtr &job() const { return m_job; }
    LogPane *log() { return m_log; }
    bool isTicking() const { return m_tick.isActive(); }
    EarlierRuns *earlier() { return m_earlier; }

    /// What may be done about the job, as menu entries; also for a row's context menu.
    void fillMenu(QMenu &menu, const JobPtr &job) { m_actions->fillMenu(menu, job); }

    /// What can be done about the job by key; nothing where it does not fit its state.
    JobActions &actions() { return *m_actions; }

    /// What the menu ends with instead of forgetting the job: what is shown is a run that is over, not a job of the list.
    void setMenuEnd(std::function<void(QMenu &menu)> fill);
    void setConfirm(Confirm confirm) { m_actions->setConfirm(std::move(confirm)); }
    /// Where the rates of jobs are kept; it must outlive what is shown of it.
    void setRates(const RateBook *rates) { m_rates = rates; }

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    void forgetRequested(const afoot::JobKey &key);
    void urlRequested(const QUrl &url);
    void windowRequested(const afoot::JobKey &key);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Head;
    class Facts;

    void layOut();
    void connectParts();
    void rebuild();
    QString showNotice(); ///< what it says of the job itself
    void showSteps(WallTime now);
    void keepTime();
    void placeClose();

    JobModel::NowFn m_now;
    const RateBook *m_rates = nullptr;
    JobPtr m_job{};
    bool m_away = false;
    bool m_paused = false; ///< its source is
    QTimer m_tick;
    QScrollArea *m_scroll;
    QWidget *m_body;
    Head *m_head;
    Notice *m_notice;
    QLabel *m_message;
    QLabel *m_asked; ///< what was asked of the job, where the notice has to say something else
    JobActions *m_actions;
    QLabel *m_stepsTitle;
    Timeline *m_timeline;
    RateSection *m_rate;
    QLabel *m_detailsTitle;
    Facts *m_details;
    EarlierRuns *m_earlier;
    LogPane *m_log;
    QSplitter *m_split;
    IconButton *m_window;
    IconButton *m_close;
};

} // namespace afoot::ui
