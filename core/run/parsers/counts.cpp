#include "core/run/parsers/counts.h"

#include "core/run/parsers/scan.h"

#include <algorithm>
#include <array>

namespace afoot {

namespace {

constexpr std::size_t maxLine = 400; ///< progress stands near the start

/// Percents of these are measures, not progress.
constexpr std::array<std::string_view, 33> measures{
    "acc",      "accuracy", "battery", "capacity", "compressed", "compression", "confidence",
    "coverage", "cpu",      "covered", "disk",     "efficiency", "error",       "free",
    "gpu",      "hit",      "hits",    "load",     "loss",       "mem",         "memory",
    "occupied", "ram",      "rate",    "ratio",    "saved",      "score",       "similarity",
    "success",  "usage",    "use",     "used",     "volume",
};
/// What a percent is not progress in front of.
constexpr std::array<std::string_view, 18> results{
    "of",   "off", "passed",  "tests",    "test",  "packet", "packets", "loss",   "free",
    "used", "cpu", "covered", "coverage", "saved", "match",  "smaller", "faster", "confidence",
};
/// What counts up without anything coming closer: "attempt 1/3 failed".
constexpr std::array<std::string_view, 6> repeats{"attempt", "attempts", "retry",
                                                  "retries", "try",      "tries"};
/// What is counted one by one: "step 3/7", "file 3 of 25".
constexpr std::array<std::string_view, 38> countables{
    "step",   "file",    "item",      "part",   "task",     "stage",  "chunk",  "batch",
    "page",   "package", "image",     "frame",  "record",   "layer",  "module", "job",
    "target", "epoch",   "iteration", "round",  "pass",     "phase",  "block",  "segment",
    "table",  "row",     "migration", "object", "document", "video",  "track",  "chapter",
    "test",   "url",     "host",      "node",   "commit",   "volume",
};

bool isIn(std::string_view word, const auto &list)
{
    return std::any_of(list.begin(), list.end(), [&](std::string_view known) {
        return word.size() == known.size() && startsIgnoringCase(word, known);
    });
}

bool isWordByte(char c)
{
    return isDigit(c) || isLetter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view lastWord(std::string_view before)
{
    std::size_t end = before.size();
    while (end > 0 && !isLetter(before[end - 1]))
        --end;
    std::size_t start = end;
    while (start > 0 && isLetter(before[start - 1]))
        --start;
    return before.substr(start, end - start);
}

std::string_view firstWord(std::string_view after)
{
    std::size_t start = 0;
    while (start < after.size() && (after[start] == ' ' || after[start] == '('))
        ++start;
    std::size_t end = start;
    while (end < after.size() && isLetter(after[end]))
        ++end;
    return after.substr(start, end - start);
}

/// A measure's name anywhere before the number: "Epoch 2 accuracy 75%".
bool speaksOfMeasure(std::string_view before)
{
    for (std::size_t at = 0; at < before.size();) {
        if (!isLetter(before[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < before.size() && isLetter(before[end]))
            ++end;
        if (isIn(before.substr(at, end - at), measures))
            return true;
        at = end;
    }
    return false;
}

/// " of 10.00MiB", " of ~ 3 GB": a percent before it is of a transfer.
bool isOfSize(Scan scan)
{
    scan.blanks();
    if (!scan.eat("of"))
        return false;
    scan.blanks();
    if (scan.eat('~'))
        scan.blanks();
    if (!scan.decimal())
        return false;
    scan.blanks();
    return scan.byteUnit(1000) && !isWordByte(scan.peek());
}

std::optional<Found> percentAt(std::string_view line, std::size_t start)
{
    Scan scan{line.substr(start)};
    const auto value = scan.decimal();
    if (!value || *value > 100)
        return std::nullopt;
    if (scan.peek() == ' ')
        scan.eat(' ');
    if (!scan.eat('%') || (!scan.atEnd() && (isWordByte(scan.peek()) || scan.peek() == '%'))) {
        // box drawing and blocks behind it are a bar
        const bool bar = scan.rest.starts_with("\xE2\x94") || scan.rest.starts_with("\xE2\x95") ||
                         scan.rest.starts_with("\xE2\x96");
        if (!bar)
            return std::nullopt;
    }
    const std::string_view before = line.substr(0, start);
    const std::string_view tail = trimmed(before);
    if (tail.ends_with('=') && (tail.size() == before.size() || tail.ends_with("==")) &&
        tail.find('[') == std::string_view::npos)
        return std::nullopt; // acc=49%
    if (tail.ends_with("=>") && tail.find('[') == std::string_view::npos)
        return std::nullopt; // ==> 75%
    if (tail.ends_with('+') || tail.ends_with('<') || tail.ends_with('~') || tail.ends_with(','))
        return std::nullopt;
    if ((isIn(firstWord(scan.rest), results) && !isOfSize(scan)) || speaksOfMeasure(before))
        return std::nullopt;
    Found found;
    found.start = start;
    found.end = line.size() - scan.rest.size();
    found.percent = *value;
    return found;
}

/// The unit behind a/b: bytes, as in " MB"; 1 where there is none; unset where letters cling to it.
std::optional<double> unitBehind(Scan &scan, bool &bytes)
{
    Scan ahead = scan;
    if (ahead.peek() == ' ')
        ahead.eat(' ');
    if (const auto unit = ahead.byteUnit(1000);
        unit && !isWordByte(ahead.peek()) && ahead.peek() != '/') {
        bytes = true;
        scan = ahead;
        return unit;
    }
    return 1;
}

std::optional<Found> countAt(std::string_view line, std::size_t start)
{
    Scan scan{line.substr(start)};
    const auto current = scan.decimal();
    if (!current)
        return std::nullopt;
    bool currentBytes = false;
    const auto currentUnit = unitBehind(scan, currentBytes);
    bool word = false;
    if (scan.eat(" of "))
        word = true;
    else if (!scan.eat('/') && !scan.eat(" / "))
        return std::nullopt;
    const auto total = scan.decimal();
    if (!total || *total <= 0)
        return std::nullopt;
    bool bytes = false;
    const auto unit = unitBehind(scan, bytes);
    if (isWordByte(scan.peek()) || scan.peek() == '/' || scan.peek() == '-' || scan.peek() == '_')
        return std::nullopt; // a path, a date, a name
    if (scan.rest.starts_with(").") && scan.rest.size() > 2 && isWordByte(scan.rest[2]))
        return std::nullopt; // "photo (3 of 9).jpg"
    if (scan.peek() == '.' && scan.rest.size() > 1 &&
        (isWordByte(scan.rest[1]) || scan.rest[1] == '/'))
        return std::nullopt;
    Found found;
    found.start = start;
    found.end = line.size() - scan.rest.size();
    found.isCount = true;
    found.current = *current * (currentBytes ? *currentUnit : *unit);
    found.total = *total * *unit;
    const bool whole = !bytes &&
                       *current == static_cast<double>(static_cast<long long>(*current)) &&
                       *total == static_cast<double>(static_cast<long long>(*total));
    if ((!bytes && !whole) || *found.current > *found.total || (!bytes && *total < 2) ||
        (currentBytes && !bytes))
        return std::nullopt;
    found.percent = 100 * *found.current / *found.total;
    if (bytes) {
        found.unit = "bytes";
        return found;
    }
    std::string_view before = line.substr(0, start);
    if (isIn(firstWord(scan.rest), results) && !word)
        return std::nullopt;
    const bool bracket = before.ends_with('[') && scan.peek() == ']' && trimmed(before) == "[";
    const bool plain = trimmed(before).empty() && scan.peek() == ' '; // ctest: " 1/18 Test"
    const std::string_view last = lastWord(before);
    if (isIn(last, repeats))
        return std::nullopt;
    std::string_view singular = last;
    if (singular.ends_with('s'))
        singular.remove_suffix(1);
    const std::string_view gap =
        before.substr(static_cast<std::size_t>(last.data() - before.data()) + last.size());
    const bool named = isIn(singular, countables) && gap.size() <= 3;
    found.counted = bracket || named || (plain && firstWord(scan.rest) == "Test");
    if (named) {
        for (const char c : singular)
            found.unit += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        found.unit += singular == "batch" ? "es" : "s";
    } else {
        found.unit = "items";
    }
    return found;
}

/// Length of a character that draws bars or turns as a spinner; 0 for any other.
std::size_t ornamentAt(std::string_view text)
{
    if (text.size() >= 3 && text[0] == '\xE2') {
        const auto second = static_cast<unsigned char>(text[1]);
        if ((second >= 0x94 && second <= 0x97) || (second >= 0xA0 && second <= 0xA3))
            return 3; // U+2500..U+25FF, braille
    }
    return 0;
}

/// What progress is made of, a bit each.
enum Makings : unsigned char { NoMakings = 0, Digit = 1, Sign = 2 };
constexpr std::array<unsigned char, 256> makings = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = '0'; c <= '9'; ++c)
        table[c] = Digit;
    for (const unsigned char c : {'%', '/', '[', '{', '\xE2'})
        table[c] = Sign;
    return table;
}();

} // namespace

bool mayBeProgress(std::string_view text)
{
    unsigned int seen = NoMakings;
    for (const char c : text)
        seen |= makings[static_cast<unsigned char>(c)];
    if (seen == (Digit | Sign))
        return true;
    if (seen == Digit)
        return text.find(" of ") != std::string_view::npos;
    return seen == Sign && text.find("\xE2\x94") != std::string_view::npos; // a bar without numbers
}

std::optional<Found> findCount(std::string_view line)
{
    line = line.substr(0, maxLine);
    if (line.starts_with('{'))
        return std::nullopt;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!isDigit(line[at]))
            continue;
        static constexpr std::string_view foreign = "./-_#$:,+";
        const char left = at > 0 ? line[at - 1] : ' ';
        const bool clings = isLetter(left) || left == '_' || left == '/' || left == '.' ||
                            left == '$' ||
                            (left == '-' && at > 1 && line[at - 2] != '-' && line[at - 2] != ' ') ||
                            (static_cast<unsigned char>(left) >= 0x80 &&
                             ornamentAt(line.substr(at - std::min<std::size_t>(at, 3), 3)) == 0);
        if (!clings) {
            if (auto found = percentAt(line, at))
                return found;
            if (auto found = countAt(line, at))
                return found;
        }
        while (at + 1 < line.size() &&
               (isDigit(line[at + 1]) || foreign.find(line[at + 1]) != std::string_view::npos))
            ++at; // the rest of this number, version, date or time
    }
    return std::nullopt;
}

