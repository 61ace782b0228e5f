#include "ui/jobs/jobmodel.h"

#include "ui/jobs/heading.h"
#include "ui/sources.h"

#include <algorithm>
#include <utility>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

/// Whether the words of a filter find the same in both, which are in the same state.
bool readsTheSame(const Job &a, const Job &b)
{
    return a.title == b.title && a.kind == b.kind && a.message == b.message;
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
    return parent.isValid() ? 0 : m_order.size();
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (const Section *section = headingAt(index.row())) {
        switch (role) {
        case Qt::DisplayRole:
            return titleOf(*section);
        case Qt::AccessibleTextRole:
            return spoken(headingLookOf(titleOf(*section), *section, QLocale()));
        case HeadingRole:
            return true;
        default:
            return {};
        }
    }
    const JobPtr &job = jobAt(index.row());
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
    case HeadingRole:
        return false;
    default:
        return {};
    }
}

Qt::ItemFlags JobModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    const bool isHeading = index.isValid() && headingAt(index.row());
    return isHeading ? flags & ~Qt::ItemIsSelectable : flags;
}

QHash<int, QByteArray> JobModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(JobRole, "job");
    names.insert(KeyRole, "key");
    names.insert(StateRole, "state");
    names.insert(AwayRole, "away");
    names.insert(PercentRole, "percent");
    names.insert(HeadingRole, "heading");
    return names;
}

void JobModel::apply(const Delta &delta)
{
    if (!delta.reset && delta.changes.empty())
        return;
    if (delta.reset) {
        startOver(delta);
        Q_EMIT countsChanged();
        return;
    }
    Turn turn;
    for (const Change &change : delta.changes)
        takeIn(change, turn);
    if (turn.first)
        Q_EMIT dataChanged(index(m_order.rowOf(*turn.first), 0),
                           index(m_order.rowOf(*turn.last), 0));
    if (JobOrder::News news = newsOf(turn); !news.empty())
        perform(std::move(news));
    Q_EMIT countsChanged();
}

void JobModel::startOver(const Delta &delta)
{
    beginResetModel();
    m_order.clear(grouping());
    m_tally.clear(delta.changes.size());
    m_jobs.clear();
    for (const Change &change : delta.changes) {
        // an earlier run's end may stand before the latest state of the same job
        if (change.job)
            m_jobs[change.key].job = change.job;
        else
            m_jobs.erase(change.key);
    }
    for (auto &[key, job] : m_jobs)
        m_tally.take(job);
    reload(grouping());
    endResetModel();
}

void JobModel::touch(ListedJob &job, Turn &turn)
{
    if (!std::exchange(job.isTouched, true))
        turn.touched.push_back(&job);
}

void JobModel::takeIn(const Change &change, Turn &turn)
{
    if (!change.job) {
        const auto known = m_jobs.find(change.key);
        if (known == m_jobs.end())
            return;
        ListedJob &job = known->second;
        m_tally.leave(job);
        job.isGone = true;
        touch(job, turn);
        turn.gone.push_back(m_jobs.extract(known));
        return;
    }
    ListedJob &job = m_jobs[change.key];
    const JobPtr before = std::exchange(job.job, change.job);
    m_tally.take(job);
    const bool readsNew = !before || before->state != job.job->state ||
                          (!m_filter.text.isEmpty() && !readsTheSame(*before, *job.job));
    if (!job.section) {
        if (readsNew)
            touch(job, turn);
        return;
    }
    if (!m_order.isInPlace(job) || (readsNew && !shows(*job.job)))
        touch(job, turn);
    if (!job.section->isOpen)
        return;
    if (!turn.first || JobOrder::before(job, *turn.first))
        turn.first = &job;
    if (!turn.last || JobOrder::before(*turn.last, job))
        turn.last = &job;
}

JobOrder::News JobModel::newsOf(Turn &turn)
{
    JobOrder::News news;
    for (ListedJob *job : turn.touched) {
        job->isTouched = false;
        const bool isShown = !job->isGone && shows(*job->job);
        if (!job->section) {
            if (isShown)
                news.joining.push_back(job);
        } else if (job->isGone || (!isShown && !m_held)) {
            news.leaving.push_back(job);
        } else {
            if (!isShown)
                m_order.markLate(*job);
            news.changed.push_back(job);
        }
    }
    return news;
}

void JobModel::setFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    reload(grouping());
    endResetModel();
}

void JobModel::setAway(const QSet<QString> &sources, const QSet<QString> &paused)
{
    if (sources == m_away && paused == m_paused)
        return;
    m_away = sources;
    m_paused = paused;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

const JobPtr &JobModel::jobAt(int row) const
{
    static const JobPtr none;
    const ListedJob *job = m_order.at(row).job;
    return job ? job->job : none;
}

const Section *JobModel::headingAt(int row) const
{
    const JobRow &at = m_order.at(row);
    return at.job ? nullptr : at.section;
}

int JobModel::headingOver(int row) const
{
    return m_order.headingOf(*m_order.at(row).section);
}

int JobModel::headingOf(const std::string &section) const
{
    const Section *named = m_order.sectionNamed(section);
    return named ? m_order.headingOf(*named) : -1;
}

std::vector<int> JobModel::headings() const
{
    return m_order.headings();
}

QString JobModel::titleOf(const Section &section) const
{
    return grouping() == Grouping::BySource ? sourceName(text::of(section.name))
           : section.name.empty()           ? tr("No kind")
                                            : text::of(section.name);
}

JobPtr JobModel::job(const JobKey &key) const
{
    const auto it = m_jobs.find(key);
    return it == m_jobs.end() ? nullptr : it->second.job;
}

int JobModel::rowOf(const JobKey &key) const
{
    const auto it = m_jobs.find(key);
    return it == m_jobs.end() ? -1 : m_order.rowOf(it->second);
}

int JobModel::staleCount() const
{
    int stale = 0;
    for (const QString &source : m_away) {
        if (!m_paused.contains(source))
            stale += m_tally.of(source.toStdString()).active();
    }
    return stale;
}

JobModel::Tally JobModel::tally(const std::optional<std::string> &source) const
{
    const JobCounts &counts = source ? m_tally.of(*source) : m_tally.all();
    Tally tally{counts.total, counts.count(State::Running), counts.count(Group::NeedsYou),
                counts.count(Group::Queued)};
    const WallTime now = m_now();
    const JobTally::Runner *next = nullptr;
    for (const JobTally::Runner &runner : m_tally.running()) {
        const bool isSooner =
            runner.ends && *runner.ends > now && (!next || *runner.ends < *next->ends);
        if (isSooner && !isAway(*runner.job()) && (!source || runner.job()->key.source == *source))
            next = &runner;
    }
    if (next)
        tally.nextEnd = text::secondsLeft(*next->job(), now);
    return tally;
}

void JobModel::forEach(const std::function<void(const JobPtr &)> &visit) const
{
    for (const auto &[key, job] : m_jobs)
        visit(job.job);
}

} // namespace afoot::ui
