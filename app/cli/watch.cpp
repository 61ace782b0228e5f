#include "app/cli/watch.h"

#include "app/cli/follower.h"
#include "app/cli/options.h"
#include "app/cli/painter.h"
#include "app/cli/terminal.h"
#include "app/cli/termview.h"
#include "app/cli/trackeraccess.h"
#include "app/cli/watchstate.h"
#include "app/shared/systemclock.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

/// Where the news goes: bars in a terminal, lines elsewhere, JSON when asked.
class Display
{
public:
    virtual ~Display() = default;
    virtual void link(const LinkNews &) {}
    virtual void changed(const WatchState &state, const WatchState::Seen &seen) = 0;
    virtual void log(const LogEvent &) {}
    /// Milliseconds until tick() is due; nullopt: not before something happens.
    virtual std::optional<Millis> nextTick() const { return {}; }
    virtual void tick(const WatchState &) {}
    virtual void resized(const WatchState &) {}
    virtual void pause() {}
    virtual void resume(const WatchState &) {}
};

class JsonDisplay : public Display
{
public:
    explicit JsonDisplay(std::string url) : m_url(std::move(url)) {}

    void link(const LinkNews &news) override
    {
        std::cout << R"({"type":"link","state":)" << wire::quoted(nameOf(news.phase))
                  << R"(,"transport":"sse","attempt":)" << news.attempt << R"(,"retry_in_ms":)"
                  << news.retryIn.count() << R"(,"url":)" << wire::quoted(m_url);
        if (news.why)
            std::cout << R"(,"error":)" << wire::quoted(news.why->detail);
        std::cout << "}" << std::endl;
    }
    void changed(const WatchState &, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.changed)
            std::cout << watchLine(job) << '\n';
        std::cout << std::flush;
    }
    void log(const LogEvent &event) override
    {
        for (const LogLine &line : event.page.lines)
            std::cout << R"({"type":"log","job_id":)" << wire::quoted(event.key.id) << R"(,"line":)"
                      << wire::quoted(line.text) << "}\n";
        std::cout << std::flush;
    }

private:
    std::string m_url;
};

class PlainDisplay : public Display
{
public:
    void changed(const WatchState &, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.changed) {
            const bool ended =
                std::find(seen.ended.begin(), seen.ended.end(), job) != seen.ended.end();
            if (isFinal(job.state) && !ended)
                continue; // it had ended before we looked
            const std::string milestone = milestoneOf(job);
            if (std::exchange(m_said[job.key], milestone) != milestone)
                std::cout << plainLine(job, SystemClock().now()) << '\n';
        }
        std::cout << std::flush;
    }

private:
    std::map<JobKey, std::string> m_said{};
};

class LiveDisplay : public Display
{
public:
    LiveDisplay() : m_terminal(terminalOf(STDOUT_FILENO)), m_rows(rowsOf(STDOUT_FILENO)) {}

    void link(const LinkNews &news) override
    {
        const bool away = news.phase == LinkNews::Phase::Reconnecting && news.attempt > 1;
        if (news.phase == LinkNews::Phase::Connected || away)
            m_away = away;
        m_dirty = true;
    }
    void changed(const WatchState &state, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.ended)
            m_settled.push_back(endLine(job, m_terminal, m_clock.now()));
        m_dirty = true;
        m_idle = state.live().empty();
        m_counting = !m_idle;
    }
    std::optional<Millis> nextTick() const override
    {
        const Millis since = m_clock.ticks() - m_painted;
        if (m_dirty)
            return std::max(Millis{100} - since, Millis{0});
        if (m_counting)
            return std::max(Millis{1000} - since, Millis{0});
        return {};
    }
    void tick(const WatchState &state) override { paint(state); }
    void resized(const WatchState &state) override
    {
        m_terminal = terminalOf(STDOUT_FILENO);
        m_rows = rowsOf(STDOUT_FILENO);
        paint(state);
    }
    void pause() override { m_painter.release(); }
    void resume(const WatchState &state) override { resized(state); }

    /// The end: what has settled, and nothing live any more.
    void finish(const WatchState &state)
    {
        paint(state);
        m_painter.release();
    }

