#include "app/cli/remotefollower.h"

#include "app/cli/programs.h"

#include <boost/json.hpp>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX wants it declared here

namespace afoot::cli {

namespace json = boost::json;

namespace {

constexpr const char *programName = "afoot-remote";

std::string textOf(const json::object &object, const char *key)
{
    const json::value *const member = object.if_contains(key);
    return member != nullptr && member->is_string() ? std::string(member->get_string())
                                                    : std::string();
}

std::int64_t numberOf(const json::object &object, const char *key)
{
    const json::value *const member = object.if_contains(key);
    return member != nullptr && member->is_int64() ? member->get_int64() : 0;
}

bool isOn(const json::object &object, const char *key)
{
    const json::value *const member = object.if_contains(key);
    return member != nullptr && member->is_bool() && member->get_bool();
}

LinkNews linkFrom(const json::object &data)
{
    using Phase = LinkNews::Phase;
    LinkNews news;
    const std::string state = textOf(data, "state");
    for (const Phase phase : {Phase::Connecting, Phase::Connected, Phase::Reconnecting,
                              Phase::Polling, Phase::Disconnected}) {
        if (nameOf(phase) == state)
            news.phase = phase;
    }
    news.attempt = static_cast<int>(numberOf(data, "attempt"));
    news.retryIn = Millis(numberOf(data, "retry_in_ms"));
    news.transport = textOf(data, "transport");
    news.url = textOf(data, "url");
    news.dialect = textOf(data, "dialect");
    if (const std::string reason = textOf(data, "reason"); !reason.empty())
        news.why = Error{.code = Error::Code::Unavailable, .name = "away", .detail = reason};
    return news;
}

} // namespace

std::optional<Error> RemoteFollower::start(RemoteFollower &follower, const RemoteRequest &request)
{
    const auto program = programNamed(programName);
    if (!program)
        return Error{.code = Error::Code::Unavailable,
                     .name = "not_installed",
                     .detail =
                         "Remote trackers are followed by afoot-remote, which is neither beside "
                         "this program nor in PATH."};
    std::array<int, 2> in{-1, -1};
    std::array<int, 2> out{-1, -1};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        return Error{
            .code = Error::Code::Unavailable, .name = "pipe", .detail = std::strerror(errno)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    std::string name = programName;
    const std::array<char *, 2> words{name.data(), nullptr};
    const int failure = ::posix_spawn(&follower.m_process, program->c_str(), &actions, nullptr,
                                      words.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    follower.m_out = out[0];
    ::fcntl(follower.m_out, F_SETFL, O_NONBLOCK);
    if (failure != 0) {
        ::close(in[1]);
        follower.m_process = -1;
        return Error{.code = Error::Code::Unavailable,
                     .name = "not_started",
                     .detail = *program + " cannot be started: " + std::strerror(failure) + "."};
    }
    const std::string line = toJson(request) + '\n'; // less than a pipe holds
    const ssize_t written = ::write(in[1], line.data(), line.size());
    (void)written; // it says so itself when nothing came
    ::close(in[1]);
    return std::nullopt;
}

RemoteFollower::~RemoteFollower()
{
    if (m_process > 0) {
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }
    if (m_out >= 0)
        ::close(m_out);
}

std::vector<News> RemoteFollower::take()
{
    std::vector<News> news;
    std::array<char, 65536> bytes{};
    bool isOver = false;
    for (;;) {
        const ssize_t count = ::read(m_out, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            isOver = count == 0;
            break;
        }
        m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
        if (static_cast<std::size_t>(count) < bytes.size())
            break;
    }
    std::size_t from = 0;
    for (std::size_t end = 0; (end = m_buffer.find('\n', from)) != std::string::npos;
         from = end + 1)
        takeLine(std::string_view(m_buffer).substr(from, end - from), news);
    m_buffer.erase(0, from);
    if (isOver && m_process > 0) {
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = -1;
        m_exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        news.emplace_back(
            EndNews{.gaveUp = m_gaveUp || m_exitCode != 0, .missing = std::move(m_missing)});
    }
    return news;
}

void RemoteFollower::takeLine(std::string_view line, std::vector<News> &news)
{
    boost::system::error_code failure;
    const json::value value = json::parse(line, failure);
    const json::object *const object = failure ? nullptr : value.if_object();
    const json::value *const member = object != nullptr ? object->if_contains("data") : nullptr;
    const json::object *const data = member != nullptr ? member->if_object() : nullptr;
    if (data == nullptr)
        return;
    const std::string event = textOf(*object, "event");
    if (event == "link") {
        news.emplace_back(linkFrom(*data));
    } else if (event == "raw") {
        news.emplace_back(RawNews{{.type = textOf(*data, "event"),
                                   .data = textOf(*data, "data"),
                                   .lastEventId = textOf(*data, "id")}});
    } else if (event == "bad") {
        news.emplace_back(
            BadNews{textOf(*data, "source"), textOf(*data, "url"), textOf(*data, "message")});
    } else if (event == "past") {
        auto read = trackerEventFrom({.type = "job", .data = json::serialize(*data)});
        if (auto *job = read ? std::get_if<JobEvent>(&*read) : nullptr)
            news.emplace_back(PastNews{std::move(job->job)});
    } else if (event == "over") {
        m_gaveUp = m_gaveUp || isOn(*data, "missing") || isOn(*data, "given_up");
        if (isOn(*data, "missing"))
            m_missing.push_back(textOf(*data, "url"));
    } else if (auto read = trackerEventFrom({.type = event, .data = json::serialize(*data)})) {
        news.emplace_back(std::move(read).value());
    }
}

} // namespace afoot::cli
