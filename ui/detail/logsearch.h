#pragma once

#include "ui/detail/logstore.h"

#include <QString>

#include <array>
#include <chrono>
#include <deque>
#include <vector>

namespace afoot::ui {

/// A stretch of one line; @c from and @c length are places of a QString.
struct LogHit
{
    std::uint64_t line = 0;
    int from = 0;
    int length = 0;

    friend bool operator==(const LogHit &, const LogHit &) = default;
};

/// Looks for a text in a log, a slice at a time, and knows how often it is there.
///
/// Upper and lower case count as the same unless the wanted text has an upper-case letter. Lines are looked at from the
/// first on; what comes later is looked at by the next slices. Hits do not overlap, and none goes over a line's end.
/// Threads: a value. The log given to each call is the same one, whatever came or left in it.
class LogSearch
{
public:
    using Budget = std::chrono::nanoseconds;

    /// Begins anew; nothing wanted has no hits.
    void look(const QString &wanted);
    const QString &wanted() const { return m_wanted; }

    /// Goes on for about @p budget.
    void go(const LogStore &log, Budget budget);
    /// Every line that there is was looked at.
    bool isDone(const LogStore &log) const { return m_wanted.isEmpty() || m_next == log.end(); }

    bool hasLookedAt(std::uint64_t line) const { return line < m_next; }

    /// How many there are in the lines that were looked at.
    std::uint64_t total() const { return m_counted - m_gone; }

    /// Of one line's text, as the log shows it.
    std::vector<LogHit> hitsIn(const QString &text, std::uint64_t line = 0) const;

    /// The first hit that begins at @p column of @p line or behind it, the last one that begins before it; not
    /// beyond what was looked at.
    std::optional<LogHit> after(const LogStore &log, std::uint64_t line, int column) const;
    std::optional<LogHit> before(const LogStore &log, std::uint64_t line, int column) const;

    /// Which one of total() it is, counted from 1; nothing for what is no hit.
    std::optional<std::uint64_t> place(const LogStore &log, const LogHit &hit) const;

private:
    struct Found ///< a line with hits
    {
        std::uint64_t line = 0;
        std::uint64_t before = 0; ///< hits in the lines before it, also in those that have left
    };
    using FoundAt = std::deque<Found>::const_iterator;

    std::size_t countIn(std::string_view text);
    std::size_t countAscii(std::string_view text) const;
    void forget(const LogStore &log);
    FoundAt lineAt(std::uint64_t line) const;
    std::vector<LogHit> hitsOf(const LogStore &log, std::uint64_t line) const;

    QString m_wanted{};
    Qt::CaseSensitivity m_case = Qt::CaseInsensitive;
    std::string m_bytes{};                   ///< what is wanted where all of it is ASCII, folded
    std::array<std::uint8_t, 256> m_skips{}; ///< Boyer, Moore and Horspool's table
    std::deque<Found> m_found{};
    std::uint64_t m_next = 0; ///< line to look at
    std::uint64_t m_counted = 0;
    std::uint64_t m_gone = 0; ///< hits in lines that have left
};

} // namespace afoot::ui