private:
    void paint(const WatchState &state)
    {
        std::vector<std::string> live;
        for (const Job &job : state.live()) {
            for (std::string &line : jobLines(job, m_terminal, m_clock.now()))
                live.push_back(std::move(line));
        }
        if (m_away)
            live.push_back(
                painted("The tracker is away; trying again.", Paint::Yellow, m_terminal));
        else if (live.empty() && m_settled.empty() && !state.isOver())
            live.push_back(
                painted("Nothing is running; waiting for the next job (Ctrl-C ends this).",
                        Paint::Dim, m_terminal));
        m_painter.paint(std::exchange(m_settled, {}), fittingRows(std::move(live), m_rows - 1),
                        m_terminal);
        m_painted = m_clock.ticks();
        m_dirty = false;
    }

    SystemClock m_clock{};
    Terminal m_terminal;
    int m_rows;
    Painter m_painter{STDOUT_FILENO};
    std::vector<std::string> m_settled{};
    Ticks m_painted{};
    bool m_dirty = true;
    bool m_idle = true;
    bool m_counting = false; ///< something runs: times move on without news
    bool m_away = false;
};

std::string urlOf(const TrackerAddress &address)
{
    if (!address.unixPath.empty())
        return "unix:" + address.unixPath;
    const bool v6 = address.host.find(':') != std::string::npos;
    return "http://" + (v6 ? '[' + address.host + ']' : address.host) + ':' +
           std::to_string(address.port);
}

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
            for (const std::string &line : jobLines(job, terminal, now))
                std::cout << line << '\n';
        } else {
            std::cout << plainLine(job, now) << '\n';
        }
    }
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

int follow(Follower &follower, WatchState &state, Display &display)
{
    sigset_t mask;
    sigemptyset(&mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH})
        sigaddset(&mask, signal);
    ::sigprocmask(SIG_BLOCK, &mask, nullptr);
    const int signals = ::signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
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
            if (signal != SIGTSTP)
                dieOf(signal);
            ::raise(SIGSTOP);
            display.resume(state);
        }
        for (const News &news : follower.take()) {
            if (const auto *link = std::get_if<LinkNews>(&news)) {
                display.link(*link);
                if (link->phase == LinkNews::Phase::Disconnected) {
                    display.pause();
                    if (link->why)
                        sayTrouble(*link->why, exitLost);
                    return exitLost;
                }
                continue;
            }
            const TrackerEvent &event = std::get<TrackerEvent>(news);
            if (const auto *log = std::get_if<LogEvent>(&event)) {
                display.log(*log);
                continue;
            }
            const WatchState::Seen seen = state.take(event);
            if (!seen.changed.empty() || !seen.gone.empty() ||
                std::holds_alternative<SnapshotEvent>(event))
                display.changed(state, seen);
            for (const JobKey &key : seen.gone)
                complain("The tracker no longer knows the job " + key.id + ".");
        }
        if (state.isOver())
            return state.exitCode();
        if (const auto due = display.nextTick(); due && due->count() == 0)
            display.tick(state);
    }
}

} // namespace

int watch(const Command &command, const std::vector<std::string> &arguments)
{
    std::vector<std::string> ids;
    bool json = false;
    bool onceOnly = false;
    bool keepTrying = false;
    Options options(command);
    options.arguments("ID", ids, "only these jobs (default: all)", Options::Need::Optional);
    options.flag("--json", json, "print JSON, one object a line");
    options.flag("--once", onceOnly, "print what there is now and end");
    options.flag("--keep-trying", keepTrying, "never give up on a tracker that is away");
    if (const auto done = options.read(arguments))
        return *done;
    for (const std::string &id : ids) {
        if (id.find("://") != std::string::npos)
            return options.refuse("this version follows the tracker of this machine only, not " +
                                  id + ".");
    }
    TrackerAccess tracker;
    const Result<TrackerAddress> address = tracker.address();
    if (!address)
        return sayTrouble(address.error(), exitLost);
    std::set<JobKey> only;
    std::string target = "/api/v1/jobs/stream";
    char separator = '?';
    for (const std::string &id : ids) {
        const Result<Job> job = tracker.find(id);
        if (!job)
            return sayTrouble(job.error(), exitUsage) == exitUsage ? exitUsage : exitLost;
        only.insert(job->key);
    }
    if (onceOnly)
        return once(tracker, only, json);
    if (json)
        target += separator + std::string("log=1");

    WatchState state(only);
    Follower follower(*address, target, {.keepTrying = keepTrying});
    if (json) {
        JsonDisplay display(urlOf(*address));
        return follow(follower, state, display);
    }
    if (const Terminal terminal = terminalOf(STDOUT_FILENO);
        terminal.isTerminal && environmentValue("TERM") != "dumb") {
        LiveDisplay display;
        const int code = follow(follower, state, display);
        display.finish(state);
        return code;
    }
    PlainDisplay display;
    return follow(follower, state, display);
}

} // namespace afoot::cli
