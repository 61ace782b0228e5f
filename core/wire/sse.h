#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::wire {

/// One dispatched event of a text/event-stream.
struct SseEvent
{
    std::string type = "message";
    std::string data{};
    std::string lastEventId{};

    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// One event as bytes: id and event lines when not empty, then the data. @p data holds no line end
/// (ours is JSON on one line); a line end in it would be split as the standard wants.
std::string sseFrame(std::string_view type, std::string_view data, std::string_view id = {});

/// Turns text/event-stream bytes into events, however the network cuts them up.
///
/// Spec: WHATWG HTML 9.2.6, "Interpreting an event stream": CR, LF and CRLF end lines, one BOM at the
/// start is dropped, comments and unknown fields are ignored, an unfinished event at the end is lost.
/// Threads: none of its own; one thread at a time. The callback runs inside push() and must not call push().
/// Errors: push() is false when an event passed @c maxEventBytes: that one is left out, and the next is read as ever.
class SseParser
{
public:
    static constexpr std::size_t maxIdBytes =
        4096; ///< a longer id is ignored: no server would take it back

    /// @p lastEventId is what the stream before it ended with: it stays until an event brings another.
    explicit SseParser(std::size_t maxEventBytes = 16U << 20U, const std::string &lastEventId = {})
        : m_maxEventBytes(maxEventBytes), m_id(lastEventId), m_lastEventId(lastEventId)
    {
    }

    [[nodiscard]] bool push(std::string_view bytes,
                            const std::function<void(const SseEvent &)> &onEvent);

    /// The id that a reconnecting client sends as Last-Event-ID.
    const std::string &lastEventId() const { return m_lastEventId; }
    /// Milliseconds, from the last valid retry field.
    std::optional<unsigned long> retryMs() const { return m_retryMs; }

private:
    void leaveOut();
    void takeLine(std::string_view line, const std::function<void(const SseEvent &)> &onEvent);

    std::size_t m_maxEventBytes;
    std::string m_line{};
    std::string m_data{};
    std::string m_type{};
    std::string m_id{};
    std::string m_lastEventId{};
    std::optional<unsigned long> m_retryMs{};
    bool m_afterCr = false;
    bool m_hasData = false;
    bool m_isEventTooLarge = false; ///< until its blank line
    bool m_isLineTooLong = false;   ///< until its end
    int m_bomBytes = 0;             ///< of the BOM seen so far; 3 once past the start
};

} // namespace afoot::wire
