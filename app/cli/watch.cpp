#include "app/cli/watch.h"

#include "app/cli/badmessages.h"
#include "app/cli/follower.h"
#include "app/cli/options.h"
#include "app/cli/remotefollower.h"
#include "app/cli/remotesecrets.h"
#include "app/cli/sourcewords.h"
#include "app/cli/terminal.h"
#include "app/cli/termview.h"
#include "app/cli/trackeraccess.h"
#include "app/cli/watchdisplay.h"
#include "app/cli/watchstate.h"
#include "app/shared/systemclock.h"
#include "core/follow/trackerurl.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <iostream>
#include <poll.h>
#include <set>
#include <sys/signalfd.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

std::string urlOf(const TrackerAddress &address)
{
    if (!address.unixPath.empty())
        return "unix:" + address.unixPath;
    const bool v6 = address.host.find(':') != std::string::npos;
    return "http://" + (v6 ? '[' + address.host + ']' : address.host) + ':' +
           std::to_string(address.port);
}

constexpr std::uint64_t mostNumber = 1'000'000'000; ///< more is a slip

int once(TrackerAccess &tracker, const std::set<JobKey> &only, bool json)
{
    const Result<std::vector<Job>> jobs = tracker.jobs();
    if (!jobs) {
        sayTrouble(jobs.error(), exitLost);
        return exitLost;
    }
    const Terminal terminal = terminalOf(STDOUT_FILENO);
    const WallTime now = SystemClock().now();
    WatchState state(only);
    state.take(SnapshotEvent{*jobs});
    for (const Job &job : state.all()) {
        if (json) {
            std::cout << watchLine(job) << '\n';
        } else if (terminal.isTerminal) {
            for (const std::string &line : jobLines(withSource(job), terminal, now))
                std::cout << line << '\n';
        } else {
            std::cout << plainLine(withSource(job), now) << '\n';
        }
    }
    std::cout << std::flush;
    for (const std::string &line : FirstDoubts(tracker).about(state.all(), now))
        complain(line);
    return state.exitCode();
}

/// Dies of @p signal as if it had not been caught, so that the shell knows.
[[noreturn]] void dieOf(int signal)
{
    sigset_t just;
    sigemptyset(&just);
    sigaddset(&just, signal);
    ::signal(signal, SIG_DFL);
    ::sigprocmask(SIG_UNBLOCK, &just, nullptr);
    ::raise(signal);
    ::_exit(128 + signal);
}

/// @p doubts: null where the jobs are not those of this machine's tracker.
int follow(NewsSource &follower, WatchState &state, Display &display, FirstDoubts *doubts)
{
    sigset_t mask;
    sigemptyset(&mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH})
        sigaddset(&mask, signal);
    ::sigprocmask(SIG_BLOCK, &mask, nullptr);
    const int signals = ::signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
    BadMessages bad;
    const auto sayBad = [&bad] {
        for (const std::string &sentence : bad.summary())
            complain(sentence);
    };
    std::set<std::string> told; ///< URLs whose dialect was found and said
    while (true) {
        std::array<pollfd, 2> waits{pollfd{follower.fd(), POLLIN, 0}, pollfd{signals, POLLIN, 0}};
        const std::optional<Millis> next = display.nextTick();
        ::poll(waits.data(), waits.size(), next ? static_cast<int>(next->count()) : -1);
        signalfd_siginfo info{};
        while (::read(signals, &info, sizeof info) == sizeof info) {
            const int signal = static_cast<int>(info.ssi_signo);
            if (signal == SIGWINCH) {
                display.resized(state);
                continue;
            }
            display.pause();
            if (signal != SIGTSTP) {
                sayBad();
                dieOf(signal);
            }
            ::raise(SIGSTOP);
            display.resume(state);
        }
        for (const News &news : follower.take()) {
            if (const auto *link = std::get_if<LinkNews>(&news)) {
                display.link(*link);
                if (!link->dialect.empty() && told.insert(link->url).second)
                    display.say(link->url + " speaks the dialect \"" + link->dialect +
                                "\", by its messages.");
                if (link->phase == LinkNews::Phase::Disconnected && follower.saysItsEnd()) {
                    display.say(link->url + ": " + (link->why ? link->why->detail : "gave up") +
                                ".");
                } else if (link->phase == LinkNews::Phase::Disconnected) {
                    display.finish(state);
                    if (link->why)
                        sayTrouble(*link->why, exitLost);
                    return exitLost;
                }
                continue;
            }
            if (const auto *past = std::get_if<PastNews>(&news)) {
                bad.sawJob(past->job.key.source);
                display.changed(state, state.takePast(past->job));
                continue;
            }
            if (const auto *raw = std::get_if<RawNews>(&news)) {
                display.raw(*raw);
                continue;
            }
            if (const auto *one = std::get_if<BadNews>(&news)) {
                if (const auto sentence = bad.note(*one))
                    display.say(*sentence);
                continue;
            }
            if (const auto *end = std::get_if<EndNews>(&news)) {
                display.finish(state);
                for (const std::string &url : end->missing)
                    complain(url + ": the tracker there knows no such job.");
                sayBad();
                return end->gaveUp ? worst(state.exitCode(), exitLost) : state.exitCode();
            }
            const TrackerEvent &event = std::get<TrackerEvent>(news);
            if (const auto *log = std::get_if<LogEvent>(&event)) {
                display.log(*log);
                continue;
            }
            const WatchState::Seen seen = state.take(event);
            for (const Job &job : seen.changed)
                bad.sawJob(job.key.source);
            if (!seen.changed.empty() || !seen.gone.empty() ||
                std::holds_alternative<SnapshotEvent>(event))
                display.changed(state, seen);
            if (doubts != nullptr) {
                for (const std::string &line : doubts->about(seen.changed, SystemClock().now()))
                    display.say(line);
            }
            for (const JobKey &key : seen.gone)
                display.say("The tracker no longer knows the job " + key.id + ".");
        }
        if (!follower.saysItsEnd() && state.isOver())
            return state.exitCode();
        if (const auto due = display.nextTick(); due && due->count() == 0)
            display.tick(state);
    }
}

