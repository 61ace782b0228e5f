// Pictures of the window in a few dozen situations, to be looked at: screenshots DIR
#include "tests/support/sample.h"
#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/presence/toasts.h"
#include "ui/presence/tray.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

#include <cstdio>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString folder;

void settle()
{
    for (int i = 0; i < 4; ++i)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

void keep(QWidget &window, const QString &name)
{
    settle();
    const QString path = folder + u'/' + name + u".png"_s;
    if (!window.grab().save(path))
        std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(path));
}

struct Scene
{
    QString name;
    QSize size{1200, 760};
    std::vector<Job> jobs{};
    bool away = false;
    bool toasts = false;
    std::optional<JobKey> chosen{};
    QString filter{};
};

std::vector<Job> rude()
{
    std::vector<Job> jobs = sample::eight();
    const std::string endless(220, 'x');
    jobs[0].title =
        "An extraordinarily long title that somebody gave to a job because nothing kept them from "
        "it, and then some more " +
        endless;
    jobs[1].kind = "some/very/long/kind/of/work --with --many --options=" + endless;
    jobs[2].steps.clear();
    for (int i = 0; i < 200; ++i)
        jobs[2].steps.push_back(
            sample::step("Stage number " + std::to_string(i + 1), i < 90    ? StepState::Completed
                                                                  : i == 90 ? StepState::Running
                                                                            : StepState::Pending));
    jobs[3].title = "مزامنة المشاريع إلى الخادم";
    jobs[3].message = "نسخ الملفات";
    jobs[4].title = "训练分类器 · 种子 4";
    jobs[5].error = "error: " + endless + endless;
    jobs[6].details = {{"a", std::string("b")}};
    Job asks{.key = {"local", "q1"}, .title = "Restore database", .kind = "restore.sh"};
    asks.state = State::NeedsInput;
    asks.question = "Overwrite the database “production” with the dump of 16 March?";
    asks.percent = 12;
    asks.startedAt = sample::at(14, 1);
    asks.updatedAt = sample::at(14, 10);
    jobs.push_back(asks);
    Job clone{.key = {"local", "g1"}, .title = "git clone linux", .kind = "git clone"};
    clone.steps = {sample::step("Counting objects", StepState::Completed),
                   sample::step("Receiving objects", StepState::Running)};
    clone.steps[1].percent = 51.9;
    clone.message = "1.2 GiB | 12.4 MiB/s";
    clone.startedAt = sample::at(14, 17);
    clone.updatedAt = sample::now;
    clone.asked = Ask::Cancel;
    jobs.push_back(clone);
    Job paused{.key = {"local", "p1"}, .title = "Upload holiday videos", .kind = "rclone"};
    paused.state = State::Paused;
    paused.percent = 99.99;
    paused.startedAt = sample::at(12, 0);
    paused.updatedAt = sample::now;
    jobs.push_back(paused);
    Job lost{.key = {"local", "l1"}, .title = "Compile the world", .kind = "make"};
    lost.state = State::Lost;
    lost.startedAt = sample::at(9, 0);
    lost.finishedAt = sample::at(12, 30);
    lost.updatedAt = *lost.finishedAt;
    jobs.push_back(lost);
    return jobs;
}

/// The one that waits for an answer was asked to pause.
std::vector<Job> asked()
{
    std::vector<Job> jobs = rude();
    for (Job &job : jobs) {
        if (job.state == State::NeedsInput) {
            job.asked = Ask::Pause;
            job.message = "Comparing tables";
        }
    }
    return jobs;
}

std::vector<Job> many()
{
    std::vector<Job> jobs;
    const std::vector<Job> eight = sample::eight();
    for (int i = 0; i < 500; ++i) {
        Job job = eight[std::size_t(i) % eight.size()];
        job.key.id += std::to_string(i);
        job.title += " " + std::to_string(i);
        if (job.startedAt)
            *job.startedAt -= std::chrono::minutes(i);
        jobs.push_back(job);
    }
    return jobs;
}

void shoot(const Scene &scene, const QString &suffix)
{
    UiOptions options;
    options.now = [] { return sample::now; };
    options.animated = false;
    options.curl =
        u"curl -H \"Authorization: Bearer $(afoot token)\" -H 'Content-Type: application/json' "
        "-d '{\"title\":\"My job\",\"percent\":10}' http://127.0.0.1:4680/api/v1/jobs"_s;
    MainWindow window(options);
    window.resize(scene.size);
    window.setListening({u"Listening on 127.0.0.1:4680"_s}, true);
    window.apply(sample::whole(scene.jobs));
    if (scene.away) {
        QList<SourceState> sources;
        const bool alone = scene.jobs.empty();
        for (const QString &name : {u"buildbox-02"_s, u"ci"_s, u"gpu-03"_s, u"studio"_s}) {
            if (!alone)
                sources << SourceState{.name = name};
        }
        sources << SourceState{.name = alone ? u"local"_s : u"nas-01"_s,
                               .link = SourceState::Link::Reconnecting,
                               .since = sample::now - 12s,
                               .nextAttempt = sample::now + 4s};
        window.setSources(sources);
    }
    window.show();
    window.activateWindow();
    settle();
    if (!scene.filter.isEmpty())
        window.findChild<SearchField *>()->setText(scene.filter);
    if (scene.chosen) {
        window.selectJob(*scene.chosen);
        std::vector<LogLine> lines;
        for (quint64 i = 1; i <= 60; ++i)
            lines.push_back({i, sample::now,
                             i % 13 == 0   ? "warning"
                             : i % 29 == 0 ? "error"
                                           : "",
                             "[" + std::to_string(i * 31) + "/2998] Building CXX object src/part" +
                                 std::to_string(i) + ".cpp.o"});
        window.showLog(*scene.chosen, lines, 12, true);
    }
    if (scene.toasts) {
        const auto jobs = sample::eight();
        for (const std::size_t i : {std::size_t(0), std::size_t(5), std::size_t(6)}) {
            const Transition t{std::make_shared<const Job>(jobs[i]),
                               i == 0 ? std::nullopt : std::optional(State::Running)};
            if (const auto news = newsOf(t, false, QLocale()))
                window.toasts().show(*news);
        }
    }
    keep(window, scene.name + suffix);
}

