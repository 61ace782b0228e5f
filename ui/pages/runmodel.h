#pragma once

#include "core/model/run.h"
#include "ui/jobs/jobmodel.h"

#include <QAbstractListModel>

#include <vector>

namespace afoot::ui {

/// An ended run as the list has it.
struct ShownRun
{
    std::int64_t number = 0;
    JobPtr job{}; ///< nothing can be asked of it any more, and it counts as looked at
};

/// @p run for the window: nothing is to be asked of a run that is over.
ShownRun shown(const EndedRun &run);

/// Ended runs as rows, newest end first, page by page as they are looked at. Answers come from outside: what the
/// model wants it says by pageWanted(), and takes by take() or fail(); of an answer that it waits for no more nothing
/// is taken.
///
/// Threads: the main one.
class RunModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        JobRole = Qt::UserRole + 1, ///< JobPtr
        NumberRole,                 ///< qint64
    };
    Q_ENUM(Role)
    static constexpr std::size_t pageRuns = 100;

    explicit RunModel(JobModel::NowFn now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Shows what @p query wants; the rows that are there stay until its first page has come.
    void ask(const RunQuery &query);
    /// Asks whether there is something newer; what is known stays.
    void refresh();
    /// Which runs are shown, whatever page.
    const RunQuery &query() const { return m_query; }

    void take(const RunQuery &asked, const RunPage &page);
    /// False when nobody waited for it.
    bool fail(const RunQuery &asked);
    void remove(std::int64_t number);

    /// It waits for an answer.
    bool isAsking() const { return m_asked.has_value(); }
    /// The answer to the query has come, as far as it was looked at.
    bool isAnswered() const { return m_isAnswered; }
    const ShownRun &runAt(int row) const { return m_runs[std::size_t(row)]; }
    /// -1 for one that is not loaded.
    int rowOf(std::int64_t number) const;

Q_SIGNALS:
    /// One at a time; a newer one takes the place of one that was not answered.
    void pageWanted(const afoot::RunQuery &query);
    /// After the rows are right.
    void answered();

private:
    enum class Why { Anew, More, Newer };
    void want(Why why);
    void replaceAll(const RunPage &page);
    void append(const RunPage &page);
    void merge(const RunPage &page);

    JobModel::NowFn m_now;
    RunQuery m_query{.limit = pageRuns};
    std::vector<ShownRun> m_runs{};
    std::string m_next{}; ///< the cursor behind the last row; empty: there are no more
    std::optional<RunQuery> m_asked{};
    Why m_why = Why::Anew;
    bool m_isAnswered = false;
    bool m_isStale = false; ///< something newer was told of while it asked
};

} // namespace afoot::ui
