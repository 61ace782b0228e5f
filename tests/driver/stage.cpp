#include "tests/driver/stage.h"

#include "tests/driver/checks.h"
#include "tests/driver/recording.h"
#include "tests/driver/scenes.h"
#include "tests/support/sample.h"
#include "ui/jobs/jobview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QScreen>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace driver {

using namespace afoot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

e2e::House &house()
{
    static e2e::House house;
    return house;
}

ui::MainWindow *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<ui::MainWindow *>(widget))
            return window;
    }
    return nullptr;
}

/// What the display has of it, which is more than the widgets tell: other windows above it, and its real ink.
QImage pictureOf(const QWidget &widget)
{
    QScreen *screen = widget.screen();
    return screen->grabWindow(widget.winId()).toImage();
}

/// An account that has seen the window before.
void dismissWelcome(const Paths &paths)
{
    QSettings(QString::fromStdString(paths.config) + u"/afoot.ini"_s, QSettings::IniFormat)
        .setValue(u"window/welcome"_s, u"done"_s);
}

} // namespace

void Stage::prepare()
{
    const QProcessEnvironment environment = house().environment();
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_STATE_HOME",
                             "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
    qputenv("TZ", "UTC");
}

Stage::Stage(const QString &folder, ui::Scheme scheme, const QString &what)
    : m_folder(folder), m_what(what)
{
    QDir().mkpath(folder);
    const Paths paths = systemPaths();
    for (const std::string &place : {paths.runtime, paths.config})
        (void)securePrivateFolder(place);
    dismissWelcome(paths);
    m_desktop = std::make_unique<Desktop>(paths, scheme, scheme);
    m_desktop->start({});
    ui::MainWindow *window = shownWindow();
    if (await([&] { return window->isActiveWindow(); }, "the window does not become active") &&
        await([] { return house().ask({.method = u"GET"_s, .path = u"/healthz"_s}).status == 200; },
              "the tracker does not answer"))
        m_window = window;
}

Stage::~Stage() = default;

bool Stage::await(const std::function<bool()> &isSo, const char *what)
{
    if (QTest::qWaitFor(isSo, patienceMs))
        return true;
    m_wrong << QString::fromLatin1(what);
    std::printf("%s\n", what);
    return false;
}

void Stage::resize(QSize size)
{
    m_window->resize(size);
    await([&] { return m_window->size() == size; }, "the window does not take its size");
}

void Stage::feed(const std::vector<Job> &jobs)
{
    const auto later = std::chrono::duration_cast<Millis>(
        std::chrono::system_clock::now().time_since_epoch() - sample::now.time_since_epoch());
    tell(linesOf(jobs, later));
    await([&] { return m_window->model().total() == int(jobs.size()); },
          "the window does not show all jobs");
}

void Stage::select(const JobKey &key)
{
    if (await([&] { return m_window->model().job(key) != nullptr; }, "a job does not come"))
        m_window->selectJob(key);
}

void Stage::tell(const QByteArray &lines)
{
    const e2e::Answer answer = house().ask({.method = u"POST"_s,
                                            .path = u"/api/v1/ingest"_s,
                                            .body = lines,
                                            .contentType = u"application/x-ndjson"_s});
    const QByteArray last = answer.body.trimmed().split('\n').constLast();
    if (!last.contains("\"refused\":0"))
        m_wrong << u"the tracker refused lines: %1"_s.arg(QString::fromUtf8(answer.body.left(300)));
}

void Stage::killReporter()
{
    const auto run =
        house().start(QStringLiteral(AFOOT_BINARY), {u"run"_s, u"--title"_s, u"Encode talk.mov"_s,
                                                     u"--"_s, u"sleep"_s, u"600"_s});
    const auto inState = [&](State state) { return m_window->model().count(state) > 0; };
    const int before = m_window->model().total();
    await([&] { return m_window->model().total() > before; }, "afoot run does not begin a job");
    run->kill();
    run->waitForFinished();
    await([&] { return inState(State::Lost); }, "a killed reporter's job is not lost");
}

void Stage::keep(const QString &name, QWidget *widget)
{
    QWidget &shown = widget ? *widget : *m_window;
    QTest::qWait(
        250); // a toast comes, a bar moves: the picture is of what a person sees a moment later
    const QImage picture = pictureOf(shown);
    const QString file = u"%1-%2.png"_s.arg(m_what, name);
    if (!picture.save(QDir(m_folder).filePath(file)))
        m_wrong << u"%1 cannot be written"_s.arg(file);
    ++m_kept;
    check(shown, picture, name);
}

void Stage::check(QWidget &widget, const QImage &picture, const QString &name)
{
    QStringList found = clippedTexts(widget) + namelessControls(widget);
    if (widget.devicePixelRatio() >= 2)
        found += faintTexts(widget, picture);
    if (&widget == m_window && m_window->list().isVisible())
        found += unevenRows(m_window->list());
    if (&widget == m_window) {
        QWidget *focus = QApplication::focusWidget();
        found += lostByTab(widget);
        if (focus)
            focus->setFocus(Qt::OtherFocusReason);
    }
    for (const QString &what : std::as_const(found))
        m_wrong << name + u": "_s + what;
}

void Stage::record(int seconds, int jobs)
{
    // one upload that goes on: what is written to it reaches the tracker at once, and no frame waits for it
    QProcess upload;
    upload.start(u"curl"_s,
                 {u"-sS"_s, u"-N"_s, u"--unix-socket"_s, house().socketPath(), u"-H"_s,
                  u"Content-Type: application/x-ndjson"_s, u"-H"_s, u"Expect:"_s, u"-X"_s,
                  u"POST"_s, u"-T"_s, u"-"_s, u"http://localhost/api/v1/ingest"_s});
    QTimer reports;
    int round = 0;
    QObject::connect(&reports, &QTimer::timeout, &upload,
                     [&] { upload.write(changesOf(jobs, ++round)); });
    reports.start(50ms);
    await([&] { return m_window->list().isVisible() && m_window->model().total() == jobs; },
          "the jobs to be recorded do not come");
    Recording recording(m_window->list(), m_window->model());
    const QRect place(m_window->list().viewport()->mapTo(m_window, QPoint(0, 0)),
                      m_window->list().viewport()->size());
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < seconds * 1000;) {
        QTest::qWait(60);
        m_window->list().viewport()->repaint();
        const QImage whole = pictureOf(*m_window);
        const double scale = double(whole.width()) / m_window->width();
        recording.add(whole.copy(QRect(place.topLeft() * scale, place.size() * scale)));
    }
    reports.stop();
    upload.closeWriteChannel();
    await([&] { return upload.state() == QProcess::NotRunning; }, "the upload does not end");
    const QByteArray answer = upload.readAllStandardOutput();
    if (!answer.contains("\"refused\":0"))
        m_wrong << u"the tracker refused lines: %1"_s.arg(QString::fromUtf8(answer.left(300)));
    std::printf("%s: %d frames, %d rows drawn anew\n", qPrintable(m_what), recording.frames(),
                recording.changes());
    m_wrong += recording.wrong();
    if (recording.changes() < recording.frames())
        m_wrong << u"too little changed in the recording to tell anything"_s;
}

int Stage::report() const
{
    std::printf("%s: %d pictures, %d faults\n", qPrintable(m_what), m_kept, int(m_wrong.size()));
    for (const QString &what : m_wrong)
        std::printf("  %s\n", qPrintable(what));
    return m_wrong.isEmpty() ? 0 : 1;
}

} // namespace driver