void shootTray()
{
    QImage sheet(8 * 120, 4 * 120, QImage::Format_ARGB32);
    sheet.fill(QColor(0x33, 0x36, 0x3c));
    QPainter painter(&sheet);
    painter.fillRect(0, 240, sheet.width(), 240, QColor(0xf0, 0xf0, 0xf0));
    std::vector<TrayState> states(8);
    states[1].running = 1;
    states[2].running = 3;
    states[2].fraction = 0.62;
    states[3].running = 1;
    states[3].fraction = 0.3;
    states[3].needsYou = 1;
    states[4].failed = states[4].unseen = 1;
    states[5].unseen = 2;
    states[6].running = 2;
    states[6].fraction = 0.85;
    states[6].unseen = 17;
    states[7].running = 2;
    states[7].fraction = 0.5;
    states[7].failed = states[7].unseen = 1;
    int x = 10;
    for (const TrayState &state : states) {
        for (const int y : {0, 240}) {
            // as they are, and the smallest two five times as large
            painter.drawPixmap(x, y + 10, trayPixmap(state, 16, 1));
            painter.drawPixmap(x + 24, y + 10, trayPixmap(state, 22, 1));
            painter.drawPixmap(x, y + 40, trayPixmap(state, 32, 1));
            painter.drawPixmap(x + 40, y + 40, trayPixmap(state, 48, 1));
            painter.drawPixmap(QRect(x, y + 110, 48, 48), trayPixmap(state, 16, 1));
            painter.drawPixmap(QRect(x + 52, y + 110, 66, 66), trayPixmap(state, 22, 1));
        }
        x += 120;
    }
    painter.end();
    sheet.save(folder + u"/tray.png"_s);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication app(argc, argv);
    folder = app.arguments().value(1, u"screenshots"_s);
    QDir().mkpath(folder);
    const auto eight = sample::eight();
    const QString scale = app.devicePixelRatio() > 1 ? u"@2x"_s : QString();
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        dress(app, scheme);
        const QString suffix = (scheme == Scheme::Dark ? u"-dark"_s : u"-light"_s) + scale;
        shoot({.name = u"eight"_s, .jobs = eight, .away = true}, suffix);
        shoot({.name = u"toasts"_s, .jobs = eight, .away = true, .toasts = true}, suffix);
        shoot({.name = u"detail"_s, .jobs = eight, .chosen = eight[0].key}, suffix);
        shoot({.name = u"failed"_s, .jobs = eight, .chosen = eight[5].key}, suffix);
        shoot({.name = u"below"_s, .size = {900, 760}, .jobs = eight, .chosen = eight[0].key},
              suffix);
        shoot({.name = u"narrow"_s, .size = {900, 700}, .jobs = rude()}, suffix);
        shoot({.name = u"slim"_s, .size = {600, 700}, .jobs = rude()}, suffix);
        shoot({.name = u"wide"_s, .size = {1600, 900}, .jobs = rude()}, suffix);
        shoot({.name = u"widedetail"_s,
               .size = {1600, 900},
               .jobs = rude(),
               .chosen = JobKey{"local", "s1"}},
              suffix);
        shoot({.name = u"one"_s, .jobs = {eight[1]}}, suffix);
        shoot({.name = u"many"_s, .jobs = many()}, suffix);
        shoot({.name = u"asks"_s, .jobs = asked(), .chosen = JobKey{"local", "q1"}}, suffix);
        shoot({.name = u"empty"_s}, suffix);
        shoot({.name = u"gone"_s, .away = true}, suffix);
        shoot({.name = u"nomatch"_s, .jobs = eight, .filter = u"zzz"_s}, suffix);
        app.setLayoutDirection(Qt::RightToLeft);
        shoot({.name = u"rtl"_s,
               .jobs = rude(),
               .away = true,
               .toasts = true,
               .chosen = eight[0].key},
              suffix);
        shoot({.name = u"rtlwide"_s, .size = {1600, 900}, .jobs = eight, .away = true}, suffix);
        app.setLayoutDirection(Qt::LeftToRight);
    }
    shootTray();
    return 0;
}
