// The window itself, on a display, while it follows 200 streams of one host and 50 hosts with one each: what its main
// thread does for a frame, and how many frames came late for a screen of 60 Hz.
#include "app/desktop/desktop.h"
#include "tests/bench/kit/followed.h"
#include "tests/bench/kit/framewatch.h"
#include "tests/bench/kit/sockets.h"
#include "tests/bench/kit/table.h"

#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace afoot;
using namespace afoot::bench;
using namespace Qt::StringLiterals;

namespace {

Paths pathsIn(const QTemporaryDir &room)
{
    const std::string base = room.path().toStdString() + '/';
    return {.config = base + "config",
            .data = base + "data",
            .state = base + "state",
            .runtime = base + "run"};
}

bool await(const std::function<bool()> &isSo)
{
    QEventLoop loop;
    for (int i = 0; i < 600 && !isSo(); ++i) {
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return isSo();
}

void pass(double seconds)
{
    QEventLoop loop;
    QTimer::singleShot(int(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

void print(const std::string &what, const FrameWatch::Figures &seen, double seconds)
{
    printFigure(
        what + ": frames dropped",
        words("%d  (%.0f frames/s; of %d turns of the main thread the longest took %.1f ms)",
              seen.late, seen.painted / seconds, seen.turns, seen.longestMs),
        atMost(0, "none"), seen.late);
    printFigure("  a frame, CPU time of the main thread",
                words("p50 %.2f ms, p99 %.2f ms", seen.p50Ms, seen.p99Ms), atMost(5, "p99 ≤ 5 ms"),
                seen.p99Ms);
    printFigure("  the main thread, of one core",
                words("%.1f %%", seen.cpuSeconds / seconds * 100));
}

} // namespace

int main(int argc, char *argv[])
{
    raiseDescriptorLimit();
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        printUnknown("The window's frames", "there is no display");
        return 0;
    }
    const int ofOneHost = isQuick() ? 12 : 200;
    const int hosts = isQuick() ? 4 : 50;
    const Backends backends(ofOneHost, hosts);
    backends.notes().isSilent = false;
    FrameWatch app(argc, argv);
    const QTemporaryDir room;
    const Paths paths = pathsIn(room);
    for (const std::string &folder : {paths.config, paths.data, paths.state, paths.runtime}) {
        if (securePrivateFolder(folder))
            return 1;
    }
    if (writeSources(paths.sources(), sourcesOf(backends)))
        return 1;
    // an account that has seen the window before: the list has all the room
    QSettings(QString::fromStdString(paths.config) + u"/afoot.ini"_s, QSettings::IniFormat)
        .setValue(u"window/welcome"_s, u"done"_s);
    Desktop desktop(paths, ui::Scheme::Light, std::nullopt);
    desktop.start({});
    const int streams = ofOneHost + hosts;
    if (!await([&] { return backends.notes().open == streams; })) {
        printUnknown("The window's frames", "not all streams were opened");
        return 1;
    }
    pass(lasting(5)); // until all have told of their job
    app.begin();
    if (!await([&] { return app.figures().painted > 0; })) {
        printUnknown("The window's frames", "nothing was painted");
        return 1;
    }
    const double seconds = lasting(20);
    app.begin();
    pass(seconds);
    print(words("The window of %d streams and %d hosts", ofOneHost, hosts), app.figures(), seconds);
    backends.notes().isSilent = true;
    return 0;
}
