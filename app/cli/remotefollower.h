#pragma once

#include "app/cli/follower.h"
#include "app/remote/request.h"

#include <string>
#include <sys/types.h>

namespace afoot::cli {

/// Follows remote trackers through afoot-remote, a process of its own that speaks TLS, proxies and WebSockets.
///
/// Threads: one. Owns the process, which ends with it.
class RemoteFollower : public NewsSource
{
public:
    /// Starts the process. Error when it is not installed.
    static std::optional<Error> start(RemoteFollower &follower, const RemoteRequest &request);

    RemoteFollower() = default;
    ~RemoteFollower() override;

    int fd() const override { return m_out; }
    std::vector<News> take() override;
    bool saysItsEnd() const override { return true; }
    /// Its exit code, after EndNews.
    int exitCode() const { return m_exitCode; }

private:
    void takeLine(std::string_view line, std::vector<News> &news);

    pid_t m_process = -1;
    int m_out = -1;
    std::string m_buffer{};
    bool m_gaveUp = false;
    std::vector<std::string> m_missing{};
    int m_exitCode = 0;
};

} // namespace afoot::cli
