#pragma once

#include "tests/bench/kit/process.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace afoot::bench {

/// One stream that backends tell of a job.
struct BackendStream
{
    std::uint16_t port = 0;
    bool isWebSocket = false;
    std::string path{};
    std::string dialect{};
};

/// What the processes of a bench of links tell each other.
struct Notes
{
    std::atomic<int> open{0};            ///< streams that somebody follows
    std::atomic<std::uint64_t> sent{0};  ///< messages
    std::atomic<std::uint64_t> heard{0}; ///< messages or updates, by who follows
    std::atomic<bool> isSilent{false};   ///< the backends say nothing
};

/// Web backends in a process of their own: many streams of one host, and hosts with one each. Every stream tells of the
/// progress of its job once a second, each at a time of its own, in the words of session (SSE) and rooms (WebSocket).
///
/// Threads: made while this program has no other.
class Backends
{
public:
    Backends(int streamsOfOneHost, int hosts);

    const std::vector<BackendStream> &streams() const { return m_streams; }
    Notes &notes() const { return *m_notes; }
    /// How a bare client asks for it.
    static std::string request(const BackendStream &stream);

private:
    struct Unmap
    {
        void operator()(Notes *notes) const;
    };
    std::vector<BackendStream> m_streams{};
    std::unique_ptr<Notes, Unmap> m_notes;
    std::vector<Process> m_server{}; ///< one, once it runs
};

} // namespace afoot::bench
