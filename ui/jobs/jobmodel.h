#pragma once

#include "core/model/delta.h"
#include "ui/jobs/look.h"

#include <QAbstractListModel>
#include <QSet>

#include <array>
#include <functional>
#include <map>
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

/// The jobs as rows: what needs a person first, then running (newest first), paused, queued (first in line
/// first), ended (newest first). A job moves only when its state does.
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
    };
    Q_ENUM(Role)

    using NowFn = std::function<WallTime()>;
    explicit JobModel(NowFn now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void apply(const Delta &delta);
    void setFilter(const JobFilter &filter);
    const JobFilter &filter() const { return m_filter; }

    /// Sources that cannot be reached: their jobs show what was last known. Of these @p paused: a person wants that.
    void setAway(const QSet<QString> &sources, const QSet<QString> &paused = {});

    /// While held, rows keep their places: moves wait, and new jobs come in at the end. For as long as a
    /// hand is on the mouse.
    void holdOrder(bool hold);

    /// The job in @p row, by reference for as long as the model is not changed.
    const JobPtr &jobAt(int row) const { return m_shown[std::size_t(row)]; }
    bool isAway(const Job &job) const;
    bool isPaused(const Job &job) const; ///< its source is

    JobPtr job(const JobKey &key) const;
    /// -1 for a job that is not shown.
    int rowOf(const JobKey &key) const;

    /// Of all jobs, filtered or not.
    int total() const { return int(m_jobs.size()); }
    int count(Group group) const { return m_counts[std::size_t(group)]; }
    int count(State state) const { return m_states[std::size_t(state)]; }
    const std::map<std::string, int> &sources() const { return m_sources; }

    /// What there is to say of all jobs, or of those of one source. Looks at each of them.
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
    /// A job and where it stands.
    struct Entry
    {
        JobPtr job{};
        int row = -1;   ///< -1: not shown
        int fresh = -1; ///< place in Turn::fresh, while a Delta is taken in
    };
    /// What one Delta does to the rows.
    struct Turn
    {
        std::vector<int> gone{};
        std::vector<JobPtr> fresh{}; ///< null where it was taken back
        std::vector<int> changed{};
        bool moves = false;
    };
    bool before(const Job &a, const Job &b) const;
    bool shows(const Job &job) const { return matches(job, m_filter); }
    void takeIn(const Change &change, Turn &turn);
    void add(const Job &job, int by);
    void reload();
    void removeRowsOf(std::vector<int> gone);
    void insertRowsOf(std::vector<JobPtr> fresh);
    void sortRows();
    void number(std::size_t from = 0);

    NowFn m_now;
    std::unordered_map<JobKey, Entry, JobKeyHash> m_jobs{};
    std::vector<JobPtr> m_shown{};
    JobFilter m_filter{};
    QSet<QString> m_away{};
    QSet<QString> m_paused{};
    std::array<int, allGroups.size()> m_counts{};
    std::array<int, allStates.size()> m_states{};
    std::map<std::string, int> m_sources{};
    bool m_held = false;
    bool m_unsorted = false; ///< something waits for holdOrder(false)
};

} // namespace afoot::ui

Q_DECLARE_METATYPE(afoot::JobPtr)
Q_DECLARE_METATYPE(afoot::JobKey)
