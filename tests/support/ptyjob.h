#pragma once

#include "core/run/fd.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace afoot::test {

/// A command as the foreground job of a terminal, with a little shell behind it that does job control. The test
/// is the person who types and reads.
class PtyJob
{
public:
    /// Descriptors of the job that are not the terminal: -1 for the terminal.
    struct Streams
    {
        int in = -1;
        int out = -1;
        int err = -1;
    };
    explicit PtyJob(const std::vector<std::string> &argv);
    PtyJob(const std::vector<std::string> &argv, Streams streams, bool background = false);
    ~PtyJob();
    PtyJob(const PtyJob &) = delete;
    PtyJob &operator=(const PtyJob &) = delete;

    void type(const std::string &keys);
    void resize(unsigned short rows, unsigned short columns);
    /// Everything that the terminal has shown so far.
    const std::string &screen();
    bool shows(const std::string &text) { return screen().find(text) != std::string::npos; }
    /// The latest wait status that the shell saw, once; nullopt when there is none.
    std::optional<int> status();
    /// Waits until the job was stopped; by which signal, or nullopt when it ended or 20 s have passed.
    std::optional<int> stop();
    /// Waits for the end; its wait status, or nullopt after 20 s.
    std::optional<int> end();
    void foreground(); ///< fg
    void background(); ///< bg
    pid_t pid() const { return m_job; }
    /// The terminal has the modes that it had before the job.
    bool modesAreBack() const;
    /// The terminal's local modes now.
    unsigned localModes() const;

private:
    std::optional<int> next();
    void order(char what);

    run::Fd m_master{};
    run::Fd m_slave{};
    run::Fd m_orders{};
    run::Fd m_statuses{};
    pid_t m_leader = -1;
    pid_t m_job = -1;
    std::string m_screen{};
    std::string m_modes{};
};

} // namespace afoot::test
