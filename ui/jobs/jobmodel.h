#pragma once

#include "core/model/delta.h"
#include "ui/jobs/joborder.h"
#include "ui/jobs/jobtally.h"

#include <QAbstractListModel>
#include <QSet>

#include <functional>
#include <unordered_map>

namespace afoot::ui {

/// Which jobs a list shows.
struct JobFilter
{
    Group group = Group::All;
    std::optional<std::string> source{};
    QString text{}; ///< words, each of which must be in title, kind, source, state or message

    friend bool operator==(const JobFilter &, const JobFilter &) = default;
};

/// Whether @p job passes all of @p filter.
bool matches(const Job &job, const JobFilter &filter);

/// The jobs as rows, in the order that JobOrder gives them. Grouped, each section begins with a heading, which is a row
/// without a job.
///
/// Takes a whole Delta at a time. Removed rows leave in runs from the bottom up, moves are one layout change,
/// new rows come in runs, and whatever else changed is one dataChanged over the rows concerned. No proxy.
///
/// Threads: the main one.
class JobModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        JobRole = Qt::UserRole + 1, ///< JobPtr
        KeyRole,                    ///< JobKey
        StateRole,                  ///< int(State)
        AwayRole,                   ///< bool: its source cannot be reached
        PercentRole,                ///< double or invalid
        HeadingRole, ///< bool: the row is a heading and none of the other roles says anything
    };
    Q_ENUM(Role)

    using NowFn = std::function<WallTime()>;
    explicit JobModel(NowFn now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void apply(const Delta &delta);
    void setFilter(const JobFilter &filter);
    const JobFilter &filter() const { return m_filter; }
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_order.grouping(); }

    /// Sources that cannot be reached: their jobs show what was last known. Of these @p paused: a person wants that.
    void setAway(const QSet<QString> &sources, const QSet<QString> &paused = {});

    /// While held, rows keep their places: moves wait, new jobs come in at the end, and what no longer passes the
    /// filter stays. For as long as a hand is on the mouse.
    void holdOrder(bool hold);

    /// The job in @p row, by reference for as long as the model is not changed; null in a heading.
    const JobPtr &jobAt(int row) const;
    /// The section that begins in @p row; null where a job is.
    const Section *headingAt(int row) const;
    /// The heading above the job in @p row, or that row if it is one; -1 where nothing is grouped.
    int headingOver(int row) const;
    /// -1 where it has no jobs.
    int headingOf(const std::string &section) const;
    std::vector<int> headings() const;
    /// What a heading calls its section.
    QString titleOf(const Section &section) const;
    /// Shows or hides the jobs under the heading in @p row.
    void setOpen(int row, bool open);
    /// Opens the section of a job. False for one that the filter hides.
    bool reveal(const JobKey &key);

    bool isAway(const Job &job) const;
    bool isPaused(const Job &job) const; ///< its source is

    JobPtr job(const JobKey &key) const;
    /// -1 for a job that is not shown.
    int rowOf(const JobKey &key) const;

    /// Of all jobs, filtered or not.
    int total() const { return m_tally.all().total; }
    int count(Group group) const { return m_tally.all().count(group); }
    int count(State state) const { return m_tally.all().count(state); }
    const std::map<std::string, int> &sources() const { return m_tally.sources(); }
    const JobTally &tallied() const { return m_tally; }
    /// Jobs that have not ended and whose source cannot be reached, though nobody wants that.
    int staleCount() const;

    /// What there is to say of all jobs, or of those of one source. Looks at those that run.
    struct Tally
    {
        int total = 0;
        int running = 0;
        int needsYou = 0;
        int queued = 0;
        std::optional<double> nextEnd{}; ///< the smallest time left of those that run, in seconds
    };
    Tally tally(const std::optional<std::string> &source = {}) const;

    /// All jobs, in no order.
    void forEach(const std::function<void(const JobPtr &)> &visit) const;

Q_SIGNALS:
    /// At most once an apply(), after the rows are right.
    void countsChanged();

private:
    /// One that may throw, for all the library knows: it then keeps each hash rather than making it anew on the way to
    /// another key, which costs more than all else that is done for a job that moved on.
    struct KeptHash
    {
        std::size_t operator()(const JobKey &key) const { return JobKeyHash()(key); }
    };
    using Jobs = std::unordered_map<JobKey, ListedJob, KeptHash>;
    /// What one Delta does.
    struct Turn
    {
        std::vector<ListedJob *> touched{};
        std::vector<Jobs::node_type> gone{}; ///< until their rows have left
        const ListedJob *first = nullptr;    ///< of those whose row is to be painted anew
        const ListedJob *last = nullptr;
    };
    bool shows(const Job &job) const { return matches(job, m_filter); }
    void takeIn(const Change &change, Turn &turn);
    void touch(ListedJob &job, Turn &turn);
    void startOver(const Delta &delta);
    JobOrder::News newsOf(Turn &turn);
    void perform(JobOrder::News news);
    void removeRows(const JobOrder::Turn &turn);
    void moveRows(JobOrder::Turn &turn);
    void insertRows(const JobOrder::Turn &turn);
    void reload(Grouping grouping);

    NowFn m_now;
    Jobs m_jobs{};
    JobOrder m_order{};
    JobTally m_tally{};
    JobFilter m_filter{};
    QSet<QString> m_away{};
    QSet<QString> m_paused{};
    bool m_held = false;
};

} // namespace afoot::ui

Q_DECLARE_METATYPE(afoot::JobPtr)
Q_DECLARE_METATYPE(afoot::JobKey)
