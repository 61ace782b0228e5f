#include "ui/jobs/jobrow.h"

#include <algorithm>

namespace afoot::ui {

int rankOf(const Job &job)
{
    switch (job.state) {
    case State::NeedsInput:
        return 0;
    case State::Running:
        return 1;
    case State::Paused:
        return 2;
    case State::Queued:
        return 3;
    default:
        return 4;
    }
}

qint64 placeOf(const Job &job)
{
    if (job.state == State::Queued)
        return job.createdAt.time_since_epoch().count();
    if (isFinal(job.state))
        return -job.finishedAt.value_or(job.updatedAt).time_since_epoch().count();
    return -job.startedAt.value_or(job.createdAt).time_since_epoch().count();
}

bool comesBefore(const JobRow &a, const JobRow &b)
{
    if (a.section != b.section)
        return a.section->place < b.section->place;
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.place != b.place)
        return a.place < b.place;
    return a.job != b.job && a.job && b.job && a.job->job->key < b.job->job->key;
}

std::vector<JobRow> rowsFor(const std::vector<ListedJob *> &jobs)
{
    std::vector<JobRow> rows;
    rows.reserve(jobs.size());
    for (const ListedJob *job : jobs)
        rows.push_back(rowFor(*job));
    std::sort(rows.begin(), rows.end(), comesBefore);
    return rows;
}

void takeOut(std::vector<JobRow> &rows, const std::vector<JobRow> &gone)
{
    if (gone.empty())
        return;
    auto from = std::lower_bound(rows.begin(), rows.end(), gone.front(), comesBefore);
    auto to = from;
    for (auto row = gone.begin(); row != gone.end(); ++row) {
        const auto kept = from + 1;
        from = std::next(row) == gone.end()
                   ? rows.end()
                   : std::lower_bound(kept, rows.end(), *std::next(row), comesBefore);
        to = std::move(kept, from, to);
    }
    rows.erase(to, rows.end());
}

void putIn(std::vector<JobRow> &rows, const std::vector<JobRow> &fresh)
{
    auto end = std::ptrdiff_t(rows.size()); // of those that still stand where they did
    rows.resize(rows.size() + fresh.size());
    auto to = rows.end();
    for (auto row = fresh.rbegin(); row != fresh.rend(); ++row) {
        const auto at =
            std::lower_bound(rows.begin(), rows.begin() + end, *row, comesBefore) - rows.begin();
        to = std::move_backward(rows.begin() + at, rows.begin() + end, to);
        *--to = *row;
        end = at;
    }
}

} // namespace afoot::ui
