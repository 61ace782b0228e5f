// What an idle reader costs the server: how much its resident memory grows from none to 1,000 of them. The kernel's own
// buffers are not in it.
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

using namespace afoot::bench;

namespace {

/// KB for each; NaN when not all were let in.
double perReader(const Contestant &server, const Address &address, const std::string &request)
{
    const int count = isQuick() ? 10 : 1000;
    {
        // what the server makes once, for whoever comes first
        Readers first(address, request, 3);
        first.settle(std::chrono::milliseconds(50));
    }
    const auto before = static_cast<double>(server.process.residentBytes());
    Readers readers(address, request, count);
    readers.settle(std::chrono::milliseconds(200));
    return (static_cast<double>(server.process.residentBytes()) - before) / 1024 / count;
}

void measure(bool isWebSocket, bool overUnix)
{
    // each in a process that had no readers yet, whose memory would serve the next ones
    std::vector<double> sizes;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        const Room room;
        const auto afoot = startAfoot(room);
        if (!afoot)
            return;
        sizes.push_back(
            overUnix
                ? perReader(*afoot, unixAddressIn(room),
                            unixRequest("GET", isWebSocket ? "/api/v1/ws" : "/api/v1/jobs/stream"))
                : perReader(*afoot, afoot->address, isWebSocket ? afoot->ws : afoot->sse));
    }
    const double kb = median(sizes);
    printFigure(words("Memory of an idle reader, %s over %s", isWebSocket ? "WebSocket" : "SSE",
                      overUnix ? "the Unix socket" : "TCP"),
                words("%.1f KB", kb), atMost(6, "≤ 6 KB"), kb);
}

void measureNchan()
{
    std::string why;
    for (const bool isWebSocket : {false, true}) {
        const Room room;
        const auto nchan = startNchan(room, 250, why);
        const std::string what = words("  the same, nchan, %s", isWebSocket ? "WebSocket" : "SSE");
        if (!nchan) {
            printUnknown(what, why);
            continue;
        }
        printFigure(what, words("%.1f KB", perReader(*nchan, nchan->address,
                                                     isWebSocket ? nchan->ws : nchan->sse)));
    }
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    for (const bool overUnix : {false, true}) {
        for (const bool isWebSocket : {false, true})
            measure(isWebSocket, overUnix);
    }
    measureNchan();
    return 0;
}
