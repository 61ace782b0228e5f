#pragma once

#include "core/model/delta.h"

#include <QSet>
#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace afoot::ui {

/// How fast one job went, in its unit a second, for as long as it was watched from here.
///
/// Holds at most @c most points, one a second at first; where they would be more, twice as far apart. A time of which
/// nothing is known stays a gap until it is shorter than the points are apart.
class RateLine
{
public:
    static constexpr std::size_t most = 240;

    struct Point
    {
        WallTime at{};
        std::optional<double> rate{}; ///< unset: from here to the next nothing is known

        friend bool operator==(const Point &, const Point &) = default;
    };

    void add(WallTime at, double rate);
    /// From @p at on nothing is known.
    void breakOff(WallTime at);

    std::vector<Point> points() const;
    std::size_t size() const { return m_points.size(); }
    Millis spacing() const { return m_spacing; }

    std::optional<double> latest() const
    {
        return m_isOpen ? std::optional(m_latest) : std::nullopt;
    }
    double average() const; ///< over the time that is known
    double peak() const { return m_peak; }

private:
    /// A tenth of a second and a float: two thousand jobs take four megabytes at most.
    struct Kept
    {
        std::uint32_t tenths = 0;
        float rate = 0; ///< below zero: a gap begins
    };
    WallTime timeOf(const Kept &kept) const { return m_first + Millis(kept.tenths) * 100; }
    void keep(WallTime at, float rate);
    void thin();

    std::vector<Kept> m_points{};
    WallTime m_first{};
    WallTime m_last{}; ///< when something was said
    Millis m_spacing{1000};
    double m_latest = 0;
    double m_peak = 0;
    double m_done = 0;     ///< what the rates amount to, in the unit
    double m_seconds = 0;  ///< the time that is known
    bool m_isOpen = false; ///< the rate is known now
};

/// The lines of all jobs that ever had a rate while they were watched; of at most @c maxJobs, and those that ended first
/// make room.
///
/// Threads: the main one. Costs a look-up for each change.
class RateBook
{
public:
    static constexpr std::size_t maxJobs = 2000;

    /// Takes in what changed; the rates are of @p now, whatever the clocks elsewhere say.
    void apply(const Delta &delta, WallTime now);
    /// The jobs of sources that went away have no rate that anybody knows.
    void setAway(const QSet<QString> &sources, WallTime now);

    /// Null for a job that had no rate. Good until the next apply().
    const RateLine *line(const JobKey &key) const;
    std::size_t size() const { return m_lines.size(); }

private:
    struct Entry
    {
        RateLine line{};
        std::optional<WallTime> startedAt{}; ///< of the run that the line is of
        std::optional<WallTime> endedAt{};
    };
    void record(const Job &job, WallTime now);
    bool makeRoom();

    std::unordered_map<JobKey, Entry, JobKeyHash> m_lines{};
    QSet<QString> m_away{};
    std::size_t m_ended = 0; ///< lines of jobs that ended
};

} // namespace afoot::ui
