#pragma once

#include "core/model/update.h"
#include "core/run/ending.h"
#include "core/run/parser.h"
#include "core/run/parsers/errors.h"
#include "core/run/parsers/osc94.h"
#include "core/run/segments.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// Turns a command's output, as it comes, into updates of its job.
///
/// The command line chooses the parser; the output of scripts and of commands that nobody claims is
/// recognised line by line, and several tools in one script are told as steps. OSC 9;4 has the last word
/// about the percent. Whether the job succeeded is decided by the exit status alone.
/// Log lines carry no time: whoever sends them knows the clock.
///
/// Threads: none of its own; one at a time. Bounds: 4 KiB a line (1 MiB of JSON), 100 steps, and between
/// two take() as many log lines as a job's log holds: the oldest leave first, and a line says so.
class OutputReader
{
public:
    enum class Stream { Out, Err, Terminal };

    explicit OutputReader(const std::vector<std::string> &argv);
    /// Reads everything as the output of @p parser, whatever the command; null: recognise it.
    explicit OutputReader(const Parser *parser);

    void push(std::string_view bytes, Stream stream);

    /// A flood: so many bytes of output were not shown to push().
    void skipped(std::uint64_t bytes);

    /// Nothing came for a while (200 ms is good): what stands at the end without a line end is whole, so
    /// that a bar is shown to its latest state and a question is noticed. Cheap to call again.
    void quiet();

    /// What changed since the last take(); nothing when nothing did. Op::Change without a key. A question
    /// that is not asked any more comes as an empty one.
    std::optional<Update> take();

    /// The end, with what changed since the last take(): Complete, Fail with an error, or Change to canceled.
    Update finish(const Exit &exit);

    /// What is known now.
    const Reading &reading();

private:
    struct Act ///< one tool at work
    {
        const Parser *parser = nullptr;
        Reading reading{};
        bool active = false; ///< it has shown progress
        std::uint64_t since = 0;
    };
    struct Source ///< one stream
    {
        Segments segments{};
        std::string before{};
        bool logged = false; ///< the segment before is in the log
    };

    void begin(const Parser *parser, const std::vector<std::string> &argv);
    void read(Segment segment, Source &source);
    Take ask(const Segment &segment, Blame looks);
    void log(const Segment &segment, std::string_view text, bool error);
    void append(LogLine line);
    void noteBlame(std::string_view line, Blame blame);
    static std::string nameOf(const Act &act);
    void compose();
    void composeSeveral();
    void noteQuestion(std::string_view text);
    std::string reasonFor(const Exit &exit);

    std::array<Source, 3> m_sources{};
    bool m_chosen = false;
    std::vector<Act> m_acts{};
    std::size_t m_lead = 0;  ///< the act that spoke last
    std::size_t m_spoke = 0; ///< the act that understood the last segment that any did
    std::optional<std::size_t> m_errorAct{}; ///< the one whose tool told the latest error
    std::uint64_t m_turns = 0;
    Osc94 m_osc{};
    Reading m_now{};
    Reading m_shown{};
    std::string m_message{}; ///< as it came
    std::string m_question{};
    std::string m_error{}; ///< last line with the form of an error
    std::string m_hint{};
    bool m_inHints = false; ///< the line before was a hint
    std::string m_last{};
    bool m_changed = false;
    std::uint64_t m_skippedBytes = 0;
    std::deque<LogLine> m_lines{};
    std::size_t m_lineBytes = 0;
    std::uint64_t m_droppedLines = 0;
};

} // namespace afoot
