#include "core/run/parsers/all.h"
#include "core/run/parsers/counts.h"
#include "core/run/parsers/trails.h"

/// The last resort: `NN%`, `k/n`, `k of n` and `a/b MB` in the output of tools that nobody knows.
///
/// Most percents that programs print are no progress (shares, ratios, results, names of files). A number
/// is believed once it has risen several times in a row where the text around it stays the same; at once
/// only where it stands on a line that is redrawn and is at its very start, or counts steps from one.

namespace afoot {

namespace {

int risesNeeded(const Found &found, const Segment &segment, bool hasLetters)
{
    const bool starting = found.isCount ? found.current.value_or(2) <= 1 : found.percent <= 1;
    if (found.isCount && found.counted)
        return starting ? 0 : 2;
    if (segment.end == Segment::End::Redraw)
        return starting && !found.isCount ? 0 : 2;
    if (found.isCount)
        return hasLetters ? 2 : 3;
    return hasLetters ? 2 : 4;
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text)
        return {};
    const bool line = segment.end != Segment::End::Redraw;
    const auto found = findCount(segment.text);
    if (!found)
        return {};
    const std::string_view before = segment.text.substr(0, found->start);
    const std::string_view after = segment.text.substr(found->end);
    Mark mark;
    mark.key = shapeOf(before, line ? Digits::InWords : Digits::All);
    const bool hasLetters = mark.key.find_first_not_of("# ") != std::string::npos;
    if (line && !found->isCount && !hasLetters && !isBlankTail(after))
        return {}; // a table with a share in its first column
    mark.key += found->isCount ? "/" : "%";
    mark.label = labelOf(before);
    mark.percent = found->percent;
    mark.current = found->current;
    mark.total = found->total;
    mark.unit = found->unit;
    mark.risesNeeded = risesNeeded(*found, segment, hasLetters);
    if (!noteMark(reading, mark))
        return {};
    return {line ? Take::What::Text : Take::What::Progress};
}

} // namespace

const Parser genericParser{.name = "generic", .read = read, .anywhere = true};

} // namespace afoot
