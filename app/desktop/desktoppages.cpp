// The pages beside the list, and what stands above it at the first start.
#include "app/desktop/about.h"
#include "app/desktop/desktop.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/welcome.h"

#include <QDesktopServices>
#include <QMap>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString welcomeKey = u"window/welcome"_s;
const QString welcomeOpen = u"open"_s;
const QString welcomeDone = u"done"_s;

} // namespace

void Desktop::addPages()
{
    using ui::SettingsPage;
    auto *page = new SettingsPage(m_chosen, aboutFacts(m_paths), m_window.sources(),
                                  [this] { return m_clock.now(); });
    m_settingsPage = page;
    const int place =
        m_window.addPlace(page, tr("Settings"), ui::Icon::Sliders, ui::Command::ShowSettings);
    connect(&m_window, &ui::MainWindow::placeShown, this, [this, place](int shown) {
        if (shown == place)
            showKnown();
    });
    connect(page, &SettingsPage::chosen, this, &Desktop::choose);
    connect(page, &SettingsPage::tokenRenewRequested, this, &Desktop::renewToken);
    connect(page, &SettingsPage::folderRequested, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(page, &SettingsPage::urlRequested, &m_window, &ui::MainWindow::urlRequested);
    connect(page, &SettingsPage::testRequested, &m_notices, &Notices::showTest);
    connect(page, &SettingsPage::soundRequested, &m_notices, &Notices::playSound);
    m_openSettings = [this, page, place](const QString &section) {
        m_window.showPlace(place);
        page->showSection(section);
    };
    welcome();
}

/// At the very first start, and until the person has dismissed it.
void Desktop::welcome()
{
    if (m_settings.allKeys().isEmpty())
        m_settings.setValue(welcomeKey, welcomeOpen);
    if (m_settings.value(welcomeKey) != welcomeOpen)
        return;
    auto *card = new ui::Welcome(m_chosen);
    m_window.setCard(card);
    connect(card, &ui::Welcome::chosen, this, &Desktop::choose);
    connect(card, &ui::Welcome::sampleRequested, this, &Desktop::runSample);
    connect(card, &ui::Welcome::dismissed, this, [this] {
        m_settings.setValue(welcomeKey, welcomeDone);
        m_window.setCard(nullptr);
    });
    connect(m_settingsPage, &ui::SettingsPage::chosen, card, &ui::Welcome::show);
}

/// The kinds and sources of the jobs that there are, those of most jobs first, for lists of them.
void Desktop::showKnown()
{
    QMap<QString, int> kinds;
    QMap<QString, int> sources{{m_here.name, 0}};
    m_window.model().forEach([&](const JobPtr &job) {
        if (!job->kind.empty())
            ++kinds[QString::fromStdString(job->kind)];
        ++sources[QString::fromStdString(job->key.source)];
    });
    for (const ui::SourceState &source : std::as_const(m_elsewhere))
        sources.insert(source.name, sources.value(source.name));
    const auto byNumber = [](const QMap<QString, int> &counts) {
        QStringList names = counts.keys();
        std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) {
            return counts.value(a) > counts.value(b);
        });
        return names;
    };
    m_settingsPage->setKnown(byNumber(kinds), byNumber(sources));
}

void Desktop::setTrackerFacts(const ui::TrackerFacts &facts)
{
    m_trackerFacts = facts;
    m_settingsPage->setTracker(facts);
    m_window.setCurl(facts.curl);
}

void Desktop::renewToken()
{
    if (m_embedded == nullptr || !m_engine)
        return;
    // the answer comes on the engine's thread, which ends before this does
    m_engine->renewToken([this](const Result<std::string> &token) {
        QMetaObject::invokeMethod(this, [this, token] {
            if (!token) {
                say(tr("The token is the old one: %1")
                        .arg(QString::fromStdString(token.error().detail)));
                return;
            }
            ui::TrackerFacts facts = m_trackerFacts;
            facts.token = QString::fromStdString(*token);
            setTrackerFacts(facts);
        });
    });
}

} // namespace afoot
