// What one reader that takes nothing does to the others and to the server's memory.
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/publishers.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

#include <sys/socket.h>
#include <unistd.h>

using namespace afoot::bench;

namespace {

constexpr auto quiet = std::chrono::milliseconds(150);
long nextNumber = 1000;

std::string upload(const std::string &lines)
{
    return "POST /api/v1/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
           "application/x-ndjson\r\n"
           "Content-Length: " +
           std::to_string(lines.size()) + "\r\n\r\n" + lines;
}

bool tell(const Room &room, const std::string &request)
{
    const int fd = dial(unixAddressIn(room));
    const bool isTold = sendAll(fd, request) && !readAnswer(fd).empty();
    ::close(fd);
    return isTold;
}

/// Enough jobs that their snapshot does not fit into the sockets of one that does not read.
bool beginJobs(const Room &room, int count)
{
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines +=
            words("{\"op\":\"begin\",\"id\":\"job%d\",\"title\":\"Nightly build of the web shop, "
                  "branch %d\",\"message\":\"waiting for a machine that has the time for it\"}\n",
                  i, i);
    return tell(room, upload(lines));
}

/// A subscriber with a small buffer who never reads.
int stall(const Contestant &afoot)
{
    const int fd = dial(afoot.address, 4096);
    char byte = 0;
    return sendAll(fd, afoot.sse) && ::recv(fd, &byte, 1, MSG_PEEK) == 1 ? fd : -1;
}

/// The others' p99, with one among them that is stalled or not.
double p99Of(const Contestant &afoot, int readers, bool isStalled)
{
    const int stalled = isStalled ? stall(afoot) : -1;
    Readers house(afoot.address, afoot.sse, readers - 1);
    house.settle(quiet);
    const long count = isQuick() ? 3 : 30;
    SendTimes times(nextNumber, count);
    house.listen(&times);
    const bool isGood = publishEvenly(afoot, nextNumber, count, 20, times, maxPublishers);
    nextNumber += count;
    house.stop(quiet);
    ::close(stalled);
    return isGood && house.areAllThere() ? percentile(house.latencies(), 99) : -1;
}

/// MB that the server grows by while @p updates of all its jobs come.
double growth(const Room &room, const Contestant &afoot, int jobs, long updates, bool isStalled)
{
    const int stalled = isStalled ? stall(afoot) : -1;
    const auto before = static_cast<double>(afoot.process.residentBytes());
    std::string lines;
    for (long i = 0; i < updates; ++i)
        lines += words("{\"op\":\"update\",\"id\":\"job%ld\",\"current\":%ld}\n", i % jobs,
                       nextNumber + i);
    nextNumber += updates;
    if (!tell(room, upload(lines)))
        return -1;
    const auto after = static_cast<double>(afoot.process.residentBytes());
    ::close(stalled);
    return (after - before) / 1048576;
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const int readers = isQuick() ? 5 : 1000;
    const int jobs = isQuick() ? 200 : 1000;
    {
        const Room room;
        const auto afoot = startAfoot(room);
        if (!afoot || !beginJobs(room, jobs))
            return 1;
        std::vector<double> with;
        std::vector<double> without;
        for (int round = 0; round < std::min(rounds(), 3); ++round) {
            without.push_back(p99Of(*afoot, readers, false));
            with.push_back(p99Of(*afoot, readers, true));
        }
        const double times = medianRatio(with, without);
        printFigure(
            words("One of %d readers stalled, others' p99 ÷ without", readers),
            words("%.2f  (%.1f ms ÷ %.1f ms, 20 events/s)", times, median(with), median(without)),
            atMost(1.2, "≤ 1.2"), times);
    }
    std::vector<double> with;
    std::vector<double> without;
    const long updates = isQuick() ? 1000 : 300'000;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        for (const bool isStalled : {false, true}) {
            const Room room;
            const auto afoot = startAfoot(room);
            if (!afoot || !beginJobs(room, jobs))
                return 1;
            growth(room, *afoot, jobs, updates, isStalled); // what the tracker itself fills up once
            (isStalled ? with : without).push_back(growth(room, *afoot, jobs, updates, isStalled));
        }
    }
    // a state each of the jobs that wait, and the part of the snapshot that was not taken
    const double bound = 10;
    printFigure("A stalled reader, memory more after as many updates",
                words("%.1f MB  (%.1f MB without, %ld k updates of %d jobs)", median(with),
                      median(without), updates / 1000, jobs),
                atMost(bound, "≤ 10 MB"), median(with));
    return 0;
}
