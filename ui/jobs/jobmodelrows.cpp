// How the rows of the list change.
#include "ui/jobs/jobmodel.h"

#include <algorithm>
#include <utility>

namespace afoot::ui {

namespace {

/// So many are shown at once rather than one after the other: each costs as much as all rows.
constexpr std::size_t mostRuns = 100;

/// Runs of rows that follow one another, last run first.
std::vector<std::pair<int, int>> runsFromBelow(const std::vector<int> &rows)
{
    std::vector<std::pair<int, int>> runs;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (!runs.empty() && runs.back().first == *row + 1)
            runs.back().first = *row;
        else
            runs.emplace_back(*row, *row);
    }
    return runs;
}

} // namespace

void JobModel::perform(JobOrder::News news)
{
    using Rows = JobOrder::Rows;
    JobOrder::Turn turn = m_order.plan(std::move(news), m_held ? Rows::Held : Rows::Move);
    removeRows(turn);
    moveRows(turn);
    insertRows(turn);
    m_order.settle();
    if (const std::vector<int> rows = headings(); !rows.empty()) {
        const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
        Q_EMIT dataChanged(index(*first, 0), index(*last, 0));
    }
}

void JobModel::removeRows(const JobOrder::Turn &turn)
{
    const auto runs = runsFromBelow(turn.gone);
    const bool isMuch = runs.size() > mostRuns;
    if (isMuch)
        beginResetModel();
    for (const auto &[first, last] : runs) {
        if (!isMuch)
            beginRemoveRows({}, first, last);
        m_order.erase(first, last);
        if (!isMuch)
            endRemoveRows();
    }
    if (isMuch)
        endResetModel();
}

void JobModel::moveRows(JobOrder::Turn &turn)
{
    if (!turn.moves()) {
        m_order.rearrange(turn);
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<JobRow> rows;
    rows.reserve(std::size_t(old.size()));
    for (const QModelIndex &i : old)
        rows.push_back(m_order.at(i.row()));
    m_order.rearrange(turn);
    QModelIndexList now;
    now.reserve(old.size());
    for (const JobRow &row : rows)
        now << index(row.job ? m_order.rowOf(*row.job) : m_order.headingOf(*row.section), 0);
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobModel::insertRows(const JobOrder::Turn &turn)
{
    const auto runs = m_order.runs(turn);
    const bool isMuch = runs.size() > mostRuns;
    if (isMuch)
        beginResetModel();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        if (!isMuch)
            beginInsertRows({}, int(run->at), int(run->at + run->size) - 1);
        m_order.insert(turn, *run);
        if (!isMuch)
            endInsertRows();
    }
    if (isMuch)
        endResetModel();
}

/// Puts all rows in order anew, between the signals of a reset.
void JobModel::reload(Grouping grouping)
{
    m_order.clear(grouping);
    JobOrder::News news;
    for (auto &[key, job] : m_jobs) {
        job.section = nullptr;
        job.isLate = false;
        if (shows(*job.job))
            news.joining.push_back(&job);
    }
    JobOrder::Turn turn = m_order.plan(std::move(news), JobOrder::Rows::Move);
    m_order.rearrange(turn);
    for (const JobOrder::Run &run : m_order.runs(turn))
        m_order.insert(turn, run);
}

void JobModel::setGrouping(Grouping grouping)
{
    if (grouping == m_order.grouping())
        return;
    beginResetModel();
    reload(grouping);
    endResetModel();
}

void JobModel::holdOrder(bool hold)
{
    m_held = hold;
    if (hold || !m_order.isLate())
        return;
    JobOrder::News news;
    for (ListedJob *job : m_order.takeLate())
        (shows(*job->job) ? news.changed : news.leaving).push_back(job);
    perform(std::move(news));
}

void JobModel::setOpen(int row, bool open)
{
    const Section *section = headingAt(row);
    if (!section || section->isOpen == open)
        return;
    const auto [first, last] = m_order.rowsUnder(*section);
    if (open)
        beginInsertRows({}, first, last);
    else
        beginRemoveRows({}, first, last);
    m_order.setOpen(*section, open);
    if (open)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

bool JobModel::reveal(const JobKey &key)
{
    const auto it = m_jobs.find(key);
    if (it == m_jobs.end() || !it->second.section)
        return false;
    if (const int heading = m_order.headingOf(*it->second.section); heading >= 0)
        setOpen(heading, true);
    return true;
}

bool JobModel::isAway(const Job &job) const
{
    return !m_away.isEmpty() && m_away.contains(text::of(job.key.source));
}

bool JobModel::isPaused(const Job &job) const
{
    return !m_paused.isEmpty() && m_paused.contains(text::of(job.key.source));
}

} // namespace afoot::ui