std::string shapeOf(std::string_view before, Digits digits)
{
    std::string shape;
    for (std::size_t at = 0; at < before.size();) {
        if (const std::size_t ornament = ornamentAt(before.substr(at))) {
            at += ornament;
            continue;
        }
        const char c = before[at];
        if (!isWordByte(c)) {
            ++at;
            continue;
        }
        std::size_t end = at;
        bool letters = false;
        while (end < before.size() && before[end] != ' ' &&
               (isWordByte(before[end]) || before[end] == '.') &&
               ornamentAt(before.substr(end)) == 0) {
            letters = letters || !isDigit(before[end]);
            ++end;
        }
        const std::string_view word = before.substr(at, end - at);
        const bool keep = digits == Digits::InWords &&
                          std::any_of(word.begin(), word.end(),
                                      [](char b) { return isWordByte(b) && !isDigit(b); });
        for (const char b : word) {
            const char mapped = isDigit(b) && !keep ? '#' : b;
            if (!isWordByte(b) || (mapped == '#' && shape.ends_with('#')) ||
                (!keep && isLetter(b) && shape.ends_with(b)))
                continue;
            shape += mapped;
        }
        at = end;
    }
    return shape;
}

std::string labelOf(std::string_view before)
{
    std::string label;
    for (std::size_t at = 0; at < before.size();) {
        if (const std::size_t ornament = ornamentAt(before.substr(at))) {
            at += ornament;
            continue;
        }
        const char c = before[at++];
        static constexpr std::string_view bars = "[]|=#>*";
        if (bars.find(c) != std::string_view::npos)
            continue;
        if (c == ' ' && label.ends_with(' '))
            continue;
        label += c;
    }
    const std::size_t last = label.find_last_not_of(" :.-([,");
    label.resize(last == std::string::npos ? 0 : last + 1);
    const std::size_t first = label.find_first_not_of(" .-");
    return first == std::string::npos ? std::string() : label.substr(first);
}

bool isBlankTail(std::string_view after)
{
    return std::none_of(after.begin(), after.end(), isWordByte);
}

} // namespace afoot
