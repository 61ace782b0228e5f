#pragma once

#include "core/model/clock.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// tests/support/historywriter in a process of its own.
class HistoryProcess
{
public:
    explicit HistoryProcess(std::vector<std::string> words)
    {
        std::array<int, 2> pipe{};
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
            return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
        words.insert(words.begin(), AFOOT_HISTORY_WRITER);
        std::vector<char *> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        if (::posix_spawn(&m_pid, AFOOT_HISTORY_WRITER, &actions, nullptr, arguments.data(),
                          environ) != 0)
            m_pid = -1;
        posix_spawn_file_actions_destroy(&actions);
        ::close(pipe[1]);
        m_out = pipe[0];
    }
    ~HistoryProcess()
    {
        kill();
        ::close(m_out);
    }
    HistoryProcess(const HistoryProcess &) = delete;
    HistoryProcess &operator=(const HistoryProcess &) = delete;

    /// Takes what it prints until @p word is there or the time is up; false at the end of all.
    bool read(afoot::Millis time, const std::string &word = {})
    {
        const auto end = std::chrono::steady_clock::now() + time;
        while (word.empty() || m_said.find(word) == std::string::npos) {
            const auto left =
                std::chrono::ceil<afoot::Millis>(end - std::chrono::steady_clock::now()).count();
            pollfd out{.fd = m_out, .events = POLLIN, .revents = 0};
            if (left <= 0 || ::poll(&out, 1, static_cast<int>(left)) == 0)
                return true;
            std::array<char, 4096> bytes{};
            const ssize_t got = ::read(m_out, bytes.data(), bytes.size());
            if (got <= 0)
                return false;
            m_said.append(bytes.data(), static_cast<std::size_t>(got));
        }
        return true;
    }
    /// What it said in all, by lines; it has ended, or is killed.
    std::vector<std::string> said()
    {
        std::vector<std::string> lines;
        std::istringstream all(m_said);
        for (std::string line; std::getline(all, line);)
            lines.push_back(line);
        return lines;
    }
    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        while (read(afoot::Millis{10'000})) {
        }
        ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
    int m_out = -1;
    std::string m_said{};
};
