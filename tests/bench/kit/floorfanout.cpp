#include "tests/bench/kit/floorfanout.h"

#include "tests/bench/kit/bareloop.h"
#include "tests/bench/kit/sockets.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace afoot::bench {

namespace {

std::string sseFrame(std::string_view body, long number)
{
    std::string frame = "id: " + std::to_string(number) + "\nevent: job\ndata: ";
    return frame.append(body).append("\n\n");
}

std::string wsFrame(std::string_view body)
{
    std::string frame = "\x81";
    if (body.size() < 126) {
        frame += static_cast<char>(body.size());
    } else {
        frame += '\x7e';
        frame += static_cast<char>(body.size() >> 8U);
        frame += static_cast<char>(body.size() & 0xffU);
    }
    return frame.append(body);
}

void send(int fd, std::string_view bytes)
{
    const auto ignored = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    (void)ignored;
}

class Floor
{
public:
    std::size_t take(int fd, std::string_view bytes)
    {
        const std::size_t whole = answerBytes(bytes);
        if (whole == 0)
            return 0;
        if (bytes.starts_with("GET /sse"))
            subscribe(m_sse, fd, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        else if (bytes.starts_with("GET /ws"))
            subscribe(m_ws, fd,
                      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                      "Connection: Upgrade\r\n\r\n");
        else
            publish(fd, bytes.substr(0, whole).substr(bytes.find("\r\n\r\n") + 4));
        return whole;
    }
    void drop(int fd)
    {
        std::erase(m_sse, fd);
        std::erase(m_ws, fd);
    }

private:
    static void subscribe(std::vector<int> &readers, int fd, std::string_view answer)
    {
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        readers.push_back(fd);
        send(fd, answer);
    }
    void publish(int fd, std::string_view body)
    {
        send(fd, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        if (!m_sse.empty()) {
            const std::string frame = sseFrame(body, ++m_number);
            for (const int reader : m_sse)
                send(reader, frame);
        }
        if (!m_ws.empty()) {
            const std::string frame = wsFrame(body);
            for (const int reader : m_ws)
                send(reader, frame);
        }
    }

    std::vector<int> m_sse{};
    std::vector<int> m_ws{};
    long m_number = 0;
};

} // namespace

void serveFloorFanout(int listener)
{
    Floor floor;
    serveBare(
        listener, [&](int fd, std::string_view bytes) { return floor.take(fd, bytes); },
        [&](int fd) { floor.drop(fd); });
}

} // namespace afoot::bench
