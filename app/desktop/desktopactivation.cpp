// How Afoot is woken: by a second start, by the desktop over D-Bus, by links.
#include "app/desktop/desktop.h"
#include "ui/presence/toasts.h"
#include "ui/sourcecontrol.h"

#include <QCoreApplication>

#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

/// A tracker of this computer has told of its jobs by then.
constexpr std::chrono::seconds wantedFor{5};

} // namespace

void Desktop::connectActivation(const QDBusConnection &bus)
{
    m_application = new Application(bus, u"io.github.afoot.Afoot"_s);
    m_application->moveToThread(&m_busThread);
    connect(&m_busThread, &QThread::finished, m_application, &QObject::deleteLater);
    connect(m_application, &Application::activated, this, &Desktop::raise);
    connect(m_application, &Application::openRequested, this,
            [this](const QStringList &uris, const QString &token) {
                answer({.activationToken = token, .links = uris});
            });
    connect(m_application, &Application::actionRequested, this, &Desktop::runAction);
    QMetaObject::invokeMethod(m_application, [a = m_application] { a->start(); });
    m_wantedWait.setSingleShot(true);
    m_wantedWait.setInterval(wantedFor);
    connect(&m_wantedWait, &QTimer::timeout, this, [this] {
        if (std::exchange(m_wantedJob, {}))
            say(tr("The job of the link is not here."));
    });
    connect(&m_window.model(), &ui::JobModel::countsChanged, this, &Desktop::lookForWanted);
}

void Desktop::raise(const QString &activationToken)
{
    m_startsHidden = false;
    // Qt's Wayland plugin takes the token from the environment when a window asks for activation
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window.raiseWindow();
}

void Desktop::answer(const Summons &summons)
{
    if (!summons.action.isEmpty()) {
        runAction(summons.action, summons.activationToken);
        return;
    }
    if (summons.raise)
        raise(summons.activationToken);
    for (const QString &link : summons.links)
        openLink(link);
}

/// Those of the desktop entry; links cannot reach them.
void Desktop::runAction(const QString &action, const QString &activationToken)
{
    if (action == u"new-source") {
        raise(activationToken);
        m_window.sources().add();
    } else if (action == u"pause-notifications") {
        m_notices.setPause(ui::Pause::UntilTurnedOn);
    } else if (action == u"quit") {
        QCoreApplication::exit(0);
    } else {
        raise(activationToken);
    }
}

void Desktop::openLink(const QString &link)
{
    if (const auto url = readAfootUrl(link))
        std::visit([this](const auto &to) { go(to); }, *url);
    else
        say(tr("The link leads nowhere in Afoot."));
}

void Desktop::go(const LinkToJob &link)
{
    m_wantedJob = link;
    m_wantedWait.start();
    lookForWanted();
}

/// An id alone is that of a job of this computer before it is one of elsewhere.
void Desktop::lookForWanted()
{
    if (!m_wantedJob)
        return;
    const std::string id = m_wantedJob->id.toStdString();
    JobKey key{.id = id};
    if (!m_wantedJob->source.isEmpty())
        key.source = m_wantedJob->source.toStdString();
    JobPtr job = m_window.model().job(key);
    if (!job && m_wantedJob->source.isEmpty()) {
        m_window.model().forEach([&](const JobPtr &other) {
            if (other->key.id == id && (!job || other->key < job->key))
                job = other;
        });
    }
    if (!job)
        return;
    m_wantedJob.reset();
    m_wantedWait.stop();
    m_window.selectJob(job->key);
}

void Desktop::go(const LinkToAdd &link)
{
    m_window.sources().suggest(link.url);
}

void Desktop::go(const LinkToHistory &link)
{
    if (m_openHistory)
        m_openHistory(link.kind);
}

void Desktop::go(const LinkToSettings &link)
{
    if (m_openSettings)
        m_openSettings(link.section);
}

} // namespace afoot
