#pragma once

#include "core/model/job.h"
#include "ui/jobs/jobmodel.h"
#include "ui/question.h"

#include <QUrl>
#include <QWidget>

#include <functional>

class QMenu;

namespace afoot::ui {

class Button;

/// The links that a job may give: only those that open a page or a file.
bool isOpenable(const QUrl &url);
QUrl urlOf(const Job &job);

QString labelOf(Ask ask);
/// Whether @p ask makes sense in the state that the job is in, beyond being offered.
bool fits(const Job &job, Ask ask);
/// Asks the person before what hurts; true when it may be asked of the job.
bool isMeant(const Job &job, Ask ask, const Confirm &confirm, QWidget *parent);

/// What can be done about a job: as many buttons as there is room for, and a menu with all of it.
class JobActions : public QWidget
{
    Q_OBJECT

public:
    explicit JobActions(JobModel::NowFn now, QWidget *parent = nullptr);

    void show(const JobPtr &job);
    /// Also for a row's context menu.
    void fillMenu(QMenu &menu, const JobPtr &job);
    /// By key; nothing where it does not fit the job's state.
    void ask(Ask ask) { request(m_job, ask); }
    void openResult();
    void copyTitle() const;
    void forgetIt();
    /// In the place of forgetting the job and of its own window.
    void setMenuEnd(std::function<void(QMenu &menu)> fill) { m_menuEnd = std::move(fill); }
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }
    QSize minimumSizeHint() const override { return {80, 34}; }

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    /// The person knows that its history goes, too.
    void forgetRequested(const afoot::JobKey &key);
    void urlRequested(const QUrl &url);
    void windowRequested(const afoot::JobKey &key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void request(const JobPtr &job, Ask ask);
    void forget(const JobPtr &job);

    JobModel::NowFn m_now;
    Confirm m_confirm;
    std::function<void(QMenu &menu)> m_menuEnd{};
    JobPtr m_job{};
    Button *m_open;
    std::array<Button *, 4> m_asks{}; ///< by Ask
    Button *m_more;
};

} // namespace afoot::ui
