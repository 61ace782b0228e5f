#include "app/desktop/desktop.h"

#include "app/desktop/embeddedsource.h"
#include "app/desktop/followedsource.h"
#include "app/desktop/savefile.h"
#include "app/desktop/settingsfile.h"
#include "app/shared/trackersettings.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/logpane.h"
#include "ui/presence/toasts.h"

#include <QApplication>
#include <QDesktopServices>
#include <QProcess>
#include <QTimer>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString layoutKey = u"window/layout"_s;
const QString windowsKey = u"window/beside"_s; ///< the windows beside it
/// Longer than a service manager takes to start the tracker anew.
constexpr std::chrono::seconds takeOverAfter{5};
/// A connection that comes and goes is not told of each time.
constexpr std::chrono::milliseconds reportAfter{200};

/// A job that reports as any other does: `afoot run` around a small script.
QStringList sampleCommand()
{
    return {
        u"run"_s,
        u"--title"_s,
        u"Sample: a small build"_s,
        u"--kind"_s,
        u"sample"_s,
        u"--"_s,
        u"sh"_s,
        u"-c"_s,
        u"for i in $(seq 1 40); do echo \"[$i/40] Building part $i\"; sleep 0.25; done; echo Done"_s};
}

ui::TrackerFacts factsOf(const Engine::Info &info, int wantedPort)
{
    ui::TrackerFacts facts{.socket = QString::fromStdString(info.socket),
                           .token = QString::fromStdString(info.token),
                           .tokenPath = QString::fromStdString(info.tokenPath)};
    if (info.tcpTrouble)
        facts.portTrouble = info.tcpTrouble->name == "port_in_use"
                                ? Desktop::tr("Another program has port %1.").arg(wantedPort)
                                : QString::fromStdString(info.tcpTrouble->detail);
    if (info.port) {
        facts.address = u"127.0.0.1:%1"_s.arg(*info.port);
        facts.curl = u"curl -H \"Authorization: Bearer $(afoot token)\" -H 'Content-Type: "
                     "application/json' -d '{\"title\":\"Export\",\"percent\":40}' "
                     "http://%1/api/v1/jobs"_s.arg(facts.address);
    }
    return facts;
}

} // namespace

Desktop::Desktop(Paths paths, ui::Scheme desktops, std::optional<ui::Scheme> asked)
    : m_paths(std::move(paths))
    , m_settings(QString::fromStdString(m_paths.config) + u"/afoot.ini"_s, QSettings::IniFormat)
    , m_desktopScheme(desktops)
    , m_askedScheme(asked)
    , m_chosen(readSettings(m_settings))
    , m_instance(QString::fromStdString(m_paths.runtime) + u"/window.sock"_s)
    , m_window(windowOptions())
    , m_history({.unixPath = m_paths.socket()})
    , m_notices(m_window.model(), m_clock)
{
    m_takeOver.setSingleShot(true);
    m_takeOver.setInterval(takeOverAfter);
    connect(&m_takeOver, &QTimer::timeout, this, &Desktop::takeOver);
    m_report.setSingleShot(true);
    m_report.setInterval(reportAfter);
    connect(&m_report, &QTimer::timeout, this, &Desktop::reportSources);
}

Desktop::~Desktop()
{
    m_settings.setValue(layoutKey, m_window.saveLayout());
    m_settings.setValue(windowsKey, m_window.saveWindows());
    m_tray.reset();
    m_remote.reset();
    m_jobViews.reset();
    if (m_embedded != nullptr)
        m_embedded->finish();
    if (m_engine)
        m_engine->stop();
    m_source.reset();
    m_engine.reset();
    m_busThread.quit();
    m_busThread.wait();
}

void Desktop::start(const Summons &summons)
{
    m_startsHidden = !summons.raise;
    connectHistory();
    addPages();
    m_window.restoreLayout(m_settings.value(layoutKey).toByteArray());
    m_window.restoreWindows(m_settings.value(windowsKey).toByteArray());
    m_window.setFocusKinds(m_chosen.focusKinds);
    connectWindow();
    if (!m_startsHidden)
        m_window.show();
    m_instance.listen();
    connect(&m_instance, &SingleInstance::summoned, this, &Desktop::answer);
    // the first frame comes before everything that touches disk, network or the bus
    QTimer::singleShot(0, this, [this, summons] {
        openTracker();
        followRemote();
        connectPresence();
        connectJobViews();
        if (!summons.links.isEmpty() || !summons.action.isEmpty())
            answer(summons);
    });
}

void Desktop::openTracker()
{
    if (const auto trouble = embed())
        follow(*trouble);
}

