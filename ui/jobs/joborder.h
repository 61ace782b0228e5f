#pragma once

#include "ui/jobs/jobrow.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace afoot::ui {

/// By what the rows of a list are put together.
enum class Grouping { None, BySource, ByKind };
inline constexpr std::array allGroupings{Grouping::None, Grouping::BySource, Grouping::ByKind};

/// The order of rows: what needs a person first, then running (newest first), paused, queued (first in line first),
/// ended (newest first); in sections when grouped, of which the one with the most urgent job comes first. A row moves
/// when the state of its job does, a section when that of its most urgent job does, and nothing does for progress.
///
/// Rows are found by what they are sorted by, so that nothing has to be numbered when they move. Works in turns:
/// plan() says which rows go, move and come; erase(), rearrange() and insert() do that, in this order, so that whoever
/// shows the rows can be told before and after each.
///
/// Threads: one at a time. The jobs must outlive their place in here.
class JobOrder
{
public:
    /// What became of jobs. Each stands here once.
    struct News
    {
        std::vector<ListedJob *> leaving{};
        std::vector<ListedJob *> joining{};
        std::vector<ListedJob *> changed{}; ///< their state, or what they are sorted or grouped by

        bool empty() const { return leaving.empty() && joining.empty() && changed.empty(); }
    };
    /// What it does to the rows.
    struct Turn
    {
        std::vector<int> gone{}; ///< ascending
        std::vector<ListedJob *> moved{};
        std::vector<Section *> sections{}; ///< as they shall stand; empty: as they do
        bool isRearranged = false;         ///< sections change their places
        std::vector<JobRow> fresh{};       ///< in order once rearrange() is done

        bool moves() const { return !moved.empty() || isRearranged; }
    };
    /// Rows that come to stand together.
    struct Run
    {
        std::size_t at = 0;    ///< the row before which they come
        std::size_t first = 0; ///< of Turn::fresh
        std::size_t size = 0;
    };
    enum class Rows { Move, Held };

    Grouping grouping() const { return m_grouping; }
    /// Forgets all rows, and with another @p grouping what was closed.
    void clear(Grouping grouping);

    int size() const { return int(m_rows.size()); }
    const JobRow &at(int row) const { return m_rows[std::size_t(row)]; }
    /// -1 for what has no row.
    int rowOf(const ListedJob &job) const;
    int headingOf(const Section &section) const;
    /// Null where no job is of it.
    const Section *sectionNamed(const std::string &name) const;
    /// The rows of all headings.
    std::vector<int> headings() const;
    /// Whether @p a stands before @p b; both have rows.
    static bool before(const ListedJob &a, const ListedJob &b);
    /// Whether @p job, which the order holds, may stay where it is, and counts as what it is.
    bool isInPlace(const ListedJob &job) const;

    /// Held rows keep their places: what would move is late, and what is new comes last. Counts of sections are new
    /// from now on, and what leaves has no row.
    Turn plan(News news, Rows rows);
    void erase(int first, int last);
    void rearrange(Turn &turn);
    /// From the top; to be inserted from below.
    std::vector<Run> runs(const Turn &turn) const;
    void insert(const Turn &turn, const Run &run);
    /// When the turn is over.
    void settle();

    /// It should leave, but rows are held.
    void markLate(ListedJob &job);
    bool isLate() const { return m_isLate; }
    /// Those that are late, for the turn in which rows move again.
    std::vector<ListedJob *> takeLate();

    /// The rows that an open section has, or a closed one would have, under its heading: the first and the last.
    std::pair<int, int> rowsUnder(const Section &section) const;
    void setOpen(const Section &section, bool open);

private:
    using BySection = std::map<Section *, std::vector<JobRow>>;

    Section &sectionFor(const Job &job);
    Section &own(const Section &section) { return m_sections.at(section.name); }
    const std::string &nameFor(const Job &job) const;
    bool isArranged() const;
    std::vector<Section *> arranged(Rows rows);
    void leave(const std::vector<ListedJob *> &jobs, Turn &turn);
    void join(const std::vector<ListedJob *> &jobs, Turn &turn, Rows rows);
    void moveSections(const std::vector<Section *> &sections);

    Grouping m_grouping = Grouping::None;
    std::vector<JobRow> m_rows{};
    std::map<std::string, Section> m_sections{};
    std::set<std::string> m_closed{}; ///< sections, also while they have no jobs
    std::vector<ListedJob *> m_late{};
    qint64 m_lateJobs = 0;
    bool m_isLate = false; ///< a job is, or a section
};

} // namespace afoot::ui
