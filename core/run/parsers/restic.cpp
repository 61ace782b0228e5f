#include "core/run/parsers/all.h"
#include "core/run/parsers/phases.h"
#include "core/run/parsers/scan.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

/// restic 0.14 and later.
///
/// backup, restore: `[m:ss] NN.NN%  n files size, total N files size, e errors ETA m:ss`, under it the
/// files at work, redrawn. Percent and ETA are left out until the total is known and at its end.
/// check, prune, forget: `[m:ss] NN.NN%  a / b packs` once a phase, whose name is the line before.
/// --json: one object a line with message_type status (percent_done 0..1), summary, error, exit_error
/// (doc/075_scripting.rst). Sizes are 1024-based. The total grows while the scan goes on, unsaid.

namespace afoot {

namespace {

enum Mode { Idle, Backup };

bool claims(const std::vector<std::string> &argv)
{
    return argv.front() == "restic";
}

/// A share of a total counts once the total stood still from one report to the next.
void noteShare(Reading &reading, std::optional<double> percent, double done, double total,
               bool said)
{
    const bool still = reading.memory.lastTotal == total;
    reading.memory.lastTotal = total;
    if (percent && (said || still || done == 0))
        reading.percent = std::max(reading.percent.value_or(0), std::clamp(*percent, 0.0, 100.0));
    reading.current = done;
    reading.total = total;
    reading.unit = "bytes";
}

struct Amount
{
    double count = 0;
    double bytes = 0;
};

/// `243 files 72.005 MiB`; newer versions write `files/dirs`.
std::optional<Amount> readAmount(Scan &scan)
{
    const auto count = scan.integer();
    if (!count || !scan.eat(" file"))
        return std::nullopt;
    while (!scan.atEnd() && scan.peek() != ' ')
        scan.rest.remove_prefix(1);
    scan.blanks();
    const auto size = scan.decimal();
    scan.blanks();
    const auto unit = size ? scan.byteUnit(1024) : std::nullopt;
    if (!unit)
        return std::nullopt;
    return Amount{*count, std::round(*size * *unit)};
}

bool readStatus(Scan scan, std::optional<double> percent, Reading &reading)
{
    const auto done = readAmount(scan);
    if (!done || !scan.eat(", total "))
        return false;
    const auto total = readAmount(scan);
    if (!total)
        return false;
    const bool said = percent.has_value();
    if (!percent && total->bytes > 0)
        percent = 100 * done->bytes / total->bytes;
    noteShare(reading, percent, done->bytes, total->bytes, said);
    reading.etaS.reset();
    const std::size_t eta = scan.rest.find("ETA ");
    if (eta != std::string_view::npos) {
        Scan time{scan.rest.substr(eta + 4)};
        reading.etaS = time.clock();
    }
    reading.memory.mode = Backup;
    return true;
}

bool readCounter(Scan scan, std::optional<double> percent, const Segment &segment, Reading &reading)
{
    const auto done = scan.integer();
    if (!done || !scan.eat(" / "))
        return false;
    const auto total = scan.integer();
    if (!total || !scan.eat(' '))
        return false;
    const std::string_view unit = scan.word();
    const std::string_view heading = trimmed(segment.before);
    runStep(reading, heading.empty() ? unit : heading, percent);
    reading.current = done;
    reading.total = total;
    reading.unit = unit;
    reading.message = heading.empty() ? unit : heading;
    reading.memory.mode = Idle;
    return true;
}

std::optional<double> numberAt(const boost::json::object &object, std::string_view key)
{
    const boost::json::value *value = object.if_contains(key);
    if (!value || !value->is_number())
        return std::nullopt;
    return value->to_number<double>();
}

std::string textAt(const boost::json::object &object, std::string_view key)
{
    const boost::json::value *value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

void readJsonStatus(const boost::json::object &object, Reading &reading)
{
    auto percent = numberAt(object, "percent_done");
    if (percent)
        *percent *= 100;
    const auto total = numberAt(object, "total_bytes");
    if (total)
        noteShare(reading, percent, numberAt(object, "bytes_done").value_or(0), *total, false);
    reading.etaS = numberAt(object, "seconds_remaining");
    if (const auto *files = object.if_contains("current_files")) {
        if (files->is_array() && !files->get_array().empty() && files->get_array()[0].is_string())
            reading.message = std::string(files->get_array()[0].get_string());
    }
}

Take readJson(std::string_view text, Reading &reading)
{
    boost::system::error_code trouble;
    const boost::json::value value = boost::json::parse(text, trouble);
    if (trouble || !value.is_object())
        return {};
    const boost::json::object &object = value.get_object();
    const std::string type = textAt(object, "message_type");
    if (type == "status" || type == "verbose_status") {
        if (type == "status")
            readJsonStatus(object, reading);
        return {Take::What::Progress};
    }
    if (type == "summary")
        return {Take::What::Text};
    if (type == "exit_error" || type == "error") {
        std::string message = textAt(object, "message");
        const auto *inner = object.if_contains("error");
        if (message.empty() && inner && inner->is_object())
            message = textAt(inner->get_object(), "message");
        if (!message.empty() && (type == "exit_error" || reading.error.empty()))
            reading.error = message;
        return {Take::What::Error};
    }
    return {};
}

Take read(const Segment &segment, Reading &reading)
{
    if (segment.kind != Segment::Kind::Text || segment.text.empty())
        return {};
    const std::string_view text = segment.text;
    if (text.starts_with("{\"message_type\"") && !segment.cut)
        return readJson(text, reading);
    if (text.starts_with("Fatal: ")) {
        reading.error = text;
        return {Take::What::Error};
    }
    if (text.front() == '/' &&
        reading.memory.mode == Backup) { // the files at work, under the status
        reading.message = text;
        return {Take::What::Progress};
    }
    Scan scan{text};
    if (!scan.eat('[') || !scan.clock() || !scan.eat("] ")) {
        if (segment.end == Segment::End::Line && !trimmed(text).empty())
            reading.memory.mode = Idle; // the summary has begun
        return {};
    }
    std::optional<double> percent;
    Scan ahead = scan;
    if (const auto number = ahead.decimal(); number && ahead.eat('%')) {
        percent = std::min(*number, 100.0);
        scan = ahead;
        scan.blanks();
    }
    const bool known =
        readStatus(scan, percent, reading) || readCounter(scan, percent, segment, reading);
    return {known ? Take::What::Progress : Take::What::Ignored};
}

} // namespace

const Parser resticParser{.name = "restic", .claims = claims, .read = read, .anywhere = true};

} // namespace afoot
