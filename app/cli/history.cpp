#include "app/cli/history.h"

#include "app/cli/jobsheet.h"
#include "app/cli/options.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/runcsv.h"
#include "app/shared/systemclock.h"
#include "core/follow/runrequests.h"
#include "core/wire/rfc3339.h"
#include "core/wire/runsjson.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <limits>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr std::size_t pageRuns = 500;

template <typename Number> bool readNumber(const std::string &text, Number &into)
{
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, into);
    return failure == std::errc{} && stop == end && into > 0;
}

/// What the options say of which runs are wanted, as it was typed.
struct Choice
{
    std::optional<std::string> kind{}, words{}, from{}, to{};
    std::vector<std::string> states{}, sources{}, numbers{};

    void addTo(Options &options)
    {
        options.value("-k,--kind", kind, "KIND", "only runs of this kind");
        options.value("-q,--query", words, "WORDS", "only runs that speak of these words");
        options.values("-s,--state", states, "STATE",
                       "only completed, failed, canceled or lost ones");
        options.values("--source", sources, "SOURCE", "only of jobs of this one");
        options.value("--from", from, "TIME", "that ended then or later: 2026-11-20T14:08:31Z");
        options.value("--to", to, "TIME", "that ended before");
        options.values("--run", numbers, "N", "only this one, by its number in --json");
    }
    /// Or a sentence that says what is wrong.
    std::variant<RunQuery, std::string> query() const
    {
        RunQuery query{.kind = kind.value_or(""), .words = words.value_or(""), .sources = sources};
        for (const std::string &name : states) {
            const auto state = stateNamed(name);
            if (!state || !isFinal(*state))
                return "--state wants completed, failed, canceled or lost, not \"" + name + "\".";
            query.states.push_back(*state);
        }
        for (const std::string &text : numbers) {
            std::int64_t number = 0;
            if (!readNumber(text, number))
                return "--run wants the number of a run, not \"" + text + "\".";
            query.numbers.push_back(number);
        }
        for (const auto &[name, text, time] :
             {std::tuple("--from", &from, &query.from), std::tuple("--to", &to, &query.to)}) {
            if (!*text)
                continue;
            *time = wire::fromRfc3339(**text);
            if (!*time)
                return std::string(name) + " wants a time such as 2026-11-20T14:08:31Z, not \"" +
                       **text + "\".";
        }
        return query;
    }
};

int deleteRuns(TrackerAccess &tracker, const RunQuery &query)
{
    const Result<TrackerClient::Answer> answer = tracker.ask("DELETE", deleteRunsTarget(query));
    if (!answer)
        return sayTrouble(answer.error(), exitRefused);
    const Result<std::uint64_t> deleted = wire::deletedFromJson(answer->body);
    if (!deleted)
        return sayTrouble(deleted.error(), exitRefused);
    std::cout << *deleted << (*deleted == 1 ? " run is deleted.\n" : " runs are deleted.\n");
    return 0;
}

} // namespace

int history(const Command &command, const std::vector<std::string> &arguments)
{
    Choice choice;
    std::optional<std::string> count;
    bool all = false;
    bool json = false;
    bool csv = false;
    bool drop = false;
    Options options(command);
    choice.addTo(options);
    options.value("-n,--number", count, "N", "at most so many, latest first (default: 50)");
    options.flag("-a,--all", all, "all of them, however many");
    options.flag("--json", json, "print JSON, one run a line");
    options.flag("--csv", csv, "print CSV with a heading");
    options.flag("--delete", drop, "delete them for good, with their logs");
    if (const auto done = options.read(arguments))
        return *done;
    if (json && csv)
        return options.refuse("give --json or --csv, not both.");
    if (all && count)
        return options.refuse("give --all or --number, not both.");
    const auto read = choice.query();
    if (const auto *wrong = std::get_if<std::string>(&read))
        return options.refuse(*wrong);
    RunQuery query = std::get<RunQuery>(read);
    if (drop && (json || csv || count))
        return options.refuse("--delete takes no --json, --csv or --number.");
    if (drop && isForAll(query) != all)
        return options.refuse("say which runs to delete, or --all for every one of them.");
    std::size_t wanted = all ? std::numeric_limits<std::size_t>::max() : 50;
    if (count && !readNumber(*count, wanted))
        return options.refuse("--number wants a whole number from 1 on, not \"" + *count + "\".");

    TrackerAccess tracker;
    if (drop)
        return deleteRuns(tracker, query);
    std::vector<EndedRun> runs;
    do {
        query.limit = std::min(pageRuns, wanted - runs.size());
        const Result<TrackerClient::Answer> answer = tracker.ask("GET", runsTarget(query));
        if (!answer)
            return sayTrouble(answer.error(), exitRefused);
        Result<RunPage> page = wire::runsFromJson(answer->body);
        if (!page)
            return sayTrouble(page.error(), exitRefused);
        for (EndedRun &run : page.value().runs)
            runs.push_back(std::move(run));
        query.after = page->next;
    } while (!query.after.empty() && runs.size() < wanted);

    if (csv)
        std::cout << csvHeading() << "\r\n";
    const Terminal terminal = terminalOf(STDOUT_FILENO);
    if (json || csv) {
        for (const EndedRun &run : runs)
            std::cout << (json ? wire::toJson(run) + "\n" : csvRow(run) + "\r\n");
        return 0;
    }
    if (runs.empty()) {
        if (terminal.isTerminal)
            std::cout << (isForAll(query) ? "No run has ended yet.\n" : "No run fits.\n");
        return 0;
    }
    std::vector<Job> jobs;
    for (EndedRun &run : runs)
        jobs.push_back(std::move(run.job));
    for (const std::string &line : runTable(jobs, terminal, SystemClock().now()))
        std::cout << line << '\n';
    return 0;
}

} // namespace afoot::cli
