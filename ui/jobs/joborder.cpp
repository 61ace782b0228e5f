#include "ui/jobs/joborder.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace afoot::ui {

namespace {

constexpr int lateRank = std::numeric_limits<int>::max();

/// How urgent the most urgent of its jobs is. Coarser than the order of rows: a job that pauses moves no section.
int urgencyOf(const Section &section)
{
    return section.count(Group::NeedsYou) > 0  ? 0
           : section.count(Group::Running) > 0 ? 1
           : section.count(Group::Queued) > 0  ? 2
                                               : 3;
}

void count(Section &section, State state, int by)
{
    section.counts[std::size_t(Group::All)] += by;
    section.counts[std::size_t(groupOf(state))] += by;
}

} // namespace

void JobOrder::clear(Grouping grouping)
{
    if (grouping != m_grouping)
        m_closed.clear();
    m_grouping = grouping;
    m_rows.clear();
    m_sections.clear();
    m_late.clear();
    m_lateJobs = 0;
    m_isLate = false;
}

const std::string &JobOrder::nameFor(const Job &job) const
{
    static const std::string none;
    return m_grouping == Grouping::BySource ? job.key.source
           : m_grouping == Grouping::ByKind ? job.kind
                                            : none;
}

Section &JobOrder::sectionFor(const Job &job)
{
    const std::string &name = nameFor(job);
    const auto [at, isNew] = m_sections.try_emplace(name);
    Section &section = at->second;
    if (isNew) {
        section.name = name;
        section.isOpen = !m_closed.contains(name);
        section.sortedBy = text::of(name).toCaseFolded();
    }
    return section;
}

int JobOrder::rowOf(const ListedJob &job) const
{
    if (!job.section || !job.section->isOpen)
        return -1;
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), rowFor(job), comesBefore);
    return at == m_rows.end() || at->job != &job ? -1 : int(at - m_rows.begin());
}

int JobOrder::headingOf(const Section &section) const
{
    if (!section.hasHeading)
        return -1;
    const auto at =
        std::lower_bound(m_rows.begin(), m_rows.end(), JobRow{.section = &section}, comesBefore);
    return int(at - m_rows.begin());
}

const Section *JobOrder::sectionNamed(const std::string &name) const
{
    const auto at = m_sections.find(name);
    return at == m_sections.end() ? nullptr : &at->second;
}

std::vector<int> JobOrder::headings() const
{
    std::vector<int> rows;
    for (const auto &[name, section] : m_sections) {
        if (section.hasHeading)
            rows.push_back(headingOf(section));
    }
    return rows;
}

bool JobOrder::before(const ListedJob &a, const ListedJob &b)
{
    return comesBefore(rowFor(a), rowFor(b));
}

bool JobOrder::isInPlace(const ListedJob &job) const
{
    return job.countedAs == job.job->state && job.rank == rankOf(*job.job) &&
           job.place == placeOf(*job.job) &&
           (m_grouping != Grouping::ByKind || job.job->kind == job.section->name);
}

JobOrder::Turn JobOrder::plan(News news, Rows rows)
{
    Turn turn;
    for (ListedJob *job : news.changed) {
        count(*job->section, job->countedAs, -1);
        job->countedAs = job->job->state;
        count(*job->section, job->countedAs, 1);
        if (isInPlace(*job))
            continue;
        if (rows == Rows::Held) {
            markLate(*job);
        } else if (nameFor(*job->job) != job->section->name) {
            news.leaving.push_back(job);
            news.joining.push_back(job);
        } else {
            turn.moved.push_back(job);
        }
    }
    leave(news.leaving, turn);
    join(news.joining, turn, rows);
    if (m_grouping == Grouping::None) {
        for (auto &[name, section] : m_sections)
            section.place = 0;
    } else {
        for (const auto &[name, section] : m_sections) {
            if (section.count(Group::All) == 0 && section.hasHeading)
                turn.gone.push_back(headingOf(section));
        }
        if (!isArranged())
            turn.sections = arranged(rows);
        const auto isBefore = [](const Section *a, const Section *b) {
            return a->place < b->place;
        };
        std::vector<Section *> known;
        for (Section *section : turn.sections) {
            if (section->hasHeading)
                known.push_back(section);
            else
                turn.fresh.push_back({.section = section});
        }
        turn.isRearranged = !std::is_sorted(known.begin(), known.end(), isBefore);
    }
    std::sort(turn.gone.begin(), turn.gone.end());
    return turn;
}

