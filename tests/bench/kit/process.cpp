#include "tests/bench/kit/process.h"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace afoot::bench {

namespace {

/// The number behind @p name in a file of "Name: number" lines.
std::uint64_t numberIn(const std::string &path, std::string_view name)
{
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with(name))
            return std::strtoull(line.c_str() + name.size(), nullptr, 10);
    }
    return 0;
}

} // namespace

Process Process::run(const std::vector<std::string> &words, const Environment &environment,
                     const std::string &log)
{
    std::vector<char *> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string &word : words)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    return copy([&] {
        for (const auto &[name, value] : environment)
            ::setenv(name.c_str(), value.c_str(), 1);
        const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        ::dup2(out, STDOUT_FILENO);
        ::dup2(out, STDERR_FILENO);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    });
}

Process Process::copy(const std::function<void()> &body)
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return Process(pid);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGPIPE, SIG_IGN);
    body();
    ::_exit(0);
}

Process &Process::operator=(Process &&other) noexcept
{
    if (this != &other) {
        end();
        m_pid = std::exchange(other.m_pid, 0);
    }
    return *this;
}

Process::~Process()
{
    end();
}

void Process::end()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = 0;
}

bool Process::isAlive() const
{
    siginfo_t info = {};
    return m_pid > 0 &&
           ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == 0;
}

double Process::cpuSeconds() const
{
    clockid_t clock = 0;
    timespec time = {};
    if (::clock_getcpuclockid(m_pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return 0;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::size_t Process::residentBytes() const
{
    return numberIn("/proc/" + std::to_string(m_pid) + "/status", "VmRSS:") * 1024;
}

std::uint64_t Process::waits() const
{
    std::uint64_t sum = 0;
    std::error_code ignored;
    for (const auto &task :
         std::filesystem::directory_iterator("/proc/" + std::to_string(m_pid) + "/task", ignored))
        sum += numberIn(task.path() / "status", "voluntary_ctxt_switches:");
    return sum;
}

} // namespace afoot::bench
