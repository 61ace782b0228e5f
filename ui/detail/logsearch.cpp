#include "ui/detail/logsearch.h"

#include "core/model/text.h"
#include "ui/text.h"

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr int linesBetweenLooks = 64; // at the clock

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

char folded(char c, Qt::CaseSensitivity sensitivity)
{
    return sensitivity == Qt::CaseInsensitive && c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

QString shownText(std::string_view text)
{
    return text::of(plainLogText(text));
}

} // namespace

void LogSearch::look(const QString &wanted)
{
    *this = LogSearch();
    m_wanted = wanted;
    if (std::any_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isUpper(); }))
        m_case = Qt::CaseSensitive;
    const std::string bytes = wanted.toStdString();
    if (bytes.empty() || !isAscii(bytes) || bytes.size() > 255)
        return;
    for (const char c : bytes)
        m_bytes += folded(c, m_case);
    m_skips.fill(std::uint8_t(m_bytes.size()));
    for (std::size_t i = 0; i + 1 < m_bytes.size(); ++i) {
        const auto skip = std::uint8_t(m_bytes.size() - 1 - i);
        const char c = m_bytes[i];
        m_skips[static_cast<unsigned char>(c)] = skip;
        if (m_case == Qt::CaseInsensitive && c >= 'a' && c <= 'z')
            m_skips[static_cast<unsigned char>(c - 'a' + 'A')] = skip;
    }
}

std::size_t LogSearch::countAscii(std::string_view text) const
{
    const std::size_t length = m_bytes.size();
    const auto isHere = [&](std::size_t at) {
        return std::equal(m_bytes.begin(), m_bytes.end(), text.begin() + std::ptrdiff_t(at),
                          [this](char wanted, char c) { return folded(c, m_case) == wanted; });
    };
    std::size_t count = 0;
    for (std::size_t at = 0; at + length <= text.size();) {
        const char last = text[at + length - 1];
        const bool isHit = folded(last, m_case) == m_bytes.back() && isHere(at);
        count += isHit ? 1 : 0;
        at += isHit ? length : m_skips[static_cast<unsigned char>(last)];
    }
    return count;
}

std::size_t LogSearch::countIn(std::string_view text)
{
    if (!m_bytes.empty() && isAscii(text)) {
        return text.find('\x1b') == std::string_view::npos ? countAscii(text)
                                                           : countAscii(plainLogText(text));
    }
    return hitsIn(shownText(text)).size();
}

void LogSearch::go(const LogStore &log, Budget budget)
{
    using Clock = std::chrono::steady_clock;
    forget(log);
    if (m_wanted.isEmpty())
        return;
    const auto until = Clock::now() + budget;
    int untilLook = linesBetweenLooks;
    while (m_next < log.end()) {
        const std::size_t count = countIn(log.line(m_next).text);
        if (count > 0) {
            m_found.push_back({m_next, m_counted});
            m_counted += count;
        }
        ++m_next;
        if (--untilLook == 0) {
            if (Clock::now() >= until)
                return;
            untilLook = linesBetweenLooks;
        }
    }
}

/// What has left the log has no hits any more.
void LogSearch::forget(const LogStore &log)
{
    if (m_next > log.end()) { // another log
        look(QString(m_wanted));
        return;
    }
    m_next = std::max(m_next, log.first());
    while (!m_found.empty() && m_found.front().line < log.first())
        m_found.pop_front();
    m_gone = m_found.empty() ? m_counted : m_found.front().before;
}

std::vector<LogHit> LogSearch::hitsIn(const QString &text, std::uint64_t line) const
{
    std::vector<LogHit> hits;
    const qsizetype length = m_wanted.size();
    if (length == 0)
        return hits;
    for (qsizetype at = text.indexOf(m_wanted, 0, m_case); at >= 0;
         at = text.indexOf(m_wanted, at + length, m_case))
        hits.push_back({line, int(at), int(length)});
    return hits;
}

std::vector<LogHit> LogSearch::hitsOf(const LogStore &log, std::uint64_t line) const
{
    return hitsIn(shownText(log.line(line).text), line);
}

LogSearch::FoundAt LogSearch::lineAt(std::uint64_t line) const
{
    return std::lower_bound(
        m_found.begin(), m_found.end(), line,
        [](const Found &found, std::uint64_t wanted) { return found.line < wanted; });
}

std::optional<LogHit> LogSearch::after(const LogStore &log, std::uint64_t line, int column) const
{
    for (FoundAt at = lineAt(std::max(line, log.first())); at != m_found.end(); ++at) {
        for (const LogHit &hit : hitsOf(log, at->line)) {
            if (hit.line > line || hit.from >= column)
                return hit;
        }
    }
    return std::nullopt;
}

std::optional<LogHit> LogSearch::before(const LogStore &log, std::uint64_t line, int column) const
{
    FoundAt at = lineAt(line);
    if (at != m_found.end() && at->line == line)
        ++at;
    while (at != m_found.begin()) {
        --at;
        if (at->line < log.first())
            break;
        const std::vector<LogHit> hits = hitsOf(log, at->line);
        const auto last = std::find_if(hits.rbegin(), hits.rend(), [&](const LogHit &hit) {
            return hit.line < line || hit.from < column;
        });
        if (last != hits.rend())
            return *last;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> LogSearch::place(const LogStore &log, const LogHit &hit) const
{
    const FoundAt at = lineAt(hit.line);
    if (at == m_found.end() || at->line != hit.line || hit.line < log.first())
        return std::nullopt;
    const std::vector<LogHit> hits = hitsOf(log, hit.line);
    const auto same = std::find(hits.begin(), hits.end(), hit);
    if (same == hits.end())
        return std::nullopt;
    return at->before - m_gone + std::uint64_t(same - hits.begin()) + 1;
}

} // namespace afoot::ui
