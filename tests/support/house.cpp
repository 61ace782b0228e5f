#include "tests/support/house.h"

#include "core/serve/request.h"

#include <boost/asio/io_context.hpp>

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace afoot::test {

namespace {

std::string makeFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "afoot-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no temporary folder");
    return name;
}

constexpr std::chrono::seconds patience{8};

} // namespace

struct House::Engine
{
    boost::asio::io_context io{};
};

House::House(serve::ServerOptions options, Tracker::Options trackerOptions)
    : m_folder(makeFolder()), m_engine(std::make_unique<Engine>())
{
    m_tracker = std::make_unique<Tracker>(
        clock, [n = std::uint8_t{0}]() mutable { return std::array<std::uint8_t, 10>{++n}; },
        "epoch", trackerOptions);
    if (options.unixPath.empty())
        options.unixPath = unixPath();
    if (options.token.empty())
        options.token = token;
    options.port = options.port.value_or(std::uint16_t{0});
    if (options.version.empty())
        options.version = "1.2.3";
    m_server = std::make_unique<serve::Server>(m_engine->io, *m_tracker, clock, std::move(options));
    if (const auto error = m_server->listenUnix())
        throw std::runtime_error(error->detail);
    if (const auto error = m_server->listenTcp())
        throw std::runtime_error(error->detail);
    if (const auto error = m_server->listenTls())
        throw std::runtime_error(error->detail);
}

House::~House()
{
    m_server.reset();
    settle(); // what was under way must find that it is over
    m_engine.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

bool House::pump(const std::function<bool()> &done)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!done()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        m_engine->io.restart();
        m_engine->io.run_for(std::chrono::milliseconds(1));
    }
    return true;
}

void House::settle()
{
    m_engine->io.restart();
    while (m_engine->io.poll() > 0)
        m_engine->io.restart();
}

JobPtr House::begin(const std::string &id, const std::string &title)
{
    Update update{.op = Update::Op::Begin, .key = {"local", id}};
    update.title = title;
    return m_tracker->apply(std::move(update))->job;
}

void House::update(const std::string &id, double percent)
{
    Update update{.op = Update::Op::Change, .key = {"local", id}};
    update.percent = percent;
    const auto done = m_tracker->apply(std::move(update));
    if (!done)
        throw std::runtime_error(done.error().detail);
}

void House::end(const std::string &id, Update::Op op)
{
    const auto done = m_tracker->apply({.op = op, .key = {"local", id}});
    if (!done)
        throw std::runtime_error(done.error().detail);
}

std::string Reply::header(std::string_view name) const
{
    for (const auto &[known, value] : headers) {
        if (known == name)
            return value;
    }
    return {};
}

