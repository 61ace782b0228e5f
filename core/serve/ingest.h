#pragma once

#include "core/serve/limits.h"
#include "core/serve/server.h"
#include "core/track/tracker.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace afoot::serve {

/// One upload of reports as lines of JSON (protocol 2, NDJSON), of any length: each line is applied as it comes, and
/// what is refused is answered by one line.
///
/// Threads: the engine's. What it was given must outlive it.
class Ingest
{
public:
    Ingest(Tracker &tracker, const Limits &limits, const Server::KeepEnd &keepEnd);

    void push(std::string_view bytes);
    /// No more comes. @p onSafe is called once every end in it is safe, maybe at once.
    void finish(std::function<void()> onSafe);

    /// Answers to refused lines that were not taken yet: {"line":N,"id"?,"error":{…}} and a line feed each.
    std::string takeAnswers();
    std::size_t answerBytes() const { return m_answers.size(); }
    /// {"lines":N,"taken":N,"refused":N} and a line feed; empty lines do not count.
    std::string summary() const;
    std::uint64_t taken() const { return m_lines - m_refused; }

private:
    void takeLine(std::string_view line);
    void refuse(std::uint64_t line, const std::string &id, const Error &error);
    void keep(const JobKey &key);
    void settle();

    Tracker &m_tracker;
    const Limits &m_limits;
    const Server::KeepEnd &m_keepEnd;
    std::string m_rest{}; ///< a line that is not whole yet
    bool m_tooLong = false;
    std::uint64_t m_number = 0; ///< of the line that is read, from 1, empty ones included
    std::uint64_t m_lines = 0;
    std::uint64_t m_refused = 0;
    std::string m_answers{};
    std::uint64_t m_unsafe = 0; ///< ends that are not on disk yet
    std::function<void()> m_onSafe{};
    std::shared_ptr<int> m_life =
        std::make_shared<int>(0); ///< answers that come late look whether it is gone
};

} // namespace afoot::serve
