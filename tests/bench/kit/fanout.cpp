#include "tests/bench/kit/fanout.h"

#include "tests/bench/kit/publishers.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

#include <cmath>
#include <thread>

namespace afoot::bench {

namespace {

constexpr auto quiet = std::chrono::milliseconds(100);

/// Events are told apart by their numbers across all runs of this program.
long nextNumber = 1000;

FanoutRun failed()
{
    FanoutRun run;
    run.cpuMicroseconds = run.p50 = run.p99 = std::nan("");
    return run;
}

} // namespace

int Field::placeOf(const std::string &name) const
{
    for (std::size_t i = 0; i < servers.size(); ++i) {
        if (servers[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

std::optional<Field> startField(const Room &room, bool withNode)
{
    Field field;
    auto afoot = startAfoot(room);
    if (!afoot)
        return std::nullopt;
    const std::size_t bytes = eventBytes(*afoot);
    field.servers.push_back(std::move(*afoot));
    field.servers.push_back(startFloor(bytes));
    std::string why;
    if (auto nchan = startNchan(room, bytes, why))
        field.servers.push_back(std::move(*nchan));
    else
        field.absent.push_back("nchan: " + why);
    why.clear();
    if (!withNode)
        return field;
    if (auto node = startNode(room, bytes, why))
        field.servers.push_back(std::move(*node));
    if (!why.empty())
        field.absent.push_back("node: " + why);
    return field;
}

FanoutRun runFanout(const Contestant &server, const std::string &request, int readers,
                    double perSecond, double seconds)
{
    const long count = std::max(1L, std::lround(perSecond * seconds));
    const long first = nextNumber;
    nextNumber += count;
    SendTimes times(first, count);
    Readers house(server.address, request, readers);
    if (!house.areAllThere())
        return failed();
    house.settle(quiet);
    house.listen(&times);
    const double before = server.process.cpuSeconds();
    const Moment start = std::chrono::steady_clock::now();
    const bool isGood = publishEvenly(server, first, count, perSecond, times);
    FanoutRun run;
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    house.stop(quiet);
    run.delivered = static_cast<double>(house.delivered());
    if (!isGood || run.delivered == 0)
        return failed();
    run.published = static_cast<double>(count);
    run.cpuMicroseconds = (server.process.cpuSeconds() - before) * 1e6 / run.delivered;
    run.p50 = percentile(house.latencies(), 50);
    run.p99 = percentile(house.latencies(), 99);
    return run;
}

FanoutRun runSaturated(const Contestant &server, const std::string &request, int readers,
                       double seconds)
{
    Readers house(server.address, request, readers);
    if (!house.areAllThere())
        return failed();
    house.settle(quiet);
    house.listen(nullptr);
    const double before = server.process.cpuSeconds();
    const Load load =
        requestInTurns(server.address, maxPublishers, seconds, nextNumber, server.publish);
    house.stop(quiet);
    nextNumber += load.requests + maxPublishers;
    FanoutRun run;
    run.delivered = static_cast<double>(house.delivered());
    if (load.requests == 0 || run.delivered == 0)
        return failed();
    run.published = static_cast<double>(load.requests);
    run.seconds = load.seconds;
    run.cpuMicroseconds = (server.process.cpuSeconds() - before) * 1e6 / run.delivered;
    return run;
}

} // namespace afoot::bench
