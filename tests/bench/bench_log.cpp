// The log beside a job when it is long: adding lines, painting a screen of them, looking for a text in them.
#include "tests/bench/kit/table.h"
#include "ui/detail/logpane.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <ctime>
#include <memory>

using namespace afoot;
using namespace afoot::bench;
using namespace Qt::StringLiterals;

namespace {

/// ms of processor time that the main thread has had: what else the machine does counts less so.
double now()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double msSince(double start)
{
    return now() - start;
}

/// As a build prints them with colours: about 90 bytes each.
std::vector<LogLine> linesFrom(std::uint64_t first, std::size_t count)
{
    std::vector<LogLine> lines;
    for (std::uint64_t n = first; n < first + count; ++n)
        lines.push_back({.n = n,
                         .text = "[" + std::to_string(n) +
                                 "] \x1b[32mBuilding CXX object\x1b[0m src/detail/part" +
                                 std::to_string(n) + ".cpp.o in a folder"});
    return lines;
}

/// ms for each batch of lines.
std::vector<float> fill(ui::LogPane &pane, std::size_t count, std::size_t perBatch)
{
    std::vector<float> took;
    for (std::size_t done = 0; done < count; done += perBatch) {
        const auto lines = linesFrom(done + 1, std::min(perBatch, count - done));
        const double start = now();
        pane.add(lines, 0, false);
        took.push_back(float(msSince(start)));
    }
    return took;
}

/// ms for a frame, the middle of many, each @p step lines further than the one before.
double frameMs(ui::LogPane &pane, int step)
{
    QScrollBar *bar = pane.view()->verticalScrollBar();
    QImage image(pane.size(), QImage::Format_ARGB32_Premultiplied);
    std::vector<double> took;
    const int frames = isQuick() ? 3 : 40;
    for (int i = 0; i < frames; ++i) {
        bar->setValue(i * step);
        const double start = now();
        QPainter painter(&image);
        pane.view()->viewport()->render(&painter);
        painter.end();
        took.push_back(msSince(start));
    }
    return median(took);
}

std::unique_ptr<ui::LogPane> paneWith(std::size_t count)
{
    auto pane = std::make_unique<ui::LogPane>();
    pane->resize(800, 900);
    pane->show();
    fill(*pane, count, 10'000);
    return pane;
}

void look(const ui::LogStore &log, const QString &wanted, const char *what)
{
    ui::LogSearch search;
    search.look(wanted);
    double longest = 0;
    const double start = now();
    while (!search.isDone(log)) {
        const double slice = now();
        search.go(log, ui::LogPane::searchSlice);
        longest = std::max(longest, msSince(slice));
    }
    printFigure(words("Looking through %zu lines, %s", log.size(), what),
                words("%.0f ms in all, %.1f ms the longest slice; %llu hits", msSince(start),
                      longest, static_cast<unsigned long long>(search.total())),
                atMost(8, "slice ≤ 8 ms"), longest);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::dress(app, ui::Scheme::Light);
    const std::size_t many = isQuick() ? 20'000 : 1'000'000;
    ui::LogPane pane;
    pane.resize(800, 900);
    pane.show();
    const std::vector<float> batches = fill(pane, many, 10'000);
    double total = 0;
    for (const float ms : batches)
        total += double(ms);
    printFigure(words("Adding %zu lines, 10,000 at a time", many),
                words("%.0f ms in all (%.0f MB of text); a batch p99 %.1f ms", total,
                      double(pane.view()->log().bytes()) / 1e6, percentile(batches, 99)),
                atMost(8, "batch ≤ 8 ms"), percentile(batches, 99));
    const auto later = linesFrom(many + 1, 10'000);
    const double start = now();
    pane.add(later, 0, false);
    printFigure("  10,000 more while as many leave", words("%.1f ms", msSince(start)));

    const auto few = paneWith(100);
    std::vector<double> ofMany;
    std::vector<double> ofFew;
    for (int round = 0; round < std::max(1, std::min(rounds(), 5)); ++round) {
        ofFew.push_back(frameMs(*few, 1));
        ofMany.push_back(frameMs(pane, 1));
    }
    const double ratio = medianRatio(ofMany, ofFew);
    printFigure(words("A frame of %zu lines ÷ one of 100", many),
                words("%.2f  (%.2f ms, %.2f ms)", ratio, median(ofMany), median(ofFew)),
                atMost(1.5, "≤ 1.5"), ratio);
    const double jump = frameMs(pane, int(many / 50));
    printFigure("  a frame of lines that were not seen yet", words("%.2f ms", jump),
                atMost(16, "≤ 16 ms"), jump);

    look(pane.view()->log(), u"part999999.cpp"_s, "one hit");
    look(pane.view()->log(), u"building"_s, "a hit in each");
    look(pane.view()->log(), u"größe"_s, "not ASCII");
    return 0;
}