std::ptrdiff_t Wire::send(int fd, std::string_view bytes)
{
    return ::send(fd, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

std::ptrdiff_t Wire::receive(int fd, char *into, std::size_t size)
{
    return ::recv(fd, into, size, MSG_DONTWAIT);
}

RawClient::RawClient(House &house, Way way, std::unique_ptr<Wire> wire)
    : m_house(house), m_wire(std::move(wire))
{
    sockaddr_storage storage = {};
    socklen_t size = 0;
    int family = AF_UNIX;
    if (way == Way::Unix) {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        house.unixPath().copy(static_cast<char *>(address.sun_path), sizeof address.sun_path - 1);
        size = sizeof address;
        std::memcpy(&storage, &address, size);
    } else if (way == Way::Tcp || way == Way::Tls) {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(way == Way::Tls ? house.server().tlsAddresses().at(0).port
                                                 : house.server().port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        size = sizeof address;
        family = AF_INET;
        std::memcpy(&storage, &address, size);
    } else {
        sockaddr_in6 address = {};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(house.server().port());
        address.sin6_addr = in6addr_loopback;
        size = sizeof address;
        family = AF_INET6;
        std::memcpy(&storage, &address, size);
    }
    m_fd = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_fd >= 0 && ::connect(m_fd, reinterpret_cast<sockaddr *>(&storage), size) != 0)
        hangUp();
}

RawClient::~RawClient()
{
    if (m_fd >= 0)
        m_wire->end();
    hangUp();
}

void RawClient::hangUp()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

void RawClient::shutdownWrites()
{
    ::shutdown(m_fd, SHUT_WR);
}

void RawClient::takeLittle(int bytes)
{
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

void RawClient::send(std::string_view bytes)
{
    while (!bytes.empty() && m_fd >= 0) {
        const auto sent = m_wire->send(m_fd, bytes);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (sent < 0 && errno != EAGAIN)
            return; // the server has had enough
        m_house.settle();
        readSome();
        if (m_isEnded)
            return;
    }
}

void RawClient::readSome()
{
    if (m_isStopped || m_fd < 0)
        return;
    char buffer[65536];
    for (;;) {
        const auto count = m_wire->receive(m_fd, buffer, sizeof buffer);
        if (count == 0 || (count < 0 && errno != EAGAIN)) {
            m_isEnded = true;
            return;
        }
        if (count < 0)
            return;
        const std::string_view bytes(buffer, static_cast<std::size_t>(count));
        if (!m_isStream) {
            m_in += bytes;
        } else if (!m_parser.push(bytes,
                                  [this](const wire::SseEvent &e) { m_events.push_back(e); })) {
            m_isEnded = true;
            return;
        }
    }
}

bool RawClient::pumpUntil(const std::function<bool()> &done)
{
    bool isDone = false;
    m_house.pump([&] {
        readSome();
        isDone = done();
        return isDone || m_isEnded;
    });
    return isDone;
}

bool RawClient::isHungUp()
{
    return m_house.pump([this] {
        readSome();
        return m_isEnded;
    });
}

std::optional<Reply> RawClient::reply(bool isHead)
{
    std::optional<Reply> reply;
    m_house.pump([&] {
        readSome();
        const std::size_t headEnd = m_in.find("\r\n\r\n");
        if (headEnd == std::string::npos)
            return m_isEnded;
        Reply parsed;
        parsed.status = std::stoi(m_in.substr(9, 3));
        std::size_t at = m_in.find("\r\n") + 2;
        while (at < headEnd + 2) {
            const std::size_t end = m_in.find("\r\n", at);
            const std::string line = m_in.substr(at, end - at);
            const std::size_t colon = line.find(": ");
            parsed.headers.emplace_back(serve::lowered(line.substr(0, colon)),
                                        line.substr(colon + 2));
            at = end + 2;
        }
        const std::string length = parsed.header("content-length");
        const std::size_t size = isHead || length.empty() ? 0 : std::stoul(length);
        if (m_in.size() < headEnd + 4 + size)
            return m_isEnded;
        parsed.body = m_in.substr(headEnd + 4, size);
        m_in.erase(0, headEnd + 4 + size);
        reply = std::move(parsed);
        return true;
    });
    return reply;
}

std::optional<Reply> RawClient::ask(std::string_view method, std::string_view path,
                                    std::string_view body, std::string_view headers)
{
    send(request(method, path, headers, body));
    return reply(method == "HEAD");
}

bool RawClient::listen(std::string_view path, std::string_view headers)
{
    send(request("GET", path, headers));
    const auto head = reply();
    if (!head || head->status != 200)
        return false;
    m_isStream = true;
    const std::string rest = std::exchange(m_in, {});
    return m_parser.push(rest, [this](const wire::SseEvent &e) { m_events.push_back(e); });
}

const std::vector<wire::SseEvent> &RawClient::events(std::size_t count)
{
    m_house.pump([&] {
        readSome();
        return m_events.size() >= count || m_isEnded;
    });
    return m_events;
}

std::string request(std::string_view method, std::string_view path, std::string_view headers,
                    std::string_view body)
{
    std::string out;
    out.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
    out.append("Authorization: Bearer ").append(token).append("\r\n").append(headers);
    if (!body.empty())
        out.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    out.append("\r\n").append(body);
    return out;
}

} // namespace afoot::test
