// How often the server wakes up while 100 readers are connected and nothing happens: not at all but for the pings after
// 15 seconds of silence.
#include "tests/bench/kit/contestants.h"
#include "tests/bench/kit/readers.h"
#include "tests/bench/kit/table.h"

#include <thread>

using namespace afoot::bench;

int main()
{
    raiseDescriptorLimit();
    const int count = isQuick() ? 4 : 100;
    const Room room;
    const auto afoot = startAfoot(room);
    if (!afoot)
        return 1;
    Readers sse(afoot->address, afoot->sse, count / 2);
    Readers ws(afoot->address, afoot->ws, count / 2);
    // what was begun reaches the disk within a second
    std::this_thread::sleep_for(std::chrono::duration<double>(lasting(3)));
    sse.settle(std::chrono::milliseconds(10));
    ws.settle(std::chrono::milliseconds(10));
    const auto measure = [&](double seconds) {
        const std::uint64_t before = afoot->process.waits();
        const double cpu = afoot->process.cpuSeconds();
        std::this_thread::sleep_for(std::chrono::duration<double>(lasting(seconds)));
        return std::pair{static_cast<double>(afoot->process.waits() - before),
                         (afoot->process.cpuSeconds() - cpu) * 1e3};
    };
    const auto [calm, calmCpu] = measure(7);
    printFigure(words("Idle, %d readers, wake-ups in 7 s without a ping", count),
                words("%.0f  (%.2f ms of CPU)", calm, calmCpu), atMost(0, "none"), calm);
    // the pings of all fall on a grid of a second or so
    const auto [pings, pingCpu] = measure(10);
    printFigure(words("Idle, %d readers, wake-ups in 10 s with their pings", count),
                words("%.0f  (%.2f ms of CPU)", pings, pingCpu), atMost(5, "≤ 5"), pings);
    return sse.areAllThere() && ws.areAllThere() ? 0 : 1;
}
