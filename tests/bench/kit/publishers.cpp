#include "tests/bench/kit/publishers.h"

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace afoot::bench {

bool publishEvenly(const Contestant &server, long first, long count, double perSecond,
                   SendTimes &times, int publishers)
{
    const int fd = dial(server.address);
    const Moment start = std::chrono::steady_clock::now();
    bool isGood = fd >= 0;
    for (long i = 0; isGood && i < count; ++i) {
        std::this_thread::sleep_until(
            start + std::chrono::duration_cast<Moment::duration>(
                        std::chrono::duration<double>(static_cast<double>(i) / perSecond)));
        const std::string request = server.publish(static_cast<int>(i) % publishers, first + i);
        times.note(first + i, std::chrono::steady_clock::now());
        isGood = sendAll(fd, request) && !readAnswer(fd).empty();
    }
    ::close(fd);
    return isGood;
}

Load requestInTurns(const Address &address, int connections, double seconds, long first,
                    const std::function<std::string(int, long)> &next)
{
    std::vector<pollfd> peers;
    peers.reserve(static_cast<std::size_t>(connections));
    std::vector<std::string> rests(static_cast<std::size_t>(connections));
    for (int i = 0; i < connections; ++i)
        peers.push_back({dial(address), POLLIN, 0});
    long number = first;
    Load load;
    const Moment start = std::chrono::steady_clock::now();
    const Moment end = start + std::chrono::duration_cast<Moment::duration>(
                                   std::chrono::duration<double>(seconds));
    for (int i = 0; i < connections; ++i)
        sendAll(peers[static_cast<std::size_t>(i)].fd, next(i, number++));
    std::array<char, 65536> buffer;
    int open = connections;
    while (open > 0) {
        ::poll(peers.data(), peers.size(), -1);
        const Moment now = std::chrono::steady_clock::now();
        for (int i = 0; i < connections; ++i) {
            pollfd &peer = peers[static_cast<std::size_t>(i)];
            std::string &rest = rests[static_cast<std::size_t>(i)];
            if (peer.fd < 0 || peer.revents == 0)
                continue;
            const auto got = ::recv(peer.fd, buffer.data(), buffer.size(), 0);
            if (got <= 0)
                return {};
            rest.append(buffer.data(), static_cast<std::size_t>(got));
            const std::size_t whole = answerBytes(rest);
            if (whole == 0)
                continue;
            rest.erase(0, whole);
            ++load.requests;
            if (now < end) {
                sendAll(peer.fd, next(i, number++));
            } else {
                ::close(peer.fd);
                peer.fd = -1; // poll() passes it over
                --open;
            }
        }
    }
    load.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return load;
}

} // namespace afoot::bench
