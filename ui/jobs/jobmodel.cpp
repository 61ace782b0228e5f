#include "ui/jobs/jobmodel.h"

#include <algorithm>
#include <utility>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

int rankOf(State state)
{
    switch (state) {
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

/// Smaller comes first within a rank.
qint64 placeOf(const Job &job)
{
    if (job.state == State::Queued)
        return job.createdAt.time_since_epoch().count();
    if (isFinal(job.state))
        return -job.finishedAt.value_or(job.updatedAt).time_since_epoch().count();
    return -job.startedAt.value_or(job.createdAt).time_since_epoch().count();
}

bool samePlace(const Job &a, const Job &b)
{
    return rankOf(a.state) == rankOf(b.state) && placeOf(a) == placeOf(b);
}

/// Runs of rows that follow one another, last run first.
std::vector<std::pair<int, int>> runsFromBelow(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().first == row + 1)
            runs.back().first = row;
        else
            runs.emplace_back(row, row);
    }
    return runs;
}

} // namespace

bool matches(const Job &job, const JobFilter &filter)
{
    if (filter.group != Group::All && groupOf(job.state) != filter.group)
        return false;
    if (filter.source && job.key.source != *filter.source)
        return false;
    if (filter.text.isEmpty())
        return true;
    const QString hay = text::of(job.title) + u'\n' + text::of(job.kind) + u'\n' +
                        text::of(job.key.source) + u'\n' + text::state(job.state) + u'\n' +
                        text::of(job.message);
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return hay.contains(word, Qt::CaseInsensitive);
    });
}

JobModel::JobModel(NowFn now, QObject *parent) : QAbstractListModel(parent), m_now(std::move(now))
{
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JobPtr &job = m_shown[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text::of(job->title);
    case Qt::AccessibleTextRole:
        return spoken(lookOf(*job, isAway(*job), m_now(), QLocale(), isPaused(*job)));
    case JobRole:
        return QVariant::fromValue(job);
    case KeyRole:
        return QVariant::fromValue(job->key);
    case StateRole:
        return int(job->state);
    case AwayRole:
        return isAway(*job);
    case PercentRole:
        return job->percent ? QVariant(*job->percent) : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> JobModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(JobRole, "job");
    names.insert(KeyRole, "key");
    names.insert(StateRole, "state");
    names.insert(AwayRole, "away");
    names.insert(PercentRole, "percent");
    return names;
}

bool JobModel::before(const Job &a, const Job &b) const
{
    const int rankA = rankOf(a.state);
    const int rankB = rankOf(b.state);
    if (rankA != rankB)
        return rankA < rankB;
    const qint64 placeA = placeOf(a);
    const qint64 placeB = placeOf(b);
    return placeA != placeB ? placeA < placeB : a.key < b.key;
}

void JobModel::add(const Job &job, int by)
{
    m_counts[std::size_t(Group::All)] += by;
    m_counts[std::size_t(groupOf(job.state))] += by;
    m_states[std::size_t(job.state)] += by;
    int &jobs = m_sources[job.key.source];
    jobs += by;
    if (jobs == 0)
        m_sources.erase(job.key.source);
}

void JobModel::apply(const Delta &delta)
{
    if (!delta.reset && delta.changes.empty())
        return;
    if (delta.reset) {
        m_jobs.clear();
        m_counts = {};
        m_states = {};
        m_sources.clear();
        for (const Change &change : delta.changes) {
            // an earlier run's end may stand before the latest state of the same job
            Entry &entry = m_jobs[change.key];
            if (entry.job)
                add(*entry.job, -1);
            entry.job = change.job;
            if (entry.job)
                add(*entry.job, 1);
            else
                m_jobs.erase(change.key);
        }
        reload();
        Q_EMIT countsChanged();
        return;
    }
    Turn turn;
    for (const Change &change : delta.changes)
        takeIn(change, turn);
    auto &[gone, fresh, changed, moves] = turn;
    if (!changed.empty()) {
        const auto [first, last] = std::minmax_element(changed.begin(), changed.end());
        Q_EMIT dataChanged(index(*first, 0), index(*last, 0));
    }
    removeRowsOf(std::move(gone));
    if (moves && !m_held)
        sortRows();
    m_unsorted = m_unsorted || (moves && m_held);
    std::erase(fresh, nullptr);
    insertRowsOf(std::move(fresh));
    Q_EMIT countsChanged();
}

void JobModel::takeIn(const Change &change, Turn &turn)
{
    const auto leave = [&](Entry &entry) {
        if (entry.row >= 0)
            turn.gone.push_back(std::exchange(entry.row, -1));
        if (entry.fresh >= 0)
            turn.fresh[std::size_t(std::exchange(entry.fresh, -1))].reset();
    };
    if (!change.job) {
        const auto known = m_jobs.find(change.key);
        if (known == m_jobs.end())
            return;
        add(*known->second.job, -1);
        leave(known->second);
        m_jobs.erase(known);
        return;
    }
    Entry &entry = m_jobs[change.key];
    if (!entry.job || entry.job->state != change.job->state) {
        if (entry.job)
            add(*entry.job, -1);
        add(*change.job, 1);
    }
    entry.job = change.job;
    if (!shows(*change.job)) {
        leave(entry);
    } else if (entry.row >= 0) {
        JobPtr &shown = m_shown[std::size_t(entry.row)];
        turn.moves = turn.moves || !samePlace(*shown, *change.job);
        shown = change.job;
        turn.changed.push_back(entry.row);
    } else if (entry.fresh >= 0) {
        turn.fresh[std::size_t(entry.fresh)] = change.job;
    } else {
        entry.fresh = int(turn.fresh.size());
        turn.fresh.push_back(change.job);
    }
}

void JobModel::removeRowsOf(std::vector<int> gone)
{
    if (gone.empty())
        return;
    const int top = *std::min_element(gone.begin(), gone.end());
    for (const auto &[first, last] : runsFromBelow(std::move(gone))) {
        beginRemoveRows({}, first, last);
        m_shown.erase(m_shown.begin() + first, m_shown.begin() + last + 1);
        endRemoveRows();
    }
    number(std::size_t(top));
}

void JobModel::insertRowsOf(std::vector<JobPtr> fresh)
{
    if (fresh.empty())
        return;
    std::sort(fresh.begin(), fresh.end(),
              [&](const JobPtr &a, const JobPtr &b) { return before(*a, *b); });
    struct Run
    {
        std::size_t at = 0;
        std::size_t first = 0;
        std::size_t size = 0;
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto at =
            std::lower_bound(m_shown.begin(), m_shown.end(), fresh[i],
                             [&](const JobPtr &a, const JobPtr &b) { return before(*a, *b); });
        const auto place = std::size_t(at - m_shown.begin());
        if (!runs.empty() && runs.back().at == place)
            ++runs.back().size;
        else
            runs.push_back({place, i, 1});
    }
    // scattered all over: one insertion and one move cost less than many insertions
    const bool scattered = runs.size() > 4;
    if (m_held || m_unsorted || scattered)
        runs = {{m_shown.size(), 0, fresh.size()}};
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginInsertRows({}, int(run->at), int(run->at + run->size) - 1);
        m_shown.insert(m_shown.begin() + std::ptrdiff_t(run->at),
                       fresh.begin() + std::ptrdiff_t(run->first),
                       fresh.begin() + std::ptrdiff_t(run->first + run->size));
        number(run->at);
        endInsertRows();
    }
    if (m_held)
        m_unsorted = true;
    else if (m_unsorted || scattered)
        sortRows();
}

