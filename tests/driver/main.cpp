// driver DIR [--jobs N] [--dark] [--plain-names] …: the window itself, on a display with a window manager and a tray,
// fed by the real tracker: pictures of its pages go to DIR, and what can be checked of them is checked. The exit code is 1
// where something is wrong. QT_SCALE_FACTOR and -reverse are Qt's own.
#include "app/desktop/desktop.h"
#include "tests/driver/checks.h"
#include "tests/driver/scenes.h"
#include "tests/driver/stage.h"
#include "tests/support/sample.h"
#include "ui/detail/detailpane.h"
#include "ui/pages/historypage.h"
#include "ui/pages/runview.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/shortcutsheet.h"
#include "ui/presence/toasts.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace afoot;
using namespace driver;

namespace {

/// As ci and ops would have it told.
struct Moment
{
    QString name;
    QByteArray line;
};

QList<Moment> deploy()
{
    const auto step = [](const char *name, const char *more) {
        return QByteArray(R"({"op":"update","id":"play","step":")") + name + R"(",)" + more + "}\n";
    };
    return {
        {u"queued"_s,
         R"({"op":"begin","id":"play","title":"Deploy shop","kind":"deploy","state":"queued","message":"Second in line",)"
         R"("can":["cancel","pause"],"steps":[{"name":"Build"},{"name":"Push"},{"name":"Roll out"},{"name":"Verify"}]})"
         "\n"},
        {u"running"_s,
         step("Build", R"("state":"running","percent":8,"message":"Compiling 14 of 210")")},
        {u"half"_s,
         step(
             "Push",
             R"("percent":42,"current":4.2e8,"total":1e9,"unit":"bytes","rate":3.1e7,"message":"Pushing shop:1.8")")},
        {u"paused"_s, step("Push", R"("state":"paused")")},
        {u"resumed"_s, step("Push", R"("state":"running","percent":58)")},
        {u"needs-input"_s,
         step("Roll out",
              R"("state":"needs_input","percent":60,"question":"Roll out to all regions?")")},
        {u"failed"_s, R"({"op":"fail","id":"play","error":"Health check timed out after 30 s"})"
                      "\n"},
        {u"again"_s,
         R"({"op":"begin","id":"play","restart":true,"title":"Deploy shop","kind":"deploy","state":"running","percent":3})"
         "\n"},
        {u"completed"_s,
         R"({"op":"complete","id":"play","message":"Version 1.8 is live","url":"https://shop.example/"})"
         "\n"},
        {u"canceled"_s, R"({"op":"begin","id":"play2","title":"Deploy docs","kind":"deploy"})"
                        "\n"
                        R"({"op":"update","id":"play2","state":"canceled"})"
                        "\n"},
    };
}

void playDeploy(Stage &stage)
{
    int number = 0;
    for (const Moment &moment : deploy()) {
        stage.tell(moment.line);
        if (number == 0)
            stage.select({"local", "play"});
        stage.keep(u"deploy-%1-%2"_s.arg(++number).arg(moment.name));
    }
    // whoever reports it is killed: lost, and no failure of the job's own
    stage.killReporter();
    stage.keep(u"deploy-%1-lost"_s.arg(++number));
}

void showHistory(Stage &stage, ui::HistoryPage &page, int place)
{
    const auto hasCome = [&] { return page.model().isAnswered() && !page.model().isAsking(); };
    (void)QTest::qWaitFor(hasCome, 10'000); // where it does not come, the picture says so
    stage.keep(u"place-%1"_s.arg(place));
    page.list().enterByKey();
    stage.keep(u"place-%1-detail"_s.arg(place));
    Q_EMIT page.detail().closeRequested();
}

void showPages(Stage &stage)
{
    ui::MainWindow &window = stage.window();
    const QList<ui::Toast *> toasts = window.toasts().toasts();
    for (ui::Toast *toast : toasts)
        Q_EMIT toast->finished(); // they have been seen
    for (int place = 0; place < window.placeCount(); ++place) {
        window.showPlace(place);
        if (auto *history = qobject_cast<ui::HistoryPage *>(window.place())) {
            showHistory(stage, *history, place);
            continue;
        }
        stage.keep(u"place-%1"_s.arg(place));
        auto *settings = qobject_cast<ui::SettingsPage *>(window.place());
        for (int section = 1; settings && section < ui::SettingsPage::sections; ++section) {
            settings->showSection(ui::SettingsPage::Section(section));
            stage.keep(u"place-%1-%2"_s.arg(place).arg(section));
        }
    }
    window.showJobs();
    ui::ShortcutSheet sheet(window.shortcuts(), &window);
    sheet.show();
    stage.keep(u"shortcuts"_s, &sheet);
}

void showSizes(Stage &stage, const JobKey &job)
{
    for (const QSize size : {QSize(900, 700), QSize(1200, 760), QSize(1600, 900)}) {
        stage.resize(size);
        const QString width = QString::number(size.width());
        Q_EMIT stage.window().detail().closeRequested();
        stage.keep(u"list-"_s + width);
        stage.select(job);
        stage.keep(u"detail-"_s + width);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCommandLineParser options;
    options.addPositionalArgument(u"folder"_s, u"Where the pictures go."_s);
    const QCommandLineOption jobs(u"jobs"_s, u"How many jobs are fed; 8 are those of the sample."_s,
                                  u"number"_s, u"8"_s);
    const QCommandLineOption dark(u"dark"_s, u"In dark colours."_s);
    const QCommandLineOption record(u"record"_s, u"Watch fifty changing jobs so long."_s,
                                    u"seconds"_s, u"0"_s);
    options.addOptions({jobs, dark, record});
    options.addHelpOption();
    Stage::prepare();
    QApplication app(argc, argv);
    options.process(app);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);
    const int count = options.value(jobs).toInt();
    const auto scheme = options.isSet(dark) ? ui::Scheme::Dark : ui::Scheme::Light;
    Stage stage(options.positionalArguments().constFirst(), scheme,
                options.isSet(record)
                    ? u"record"_s
                    : QString::number(count) + (count == 1 ? u"-job"_s : u"-jobs"_s));
    if (!stage.isSet())
        return 1;
    if (const int seconds = options.value(record).toInt(); seconds > 0) {
        stage.record(seconds, 50);
        return stage.report();
    }
    if (count == 0) {
        stage.keep(u"empty"_s);
        return stage.report();
    }
    const std::vector<Job> fed = count == 8   ? sample::eight()
                                 : count == 1 ? std::vector{sample::eight().front()}
                                              : crowd(count);
    stage.window().setToasts(false); // of jobs that all come at once
    stage.feed(fed);
    stage.window().setToasts(true);
    showSizes(stage, fed.front().key);
    if (count == 8) {
        stage.resize({1200, 760});
        playDeploy(stage);
        showPages(stage);
    }
    return stage.report();
}
