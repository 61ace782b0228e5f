#pragma once

#include "ui/jobs/look.h"

#include <array>
#include <string>
#include <vector>

namespace afoot::ui {

struct Section;

/// A job of a list: where it stands in the order, and as what the tally counts it. Its owner leaves it where it is in
/// memory.
struct ListedJob
{
    JobPtr job{};
    Section *section = nullptr; ///< null: the order does not hold it
    qint64 place = 0;           ///< within its rank, as it was when the row came to where it is
    int rank = 0;               ///< smaller comes first
    State countedAs = State::Queued; ///< by its section
    int runs = -1;                   ///< place among those that run
    State talliedAs = State::Queued;
    bool isTallied = false;
    bool isUnseen = false;  ///< as it is tallied
    bool isLate = false;    ///< it does not stand where it should: rows are held
    bool isTouched = false; ///< for its owner: there is news of more than its progress
    bool isGone = false;    ///< for its owner
};

/// A row: a job, or the heading of a section.
struct JobRow
{
    const Section *section = nullptr;
    const ListedJob *job = nullptr; ///< null: the heading
    int rank = -1;
    qint64 place = 0;
};

/// The jobs of one source or of one kind; without grouping, all.
struct Section
{
    std::string name{}; ///< of the source or kind; empty: the job names none
    std::array<int, allGroups.size()> counts{};
    bool isOpen = true;
    bool hasHeading = false;
    int place = -1;               ///< among the sections; smaller comes first
    int urgency = -1;             ///< for which it came there
    QString sortedBy{};           ///< within one urgency
    std::vector<JobRow> hidden{}; ///< its rows, in order, while it is closed

    int count(Group group) const { return counts[std::size_t(group)]; }
};

bool comesBefore(const JobRow &a, const JobRow &b);

/// What the row of @p job is sorted by, as its state wants it.
int rankOf(const Job &job);
qint64 placeOf(const Job &job);

/// The row of a job that is in an order.
inline JobRow rowFor(const ListedJob &job)
{
    return {job.section, &job, job.rank, job.place};
}
/// In order.
std::vector<JobRow> rowsFor(const std::vector<ListedJob *> &jobs);

/// Takes @p gone, all of which are there, out of @p rows. Both in order.
void takeOut(std::vector<JobRow> &rows, const std::vector<JobRow> &gone);
/// Puts @p fresh where they belong. Both in order.
void putIn(std::vector<JobRow> &rows, const std::vector<JobRow> &fresh);

} // namespace afoot::ui
