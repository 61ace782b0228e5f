#include "core/run/parsers/all.h"
#include "core/run/parsers/phases.h"
#include "core/run/parsers/scan.h"

#include <array>

/// git 2.x: `Phase:  NN% (a/b)[, bytes | rate]` separated by CR, with `, done.` and LF when the phase ends;
/// phases of the other side carry `remote: `. Phase names are translated, so only the structure is
/// matched; the names below serve to know what is to come and what is counted.

namespace afoot {

namespace {

struct Phase
{
    std::string_view name;
    std::string_view unit;
};
constexpr std::array clonePhases{
    Phase{"Counting objects", "objects"},  Phase{"Compressing objects", "objects"},
    Phase{"Receiving objects", "objects"}, Phase{"Resolving deltas", "deltas"},
    Phase{"Updating files", "files"},
};

std::string_view unitOf(std::string_view phase)
{
    for (const Phase &known : clonePhases) {
        if (known.name == phase)
            return known.unit;
    }
    if (phase.ends_with("objects"))
        return "objects";
    return phase.ends_with("files") ? "files" : "items";
}

bool claims(const std::vector<std::string> &argv)
{
    return argv.front() == "git";
}

/// The command after git's own options (git(1), OPTIONS).
std::string_view commandOf(const std::vector<std::string> &argv)
{
    for (std::size_t i = 1; i < argv.size(); ++i) {
        const std::string_view word = argv[i];
        if (word == "-C" || word == "-c" || word == "--git-dir" || word == "--work-tree" ||
            word == "--namespace" || word == "--exec-path" || word == "--config-env")
            ++i;
        else if (!word.starts_with('-'))
            return word;
    }
    return {};
}

void begin(const std::vector<std::string> &argv, Reading &reading)
{
    if (commandOf(argv) != "clone")
        return;
    for (const Phase &phase : clonePhases)
        stepNamed(reading, phase.name);
}

/// `, 9.58 MiB | 4.74 MiB/s[, done.]`: how much came over the wire, as git words it.
std::string_view trafficIn(std::string_view tail)
{
    if (!tail.starts_with(", "))
        return {};
    tail.remove_prefix(2);
    if (tail.find(" | ") == std::string_view::npos)
        return {};
    const std::size_t end = tail.find(", ");
    return trimmed(tail.substr(0, end));
}

/// The first error tells the cause; what is fatal counts more.
Take readError(std::string_view line, Reading &reading)
{
    if (reading.error.empty() ||
        (line.starts_with("fatal: ") && !reading.error.starts_with("fatal: ")))
        reading.error = line;
    return {Take::What::Error};
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text)
        return {};
    std::string_view line = trimmed(segment.text);
    const bool remote = line.starts_with("remote: ");
    if (remote)
        line = trimmed(line.substr(8));
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0)
        return {};
    Scan scan{line.substr(colon + 2)};
    scan.blanks();
    const std::string_view phase = line.substr(0, colon);
    if (!remote && (phase == "fatal" || phase == "error"))
        return readError(line, reading);
    const auto number = scan.integer();
    if (!number)
        return {};

    if (!scan.eat('%')) { // Enumerating objects: 20638[, done.]
        if (phase != "Enumerating objects" && phase != "Finding sources")
            return {};
        reading.message = line;
        return {scan.atEnd() || scan.eat(", done.") ? Take::What::Progress : Take::What::Text};
    }
    if (*number > 100 || !scan.eat(" ("))
        return {};
    const auto current = scan.integer();
    if (!current || !scan.eat('/'))
        return {};
    const auto total = scan.integer();
    if (!total || *current > *total || !scan.eat(')'))
        return {};

    const bool over = segment.end == Segment::End::Line && !scan.atEnd();
    const std::string_view traffic = trafficIn(scan.rest);
    Step *step = runStep(reading, phase, *number);
    if (step && over)
        completeStep(*step);
    else if (step)
        step->message = traffic;
    reading.current = current;
    reading.total = total;
    reading.unit = unitOf(phase);
    reading.message =
        traffic.empty() ? std::string(phase) : std::string(phase) + ", " + std::string(traffic);
    return {Take::What::Progress};
}

} // namespace

const Parser gitParser{
    .name = "git", .claims = claims, .read = read, .begin = begin, .anywhere = true};

} // namespace afoot
