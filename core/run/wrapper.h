#pragma once

#include "core/model/job.h"
#include "core/run/guard.h"
#include "core/run/streams.h"
#include "core/run/terminal.h"

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <poll.h>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::run {

/// How a wrapped command ended.
struct Ending
{
    std::optional<int> code{};
    std::optional<int> signal{};
    bool interrupted = false; ///< by Ctrl-C, or by somebody who asked for it
    std::string trouble{}; ///< why it could not be run, or its output not be delivered; a sentence

    friend bool operator==(const Ending &, const Ending &) = default;
};

/// Hears what a wrapped command does. All on the thread of Wrapper::run(), and none may wait for others,
/// since the command waits too.
class Watcher
{
public:
    enum class Heard { Out, Err, Terminal };

    virtual ~Watcher() = default;
    /// The command has a process; the first moment at which threads may be made.
    virtual void started(pid_t /*pid*/) {}
    virtual void output(std::string_view /*bytes*/, Heard /*from*/) {}
    /// It stands still. @p alsoWe: so do we, as soon as this returns (Ctrl-Z); it may take 100 ms.
    virtual void paused(bool /*alsoWe*/) {}
    virtual void resumed() {}
    /// What was asked cannot be done: @p why is a sentence.
    virtual void refused(Ask /*ask*/, const std::string & /*why*/) {}
};

/// Runs one command as if we were not there, and lets a Watcher hear of it.
///
/// Bytes, order, colours, window size, keys, signals, job control and exit status pass through unchanged; see
/// StreamPlan for the two ways in which it is joined. The command keeps inherited signal dispositions. A signal sent to us by
/// kill(1) is passed on; one from the keyboard the command gets by itself.
///
/// Threads: run() on the process's only thread; it forks. ask() from any thread.
class Wrapper
{
public:
    struct Options
    {
        std::vector<std::string> command{}; ///< not empty
        Millis grace{10'000};               ///< between SIGINT, SIGTERM and SIGKILL of a cancel
    };

    /// @p watcher and @p clock must outlive this.
    Wrapper(Options options, Watcher &watcher, const Clock &clock);

    /// Cancel, Pause or Resume the command. Retry is not ours to do and is ignored.
    void ask(Ask ask);

    /// Starts the command and returns when it has ended and what it wrote was passed on.
    Ending run();

private:
    struct Escalation
    {
        int signal = 0;
        Ticks at{};
    };

    bool prepare();
    void addRelay(Fd fd, Relay::Source source, int to, Watcher::Heard heard);
    bool startInSession(ChildSetup &setup);
    bool startBeside(ChildSetup &setup);
    void loop();
    std::vector<pollfd> polled() const;
    int pollTimeout() const;
    void carryOutput();
    bool drained() const;
    bool diesNow() const;
    void leaveRestBehind();
    void handOver();
    void takeNotes();
    bool commandRuns();
    void reap();
    void takeSignals();
    void takeAsks();
    void takeTimers();
    void takeKeys();
    void sendKeys();

    void onStatus(int status);
    void onEnd(int status);
    void onSignal(Signals::Taken taken);
    void continueSession();
    void stopWithCommand();
    bool mustStopToo() const;
    void escalate();
    bool sendToCommand(int signal);
    bool sendToAll(int signal);
    Ending ending();

    std::array<bool, 3>
        m_open; ///< which standard descriptors we were given; before all that opens others
    Options m_options;
    Watcher &m_watcher;
    const Clock &m_clock;
    Signals m_signals{};
    Guard m_guard{};
    StreamPlan m_plan{};
    Pty m_pty{};
    std::optional<Keyboard> m_keyboard{};
    std::vector<Relay> m_relays{};
    std::vector<std::size_t>
        m_budget{}; ///< what may still be read of each relay once the command ended
    std::vector<bool> m_dropped{};
    Fd m_wake{};
    std::atomic<unsigned> m_asked{0};
    Fd m_execReport{};
    bool m_commandRuns = false; ///< its process has become the command, or never will
    std::string m_keys{};       ///< typed and not yet taken by the command's terminal
    bool m_keysOver = false;
    std::optional<Ticks> m_keysAfter{}; ///< while the command is being continued: not before
    Echoes m_echoes{};
    pid_t m_command = 0;
    int m_startError = 0;
    std::optional<int> m_status{};  ///< wait status, once it ended
    std::optional<int> m_stopped{}; ///< by this signal, while it stands still
    bool m_stopWanted = false;      ///< the keyboard or a signal asked our whole job to stop
    bool m_pausedByAsk = false;
    bool m_interrupted = false;
    int m_diesOf = 0; ///< a signal that came while only our own writing was left
    std::optional<Escalation> m_escalation{};
};

/// Ends this process the way the command ended: by the same signal, else with its exit code.
[[noreturn]] void leaveAs(const Ending &ending);

} // namespace afoot::run
