#pragma once

#include "core/model/run.h"
#include "ui/jobs/jobmodel.h"
#include "ui/jobs/typesetter.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace afoot::ui {

class Button;

/// What the section says of the run that is looked at, beside the earlier ones: "Usually 3 min", "This one took 9 min,
/// usually it is 3 min"; empty while too little is known. Pure.
QString placeAmong(const Job &job, const std::vector<EndedRun> &earlier, const QLocale &locale);

/// Earlier runs of a job's kind, newest first: how each ended, when, and how long it took beside the others. Hidden
/// while there are none.
class EarlierRuns : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 5;     ///< that are listed
    static constexpr std::size_t weighed = 20; ///< that say how long one usually takes

    explicit EarlierRuns(JobModel::NowFn now, QWidget *parent = nullptr);

    /// The job as it is now. What is shown beside another leaves.
    void setJob(const JobPtr &job);
    /// Runs of its kind that were over before it began, newest first.
    void show(const std::vector<EndedRun> &runs);
    /// Those that are listed.
    const std::vector<EndedRun> &listed() const { return m_listed; }

Q_SIGNALS:
    /// A person wants to see all runs of that kind.
    void allWanted(const QString &kind);

private:
    class Rows;
    void sayPlace();

    JobModel::NowFn m_now;
    JobPtr m_job{};
    std::vector<EndedRun> m_runs{};
    std::vector<EndedRun> m_listed{};
    QLabel *m_place;
    Rows *m_rows;
    Button *m_all;
};

} // namespace afoot::ui
