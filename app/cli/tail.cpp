#include "app/cli/follower.h"
#include "app/cli/look.h"
#include "app/cli/options.h"
#include "app/cli/sourcenames.h"
#include "app/cli/sourcewords.h"
#include "app/cli/terminal.h"
#include "app/cli/termview.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/systemclock.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <poll.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr std::size_t pageLines = 1000;

/// Waits for news and hands it on, until @p onNews says it is enough.
template <typename OnNews> int followUntil(Follower &follower, OnNews onNews)
{
    while (true) {
        pollfd look{follower.fd(), POLLIN, 0};
        ::poll(&look, 1, -1);
        for (const News &news : follower.take()) {
            if (const std::optional<int> code = onNews(news))
                return *code;
        }
        std::cout << std::flush;
    }
}

const Error *endIn(const News &news)
{
    const auto *link = std::get_if<LinkNews>(&news);
    return link && link->phase == LinkNews::Phase::Disconnected && link->why ? &*link->why
                                                                             : nullptr;
}

/// Prints a job's log, each line once.
class LogPrinter
{
public:
    LogPrinter(TrackerAccess &tracker, JobKey key, bool json)
        : m_tracker(&tracker)
        , m_key(std::move(key))
        , m_json(json)
        , m_terminal(terminalOf(STDOUT_FILENO))
    {
    }

    /// Lines behind those printed that the tracker still has. @p last: only so many, when nothing was printed yet.
    std::optional<Error> catchUp(std::optional<std::size_t> last = {})
    {
        std::vector<LogLine> kept;
        while (true) {
            std::string target = targetOf(m_key, "/log");
            target += target.find('?') == std::string::npos ? '?' : '&';
            target += "after=" + std::to_string(m_after) + "&limit=" + std::to_string(pageLines);
            const Result<TrackerClient::Answer> answer = m_tracker->ask("GET", target);
            if (!answer)
                return answer.error();
            Result<wire::LogPage> page = wire::logFromJson(answer->body);
            if (!page)
                return page.error();
            if (page->dropped > 0 && !last)
                sayDropped(page->dropped);
            for (LogLine &line : page.value().lines) {
                m_after = std::max(m_after, line.n);
                kept.push_back(std::move(line));
            }
            if (last && kept.size() > *last)
                kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(*last));
            if (!last) {
                for (const LogLine &line : kept)
                    print(line);
                kept.clear();
            }
            if (page->lines.size() < pageLines)
                break;
        }
        for (const LogLine &line : kept)
            print(line);
        return {};
    }

    /// Lines that came with the stream. Where some are missing in between they are asked for.
    std::optional<Error> take(const wire::LogPage &page)
    {
        if (!page.lines.empty() && page.lines.front().n > m_after + 1)
            return catchUp();
        for (const LogLine &line : page.lines) {
            if (line.n <= m_after)
                continue;
            m_after = line.n;
            print(line);
        }
        return {};
    }

private:
    void print(const LogLine &line) const
    {
        if (m_json) {
            std::cout << wire::toJson(line) << '\n';
            return;
        }
        const Paint paint = line.level == "error"     ? Paint::Red
                            : line.level == "warning" ? Paint::Yellow
                                                      : Paint::Plain;
        std::cout << paintedLog(line.text, paint, m_terminal) << '\n';
    }

    static void sayDropped(std::uint64_t count)
    {
        std::cout << std::flush;
        complain(std::to_string(count) + " older lines are gone.");
    }

    TrackerAccess *m_tracker; ///< must outlive this
    JobKey m_key;
    bool m_json;
    Terminal m_terminal;
    std::uint64_t m_after = 0;
};

} // namespace

