// Updates by POST: how many a second one core takes, over 16 keep-alive connections that each wait for the answer before
// they ask again. Floor: a bare epoll loop that parses the same body and serialises a job of the same fields.
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/floorposts.h"
#include "tests/bench/kit/publishers.h"
#include "tests/bench/kit/table.h"

#include <cmath>

using namespace afoot::bench;

namespace {

constexpr int connections = 16;
long nextNumber = 1000;

struct Run
{
    double perSecond = 0;
    double perCoreSecond = 0; ///< of the server's own processor time
};

Run measure(const Contestant &server)
{
    const double before = server.process.cpuSeconds();
    const Load load =
        requestInTurns(server.address, connections, lasting(1.2), nextNumber, server.publish);
    nextNumber += load.requests + connections;
    const double cpu = server.process.cpuSeconds() - before;
    const auto requests = static_cast<double>(load.requests);
    return load.requests == 0 ? Run{std::nan(""), std::nan("")}
                              : Run{requests / load.seconds, requests / cpu};
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const Room room;
    const auto afoot = startAfoot(room);
    if (!afoot)
        return 1;
    std::uint16_t port = 0;
    const int listener = listenTcp(port);
    const Contestant floor{
        .name = "floor",
        .process = Process::copy([listener] { serveFloorPosts(listener); }),
        .address = {.port = port},
        .publish = [](int publisher, long number) { return afootUpdate(publisher, number, ""); }};
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> wall;
    std::vector<double> floorWall;
    for (int round = 0; round < rounds(); ++round) {
        const Run a = measure(*afoot);
        const Run b = measure(floor);
        ours.push_back(a.perCoreSecond);
        theirs.push_back(b.perCoreSecond);
        wall.push_back(a.perSecond);
        floorWall.push_back(b.perSecond);
    }
    const double rate = median(ours);
    printFigure("Updates by POST, one core",
                words("%.0f k/s  (%.1f µs; %.0f k/s beside the generator)", rate / 1e3, 1e6 / rate,
                      median(wall) / 1e3),
                atLeast(60'000, "≥ 60 k/s"), rate);
    const double times = medianRatio(ours, theirs);
    printFigure("Updates by POST ÷ floor with JSON",
                words("%.2f  (floor %.0f k/s, %.1f µs; %.0f k/s)", times, median(theirs) / 1e3,
                      1e6 / median(theirs), median(floorWall) / 1e3),
                atLeast(0.5, "≥ 0.5"), times);
    return 0;
}
