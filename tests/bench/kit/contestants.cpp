#include "tests/bench/kit/contestants.h"

#include "tests/bench/kit/floorfanout.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot::bench {

namespace {

constexpr std::string_view wsHandshake = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                         "Sec-WebSocket-Version: 13\r\n"
                                         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

std::string request(std::string_view line, std::string_view fields = {}, std::string_view body = {})
{
    std::ostringstream text;
    text << line << " HTTP/1.1\r\nHost: localhost\r\n" << fields;
    if (!body.empty())
        text << "Content-Type: application/json\r\nContent-Length: " << body.size() << "\r\n";
    text << "\r\n" << body;
    return text.str();
}

std::string marker(long number)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "#%08ld", number % 100'000'000);
    return text.data();
}

std::string wholeFile(const std::string &path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// An event as long as one of Afoot's.
std::string padded(long number, std::size_t bodyBytes)
{
    std::string body = "{\"message\":\"" + marker(number) + " copying files\",\"pad\":\"\"}";
    if (body.size() < bodyBytes)
        body.insert(body.size() - 2, bodyBytes - body.size(), 'x');
    return body;
}

void speakPlainly(Contestant &server, const std::string &publish, std::size_t bodyBytes)
{
    server.sse = request("GET /sse", "Accept: text/event-stream\r\n");
    server.ws = request("GET /ws", wsHandshake);
    server.publish = [publish, bodyBytes](int, long number) {
        return request("POST " + publish, {}, padded(number, bodyBytes));
    };
}

bool canRun(const std::string &command)
{
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// The one that was built with the benches, unless AFOOT_BIN names the folder of another.
std::string afootProgram()
{
    const char *folder = std::getenv("AFOOT_BIN");
    return folder ? std::string(folder) + "/afoot" : AFOOT_PROGRAM;
}

/// What ./dev unpacked for the benches beside what is installed.
std::string unpacked()
{
    const char *folder = std::getenv("AFOOT_BENCH_PEERS");
    return folder ? folder : "";
}

} // namespace

Room::Room()
{
    m_path = (std::filesystem::temp_directory_path() / "afoot-bench-XXXXXX").string();
    if (::mkdtemp(m_path.data()) == nullptr)
        std::abort();
}

Room::~Room()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string afootUpdate(int publisher, long number, const std::string &authorization)
{
    return request("PATCH /api/v1/jobs/job" + std::to_string(publisher), authorization,
                   "{\"current\":" + std::to_string(number) + ",\"message\":\"" + marker(number) +
                       " copying files\"}");
}

Address unixAddressIn(const Room &room)
{
    return {.path = room.path() + "/run/afoot/tracker.sock"};
}

std::string unixRequest(const std::string &method, const std::string &target)
{
    return request(method + " " + target, target.ends_with("/ws") ? wsHandshake : "");
}

std::optional<Contestant> startAfoot(const Room &room)
{
    const std::uint16_t port = freePort();
    const std::string run = room.path() + "/run";
    std::filesystem::create_directory(run);
    ::chmod(run.c_str(), 0700);
    Contestant afoot{
        .name = "afoot",
        .process = Process::run({afootProgram(), "serve", "--listen", std::to_string(port)},
                                {{"HOME", room.path()},
                                 {"XDG_RUNTIME_DIR", run},
                                 {"XDG_STATE_HOME", room.path() + "/state"},
                                 {"XDG_DATA_HOME", room.path() + "/data"},
                                 {"XDG_CONFIG_HOME", room.path() + "/config"}},
                                room.path() + "/afoot.log"),
        .address = {.port = port},
    };
    if (!awaitListener(afoot.address)) {
        std::fputs(wholeFile(room.path() + "/afoot.log").c_str(), stderr);
        return std::nullopt;
    }
    std::string token = wholeFile(room.path() + "/data/afoot/token");
    while (!token.empty() && token.back() == '\n')
        token.pop_back();
    const std::string authorization = "Authorization: Bearer " + token + "\r\n";
    afoot.sse = request("GET /api/v1/jobs/stream", authorization);
    afoot.ws = request("GET /api/v1/ws", authorization + std::string(wsHandshake));
    afoot.wsBatched = request("GET /api/v1/ws?batch=1", authorization + std::string(wsHandshake));
    afoot.publish = [authorization](int publisher, long number) {
        return afootUpdate(publisher, number, authorization);
    };
    const int fd = dial(afoot.address);
    for (int i = 0; i < maxPublishers; ++i) {
        sendAll(fd, request("POST /api/v1/jobs", authorization,
                            "{\"id\":\"job" + std::to_string(i) + "\",\"title\":\"Web shop\"}"));
        if (readAnswer(fd).empty())
            return std::nullopt;
    }
    ::close(fd);
    return afoot;
}

std::size_t eventBytes(const Contestant &afoot)
{
    const int fd = dial(afoot.address);
    sendAll(fd, afoot.publish(0, 1)); // answered with the job, which is what its event says
    const std::size_t bytes = readAnswer(fd).size();
    ::close(fd);
    return bytes;
}

Contestant startFloor(std::size_t bodyBytes)
{
    std::uint16_t port = 0;
    const int listener = listenTcp(port);
    Contestant floor{.name = "floor",
                     .process = Process::copy([listener] { serveFloorFanout(listener); }),
                     .address = {.port = port}};
    ::close(listener);
    speakPlainly(floor, "/pub", bodyBytes);
    return floor;
}

std::optional<Contestant> startNchan(const Room &room, std::size_t bodyBytes, std::string &why)
{
    std::string nginx = "/usr/sbin/nginx";
    std::string modules = "/usr/lib/nginx/modules";
    if (::access((modules + "/ngx_nchan_module.so").c_str(), R_OK) != 0) {
        nginx = unpacked() + nginx;
        modules = unpacked() + modules;
    }
    if (::access(nginx.c_str(), X_OK) != 0 ||
        ::access((modules + "/ngx_nchan_module.so").c_str(), R_OK) != 0) {
        why = "nginx with libnginx-mod-nchan is not there";
        return std::nullopt;
    }
    const std::uint16_t port = freePort();
    const std::string folder = room.path() + "/nginx";
    std::filesystem::create_directory(folder);
    std::string config = wholeFile(AFOOT_PEERS "/nginx.conf");
    for (const auto &[hole, value] :
         {std::pair<std::string, std::string>{"@PORT@", std::to_string(port)},
          std::pair<std::string, std::string>{"@MODULES@", modules}}) {
        for (std::size_t at = 0; (at = config.find(hole, at)) != std::string::npos;)
            config.replace(at, hole.size(), value);
    }
    std::ofstream(folder + "/nginx.conf") << config;
    Contestant nchan{.name = "nchan",
                     .process = Process::run({nginx, "-p", folder, "-e", folder + "/error.log",
                                              "-c", folder + "/nginx.conf"},
                                             {}, folder + "/log"),
                     .address = {.port = port}};
    if (!awaitListener(nchan.address, 5)) {
        why = "nginx did not start: " + wholeFile(folder + "/log").substr(0, 160);
        return std::nullopt;
    }
    speakPlainly(nchan, "/pub", bodyBytes);
    return nchan;
}

std::optional<Contestant> startNode(const Room &room, std::size_t bodyBytes, std::string &why)
{
    const std::string modules = "/usr/share/nodejs:" + unpacked() + "/usr/share/nodejs";
    ::setenv("NODE_PATH", modules.c_str(), 0);
    const std::string script = AFOOT_PEERS "/fanout.js";
    if (!canRun("node --version")) {
        why = "node is not installed";
        return std::nullopt;
    }
    const std::uint16_t port = freePort();
    Contestant node{.name = "node",
                    .process = Process::run({"node", script, std::to_string(port)}, {},
                                            room.path() + "/node.log"),
                    .address = {.port = port}};
    if (!awaitListener(node.address, 5)) {
        why = "node did not start: " + wholeFile(room.path() + "/node.log").substr(0, 160);
        return std::nullopt;
    }
    speakPlainly(node, "/pub", bodyBytes);
    if (!canRun("node '" + script + "' --has-ws")) {
        node.ws.clear();
        why = "its package ws is not installed";
    }
    return node;
}

} // namespace afoot::bench
