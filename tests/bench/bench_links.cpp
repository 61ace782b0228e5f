// What it costs to follow many trackers: 200 streams of one host and 50 hosts with one each, by what the window follows
// them with (its links on their thread, and a tracker), beside a bare loop that reads the same bytes.
#include "app/desktop/links.h"
#include "app/shared/random.h"
#include "app/shared/systemclock.h"
#include "core/track/tracker.h"
#include "tests/bench/kit/followed.h"
#include "tests/bench/kit/sockets.h"
#include "tests/bench/kit/table.h"

#include <QCoreApplication>
#include <QThread>

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

using namespace afoot;
using namespace afoot::bench;

namespace {

void followAsTheWindowDoes(const Backends &backends)
{
    int argc = 1;
    std::array<char, 6> name{"bench"};
    std::array<char *, 2> arguments{name.data(), nullptr};
    const QCoreApplication app(argc, arguments.data());
    const SystemClock clock;
    Tracker tracker(clock, randomBytes, "bench");
    UpdateBox box;
    QThread thread;
    Links links({}, clock, box);
    links.moveToThread(&thread);
    QObject::connect(&links, &Links::learned, &app, [&] {
        std::vector<Update> all = box.take();
        backends.notes().heard += all.size();
        for (Update &update : all)
            (void)tracker.put(std::move(update));
    });
    const std::vector<SavedSource> list = sourcesOf(backends);
    thread.start();
    QMetaObject::invokeMethod(&links, [&] { links.follow(list); });
    QCoreApplication::exec();
}

void readBarely(const Backends &backends)
{
    std::vector<pollfd> sockets;
    for (const BackendStream &stream : backends.streams()) {
        const int fd = dial({.port = stream.port});
        sendAll(fd, Backends::request(stream));
        sockets.push_back({.fd = fd, .events = POLLIN, .revents = 0});
    }
    std::array<char, 65536> buffer;
    for (;;) {
        ::poll(sockets.data(), sockets.size(), -1);
        for (const pollfd &one : sockets) {
            if (one.revents != 0 && ::recv(one.fd, buffer.data(), buffer.size(), 0) > 0)
                ++backends.notes().heard;
        }
    }
}

template <typename Condition> bool await(Condition condition)
{
    for (int i = 0; i < 2000 && !condition(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return condition();
}

struct Cost
{
    double percent = std::nan(""); ///< of one core
    double wakeUps = 0;            ///< a second
    double heard = 0;              ///< of what was sent
    double idleWakeUps = std::nan("");
    double megabytes = 0;
};

Cost costOf(const Backends &backends, void (*follow)(const Backends &))
{
    Notes &notes = backends.notes();
    const int streams = static_cast<int>(backends.streams().size());
    notes.isSilent = false;
    if (!await([&] { return notes.open == 0; }))
        return {};
    const Process follower = Process::copy([&] { follow(backends); });
    const std::uint64_t before = notes.sent;
    const auto all = static_cast<std::uint64_t>(2 * streams);
    if (!await([&] { return notes.open == streams && notes.sent >= before + all; }))
        return {};
    const auto measured = [&](double seconds) {
        const double cpu = follower.cpuSeconds();
        const auto waits = static_cast<double>(follower.waits());
        std::this_thread::sleep_for(std::chrono::duration<double>(lasting(seconds)));
        return std::pair{(follower.cpuSeconds() - cpu) / lasting(seconds) * 100,
                         static_cast<double>(follower.waits()) - waits};
    };
    Cost cost;
    const auto sent = static_cast<double>(notes.sent);
    const auto heard = static_cast<double>(notes.heard);
    const auto [percent, wakeUps] = measured(10);
    cost.percent = percent;
    cost.wakeUps = wakeUps / lasting(10);
    cost.heard = (static_cast<double>(notes.heard) - heard) /
                 std::max(1.0, static_cast<double>(notes.sent) - sent);
    cost.megabytes = static_cast<double>(follower.residentBytes()) / 1048576;
    notes.isSilent = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    cost.idleWakeUps = measured(10).second;
    return cost;
}

} // namespace

int main()
{
    raiseDescriptorLimit();
    const int ofOneHost = isQuick() ? 12 : 200;
    const int hosts = isQuick() ? 4 : 50;
    const Backends backends(ofOneHost, hosts);
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> idle;
    Cost last;
    Cost lastFloor;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        last = costOf(backends, followAsTheWindowDoes);
        lastFloor = costOf(backends, readBarely);
        ours.push_back(last.percent);
        floor.push_back(lastFloor.percent);
        idle.push_back(last.idleWakeUps);
    }
    const double percent = median(ours);
    printFigure(words("Following %d streams of one host and %d hosts, one core", ofOneHost, hosts),
                words("%.1f %%  (a message a second each; %.0f wake-ups/s, %.0f MB)", percent,
                      last.wakeUps, last.megabytes),
                atMost(5, "≤ 5 %"), percent);
    printFigure("  the same ÷ floor (a bare poll and read)",
                words("%.1f  (%.2f %%; %.0f wake-ups/s)", medianRatio(ours, floor), median(floor),
                      lastFloor.wakeUps));
    printFigure("  updates that came of the messages", words("%.2f", last.heard));
    printFigure("  wake-ups in 10 s while all are silent", words("%.0f", median(idle)),
                atMost(0, "none"), median(idle));
    return last.heard > 0 && lastFloor.heard > 0 ? 0 : 1;
}