int tail(const Command &command, const std::vector<std::string> &arguments)
{
    std::string id;
    std::optional<std::string> lines;
    bool follow = false;
    bool json = false;
    Options options(command);
    std::optional<std::string> source;
    options.argument("ID", id, idText);
    options.value("--source", source, "NAME", sourceText);
    options.flag("-f,--follow", follow, "go on until the job ends");
    options.value("-n,--lines", lines, "N",
                  "how many of the last lines (default: all that are kept)");
    options.flag("--json", json, "print JSON, one object a line");
    if (const auto done = options.read(arguments))
        return *done;
    std::optional<std::size_t> last;
    if (lines) {
        std::size_t count = 0;
        const char *const end = lines->data() + lines->size();
        const auto [stop, failure] = std::from_chars(lines->data(), end, count);
        if (failure != std::errc{} || stop != end)
            return options.refuse("--lines wants a whole number, not \"" + *lines + "\".");
        last = count;
    }
    TrackerAccess tracker;
    const Result<Job> job = tracker.find(id, source);
    if (!job)
        return sayTrouble(job.error(), exitRefused);
    LogPrinter printer(tracker, job->key, json);
    if (const auto trouble = printer.catchUp(last))
        return sayTrouble(*trouble, exitRefused);
    std::cout << std::flush;
    if (!follow || isFinal(job->state))
        return 0;

    Follower follower(*tracker.address(), streamTarget({job->key}, true), {});
    return followUntil(follower, [&](const News &news) -> std::optional<int> {
        if (const Error *trouble = endIn(news))
            return sayTrouble(*trouble, exitLost);
        const auto *event = std::get_if<TrackerEvent>(&news);
        if (!event)
            return {};
        const Job *now = nullptr;
        std::optional<Error> trouble;
        if (const auto *log = std::get_if<LogEvent>(event)) {
            trouble = printer.take(log->page);
        } else if (const auto *one = std::get_if<JobEvent>(event)) {
            now = &one->job;
        } else if (const auto *all = std::get_if<SnapshotEvent>(event)) {
            const auto found = std::find_if(all->jobs.begin(), all->jobs.end(),
                                            [&](const Job &j) { return j.key == job->key; });
            if (found == all->jobs.end())
                return 0;
            now = &*found;
            trouble = printer.catchUp();
        } else if (const auto *gone = std::get_if<RemovedEvent>(event);
                   gone && gone->key == job->key) {
            return 0;
        }
        if (now && now->key == job->key && isFinal(now->state)) {
            trouble = printer.catchUp();
            if (!trouble || trouble->code == Error::Code::NotFound)
                return 0;
        }
        if (trouble && !isTransient(*trouble))
            return sayTrouble(*trouble, exitRefused);
        return {};
    });
}

int wait(const Command &command, const std::vector<std::string> &arguments)
{
    std::vector<std::string> ids;
    bool quiet = false;
    bool json = false;
    Options options(command);
    std::optional<std::string> source;
    options.arguments("ID", ids, "their ids, or what list shows of them", Options::Need::Required);
    options.value("--source", source, "NAME", sourceText);
    options.flag("-q,--quiet", quiet, "print nothing");
    options.flag("--json", json, "print each job as JSON when it ends");
    if (const auto done = options.read(arguments))
        return *done;
    TrackerAccess tracker;
    std::map<JobKey, bool> ended;
    int code = 0;
    const auto end = [&](const Job &job) {
        if (ended[job.key])
            return;
        ended[job.key] = true;
        code = worst(code, exitCodeFor(job.state));
        if (json)
            std::cout << wire::toJson(job) << std::endl;
        else if (!quiet)
            std::cout << plainLine(withSource(job), SystemClock().now()) << std::endl;
    };
    const auto lose = [&](const JobKey &key) {
        if (ended[key])
            return;
        ended[key] = true;
        code = exitLost;
        complain("The tracker no longer knows the job " + key.id + ".");
    };
    const auto allEnded = [&] {
        return std::all_of(ended.begin(), ended.end(),
                           [](const auto &entry) { return entry.second; });
    };
    FirstDoubts doubts(tracker);
    std::vector<JobKey> keys;
    for (const std::string &id : ids) {
        const Result<Job> job = tracker.find(id, source);
        if (!job)
            return sayTrouble(job.error(), exitUsage) == exitUsage ? exitUsage : exitLost;
        keys.push_back(job->key);
        ended.try_emplace(job->key, false);
        if (isFinal(job->state))
            end(*job);
        for (const std::string &line : doubts.about({*job}, SystemClock().now()))
            complain(line);
    }
    if (allEnded())
        return code;
    Follower follower(*tracker.address(), streamTarget(keys, false), {});
    return followUntil(follower, [&](const News &news) -> std::optional<int> {
        if (const Error *trouble = endIn(news)) {
            sayTrouble(*trouble, exitLost);
            return exitLost;
        }
        const auto *event = std::get_if<TrackerEvent>(&news);
        if (!event)
            return {};
        const auto look = [&](const Job &job) {
            if (isFinal(job.state) && ended.contains(job.key))
                end(job);
        };
        if (const auto *one = std::get_if<JobEvent>(event)) {
            look(one->job);
        } else if (const auto *gone = std::get_if<RemovedEvent>(event)) {
            if (ended.contains(gone->key))
                lose(gone->key);
        } else if (const auto *all = std::get_if<SnapshotEvent>(event)) {
            for (const JobKey &key : keys) {
                const auto found = std::find_if(all->jobs.begin(), all->jobs.end(),
                                                [&](const Job &job) { return job.key == key; });
                if (found == all->jobs.end())
                    lose(key);
                else
                    look(*found);
            }
        }
        return allEnded() ? std::optional(code) : std::nullopt;
    });
}

} // namespace afoot::cli