int show(NewsSource &news, WatchState &state, Display &display, FirstDoubts *doubts)
{
    const int code = follow(news, state, display, doubts);
    display.finish(state);
    return code;
}

int followHere(const std::vector<std::string> &ids, const std::optional<std::string> &source,
               bool json, bool onceOnly, bool keepTrying)
{
    TrackerAccess tracker;
    const Result<TrackerAddress> address = tracker.address();
    if (!address)
        return sayTrouble(address.error(), exitLost);
    std::set<JobKey> only;
    for (const std::string &id : ids) {
        const Result<Job> job = tracker.find(id, source);
        const auto meant = job ? std::nullopt : urlMeantBy(id);
        if (meant &&
            (job.error().code == Error::Code::NotFound || job.error().name == "no_tracker")) {
            complain("There is no job \"" + id + "\" here. Did you mean " + *meant + "?");
            return exitUsage;
        }
        if (!job)
            return sayTrouble(job.error(), exitUsage) == exitUsage ? exitUsage : exitLost;
        only.insert(job->key);
    }
    if (onceOnly)
        return once(tracker, only, json);
    WatchState state(only);
    Follower follower(*address, json ? "/api/v1/jobs/stream?log=1" : "/api/v1/jobs/stream",
                      {.keepTrying = keepTrying});
    FirstDoubts doubts(tracker);
    return show(follower, state, *displayFor(json, urlOf(*address), {}), &doubts);
}

/// What tells the jobs of several URLs apart; of one there is nothing to say.
SourceNames namesIn(const RemoteRequest &request)
{
    std::vector<std::string> urls;
    for (const RemoteUrl &url : request.urls)
        urls.push_back(url.url);
    const std::vector<std::string> words = namesOfUrls(urls);
    SourceNames names;
    for (std::size_t i = 0; i < words.size(); ++i)
        names[sourceNameOf(request, i)] = words.size() == 1 ? std::string() : words[i];
    return names;
}

int followRemote(const RemoteRequest &request, bool json)
{
    RemoteFollower follower;
    if (const auto trouble = RemoteFollower::start(follower, request))
        return sayTrouble(*trouble, exitLost);
    WatchState state;
    state.take(SnapshotEvent{}); // what comes has not been over before we looked
    const int code =
        show(follower, state, request.raw ? *rawDisplay() : *displayFor(json, {}, namesIn(request)),
             nullptr);
    return follower.exitCode() == exitUsage ? exitUsage : code;
}

/// A whole number of an option, from @p least on; says what is wrong with another word.
std::optional<std::uint64_t> wholeNumber(const std::optional<std::string> &text, const char *name,
                                         std::uint64_t least, const Options &options,
                                         std::optional<int> &trouble)
{
    if (!text)
        return {};
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc() && end == text->data() + text->size() && number >= least &&
        number <= mostNumber)
        return number;
    trouble =
        options.refuse(std::string(name) + " takes a whole number from " + std::to_string(least) +
                       " to " + std::to_string(mostNumber) + ", not \"" + *text + "\".");
    return {};
}

