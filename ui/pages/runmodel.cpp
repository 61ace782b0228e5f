#include "ui/pages/runmodel.h"

#include "ui/jobs/look.h"

#include <algorithm>
#include <unordered_set>

namespace afoot::ui {

namespace {

WallTime endOf(const Job &job)
{
    return job.finishedAt.value_or(job.updatedAt);
}

/// The order of the history.
bool before(const ShownRun &a, const ShownRun &b)
{
    const WallTime first = endOf(*a.job);
    const WallTime second = endOf(*b.job);
    return first != second ? first > second : a.number > b.number;
}

} // namespace

ShownRun shown(const EndedRun &run)
{
    Job job = run.job;
    job.can = {};
    job.asked.reset();
    job.declined.reset();
    job.seen = true;
    return {run.number, std::make_shared<const Job>(std::move(job))};
}

RunModel::RunModel(JobModel::NowFn now, QObject *parent)
    : QAbstractListModel(parent), m_now(std::move(now))
{
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ShownRun &run = runAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return run.job->title.empty() ? text::of(run.job->key.id) : text::of(run.job->title);
    case Qt::AccessibleTextRole:
        return spoken(lookOf(*run.job, false, m_now(), QLocale()));
    case JobRole:
        return QVariant::fromValue(run.job);
    case NumberRole:
        return qint64(run.number);
    default:
        return {};
    }
}

QHash<int, QByteArray> RunModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(JobRole, "job");
    names.insert(NumberRole, "number");
    return names;
}

bool RunModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isAnswered && !m_next.empty() && !m_asked;
}

void RunModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        want(Why::More);
}

void RunModel::ask(const RunQuery &query)
{
    m_query = query;
    m_query.limit = pageRuns;
    m_query.after.clear();
    m_isAnswered = false;
    want(Why::Anew);
}

void RunModel::refresh()
{
    if (m_asked || !m_isAnswered) {
        m_isStale = m_asked && m_why != Why::Anew;
        return;
    }
    want(Why::Newer);
}

void RunModel::want(Why why)
{
    m_why = why;
    m_asked = m_query;
    if (why == Why::More)
        m_asked->after = m_next;
    else
        m_isStale = false;
    Q_EMIT pageWanted(*m_asked);
}

void RunModel::take(const RunQuery &asked, const RunPage &page)
{
    if (m_asked != asked)
        return;
    m_asked.reset();
    m_isAnswered = true;
    switch (m_why) {
    case Why::Anew:
        replaceAll(page);
        break;
    case Why::More:
        append(page);
        break;
    case Why::Newer:
        merge(page);
        break;
    }
    Q_EMIT answered();
    if (m_isStale && !m_asked)
        refresh();
}

bool RunModel::fail(const RunQuery &asked)
{
    if (m_asked != asked)
        return false;
    m_asked.reset();
    m_isStale = false;
    return true;
}

void RunModel::replaceAll(const RunPage &page)
{
    beginResetModel();
    m_runs.clear();
    for (const EndedRun &run : page.runs)
        m_runs.push_back(shown(run));
    m_next = page.next;
    endResetModel();
}

void RunModel::append(const RunPage &page)
{
    m_next = page.next;
    if (page.runs.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.runs.size()) - 1);
    for (const EndedRun &run : page.runs)
        m_runs.push_back(shown(run));
    endInsertRows();
}

/// @p page is the newest there is: what of it is not known yet comes in, what it lacks has been deleted.
void RunModel::merge(const RunPage &page)
{
    std::unordered_set<std::int64_t> theirs;
    for (const EndedRun &run : page.runs)
        theirs.insert(run.number);
    const bool overlaps = std::any_of(m_runs.begin(), m_runs.end(), [&](const ShownRun &run) {
        return theirs.contains(run.number);
    });
    if (!overlaps) { // so much is new that there may be a gap
        if (!m_runs.empty() || !page.runs.empty())
            replaceAll(page);
        return;
    }
    const ShownRun last = shown(page.runs.back());
    for (int row = rowCount() - 1; row >= 0; --row) {
        const ShownRun &run = runAt(row);
        const bool isCovered = page.next.empty() || !before(last, run);
        if (isCovered && !theirs.contains(run.number))
            remove(run.number);
    }
    for (const EndedRun &run : page.runs) {
        if (rowOf(run.number) >= 0)
            continue;
        const ShownRun fresh = shown(run);
        const auto place = std::lower_bound(m_runs.begin(), m_runs.end(), fresh, before);
        const int row = int(place - m_runs.begin());
        beginInsertRows({}, row, row);
        m_runs.insert(place, fresh);
        endInsertRows();
    }
}

void RunModel::remove(std::int64_t number)
{
    const int row = rowOf(number);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_runs.erase(m_runs.begin() + row);
    endRemoveRows();
}

int RunModel::rowOf(std::int64_t number) const
{
    const auto at = std::find_if(m_runs.begin(), m_runs.end(),
                                 [&](const ShownRun &run) { return run.number == number; });
    return at == m_runs.end() ? -1 : int(at - m_runs.begin());
}

} // namespace afoot::ui