void JobOrder::leave(const std::vector<ListedJob *> &jobs, Turn &turn)
{
    BySection hidden;
    bool wasLate = false;
    for (ListedJob *job : jobs) {
        if (job->section->isOpen)
            turn.gone.push_back(rowOf(*job));
        else
            hidden[job->section].push_back(rowFor(*job));
        wasLate = wasLate || job->isLate;
    }
    for (auto &[section, rows] : hidden) {
        std::sort(rows.begin(), rows.end(), comesBefore);
        takeOut(section->hidden, rows);
    }
    for (ListedJob *job : jobs) {
        count(*job->section, job->countedAs, -1);
        job->section = nullptr;
        job->isLate = false;
    }
    if (wasLate)
        std::erase_if(m_late, [](const ListedJob *job) { return !job->section; });
}

void JobOrder::join(const std::vector<ListedJob *> &jobs, Turn &turn, Rows rows)
{
    BySection hidden;
    for (ListedJob *job : jobs) {
        job->section = &sectionFor(*job->job);
        job->countedAs = job->job->state;
        count(*job->section, job->countedAs, 1);
        job->rank = rankOf(*job->job);
        job->place = placeOf(*job->job);
        if (rows == Rows::Held) {
            job->rank = lateRank;
            job->place = m_lateJobs++;
            markLate(*job);
        }
        if (job->section->isOpen)
            turn.fresh.push_back(rowFor(*job));
        else
            hidden[job->section].push_back(rowFor(*job));
    }
    for (auto &[section, fresh] : hidden) {
        std::sort(fresh.begin(), fresh.end(), comesBefore);
        putIn(section->hidden, fresh);
    }
}

bool JobOrder::isArranged() const
{
    return std::all_of(m_sections.begin(), m_sections.end(), [](const auto &named) {
        const Section &section = named.second;
        return section.count(Group::All) == 0 ||
               (section.hasHeading && section.urgency == urgencyOf(section));
    });
}

/// Those that have jobs, as they shall stand.
std::vector<Section *> JobOrder::arranged(Rows rows)
{
    std::vector<Section *> sections;
    for (auto &[name, section] : m_sections) {
        if (section.count(Group::All) > 0)
            sections.push_back(&section);
    }
    /// This computer first, what names no kind last.
    const auto endOf = [&](const Section *section) {
        return m_grouping == Grouping::BySource ? (section->name == "local" ? -1 : 0)
                                                : (section->name.empty() ? 1 : 0);
    };
    const auto isBefore = [&](const Section *a, const Section *b) {
        return std::tuple(urgencyOf(*a), endOf(a), a->sortedBy, a->name) <
               std::tuple(urgencyOf(*b), endOf(b), b->sortedBy, b->name);
    };
    std::sort(sections.begin(), sections.end(), isBefore);
    if (rows == Rows::Move) {
        for (Section *section : sections)
            section->urgency = urgencyOf(*section);
        return sections;
    }
    m_isLate = true;
    std::stable_sort(sections.begin(), sections.end(), [](const Section *a, const Section *b) {
        return a->hasHeading && (!b->hasHeading || a->place < b->place);
    });
    return sections;
}

void JobOrder::erase(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        if (const JobRow &gone = at(row); !gone.job)
            own(*gone.section).hasHeading = false;
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
}

