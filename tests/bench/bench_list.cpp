// The window's list, on a display, while its jobs report all the time: what its main thread does for a frame with few
// and with many jobs, beside a frame of the same window whose rows are empty; how long a key waits; what the hand-over
// and the re-sorting take by themselves; and how much memory the window needs for many jobs.
#include "app/desktop/deltabox.h"
#include "app/desktop/frameclock.h"
#include "tests/bench/kit/framewatch.h"
#include "tests/bench/kit/process.h"
#include "tests/bench/kit/producer.h"
#include "tests/bench/kit/table.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"

#include <QEventLoop>
#include <QKeyEvent>
#include <QPainter>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

using namespace afoot;
using namespace afoot::bench;

namespace {

using SteadyClock = std::chrono::steady_clock;

WallTime wallNow()
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

double msSince(SteadyClock::time_point from)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - from).count();
}

void pass(double seconds)
{
    QEventLoop loop;
    QTimer::singleShot(int(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

/// Paints nothing of a row but its ground.
class EmptyRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &) const override
    {
        painter->fillRect(option.rect, ui::themeOf(option.palette).ground);
    }
};

/// Posts a key every few milliseconds from another thread, and sees when it comes.
class Keys : public QObject
{
public:
    explicit Keys(QWidget &window) : m_window(window)
    {
        window.installEventFilter(this);
        m_thread = std::thread([this] {
            for (unsigned i = 0; !m_isOver; ++i) {
                std::this_thread::sleep_for(std::chrono::microseconds(7000 + i * 1237 % 9000));
                if (m_isUnderWay.exchange(true))
                    continue;
                m_posted = SteadyClock::now();
                QCoreApplication::postEvent(
                    &m_window, new QKeyEvent(QEvent::KeyPress, Qt::Key_F35, Qt::NoModifier));
            }
        });
    }
    ~Keys() override
    {
        m_isOver = true;
        m_thread.join();
    }
    const std::vector<float> &waited() const { return m_waited; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        m_waited.push_back(float(msSince(m_posted)));
        m_isUnderWay = false;
        return true;
    }

    QWidget &m_window;
    std::vector<float> m_waited{};
    SteadyClock::time_point m_posted{};
    std::atomic<bool> m_isUnderWay{false};
    std::atomic<bool> m_isOver{false};
    std::thread m_thread;
};

struct Seen
{
    FrameWatch::Figures frames{};
    double seconds = 0;
    std::vector<float> keyMs{};
};

std::unique_ptr<ui::MainWindow> windowOf(const Delta &jobs)
{
    auto window = std::make_unique<ui::MainWindow>(ui::UiOptions{.now = wallNow, .toasts = false});
    window->apply(jobs);
    window->resize(1400, 900);
    window->show();
    pass(lasting(0.5));
    return window;
}

/// The same window with 60 frames a second, none of whose rows shows anything.
Seen emptyRows(FrameWatch &app, int jobs, double seconds)
{
    Producer producer(jobs, 1);
    const auto window = windowOf(producer.whole());
    window->list().setItemDelegate(new EmptyRows(window.get()));
    QTimer frames;
    frames.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frames, &QTimer::timeout, window.get(),
                     [&] { window->list().viewport()->update(); });
    frames.start(16);
    pass(lasting(0.5));
    app.begin();
    pass(seconds);
    return {app.figures(), seconds};
}

Seen busyRows(FrameWatch &app, int jobs, int perSecond, double seconds)
{
    Producer producer(jobs, perSecond);
    const auto window = windowOf(producer.whole());
    FrameClock clock;
    QObject::connect(&clock, &FrameClock::frame, window.get(), [&] {
        producer.take(window.get(), [&](const Delta &delta) { window->apply(delta); });
    });
    producer.start(&clock, [&clock] { clock.request(); });
    pass(lasting(1.5));
    app.begin();
    Seen seen;
    {
        const Keys keys(*window);
        pass(seconds);
        seen = {app.figures(), seconds, keys.waited()};
    }
    producer.stop();
    return seen;
}

