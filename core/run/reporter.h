#pragma once

#include "core/run/samples.h"
#include "core/run/trackerline.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace afoot::run {

/// Tells the tracker of one wrapped command, and never makes the command wait for that.
///
/// The first word goes out at once, then ten updates a second at most. Without a tracker, or with one that went away, it
/// tries again once a second when there is something to say, and begins the job anew with its whole state. At the
/// end what nobody has acknowledged goes to the spool.
///
/// Threads: has one of its own, from start() on; all functions are called on the wrapper's.
class Reporter
{
public:
    using Spool = std::function<void(std::vector<Update>)>;
    struct Options
    {
        Update begin{};         ///< with key.id
        Millis gap{100};        ///< between two updates
        Millis retry{1000};     ///< between two tries to reach a tracker
        Millis patience{100};   ///< of finish() and paused() with the tracker
        Millis seek{5000};      ///< the same, while there is nothing to say but that the job runs
        Millis quietAfter{200}; ///< silence after which an unfinished line is taken for whole
        Millis questionAfter{1000}; ///< silence after something that looks like a question
        std::size_t maxLines =
            2000; ///< log lines kept while no tracker takes them; the oldest leave first
    };

    /// @p clock must outlive this.
    Reporter(Options options, std::unique_ptr<TrackerLine> line,
             std::unique_ptr<OutputSource> source, Spool spool, const Clock &clock);
    /// Waits for what the line does at this moment, at most until its deadline.
    ~Reporter();

    /// @p onAsk is called from another thread.
    void start(std::function<void(Ask)> onAsk);

    void output(std::string_view bytes, Watcher::Heard from);
    /// @p alsoWe: this process stops next, so wait (a little) until it is told.
    void paused(bool alsoWe);
    void resumed();
    void refused(Ask ask, const std::string &why);

    /// The last word. Returns when the tracker has it, or after @c patience when the spool has it. True: the tracker.
    bool finish(const Ending &ending);

private:
    using Lock = std::unique_lock<std::mutex>;
    enum class Phase { Running, Ending, Ended, Abandoned };

    void work();
    std::optional<Ticks> nextTurn(Ticks now) const;
    void readOutput(Lock &lock);
    void lookForQuestion(Update &change, bool spoke, Ticks now);
    void note(Update change);
    void addLines(std::vector<LogLine> lines);
    std::vector<LogLine> takeLines();
    void deliver(Lock &lock);
    bool begin(Lock &lock);
    bool sendRest(Lock &lock);
    bool sendEnd(Lock &lock);
    Result<std::string> send(Lock &lock, const Update &update);
    bool settle(const Result<std::string> &answer);
    void composeEnd(Lock &lock);
    std::vector<Update> unheard();
    void heard(std::optional<Ask> ask);
    AskSet abilities() const;

    Options m_options;
    std::unique_ptr<TrackerLine> m_line;
    std::unique_ptr<OutputSource> m_source;
    Spool m_spool;
    const Clock &m_clock;
    std::function<void(Ask)> m_onAsk{};
    std::thread m_thread{};

    std::mutex
        m_reading{};      ///< of m_source; taken before m_mutex, never held while the line is used
    std::mutex m_mutex{}; ///< of all below; never held while the line is used
    std::condition_variable m_wake{};
    std::condition_variable m_told{};
    Samples m_samples{};
    Update m_whole{};               ///< a Begin with all that was ever said
    std::optional<Update> m_news{}; ///< what the tracker has not heard of yet
    std::vector<LogLine> m_lines{};
    std::size_t m_leftOut = 0; ///< lines that made room for these
    std::optional<Update> m_end{};
    Ending m_ending{};
    Phase m_phase = Phase::Running;
    std::optional<Ticks> m_quietAt{};
    bool m_delivering = false;
    bool m_sleeping = false; ///< the thread waits without a time set
    bool m_urgent = false;
    bool m_begun = false;   ///< this tracker knows the job
    bool m_refused = false; ///< the tracker wants to hear no more of it
    std::optional<Ticks> m_nextTry{};
    std::optional<Ticks> m_nextSend{};
    std::optional<Ticks> m_holdAt{};
    std::optional<Ask> m_lastAsk{};
    std::string m_question{};
    std::optional<Ticks> m_questionAt{};
    bool m_needsInput = false;
};

} // namespace afoot::run