void JobOrder::rearrange(Turn &turn)
{
    std::map<std::vector<JobRow> *, std::vector<ListedJob *>> moved;
    for (ListedJob *job : turn.moved)
        moved[job->section->isOpen ? &m_rows : &job->section->hidden].push_back(job);
    for (const auto &[rows, jobs] : moved)
        takeOut(*rows, rowsFor(jobs));
    if (turn.isRearranged)
        moveSections(turn.sections);
    for (std::size_t i = 0; i < turn.sections.size(); ++i)
        turn.sections[i]->place = int(i);
    for (ListedJob *job : turn.moved) {
        job->rank = rankOf(*job->job);
        job->place = placeOf(*job->job);
    }
    for (const auto &[rows, jobs] : moved)
        putIn(*rows, rowsFor(jobs));
    std::sort(turn.fresh.begin(), turn.fresh.end(), comesBefore);
}

/// The rows of each stand together, and go with it.
void JobOrder::moveSections(const std::vector<Section *> &sections)
{
    std::map<const Section *, std::pair<std::size_t, std::size_t>> blocks;
    for (std::size_t row = 0; row < m_rows.size();) {
        const std::size_t first = row;
        while (row < m_rows.size() && m_rows[row].section == m_rows[first].section)
            ++row;
        blocks[m_rows[first].section] = {first, row};
    }
    std::vector<JobRow> rows;
    rows.reserve(m_rows.size());
    for (const Section *section : sections) {
        const auto [first, last] = blocks[section];
        rows.insert(rows.end(), m_rows.begin() + std::ptrdiff_t(first),
                    m_rows.begin() + std::ptrdiff_t(last));
    }
    m_rows = std::move(rows);
}

std::vector<JobOrder::Run> JobOrder::runs(const Turn &turn) const
{
    std::vector<Run> runs;
    auto from = m_rows.begin();
    for (std::size_t i = 0; i < turn.fresh.size(); ++i) {
        from = std::lower_bound(from, m_rows.end(), turn.fresh[i], comesBefore);
        const auto at = std::size_t(from - m_rows.begin());
        if (!runs.empty() && runs.back().at == at)
            ++runs.back().size;
        else
            runs.push_back({at, i, 1});
    }
    return runs;
}

void JobOrder::insert(const Turn &turn, const Run &run)
{
    const auto first = turn.fresh.begin() + std::ptrdiff_t(run.first);
    const auto last = first + std::ptrdiff_t(run.size);
    for (auto row = first; row != last; ++row) {
        if (!row->job)
            own(*row->section).hasHeading = true;
    }
    m_rows.insert(m_rows.begin() + std::ptrdiff_t(run.at), first, last);
}

void JobOrder::settle()
{
    std::erase_if(m_sections, [](const auto &named) {
        const Section &section = named.second;
        return section.count(Group::All) == 0 && !section.hasHeading;
    });
}

void JobOrder::markLate(ListedJob &job)
{
    m_isLate = true;
    if (!std::exchange(job.isLate, true))
        m_late.push_back(&job);
}

std::vector<ListedJob *> JobOrder::takeLate()
{
    for (ListedJob *job : m_late)
        job->isLate = false;
    m_isLate = false;
    m_lateJobs = 0;
    return std::exchange(m_late, {});
}

std::pair<int, int> JobOrder::rowsUnder(const Section &section) const
{
    const int first = headingOf(section) + 1;
    return {first, first + section.count(Group::All) - 1};
}

void JobOrder::setOpen(const Section &section, bool open)
{
    const auto [first, last] = rowsUnder(section);
    const auto at = m_rows.begin() + first;
    Section &mine = own(section);
    mine.isOpen = open;
    if (open) {
        m_closed.erase(section.name);
        m_rows.insert(at, mine.hidden.begin(), mine.hidden.end());
        mine.hidden.clear();
    } else {
        m_closed.insert(section.name);
        mine.hidden.assign(at, at + (last - first + 1));
        m_rows.erase(at, at + (last - first + 1));
    }
}

} // namespace afoot::ui