void printFrame(const std::string &what, const std::vector<Seen> &rounds)
{
    std::vector<double> p50s;
    std::vector<double> p99s;
    for (const Seen &seen : rounds) {
        p50s.push_back(seen.frames.wholeP50Ms);
        p99s.push_back(seen.frames.wholeP99Ms);
    }
    printFigure(what, words("p50 %.2f ms, p99 %.2f ms, %.0f frames/s", median(p50s), median(p99s),
                            rounds.back().frames.painted / rounds.back().seconds));
}

double ratioOf(const std::vector<Seen> &ours, const std::vector<Seen> &theirs)
{
    std::vector<double> a;
    std::vector<double> b;
    for (const Seen &seen : ours)
        a.push_back(seen.frames.wholeP50Ms);
    for (const Seen &seen : theirs)
        b.push_back(seen.frames.wholeP50Ms);
    return medianRatio(a, b);
}

void measureFrames(FrameWatch &app)
{
    const int many = isQuick() ? 200 : 10'000;
    const int most = isQuick() ? 1000 : 100'000;
    const double seconds = lasting(5);
    std::vector<Seen> empty;
    std::vector<Seen> few;
    std::vector<Seen> usual;
    std::vector<Seen> hurried;
    std::vector<Seen> crowded;
    for (int round = 0; round < std::min(rounds(), 3); ++round) {
        empty.push_back(emptyRows(app, many, seconds));
        few.push_back(busyRows(app, 100, 100'000, seconds));
        usual.push_back(busyRows(app, many, 100'000, seconds));
        hurried.push_back(busyRows(app, many, 1'000'000, seconds));
        crowded.push_back(busyRows(app, most, 100'000, seconds));
    }
    printFrame("A frame of the list with empty rows, CPU of the main thread", empty);
    printFrame("  100 jobs, 100 k updates/s", few);
    printFrame("  10,000 jobs, 100 k updates/s", usual);
    printFrame("  10,000 jobs, 1 M updates/s", hurried);
    printFrame("  100,000 jobs, 100 k updates/s", crowded);
    std::vector<double> p50s;
    std::vector<double> shares;
    std::vector<float> keys;
    for (const Seen &seen : usual) {
        p50s.push_back(seen.frames.wholeP50Ms);
        shares.push_back(seen.frames.cpuSeconds / seen.seconds * 100);
        keys.insert(keys.end(), seen.keyMs.begin(), seen.keyMs.end());
    }
    const double p50 = median(p50s);
    printFigure("A frame with 10,000 jobs, 100 k/s", words("%.2f ms", p50), atMost(3, "≤ 3 ms"),
                p50);
    const auto printRatio = [](const char *what, double ratio, double bound) {
        printFigure(what, words("%.2f", ratio), atMost(bound, words("≤ %.0f", bound)), ratio);
    };
    printRatio("  ÷ one with empty rows", ratioOf(usual, empty), 3);
    printRatio("  100,000 jobs ÷ 100 jobs", ratioOf(crowded, few), 2);
    printRatio("  1 M/s ÷ 100 k/s", ratioOf(hurried, usual), 2);
    const double share = median(shares);
    printFigure("  the main thread, of one core", words("%.1f %%", share), atMost(15, "≤ 15 %"),
                share);
    const double keyP50 = percentile(keys, 50);
    const double keyP99 = percentile(keys, 99);
    printFigure("  a posted key waits, p50", words("%.2f ms", keyP50), atMost(0.2, "≤ 0.2 ms"),
                keyP50);
    printFigure("  a posted key waits, p99", words("%.2f ms (of %zu)", keyP99, keys.size()),
                atMost(5, "≤ 5 ms"), keyP99);
}

/// What a frame takes out of the mailbox, which nobody else can use meanwhile.
void measureHandOver()
{
    const Producer producer(10'000, 1);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        DeltaBox box;
        for (JobPtr &job : producer.snapshots(1667))
            box.putJob(std::move(job));
        const auto from = SteadyClock::now();
        const Delta delta = box.take();
        times.push_back(msSince(from));
        if (delta.changes.size() != 1667)
            return;
    }
    const double ms = median(times);
    printFigure("Hand-over of 1,667 jobs, under the lock", words("%.3f ms", ms),
                atMost(0.2, "≤ 0.2 ms"), ms);
}

void measureSorting()
{
    std::mt19937 random(7);
    for (const int count : {10'000, 100'000}) {
        std::vector<ui::ListedJob> jobs(static_cast<std::size_t>(count));
        ui::JobOrder::News all;
        const auto put = [&](ui::ListedJob &job, int number) {
            Job made{.key = {"local", std::to_string(number)}};
            made.state = allStates[random() % allStates.size()];
            made.createdAt = WallTime(Millis(random() % 100'000'000));
            made.updatedAt = made.createdAt;
            job.job = std::make_shared<const Job>(made);
        };
        for (int i = 0; i < count; ++i) {
            put(jobs[static_cast<std::size_t>(i)], i);
            all.joining.push_back(&jobs[static_cast<std::size_t>(i)]);
        }
        ui::JobOrder order;
        const auto turn = [&](ui::JobOrder::News news) {
            ui::JobOrder::Turn done = order.plan(std::move(news), ui::JobOrder::Rows::Move);
            order.rearrange(done);
            for (const ui::JobOrder::Run &run : order.runs(done))
                order.insert(done, run);
            order.settle();
        };
        turn(std::move(all));
        std::vector<double> times;
        for (int i = 0; i < (isQuick() ? 5 : 200); ++i) {
            ui::JobOrder::News news;
            std::vector<char> isTaken(jobs.size());
            while (news.changed.size() < 1667) {
                const auto which = random() % jobs.size();
                if (std::exchange(isTaken[which], char(1)))
                    continue;
                put(jobs[which], int(which));
                news.changed.push_back(&jobs[which]);
            }
            const auto from = SteadyClock::now();
            turn(std::move(news));
            times.push_back(msSince(from));
        }
        const double ms = median(times);
        const std::string what = words("Re-sorting %d rows of which 1,667 moved", count);
        if (count == 10'000)
            printFigure(what, words("%.2f ms", ms), atMost(0.5, "≤ 0.5 ms"), ms);
        else
            printFigure(what, words("%.2f ms", ms));
    }
}

/// How much the memory of this process grows by a window of @p count jobs. In a process of its own for each.
double windowMb(const char *program, int count)
{
    const std::string told = words("/tmp/bench-list-%d", int(::getpid()));
    Process process = Process::run({program, "--jobs", std::to_string(count)}, {}, told);
    double mb = std::nan("");
    for (int i = 0; i < 600 && process.isAlive(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::ifstream(told) >> mb;
    std::filesystem::remove(told);
    return mb;
}

/// Shows such a window, says how much memory the process has, and ends.
int tellMemory(QApplication &app, int count)
{
    ui::dress(app, ui::Scheme::Light);
    const auto window = windowOf(Producer::jobs(count));
    pass(1);
    std::ifstream file("/proc/self/statm");
    long pages = 0;
    file >> pages >> pages;
    std::printf("%.2f\n",
                static_cast<double>(pages) * static_cast<double>(::getpagesize()) / (1024 * 1024));
    return 0;
}

void measureMemory(const char *program)
{
    const double least = windowMb(program, 10);
    const auto print = [&](const char *what, int count, double most) {
        const double more = windowMb(program, count) - least;
        printFigure(what, words("%.1f MB more than with ten, %.0f MB", more, least),
                    atMost(most, words("≤ %.0f MB", most)), more);
    };
    print("Memory of the window with 10,000 jobs", isQuick() ? 1000 : 10'000, 15);
    print("Memory of the window with 100,000 jobs", isQuick() ? 2000 : 100'000, 120);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        printUnknown("The window's list", "there is no display");
        return 0;
    }
    if (argc == 3) {
        QApplication app(argc, argv);
        return tellMemory(app, std::atoi(argv[2]));
    }
    measureMemory(argv[0]);
    FrameWatch app(argc, argv);
    ui::dress(app, ui::Scheme::Light);
    measureFrames(app);
    measureHandOver();
    measureSorting();
    return 0;
}
