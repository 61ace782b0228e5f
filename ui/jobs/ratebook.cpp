#include "ui/jobs/ratebook.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace afoot::ui {

namespace {

constexpr Millis backwards{2000}; ///< a clock that was set back by more cannot be drawn
constexpr float gap = -1;

} // namespace

void RateLine::add(WallTime at, double rate)
{
    if (!m_points.empty() && at < m_last - backwards)
        *this = RateLine();
    if (m_points.empty())
        m_first = m_last = at;
    at = std::max(at, m_last);
    if (m_isOpen) {
        const double seconds = double((at - m_last).count()) / 1000;
        m_done += m_latest * seconds;
        m_seconds += seconds;
    }
    m_last = at;
    m_latest = rate;
    m_peak = std::max(m_peak, rate);
    const bool opens = !m_isOpen;
    m_isOpen = true;
    if (m_points.empty() || opens || at - timeOf(m_points.back()) >= m_spacing)
        keep(at, float(rate));
}

void RateLine::breakOff(WallTime at)
{
    if (!m_isOpen)
        return;
    at = std::max(at, m_last);
    m_isOpen = false;
    m_last = at;
    keep(at, gap);
}

void RateLine::keep(WallTime at, float rate)
{
    if (m_points.size() == most)
        thin();
    m_points.push_back({std::uint32_t((at - m_first).count() / 100), rate});
}

void RateLine::thin()
{
    const auto thinOnce = [this] {
        const auto apart = std::uint32_t(m_spacing.count() / 100);
        std::vector<Kept> fewer;
        int merged = 0; ///< points in the last of them
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            const Kept &point = m_points[i];
            const bool isLast = i + 1 == m_points.size();
            if (point.rate < 0) {
                if (isLast || m_points[i + 1].tenths - point.tenths >= apart) {
                    fewer.push_back(point);
                    merged = 0;
                }
                continue;
            }
            if (merged > 0 && point.tenths - fewer.back().tenths < apart) {
                ++merged;
                fewer.back().rate += (point.rate - fewer.back().rate) / float(merged);
            } else {
                fewer.push_back(point);
                merged = 1;
            }
        }
        m_points = std::move(fewer);
    };
    // gaps, and what comes after them, are kept whenever they come: these alone may have filled it
    thinOnce();
    while (m_points.size() > most * 3 / 4) {
        m_spacing *= 2;
        thinOnce();
    }
}

std::vector<RateLine::Point> RateLine::points() const
{
    std::vector<Point> points;
    points.reserve(m_points.size());
    for (const Kept &kept : m_points)
        points.push_back(
            {timeOf(kept), kept.rate < 0 ? std::nullopt : std::optional<double>(kept.rate)});
    return points;
}

double RateLine::average() const
{
    return m_seconds > 0 ? m_done / m_seconds : m_latest;
}

void RateBook::apply(const Delta &delta, WallTime now)
{
    if (delta.reset && !m_lines.empty()) {
        std::unordered_set<JobKey, JobKeyHash> there;
        for (const Change &change : delta.changes) {
            if (change.job)
                there.insert(change.key);
        }
        std::erase_if(m_lines, [&](const auto &entry) {
            const bool leaves = !there.contains(entry.first);
            m_ended -= leaves && entry.second.endedAt ? 1 : 0;
            return leaves;
        });
    }
    for (const Change &change : delta.changes) {
        if (change.job) {
            record(*change.job, now);
        } else if (const auto it = m_lines.find(change.key); it != m_lines.end()) {
            m_ended -= it->second.endedAt ? 1 : 0;
            m_lines.erase(it);
        }
    }
}

void RateBook::record(const Job &job, WallTime now)
{
    const bool known = job.state == State::Running && job.liveness != Liveness::Stalled &&
                       job.rate && std::isfinite(*job.rate) && *job.rate >= 0;
    auto it = m_lines.find(job.key);
    if (it == m_lines.end()) {
        if (!known || !makeRoom())
            return;
        it = m_lines.try_emplace(job.key).first;
        it->second.startedAt = job.startedAt;
    }
    Entry &entry = it->second;
    if (isFinal(job.state)) {
        if (!entry.endedAt)
            ++m_ended;
        entry.endedAt = entry.endedAt.value_or(now);
        entry.line.breakOff(now);
        return;
    }
    if (entry.endedAt || entry.startedAt != job.startedAt) {
        // it runs again, and what was is another run
        m_ended -= entry.endedAt ? 1 : 0;
        entry = Entry{.startedAt = job.startedAt};
    }
    if (known)
        entry.line.add(now, *job.rate);
    else
        entry.line.breakOff(now);
}

/// False when every line is of a job that runs.
bool RateBook::makeRoom()
{
    if (m_lines.size() < maxJobs)
        return true;
    if (m_ended == 0)
        return false;
    // half of them at once, so that many new jobs do not each look through all
    std::vector<std::pair<WallTime, const JobKey *>> ended;
    for (const auto &[key, entry] : m_lines) {
        if (entry.endedAt)
            ended.emplace_back(*entry.endedAt, &key);
    }
    const auto leaving = std::ptrdiff_t((ended.size() + 1) / 2);
    std::nth_element(ended.begin(), ended.begin() + leaving - 1, ended.end());
    std::vector<JobKey> keys;
    for (auto it = ended.begin(); it != ended.begin() + leaving; ++it)
        keys.push_back(*it->second);
    for (const JobKey &key : keys)
        m_lines.erase(key);
    m_ended -= keys.size();
    return true;
}

void RateBook::setAway(const QSet<QString> &sources, WallTime now)
{
    if (sources == m_away)
        return;
    m_away = sources;
    for (auto &[key, entry] : m_lines) {
        if (m_away.contains(QString::fromStdString(key.source)))
            entry.line.breakOff(now);
    }
}

const RateLine *RateBook::line(const JobKey &key) const
{
    const auto it = m_lines.find(key);
    return it == m_lines.end() ? nullptr : &it->second.line;
}

} // namespace afoot::ui
