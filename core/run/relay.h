#pragma once

#include "core/run/sink.h"

#include <functional>
#include <memory>
#include <string_view>

namespace afoot::run {

/// Carries one output stream of the command to where it belongs, in order and whole.
///
/// A slow reader slows the command down: nothing is read while a byte waits to be written. When the
/// reader is gone, a pipe is closed, so that the command gets SIGPIPE as it would without us; a terminal that went
/// away is read on, and what comes is dropped.
///
/// Threads: one. @p tap sees every byte once, after the first attempt to write it, and must not wait.
class Relay
{
public:
    using Tap = std::function<void(std::string_view)>;
    enum class Source { Pipe, Terminal };

    /// @p fd is ours to close and does not block; @p to is a descriptor of ours that stays open.
    Relay(Fd fd, Source source, int to, Tap tap);

    /// Copies until there is nothing to do without waiting, and little more than @p maxBytes. How much it read.
    std::size_t pump(std::size_t maxBytes = ~std::size_t{0});

    bool open() const { return static_cast<bool>(m_source); }
    bool pending() const { return m_from < m_to; }
    /// Everything was read and written; nothing more will come.
    bool over() const { return !open() && !pending(); }
    /// The last pump() stopped because there was nothing to read.
    bool idle() const { return m_idle; }
    /// errno of the write that failed, other than EPIPE and a terminal that went away; 0 for none.
    int trouble() const { return m_trouble; }

    int sourceFd() const { return m_source.number(); }
    int sinkFd() const { return m_sink.fd(); }
    /// Bytes that wait on the command's side now.
    std::size_t waiting() const;
    /// Forgets what is not written yet and closes the source.
    void abandon();
    /// Nobody listens any more.
    void mute() { m_tap = nullptr; }
    /// The source was closed because nobody takes the bytes.
    bool refused() const { return m_refused; }

private:
    void flush();
    void refuse(Sink::State state, int error);

    Fd m_source;
    Source m_kind;
    Sink m_sink;
    Tap m_tap;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_from = 0;
    std::size_t m_to = 0;
    int m_trouble = 0;
    bool m_idle = false;
    bool m_refused = false;
    bool m_discard = false;
};

} // namespace afoot::run
