#include "core/run/parsers/all.h"
#include "core/run/parsers/scan.h"
#include "core/run/parsers/trails.h"

#include <algorithm>
#include <array>
#include <cmath>

/// rich 13 (and pip, which uses it): `label ━━━━━╸╺━━ 42% 0:00:03`, or with sizes
/// `label ━━━━ 53.2/60.0 MB 13.3 MB/s 0:00:01`, 1000-based unless the unit says otherwise. Several tasks
/// are a block of such lines, redrawn as one. A bar without numbers tells nothing.

namespace afoot {

namespace {

constexpr std::array<std::string_view, 3> barParts{"━", "╸", "╺"};

std::size_t partAt(std::string_view text)
{
    for (const std::string_view part : barParts) {
        if (text.starts_with(part))
            return part.size();
    }
    return 0;
}

/// The first bar of at least five cells: where it starts, and what follows it.
std::optional<std::pair<std::size_t, std::string_view>> findBar(std::string_view text)
{
    std::size_t start = std::string_view::npos;
    for (const std::string_view part : barParts)
        start = std::min(start, text.find(part));
    if (start == std::string_view::npos)
        return std::nullopt;
    std::string_view rest = text.substr(start);
    int cells = 0;
    while (const std::size_t size = partAt(rest)) {
        rest.remove_prefix(size);
        ++cells;
    }
    if (cells < 5)
        return std::nullopt;
    return std::pair(start, rest);
}

void readRate(Scan &scan, Mark &mark)
{
    scan.blanks();
    Scan ahead = scan;
    const auto rate = ahead.decimal();
    ahead.blanks();
    const auto unit = rate ? ahead.byteUnit(1000) : std::nullopt;
    if (unit && ahead.eat("/s")) {
        mark.rate = *rate * *unit;
        scan = ahead;
    }
}

bool readNumbers(Scan scan, Mark &mark)
{
    scan.blanks();
    const auto first = scan.decimal();
    if (!first)
        return false;
    if (scan.eat('%')) {
        mark.percent = *first;
    } else {
        scan.blanks();
        Scan ahead = scan;
        double firstUnit = 0;
        if (const auto unit = ahead.byteUnit(1000)) { // 600 kB/60.0 MB
            firstUnit = *unit;
            scan = ahead;
        }
        if (!scan.eat('/'))
            return false;
        scan.blanks();
        const auto total = scan.decimal();
        scan.blanks();
        const auto unit = scan.byteUnit(1000);
        if (!total || *total <= 0)
            return false;
        const double scale = unit.value_or(1);
        mark.current = std::round(*first * (firstUnit > 0 ? firstUnit : scale));
        mark.total = std::round(*total * scale);
        mark.unit = unit ? "bytes" : "items";
        mark.percent = 100 * *mark.current / *mark.total;
        readRate(scan, mark);
    }
    scan.blanks();
    scan.eat("eta ");
    scan.blanks();
    mark.etaS = scan.clock();
    return true;
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text)
        return {};
    const auto bar = findBar(segment.text);
    if (!bar)
        return {};
    Mark mark;
    mark.label = trimmed(segment.text.substr(0, bar->first));
    mark.key = "rich " + mark.label;
    mark.kin = Mark::Kin::Together;
    if (readNumbers(Scan{bar->second}, mark))
        noteMark(reading, mark);
    else if (!trimmed(bar->second).empty())
        return {}; // a rule with a title, or a table
    return {Take::What::Progress};
}

} // namespace

const Parser richParser{.name = "rich", .read = read, .anywhere = true};

} // namespace afoot