/// Makes this process the tracker; not when another one is.
std::optional<Error> Desktop::embed()
{
    Engine::Options options{.paths = m_paths};
    options.port = static_cast<std::uint16_t>(m_chosen.port);
    for (const QString &origin : std::as_const(m_chosen.origins))
        options.origins.push_back(origin.toStdString());
    for (const QString &host : std::as_const(m_chosen.hosts))
        options.hosts.push_back(host.toStdString());
    options.compat = m_chosen.isCompat;
    const auto limits = readTrackerLimits(m_paths.trackerSettings());
    if (limits)
        options.limits = *limits;
    m_engine = std::make_unique<Engine>(options);
    const auto info = m_engine->start();
    if (!info) {
        m_engine.reset();
        return info.error();
    }
    if (info->historyTrouble)
        say(tr("No history is kept: %1").arg(QString::fromStdString(info->historyTrouble->detail)));
    const bool taken = info->tcpTrouble && info->tcpTrouble->name == "port_in_use";
    ui::Listening listening =
        ui::listeningText(QString::fromStdString(info->socket), info->port,
                          taken ? std::optional<int>(*options.port) : std::nullopt);
    if (!limits) {
        const QString trouble = QString::fromStdString(limits.error().detail);
        say(tr("The settings of the tracker are not used: %1").arg(trouble));
        listening.text = tr("%1; tracker.json is not used").arg(listening.text);
        listening.tip = trouble + u'\n' + listening.tip;
    }
    setTrackerFacts(factsOf(*info, m_chosen.port));
    auto source = std::make_unique<EmbeddedSource>(
        [engine = m_engine.get()](std::function<void(Tracker &)> work) {
            engine->post(std::move(work));
        },
        listening);
    m_embedded = source.get();
    m_source = std::move(source);
    connectSource();
    return std::nullopt;
}

/// The tracker that we followed has ended: the next one is ours, so that jobs have somewhere to report to.
void Desktop::takeOver()
{
    if (m_embedded == nullptr && embed())
        m_takeOver.start();
}

void Desktop::follow(const Error &running)
{
    if (running.name != "tracker_running") {
        m_window.setListening({QString::fromStdString(running.detail)}, false);
        return;
    }
    setTrackerFacts({.isOurs = false, .socket = QString::fromStdString(m_paths.socket())});
    TrackerAddress address;
    address.unixPath = m_paths.socket();
    m_source = std::make_unique<FollowedSource>(
        address, ui::Listening{tr("Following the tracker that runs already")});
    connectSource();
}

void Desktop::connectWindow()
{
    const auto send = [this](const Update &update) {
        if (m_source)
            m_source->send(update);
    };
    connect(&m_window, &ui::MainWindow::askRequested, this, [send](const JobKey &key, Ask ask) {
        send({.op = Update::Op::Ask, .key = key, .ask = ask});
    });
    connect(&m_window, &ui::MainWindow::forgetRequested, this,
            [send](const JobKey &key) { send({.op = Update::Op::Forget, .key = key}); });
    connect(&m_window, &ui::MainWindow::clearRequested, this,
            [send](const std::vector<JobKey> &keys) {
                for (const JobKey &key : keys)
                    send({.op = Update::Op::Clear, .key = key});
            });
    connect(&m_window, &ui::MainWindow::seenRequested, this, [this, send](const JobKey &key) {
        send({.op = Update::Op::See, .key = key});
        m_notices.seen(key);
    });
    connect(&m_window, &ui::MainWindow::logWanted, this, [this](const JobKey &key) {
        if (m_source)
            m_source->followLog(key);
    });
    connect(&m_window, &ui::MainWindow::logUnwanted, this, [this] {
        if (m_source)
            m_source->followLog(std::nullopt);
    });
    connect(&m_window, &ui::MainWindow::urlRequested, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_window.detail().log(), &ui::LogPane::saveRequested, this, &Desktop::saveLog);
    connect(&m_window, &ui::MainWindow::sampleRequested, this, &Desktop::runSample);
    connect(&m_window, &ui::MainWindow::retrySourceRequested, this, [this](const QString &name) {
        if (m_source && (name.isEmpty() || name == m_here.name))
            m_source->retryNow();
        for (const ui::SourceState &state : std::as_const(m_elsewhere)) {
            if (m_remote && (name.isEmpty() || name == state.name))
                m_remote->retryNow(state.name);
        }
    });
    connect(&m_window, &ui::MainWindow::quitRequested, qApp, [] { QCoreApplication::exit(0); });
    connect(qApp, &QApplication::applicationStateChanged, this, &Desktop::pace);
    m_window.installEventFilter(this);
}

void Desktop::saveLog(const QString &name, const ui::TextProducer &text)
{
    saveTextAs(&m_window, name, tr("Text files (*.txt *.log);;All files (*)"), text,
               [this](const QString &trouble) { say(trouble); });
}

void Desktop::pace()
{
    using namespace std::chrono_literals;
    const bool seen = m_window.isVisible() && !m_window.isMinimized();
    m_frames.setInterval(!seen ? 1000ms : m_window.isActiveWindow() ? 16ms : 33ms);
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window &&
        (event->type() == QEvent::Show || event->type() == QEvent::Hide ||
         event->type() == QEvent::WindowStateChange || event->type() == QEvent::ActivationChange))
        pace();
    if (watched == &m_window && event->type() == QEvent::WindowActivate)
        m_notices.windowSeen();
    return QObject::eventFilter(watched, event);
}

void Desktop::runSample()
{
    const QString program = QApplication::applicationDirPath() + u"/afoot"_s;
    QProcess sample;
    sample.setProgram(program);
    sample.setArguments(sampleCommand());
    sample.setStandardInputFile(QProcess::nullDevice());
    sample.setStandardOutputFile(QProcess::nullDevice());
    sample.setStandardErrorFile(QProcess::nullDevice());
    if (!sample.startDetached())
        say(tr("The sample could not be started: %1").arg(sample.errorString()));
}

void Desktop::say(const QString &text)
{
    qWarning("%s", qUtf8Printable(text));
    m_window.toasts().show({.kind = ui::News::Kind::SourceAway,
                            .title = tr("That did not work"),
                            .text = text,
                            .stays = std::chrono::seconds(7)});
}

} // namespace afoot
