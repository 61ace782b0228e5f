#include "core/run/parsers/all.h"
#include "core/run/parsers/scan.h"
#include "core/run/parsers/trails.h"

/// tqdm 4.x: `desc:  12%|█▎ | 24/200 [00:00<00:05, 38.1it/s, postfix]`, and `desc: 24it [00:01, 38.1it/s]`
/// where no total is known. Scaled counts (`1.24M/47.7M`) are 1000- or 1024-based, which the text does
/// not tell, so only their share is taken. Inner bars of a nested loop carry another description.

namespace afoot {

namespace {

struct Count
{
    double value = 0;
    bool scaled = false;
};

std::optional<Count> readCount(Scan &scan)
{
    const auto value = scan.decimal();
    if (!value)
        return std::nullopt;
    static constexpr std::string_view prefixes = "kMGTPE";
    if (!scan.atEnd() && prefixes.find(scan.peek()) != std::string_view::npos) {
        scan.rest.remove_prefix(1);
        return Count{*value, true};
    }
    return Count{*value, false};
}

struct Pace
{
    std::optional<double> etaS{};
    std::optional<double> rate{};
    std::string unit{};
};

/// `[00:00<00:05, 38.1it/s, …]`; `?` stands where nothing is known.
std::optional<Pace> readPace(Scan scan)
{
    Pace pace;
    if (!scan.eat('[') || !scan.clock())
        return std::nullopt;
    if (scan.eat('<')) {
        pace.etaS = scan.clock();
        if (!pace.etaS && !scan.eat('?'))
            return std::nullopt;
    }
    if (!scan.eat(','))
        return std::nullopt;
    scan.blanks();
    if (scan.eat('?')) {
        pace.unit = scan.word();
        return pace;
    }
    const auto rate = readCount(scan);
    if (!rate)
        return std::nullopt;
    const std::string_view unit = scan.word();
    if (!scan.eat('/'))
        return std::nullopt;
    const std::string_view per = scan.word();
    pace.unit = per == "s" ? unit : per;
    if (!rate->scaled && rate->value > 0)
        pace.rate = per == "s" ? rate->value : 1 / rate->value;
    return pace;
}

std::string unitFor(std::string_view unit)
{
    if (unit.empty() || unit == "it")
        return "items";
    return unit == "B" ? "bytes" : std::string(unit);
}

std::string_view withoutColon(std::string_view text)
{
    text = trimmed(text);
    if (text.ends_with(':'))
        text.remove_suffix(1);
    return text;
}

Take readBar(std::string_view text, std::size_t sign, Reading &reading)
{
    std::size_t start = sign;
    while (start > 0 && isDigit(text[start - 1]))
        --start;
    Scan number{text.substr(start)};
    const auto percent = number.integer();
    if (!percent || *percent > 100)
        return {};
    const std::size_t close = text.find("| ", sign + 2);
    if (close == std::string_view::npos)
        return {};
    Scan scan{text.substr(close + 2)};
    scan.blanks();
    const auto done = readCount(scan);
    if (!done || !scan.eat('/'))
        return {};
    const auto total = readCount(scan);
    scan.word(); // a unit, as in 5/9MB of custom formats
    scan.blanks();
    const auto pace = total ? readPace(scan) : std::nullopt;
    if (!pace)
        return {};
    Mark mark;
    mark.label = withoutColon(text.substr(0, start));
    mark.key = "tqdm " + mark.label;
    mark.percent = *percent;
    mark.kin = Mark::Kin::Nested;
    if (!done->scaled && !total->scaled) {
        mark.current = done->value;
        mark.total = total->value;
        mark.unit = unitFor(pace->unit);
        mark.rate = pace->rate;
    }
    mark.etaS = pace->etaS;
    noteMark(reading, mark);
    return {Take::What::Progress};
}

/// `desc: 24it [00:01, 38.1it/s]`
Take readCounter(std::string_view text, std::size_t bracket, Reading &reading)
{
    std::size_t start = bracket;
    while (start > 0 && text[start - 1] != ' ')
        --start;
    Scan scan{text.substr(start, bracket - start)};
    const auto done = readCount(scan);
    const std::string_view unit = scan.word();
    if (!done || unit.empty() || !scan.atEnd())
        return {};
    const auto pace = readPace(Scan{text.substr(bracket + 1)});
    if (!pace || pace->unit != unit)
        return {};
    if (!done->scaled)
        reading.current = done->value;
    reading.rate = pace->rate;
    reading.unit = unitFor(unit);
    if (const auto label = withoutColon(text.substr(0, start)); !label.empty())
        reading.message = label;
    return {Take::What::Progress};
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text)
        return {};
    const std::size_t sign = segment.text.find("%|");
    if (sign != std::string_view::npos)
        return readBar(segment.text, sign, reading);
    const std::size_t bracket = segment.text.find(" [");
    if (bracket != std::string_view::npos && bracket > 0 && isLetter(segment.text[bracket - 1]))
        return readCounter(segment.text, bracket, reading);
    return {};
}

} // namespace

const Parser tqdmParser{.name = "tqdm", .read = read, .anywhere = true};

} // namespace afoot