int refuseWithoutUrl(const Options &options, const std::vector<std::string> &words)
{
    std::string sentence = "these options are about remote trackers: give the URL of one.";
    for (const std::string &word : words) {
        if (const auto meant = urlMeantBy(word))
            return options.refuse(sentence + " Did you mean " + *meant + "?");
    }
    return options.refuse(sentence);
}

} // namespace

int watch(const Command &command, const std::vector<std::string> &arguments)
{
    std::vector<std::string> what;
    bool json = false;
    bool onceOnly = false;
    RemoteRequest remote;
    std::optional<std::string> dialect;
    SecretFiles secrets;
    std::optional<std::string> lastEventId;
    std::optional<std::string> pollUrl;
    std::optional<std::string> idle;
    std::optional<std::string> pollEvery;
    std::optional<std::string> failures;
    Options options(command);
    options.arguments("ID|URL", what,
                      "jobs of this machine, or URLs of remote trackers (default: all jobs here)",
                      Options::Need::Optional);
    std::optional<std::string> source;
    options.value("--source", source, "NAME", sourceText);
    options.flag("--json", json, "print JSON, one object a line");
    options.flag("--raw", remote.raw, "print what a remote tracker sends, before any dialect");
    options.flag("--once", onceOnly, "print what there is now and end");
    options.flag("--keep-trying", remote.keepTrying, "never give up on a tracker that is away");
    options.value("--dialect", dialect, "NAME",
                  "how the remote tracker speaks (default: by its URL)");
    options.values("--token-file", secrets.tokens, "[ORIGIN=]FILE",
                   "a token to send to the remote tracker (at ORIGIN)");
    options.values("--header-file", secrets.headers, "[ORIGIN=]FILE",
                   "header fields to send to it, one \"Name: value\" a line");
    options.value("--last-event-id", lastEventId, "ID", "go on behind this event");
    options.value("--idle-ms", idle, "MS", "so much silence counts as a dead link");
    options.value("--poll-url", pollUrl, "URL", "what to poll where the stream fails");
    options.value("--poll-ms", pollEvery, "MS", "how often to poll");
    options.value("--max-failures", failures, "N",
                  "attempts to connect again before it polls or gives up (0: none)");
    if (const auto done = options.read(arguments))
        return *done;
    const auto isUrl = [](const std::string &text) {
        return text.find("://") != std::string::npos;
    };
    const auto urls = static_cast<std::size_t>(std::count_if(what.begin(), what.end(), isUrl));
    if (urls == 0) {
        if (dialect || !secrets.tokens.empty() || !secrets.headers.empty() || lastEventId ||
            pollUrl || idle || pollEvery || failures || remote.raw)
            return refuseWithoutUrl(options, what);
        return followHere(what, source, json, onceOnly, remote.keepTrying);
    }
    if (urls != what.size()) {
        const auto other = std::find_if_not(what.begin(), what.end(), isUrl);
        const auto meant = urlMeantBy(*other);
        return options.refuse("give ids of jobs here or URLs of remote trackers, not both" +
                              (meant ? "; did you mean " + *meant + "?" : "."));
    }
    if (source)
        return options.refuse("--source is about jobs of this machine, not about a URL.");
    if (json && remote.raw)
        return options.refuse("give --json or --raw, not both.");
    for (const std::string &url : what)
        remote.urls.push_back({.url = url});
    remote.once = onceOnly;
    remote.dialect = dialect.value_or("");
    remote.lastEventId = lastEventId.value_or("");
    remote.pollUrl = pollUrl.value_or("");
    std::optional<int> trouble;
    if (const auto ms = wholeNumber(idle, "--idle-ms", 1, options, trouble))
        remote.silence = Millis(*ms);
    if (const auto ms = wholeNumber(pollEvery, "--poll-ms", 1, options, trouble))
        remote.pollEvery = Millis(*ms);
    if (const auto most = wholeNumber(failures, "--max-failures", 0, options, trouble))
        remote.maxFailures = static_cast<unsigned>(*most);
    if (trouble)
        return *trouble;
    const auto badPoll = pollUrl ? checkTrackerUrl(*pollUrl) : std::nullopt;
    if (badPoll)
        return options.refuse("--poll-url: " + badPoll->detail);
    if (const auto wrong = addSecrets(remote, secrets))
        return wrong->name == "usage" ? options.refuse(wrong->detail)
                                      : sayTrouble(*wrong, exitUsage);
    return followRemote(remote, json);
}

} // namespace afoot::cli
