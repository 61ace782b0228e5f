#include "tests/bench/kit/floorposts.h"

#include "tests/bench/kit/bareloop.h"
#include "tests/bench/kit/sockets.h"

#include <boost/json.hpp>

#include <array>

namespace afoot::bench {

std::string parsedAndSerialized(std::string_view text, BareJob &job)
{
    namespace json = boost::json;
    std::array<unsigned char, 8192> room;
    json::monotonic_resource memory(room.data(), room.size());
    boost::system::error_code trouble;
    const json::value value = json::parse({text.data(), text.size()}, trouble, &memory);
    if (trouble || !value.is_object())
        return {};
    for (const auto &[key, member] : value.get_object()) {
        if (key == "percent")
            job.percent = member.to_number<double>();
        else if (key == "current")
            job.current = member.to_number<double>();
        else if (key == "total")
            job.total = member.to_number<double>();
        else if (key == "message")
            job.message.assign(member.get_string().data(), member.get_string().size());
        else if (key == "id")
            job.id.assign(member.get_string().data(), member.get_string().size());
    }
    // the members that the tracker's own answer has
    const json::value answer({{"id", job.id},
                              {"source", "local"},
                              {"title", job.title},
                              {"state", "running"},
                              {"percent", job.percent},
                              {"current", job.current},
                              {"total", job.total},
                              {"message", job.message},
                              {"liveness", "live"},
                              {"seen", false},
                              {"created_at", "2026-11-20T12:00:00.000Z"},
                              {"started_at", "2026-11-20T12:00:00.000Z"},
                              {"updated_at", "2026-11-20T12:00:00.000Z"},
                              {"rev", 1}},
                             &memory);
    return json::serialize(answer);
}

void serveFloorPosts(int listener)
{
    BareJob job;
    const auto take = [&job](int fd, std::string_view bytes) -> std::size_t {
        const std::size_t whole = answerBytes(bytes);
        if (whole == 0)
            return 0;
        const std::size_t head = bytes.find("\r\n\r\n") + 4;
        const std::string body = parsedAndSerialized(bytes.substr(head, whole - head), job);
        std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                             "Content-Length: ";
        answer.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
        const auto ignored = ::send(fd, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        (void)ignored;
        return whole;
    };
    serveBare(listener, take, [](int) {});
}

} // namespace afoot::bench
