#include "app/cli/look.h"

#include "app/cli/humanize.h"
#include "app/cli/jobsheet.h"
#include "app/cli/options.h"
#include "app/cli/sourcewords.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/systemclock.h"

#include <algorithm>
#include <iostream>
#include <poll.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr int exitDeclined = 1;
constexpr std::string_view jsonText = "print JSON, one object a line";

/// Running first, then by when it last mattered, latest first.
void sortForPeople(std::vector<Job> &jobs)
{
    std::stable_sort(jobs.begin(), jobs.end(), [](const Job &a, const Job &b) {
        if (isFinal(a.state) != isFinal(b.state))
            return isFinal(b.state);
        return isFinal(a.state)
                   ? a.finishedAt.value_or(a.updatedAt) > b.finishedAt.value_or(b.updatedAt)
                   : a.createdAt > b.createdAt;
    });
}

bool isFromElsewhere(const Job &job)
{
    return job.key.source != JobKey{}.source;
}

std::string_view verbFor(Ask ask)
{
    switch (ask) {
    case Ask::Cancel:
        return "cancel";
    case Ask::Pause:
        return "pause";
    case Ask::Resume:
        return "resume";
    case Ask::Retry:
        return "run again";
    }
    return {};
}

/// What came of an ask, after a while.
bool isDone(const Job &job, Ask ask)
{
    if (job.asked == ask)
        return false;
    if (job.declined && job.declined->ask == ask)
        return true;
    switch (ask) {
    case Ask::Cancel:
        return isFinal(job.state);
    case Ask::Pause:
        return job.state == State::Paused || isFinal(job.state);
    case Ask::Resume:
        return job.state == State::Running || isFinal(job.state);
    case Ask::Retry:
        return !isFinal(job.state);
    }
    return true;
}

} // namespace

int list(const Command &command, const std::vector<std::string> &arguments)
{
    bool all = false;
    bool json = false;
    Options options(command);
    options.flag("-a,--all", all, "also the ended ones that a person has seen");
    options.flag("--json", json, jsonText);
    if (const auto done = options.read(arguments))
        return *done;
    TrackerAccess tracker;
    Result<std::vector<Job>> known = tracker.jobs();
    if (!known)
        return sayTrouble(known.error(), exitRefused);
    std::vector<Job> jobs = std::move(known).value();
    sortForPeople(jobs);
    const std::vector<std::string> ids =
        shortIds(jobs); // unique among those that are not shown, too
    std::vector<std::string> shownIds;
    const auto isHidden = [all](const Job &job) { return !all && isFinal(job.state) && job.seen; };
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (!isHidden(jobs[i]))
            shownIds.push_back(ids[i]);
    }
    std::erase_if(jobs, isHidden);
    if (json) {
        for (const Job &job : jobs)
            std::cout << wire::toJson(job) << '\n';
        return 0;
    }
    const Terminal terminal = terminalOf(STDOUT_FILENO);
    if (jobs.empty()) {
        if (terminal.isTerminal)
            std::cout << (all ? "No jobs yet.\n" : "Nothing is running.\n");
        return 0;
    }
    const WallTime now = SystemClock().now();
    for (const std::string &line : jobTable(jobs, shownIds, terminal, now))
        std::cout << line << '\n';
    if (std::any_of(jobs.begin(), jobs.end(), isFromElsewhere)) {
        for (const std::string &line : doubts(jobs, SourceKnowledge::of(tracker), now))
            std::cout << "  " << line << '\n'; // indented: no row of the table
    }
    return 0;
}

int show(const Command &command, const std::vector<std::string> &arguments)
{
    std::string id;
    bool json = false;
    Options options(command);
    std::optional<std::string> source;
    options.argument("ID", id, idText);
    options.value("--source", source, "NAME", sourceText);
    options.flag("--json", json, "print the job as JSON");
    if (const auto done = options.read(arguments))
        return *done;
    TrackerAccess tracker;
    const Result<Job> job = tracker.find(id, source);
    if (!job)
        return sayTrouble(job.error(), exitRefused);
    if (json) {
        std::cout << wire::toJson(*job) << '\n';
        return 0;
    }
    const WallTime now = SystemClock().now();
    std::string words;
    if (isFromElsewhere(*job))
        words = SourceKnowledge::of(tracker).wordsAbout(job->key.source, now);
    for (const std::string &line : jobSheet(*job, words, terminalOf(STDOUT_FILENO), now))
        std::cout << line << '\n';
    return 0;
}

int ask(const Command &command, const std::vector<std::string> &arguments)
{
    std::string id;
    bool json = false;
    Options options(command);
    std::optional<std::string> source;
    options.argument("ID", id, idText);
    options.value("--source", source, "NAME", sourceText);
    options.flag("--json", json, "print the job as JSON");
    if (const auto done = options.read(arguments))
        return *done;
    const Ask what = askNamed(command.name).value_or(Ask::Cancel);
    TrackerAccess tracker;
    const Result<Job> job = tracker.find(id, source);
    if (!job)
        return sayTrouble(job.error(), exitRefused);
    const Result<TrackerClient::Answer> asked =
        tracker.ask("POST", targetOf(job->key, '/' + std::string(command.name)));
    if (!asked)
        return sayTrouble(asked.error(), exitRefused);

    // Whoever runs it may need a moment; the asking is done either way.
    constexpr int tries = 30;
    constexpr int pauseMs = 100;
    Job now = *job;
    for (int i = 0; i < tries; ++i) {
        const Result<TrackerClient::Answer> look = tracker.ask("GET", targetOf(job->key));
        if (!look)
            return sayTrouble(look.error(), exitRefused);
        if (Result<Job> read = wire::jobFromJson(look->body))
            now = std::move(read).value();
        if (isDone(now, what))
            break;
        ::poll(nullptr, 0, pauseMs);
    }
    const bool isDeclined = isDone(now, what) && now.declined && now.declined->ask == what;
    if (json)
        std::cout << wire::toJson(now) << '\n';
    else if (isDeclined)
        complain('"' + now.title + "\": " + declinedText(now) + '.');
    else if (isDone(now, what))
        std::cout << '"' << now.title << "\" is " << wordFor(now.state) << ".\n";
    else
        std::cout << "Asked \"" << now.title << "\" to " << verbFor(what)
                  << (now.acknowledged ? "; whoever runs it has heard, and is at it.\n"
                                       : "; whoever runs it has not answered yet.\n");
    return isDeclined ? exitDeclined : 0;
}

} // namespace afoot::cli