void JobModel::sortRows()
{
    m_unsorted = false;
    const auto order = [&](const JobPtr &a, const JobPtr &b) { return before(*a, *b); };
    if (std::is_sorted(m_shown.begin(), m_shown.end(), order))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<JobKey> keys;
    keys.reserve(std::size_t(old.size()));
    for (const QModelIndex &i : old)
        keys.push_back(m_shown[std::size_t(i.row())]->key);
    std::sort(m_shown.begin(), m_shown.end(), order);
    number();
    QModelIndexList now;
    now.reserve(old.size());
    for (const JobKey &key : keys)
        now << index(m_jobs.at(key).row, 0);
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void JobModel::number(std::size_t from)
{
    for (std::size_t row = from; row < m_shown.size(); ++row) {
        // a row that is about to leave may belong to a job that is already forgotten or begun anew
        const auto it = m_jobs.find(m_shown[row]->key);
        if (it == m_jobs.end() || it->second.job != m_shown[row])
            continue;
        it->second.row = int(row);
        it->second.fresh = -1;
    }
}

void JobModel::reload()
{
    beginResetModel();
    m_shown.clear();
    for (auto &[key, entry] : m_jobs) {
        entry.row = entry.fresh = -1;
        if (shows(*entry.job))
            m_shown.push_back(entry.job);
    }
    std::sort(m_shown.begin(), m_shown.end(),
              [&](const JobPtr &a, const JobPtr &b) { return before(*a, *b); });
    m_unsorted = false;
    number();
    endResetModel();
}

void JobModel::setFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

void JobModel::setAway(const QSet<QString> &sources, const QSet<QString> &paused)
{
    if (sources == m_away && paused == m_paused)
        return;
    m_away = sources;
    m_paused = paused;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void JobModel::holdOrder(bool hold)
{
    m_held = hold;
    if (!hold && m_unsorted)
        sortRows();
}

bool JobModel::isAway(const Job &job) const
{
    return !m_away.isEmpty() && m_away.contains(text::of(job.key.source));
}

bool JobModel::isPaused(const Job &job) const
{
    return !m_paused.isEmpty() && m_paused.contains(text::of(job.key.source));
}

JobPtr JobModel::job(const JobKey &key) const
{
    const auto it = m_jobs.find(key);
    return it == m_jobs.end() ? nullptr : it->second.job;
}

int JobModel::rowOf(const JobKey &key) const
{
    const auto it = m_jobs.find(key);
    return it == m_jobs.end() ? -1 : it->second.row;
}

JobModel::Tally JobModel::tally(const std::optional<std::string> &source) const
{
    const WallTime now = m_now();
    Tally tally;
    for (const auto &[key, entry] : m_jobs) {
        if (source && key.source != *source)
            continue;
        const Job &job = *entry.job;
        ++tally.total;
        tally.running += job.state == State::Running;
        tally.needsYou += groupOf(job.state) == Group::NeedsYou;
        tally.queued += groupOf(job.state) == Group::Queued;
        const auto left = isAway(job) ? std::nullopt : text::secondsLeft(job, now);
        if (left && *left > 0 && (!tally.nextEnd || *left < *tally.nextEnd))
            tally.nextEnd = left;
    }
    return tally;
}

void JobModel::forEach(const std::function<void(const JobPtr &)> &visit) const
{
    for (const auto &[key, entry] : m_jobs)
        visit(entry.job);
}

} // namespace afoot::ui
