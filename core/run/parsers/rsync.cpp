#include "core/run/parsers/all.h"
#include "core/run/parsers/phases.h"
#include "core/run/parsers/scan.h"

#include <algorithm>

/// rsync 3.x, --info=progress2 (about the whole transfer) and --progress (about each file), the same line:
///
///     1,025,143   1%  139.39MB/s    0:00:00 (xfr#5, to-chk=238/250)
///
/// The time is what is left, but once `(xfr#` is there, what it took. `ir-chk` instead of `to-chk` says that
/// the list of files still grows. The rate's k, M, G are 1024 each; separators follow the locale, and
/// -h shortens the count. Error texts may follow on the same line.

namespace afoot {

namespace {

enum Mode { Unknown, Whole, Files };

bool claims(const std::vector<std::string> &argv)
{
    return argv.front() == "rsync";
}

void begin(const std::vector<std::string> &argv, Reading &reading)
{
    for (const std::string &word : argv) {
        if (word.starts_with("--info") && word.find("progress2") != std::string::npos)
            reading.memory.mode = Whole;
        else if (reading.memory.mode != Whole &&
                 (word == "--progress" || word == "--info=progress" ||
                  (word.size() > 1 && word[0] == '-' && word[1] != '-' &&
                   word.find('P') != std::string::npos)))
            reading.memory.mode = Files;
    }
}

struct Line
{
    std::optional<double> bytes{};
    double percent = 0;
    double rate = 0;
    double seconds = 0;
    bool transferred = false; ///< (xfr#… follows
    bool complete = false;    ///< the list of files: to-chk
    double left = 0;
    double files = 0;
    std::string_view rest{}; ///< what was glued to it
};

std::optional<Line> parse(std::string_view text)
{
    Line line;
    Scan scan{text};
    scan.blanks();
    const Scan start = scan;
    line.bytes = scan.grouped();
    if (!line.bytes)
        return std::nullopt;
    if (scan.peek() != ' ') { // -h: 9.00M, 1.02G; base 1000, rounded
        scan = start;
        const auto value = scan.decimal();
        static constexpr std::string_view prefixes = "KMGTP";
        const std::size_t prefix =
            scan.atEnd() ? std::string_view::npos : prefixes.find(scan.peek());
        if (!value || prefix == std::string_view::npos)
            return std::nullopt;
        scan.rest.remove_prefix(1);
        line.bytes = value;
        for (std::size_t i = 0; i <= prefix; ++i)
            *line.bytes *= 1000;
    }
    scan.blanks();
    const auto percent = scan.integer();
    if (!percent || !scan.eat('%'))
        return std::nullopt;
    line.percent = std::min(*percent, 100.0);
    scan.blanks();
    const auto rate = scan.decimal();
    const auto unit = rate ? scan.byteUnit(1024) : std::nullopt;
    if (!unit || !scan.eat("/s"))
        return std::nullopt;
    line.rate = *rate * *unit;
    scan.blanks();
    const auto seconds = scan.clock();
    if (seconds)
        line.seconds = *seconds;
    else if (!scan.eat("??:??:??"))
        return std::nullopt;
    scan.blanks();
    Scan ahead = scan;
    if (ahead.eat("(xfr#") && ahead.integer() && ahead.eat(", ")) {
        line.complete = ahead.peek() == 't';
        if (ahead.eat("to-chk=") || ahead.eat("ir-chk=")) {
            const auto left = ahead.integer();
            const bool slash = ahead.eat('/');
            const auto files = ahead.integer();
            if (left && slash && files && ahead.eat(')')) {
                line.transferred = true;
                line.left = *left;
                line.files = *files;
                scan = ahead;
            }
        }
    }
    line.rest = trimmed(scan.rest);
    return line;
}

Take readError(std::string_view text, Reading &reading)
{
    const bool summary = text.starts_with("rsync error: ");
    if (!summary && !text.starts_with("rsync: "))
        return {};
    // the first tells the cause, the rest what came of it
    if (reading.error.empty() || (!summary && reading.error.starts_with("rsync error: ")))
        reading.error = text;
    return {Take::What::Error, text};
}

void readWhole(const Line &line, Reading &reading)
{
    reading.percent = std::max(reading.percent.value_or(0), line.percent); // totals grow: ir-chk
    reading.current = line.bytes;
    reading.unit = "bytes";
}

void readFile(const Line &line, const Segment &segment, Reading &reading)
{
    if (line.transferred && line.complete && line.files > 0) {
        const double done = std::max(0.0, line.files - line.left);
        reading.percent =
            std::max(reading.percent.value_or(0), std::min(100.0, 100 * done / line.files));
        reading.current = done;
        reading.total = line.files;
        reading.unit = "files";
    }
    Step *step = runStep(reading, "file", line.percent);
    if (!step)
        return;
    if (!segment.before.empty())
        step->label = segment.before;
    if (line.transferred)
        completeStep(*step);
    reading.message = step->label;
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text || segment.text.empty())
        return {};
    const char first = segment.text.front();
    if (first == 'r')
        return readError(segment.text, reading);
    if (first != ' ' && !isDigit(first))
        return {};
    const auto line = parse(segment.text);
    if (!line)
        return {};
    int &mode = reading.memory.mode;
    if (mode == Unknown && line->transferred && line->left > 0)
        mode = segment.end == Segment::End::Line && line->rest.empty() ? Files : Whole;
    if (mode == Whole)
        readWhole(*line, reading);
    else if (mode == Files)
        readFile(*line, segment, reading);
    if (mode == Files && reading.unit == "files")
        reading.rate.reset();
    else if (line->rate > 0)
        reading.rate = line->rate;
    if (line->transferred || mode != Whole)
        reading.etaS.reset();
    else
        reading.etaS = line->seconds;
    if (!line->rest.empty()) {
        const Take error = readError(line->rest, reading);
        if (error.what != Take::What::Ignored)
            return error;
    }
    return {Take::What::Progress};
}

} // namespace

const Parser rsyncParser{
    .name = "rsync", .claims = claims, .read = read, .begin = begin, .anywhere = true};

} // namespace afoot
