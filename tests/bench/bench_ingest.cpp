// Updates as lines of one long upload: how many a second the tracker takes. Floor: the same lines, parsed and answered by a
// serialised job, in this process without any socket.
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/floorposts.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

#include <cmath>
#include <ctime>
#include <unistd.h>

using namespace afoot::bench;

namespace {

/// Updates of 16 jobs by turns.
std::string linesFrom(long first, long count)
{
    std::string lines;
    for (long i = first; i < first + count; ++i)
        lines += words("{\"op\":\"update\",\"id\":\"job%ld\",\"current\":%ld,"
                       "\"message\":\"#%08ld copying files\"}\n",
                       i % maxPublishers, i, i);
    return lines;
}

double secondsSince(Moment start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Run
{
    double seconds = 0;
    double cpu = 0;
};

Run upload(const Contestant &afoot, const Address &address, const std::string &lines, long count)
{
    const std::string head = "POST /api/v1/ingest HTTP/1.1\r\nHost: localhost\r\n"
                             "Content-Type: application/x-ndjson\r\nContent-Length: " +
                             std::to_string(lines.size()) + "\r\n\r\n";
    const double before = afoot.process.cpuSeconds();
    const Moment start = std::chrono::steady_clock::now();
    const int fd = dial(address);
    const bool isSent = sendAll(fd, head) && sendAll(fd, lines);
    const std::string summary = isSent ? readAnswer(fd) : std::string();
    ::close(fd);
    const bool isWhole = summary.find("\"taken\":" + std::to_string(count)) != std::string::npos;
    if (!isWhole)
        return {std::nan(""), std::nan("")};
    return {secondsSince(start), afoot.process.cpuSeconds() - before};
}

double cpuNow()
{
    timespec time = {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double floorSeconds(std::string_view lines)
{
    BareJob job;
    const double before = cpuNow();
    std::size_t bytes = 0;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n');
        bytes += parsedAndSerialized(lines.substr(0, end), job).size();
        lines.remove_prefix(end + 1);
    }
    return bytes > 0 ? cpuNow() - before : std::nan("");
}

} // namespace

int main()
{
    const Room room;
    const auto afoot = startAfoot(room);
    if (!afoot)
        return 1;
    const long count = isQuick() ? 2'000 : 400'000;
    std::vector<double> wall;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds(); ++round) {
        const std::string lines = linesFrom(1000 + round * count, count);
        const Run run = upload(*afoot, unixAddressIn(room), lines, count);
        wall.push_back(static_cast<double>(count) / run.seconds);
        ours.push_back(static_cast<double>(count) / run.cpu);
        theirs.push_back(static_cast<double>(count) / floorSeconds(lines));
    }
    const double rate = median(ours);
    printFigure("Updates by NDJSON, one core",
                words("%.0f k/s  (%.2f µs; %.0f k/s beside the sender)", rate / 1e3, 1e6 / rate,
                      median(wall) / 1e3),
                atLeast(500'000, "≥ 500 k/s"), rate);
    printFigure("Updates by NDJSON ÷ floor with JSON",
                words("%.2f  (floor %.0f k/s, %.2f µs)", medianRatio(ours, theirs),
                      median(theirs) / 1e3, 1e6 / median(theirs)));
    return 0;
}
