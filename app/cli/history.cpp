#include "app/cli/history.h"

#include "app/cli/jobsheet.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/systemclock.h"
#include "core/follow/trackerevent.h"
#include "core/wire/json.h"
#include "core/wire/rfc3339.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr std::size_t pageRuns = 500;
constexpr std::string_view csvHead = "id,kind,title,state,started_at,finished_at,seconds,error";

std::string csvField(std::string text)
{
    // what begins like this is run by spreadsheets: CSV injection, as OWASP calls it
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted += '"';
}

void addTo(std::string &target, std::string_view name, const std::optional<std::string> &value)
{
    if (value && !value->empty())
        target.append("&").append(name).append("=").append(percentEncoded(*value));
}

} // namespace

std::string csvRow(const Job &run)
{
    const auto time = [](const std::optional<WallTime> &at) {
        return at ? wire::toRfc3339(*at) : std::string();
    };
    std::string seconds;
    if (run.startedAt && run.finishedAt) {
        const auto taken = std::chrono::duration<double>(*run.finishedAt - *run.startedAt).count();
        std::array<char, 32> text{};
        const auto [end, failed] = std::to_chars(text.data(), text.data() + text.size(), taken);
        if (failed == std::errc{})
            seconds.assign(text.data(), end);
    }
    std::string row = csvField(run.key.id);
    for (const std::string &field :
         {csvField(run.kind), csvField(run.title), std::string(nameOf(run.state)),
          time(run.startedAt), time(run.finishedAt), seconds, csvField(run.error)})
        row.append(",").append(field);
    return row;
}

int history(const Command &command, const std::vector<std::string> &arguments)
{
    std::optional<std::string> kind;
    std::optional<std::string> words;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> count;
    bool json = false;
    bool csv = false;
    Options options(command);
    options.value("-k,--kind", kind, "KIND", "only runs of this kind");
    options.value("-q,--query", words, "WORDS", "only runs that speak of these words");
    options.value("--from", from, "TIME", "that ended then or later: 2026-11-20T14:08:31Z");
    options.value("--to", to, "TIME", "that ended before");
    options.value("-n,--number", count, "N", "at most so many, latest first (default: 50)");
    options.flag("--json", json, "print JSON, one run a line");
    options.flag("--csv", csv, "print CSV with a heading");
    if (const auto done = options.read(arguments))
        return *done;
    if (json && csv)
        return options.refuse("give --json or --csv, not both.");
    std::size_t wanted = 50;
    if (count) {
        const char *const end = count->data() + count->size();
        const auto [stop, failure] = std::from_chars(count->data(), end, wanted);
        if (failure != std::errc{} || stop != end || wanted == 0)
            return options.refuse("--number wants a whole number from 1 on, not \"" + *count +
                                  "\".");
    }

    TrackerAccess tracker;
    std::vector<Job> runs;
    std::optional<std::string> next;
    do {
        std::string target =
            "/api/v1/history?limit=" + std::to_string(std::min(pageRuns, wanted - runs.size()));
        addTo(target, "kind", kind);
        addTo(target, "q", words);
        addTo(target, "from", from);
        addTo(target, "to", to);
        addTo(target, "after", next);
        const Result<TrackerClient::Answer> answer = tracker.ask("GET", target);
        if (!answer)
            return sayTrouble(answer.error(), exitRefused);
        Result<RunsPage> page = runsFromJson(answer->body);
        if (!page)
            return sayTrouble(page.error(), exitRefused);
        for (Job &run : page.value().runs)
            runs.push_back(std::move(run));
        next = page->next;
    } while (next && !next->empty() && runs.size() < wanted);

    if (csv)
        std::cout << csvHead << "\r\n";
    const Terminal terminal = terminalOf(STDOUT_FILENO);
    if (json || csv) {
        for (const Job &run : runs)
            std::cout << (json ? wire::toJson(run) + "\n" : csvRow(run) + "\r\n");
        return 0;
    }
    if (runs.empty()) {
        if (terminal.isTerminal)
            std::cout << "No run has ended yet.\n";
        return 0;
    }
    for (const std::string &line : runTable(runs, terminal, SystemClock().now()))
        std::cout << line << '\n';
    return 0;
}

} // namespace afoot::cli
