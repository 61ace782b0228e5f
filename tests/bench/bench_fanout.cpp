// What one event to one reader costs a server, and how long it takes to get there: 100 readers and 200 events a second,
// over TCP. Beside Afoot a bare epoll loop (the floor), nginx with nchan, and node, turn by turn.
#include "tests/bench/kit/fanout.h"
#include "tests/bench/kit/table.h"

#include <cmath>

using namespace afoot::bench;

namespace {

struct Series
{
    std::vector<double> cpu{};
    std::vector<double> p50{};
    std::vector<double> p99{};
    std::vector<double> delivered{}; ///< of what was published, as a part of 1
};

void compare(const Field &field, bool isWebSocket)
{
    const int readers = isQuick() ? 3 : 100;
    std::vector<Series> all(field.servers.size());
    // many short rounds: whether server and readers share a processor changes by the second, and the cost with it
    for (int round = 0; round < (isQuick() ? 1 : 9); ++round) {
        for (std::size_t turn = 0; turn < all.size(); ++turn) {
            // nobody always comes after the same one, who may still be clearing up
            const std::size_t i = (turn + static_cast<std::size_t>(round)) % all.size();
            const Contestant &server = field.servers[i];
            const std::string &request = isWebSocket ? server.ws : server.sse;
            if (request.empty())
                continue;
            const FanoutRun run = runFanout(server, request, readers, 200, lasting(0.6));
            all[i].cpu.push_back(run.cpuMicroseconds);
            all[i].p50.push_back(run.p50);
            all[i].p99.push_back(run.p99);
            all[i].delivered.push_back(run.delivered / (run.published * readers));
        }
    }
    const std::string name = isWebSocket ? "WebSocket" : "SSE";
    const Series &ours = all[0];
    const double mine = median(ours.cpu);
    const auto against = [&](const std::string &other, const std::optional<Goal> &goal) {
        const int at = field.placeOf(other);
        const std::string what = name + " 100 × 200/s, CPU an event ÷ " + other;
        if (at < 0 || all[static_cast<std::size_t>(at)].cpu.empty()) {
            printUnknown(what, other + " is not there");
            return;
        }
        const Series &theirs = all[static_cast<std::size_t>(at)];
        const double times = medianRatio(ours.cpu, theirs.cpu);
        const std::string figure =
            words("%.2f  (%.1f µs ÷ %.1f µs)", times, mine, median(theirs.cpu));
        if (goal)
            printFigure(what, figure, *goal, times);
        else
            printFigure(what, figure);
    };
    against("floor", atMost(1.3, "≤ 1.3"));
    against("nchan", isWebSocket ? atMost(0.9, "≤ 0.9") : atMost(0.65, "≤ 0.65"));
    against("node", std::nullopt);

    const double p99 = median(ours.p99);
    std::string peers;
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (!all[i].p99.empty())
            peers += words(", %s %.1f/%.1f", field.servers[i].name.c_str(), median(all[i].p50),
                           median(all[i].p99));
    }
    const std::string waited = words("%.1f/%.1f ms%s", median(ours.p50), p99, peers.c_str());
    const Goal soon = atMost(2, "p99 ≤ 2 ms");
    if (p99 > soon.bound && median(all[1].p99) > soon.bound)
        printUndecided(name + " 100 × 200/s, p50/p99 to each reader", waited, soon,
                       "the machine is too busy for the floor, too");
    else
        printFigure(name + " 100 × 200/s, p50/p99 to each reader", waited, soon, p99);
    const double besideFloor = medianRatio(ours.p99, all[1].p99);
    printFigure(name + " 100 × 200/s, p99 ÷ floor", words("%.2f", besideFloor));
    const std::string what = name + " 100 × 200/s, p99 ÷ nchan";
    if (const int nchan = field.placeOf("nchan"); nchan >= 0) {
        const double times = medianRatio(ours.p99, all[static_cast<std::size_t>(nchan)].p99);
        printFigure(what, words("%.2f", times), atMost(1, "≤ 1"), times);
    } else {
        printUnknown(what, "nchan is not there");
    }
    if (const double part = median(ours.delivered); part < 0.99)
        printFigure(name + " 100 × 200/s, events that arrived",
                    words("%.0f %% (the rest were conflated)", part * 100));
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const Room room;
    const auto field = startField(room, true);
    if (!field)
        return 1;
    for (const std::string &reason : field->absent)
        printFigure("left out", reason);
    compare(*field, false);
    compare(*field, true);
    return 0;
}
