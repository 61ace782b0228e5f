#pragma once

#include "tests/bench/kit/sockets.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace afoot::bench {

using Moment = std::chrono::steady_clock::time_point;

/// When events were sent, by their number, so that whoever reads one knows how long it took.
class SendTimes
{
public:
    /// Events @p first … @p first + @p count - 1.
    SendTimes(long first, long count)
        : m_first(first), m_times(static_cast<std::size_t>(count)) // all zero
    {
    }
    void note(long number, Moment when);
    /// In milliseconds; negative when the event is none of these.
    double sinceSent(long number, Moment when) const;

private:
    long m_first;
    std::vector<std::atomic<std::int64_t>> m_times;
};

/// Subscribers of one server, all on one thread. Knows events by their markers, whatever stands around them.
///
/// Threads: the one that made it, and its own between listen() and stop().
class Readers
{
public:
    /// Connects @p count of them; each has had the first word of its answer then.
    Readers(const Address &address, const std::string &request, int count);
    ~Readers();
    Readers(const Readers &) = delete;
    Readers &operator=(const Readers &) = delete;

    bool areAllThere() const { return m_areAllThere; }
    /// Reads until stop(); what comes from now on counts. Without @p times nothing but the number of events does.
    void listen(const SendTimes *times);
    /// Reads until nothing came for @p silence, and then no more.
    void stop(std::chrono::milliseconds silence);
    std::uint64_t delivered() const { return m_delivered; }
    /// Of every event and reader, in milliseconds.
    const std::vector<float> &latencies() const { return m_latencies; }
    /// Reads and drops what waits; before listen().
    void settle(std::chrono::milliseconds silence);

private:
    void run();
    void takeFrom(int fd);

    std::vector<int> m_fds{};
    std::vector<std::string> m_tails{}; ///< by descriptor: a marker that was cut
    int m_poll = -1;
    bool m_areAllThere = true;
    const SendTimes *m_times = nullptr;
    std::vector<char> m_buffer = std::vector<char>(1 << 18);
    std::vector<float> m_latencies{};
    std::atomic<std::uint64_t> m_delivered{0};
    std::atomic<std::int64_t> m_silenceMs{-1}; ///< stop() was called
    std::thread m_thread{};
};

} // namespace afoot::bench
