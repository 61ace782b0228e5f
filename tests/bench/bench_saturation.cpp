// What a server delivers when it is given all it can take: 100 readers, 16 publishers that each post, wait for the answer
// and post again. Beside Afoot the bare floor, which sends each event by itself, and nchan, turn by turn.
#include "tests/bench/kit/fanout.h"
#include "tests/bench/kit/table.h"

using namespace afoot::bench;

namespace {

void compare(const Field &field, bool isWebSocket)
{
    const int readers = isQuick() ? 3 : 100;
    std::vector<std::vector<double>> rates(field.servers.size());
    std::vector<std::vector<double>> costs(field.servers.size());
    for (int round = 0; round < rounds(); ++round) {
        for (std::size_t turn = 0; turn < rates.size(); ++turn) {
            // nobody always comes after the same one, who may still be clearing up
            const std::size_t i = (turn + static_cast<std::size_t>(round)) % rates.size();
            const Contestant &server = field.servers[i];
            const std::string &request =
                !isWebSocket ? server.sse
                             : (server.wsBatched.empty() ? server.ws : server.wsBatched);
            const FanoutRun run = runSaturated(server, request, readers, lasting(1.2));
            rates[i].push_back(run.delivered / run.seconds);
            costs[i].push_back(run.cpuMicroseconds);
        }
    }
    const std::string name = isWebSocket ? "WebSocket, lists" : "SSE";
    const auto against = [&](const std::string &other, const std::optional<Goal> &goal) {
        const std::string what = name + " at saturation, events/s ÷ " + other;
        const int at = field.placeOf(other);
        if (at < 0) {
            printUnknown(what, other + " is not there");
            return;
        }
        const auto &theirs = rates[static_cast<std::size_t>(at)];
        const double times = medianRatio(rates[0], theirs);
        const std::string figure = words(
            "%.1f  (%.0f k/s ÷ %.0f k/s; CPU %.2f µs ÷ %.2f µs)", times, median(rates[0]) / 1e3,
            median(theirs) / 1e3, median(costs[0]), median(costs[static_cast<std::size_t>(at)]));
        if (goal)
            printFigure(what, figure, *goal, times);
        else
            printFigure(what, figure);
    };
    against("floor", std::nullopt);
    against("nchan", atLeast(6, "≥ 6"));
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const Room room;
    const auto field = startField(room, false);
    if (!field)
        return 1;
    for (const std::string &reason : field->absent)
        printFigure("left out", reason);
    compare(*field, false);
    compare(*field, true);
    return 0;
}
