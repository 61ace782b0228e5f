#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace afoot::bench {

/// A child that is measured from outside and ended with this object.
///
/// Threads: begun while this program has no other thread; measured from any.
class Process
{
public:
    using Environment = std::vector<std::pair<std::string, std::string>>;

    /// Runs @p words, found on the PATH; what it prints goes to the file @p log.
    static Process run(const std::vector<std::string> &words, const Environment &environment,
                       const std::string &log);
    /// Runs @p body in a copy of this program.
    static Process copy(const std::function<void()> &body);

    Process(Process &&other) noexcept : m_pid(std::exchange(other.m_pid, 0)) {}
    Process &operator=(Process &&other) noexcept;
    ~Process();

    bool isAlive() const;
    /// User and system time of all its threads.
    double cpuSeconds() const;
    std::size_t residentBytes() const;
    /// How often its threads left the processor of their own will: each wake-up ends in one.
    std::uint64_t waits() const;

private:
    explicit Process(pid_t pid) : m_pid(pid) {}
    void end();

    pid_t m_pid = 0;
};

} // namespace afoot::bench
