#include "tests/support/sources.h"
#include "ui/inputs.h"
#include "ui/pages/namelist.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/sourcebar.h"
#include "ui/pages/welcome.h"
#include "ui/sourcecontrol.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace afoot;
using namespace afoot::ui;
using namespace Qt::StringLiterals;
using Part = SettingsPage::Section;

using Deed = std::function<void(SettingsPage &)>;
using Wish = std::function<void(Settings &)>;
Q_DECLARE_METATYPE(Deed)
Q_DECLARE_METATYPE(Wish)

namespace {

const QList<Part> allSections{Part::General, Part::Notifications, Part::Sources,
                              Part::Tracker, Part::Appearance,    Part::About};

AboutFacts about()
{
    return {.version = u"1.2"_s,
            .parts = {{u"Qt"_s, u"6.4"_s}},
            .system = {{u"System"_s, u"Debian"_s}},
            .folders = {{u"Settings"_s, u"/home/ann/.config/afoot"_s}},
            .home = u"/home/ann"_s};
}

TrackerFacts ours()
{
    return {.socket = u"/run/afoot/tracker.sock"_s,
            .address = u"127.0.0.1:4680"_s,
            .token = QString(64, u'7'),
            .curl = u"curl http://127.0.0.1:4680"_s};
}

struct Room
{
    explicit Room(const Settings &settings = {})
        : page(settings, about(), control, [] { return sample::now; })
    {
        page.setTracker(ours());
        page.setKnown({u"make"_s, u"rsync"_s}, {u"local"_s, u"ci"_s});
        page.resize(900, 900);
        page.show();
    }

    QWidget window{};
    SourceControl control{[] { return sample::now; }, &window};
    SettingsPage page;
};

/// The visible control of that name; the test fails where there is none.
template <typename Control> Control *named(const SettingsPage &page, const QString &name)
{
    QCoreApplication::processEvents(); // rows that were added are shown then
    for (auto *control : page.findChildren<Control *>()) {
        if (control->isVisibleTo(&page) && control->accessibleName() == name)
            return control;
    }
    qFatal("there is no %s", qPrintable(name));
}

Deed flip(const QString &name)
{
    return [name](SettingsPage &page) { named<QAbstractButton>(page, name)->click(); };
}

Deed choose(const QString &name, const QString &value)
{
    return [name, value](SettingsPage &page) {
        auto *choice = named<Choice>(page, name);
        const int index = choice->findText(value);
        if (index < 0)
            qFatal("%s is not offered", qPrintable(value));
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
    };
}

Deed set(const QString &name, int value)
{
    return [name, value](SettingsPage &page) { named<NumberField>(page, name)->setValue(value); };
}

/// Types @p name where the placeholder is @p where, the @p nth of them.
Deed type(const QString &where, const QString &name, int nth = 0)
{
    return [=](SettingsPage &page) {
        QList<Field *> fields;
        for (Field *field : page.findChildren<Field *>()) {
            if (field->isVisibleTo(&page) && field->placeholderText() == where)
                fields << field;
        }
        if (nth >= fields.size())
            qFatal("there is no %s", qPrintable(where));
        QTest::keyClicks(fields[nth], name);
        QTest::keyClick(fields[nth], Qt::Key_Return);
    };
}

} // namespace

/// The pages of settings: each control changes what it says and nothing else, and everyone can use it.
class tst_settingspage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Settings>(); }
    void eachControlChangesExactlyItsField_data();
    void eachControlChangesExactlyItsField();
    void whatWasChosenElsewhereIsShownAndNotToldAgain();
    void everyControlHasANameAndIsReachedByKey_data();
    void everyControlHasANameAndIsReachedByKey();
    void theSectionsAreWalkedByArrowKeys();
    void theOtherWayRoundTheControlsStandAtTheLeft();
    void aSwitchIsACheckBoxToThoseWhoHearIt();
    void kindsAreAskedForOnlyWhereTheyMatter();
    void aNameThatWasSwitchedOffCanBeSwitchedOnAgain();
    void timeIsShownInTheLargestUnitThatFits_data();
    void timeIsShownInTheLargestUnitThatFits();
    void aSoundOfTheFileIsKeptThoughItIsNotOffered();
    void aSoundIsHeardAndATestIsSent();
    void withoutNotificationsTheirRulesRest();
    void theTokenIsSeenOnlyWhenAskedFor();
    void aNewTokenIsMadeOnlyAfterAQuestion();
    void anotherProgramsTrackerIsReadOnly();
    void whatIsNoOriginIsToldWhy_data();
    void whatIsNoOriginIsToldWhy();
    void sourcesAreMindedByTheSourceControl();
    void theSourceListFollowsTheSources();
    void aReportHasNoSecrets();
    void theWelcomeChangesWhatItSays();
};

void tst_settingspage::eachControlChangesExactlyItsField_data()
{
    QTest::addColumn<Part>("section");
    QTest::addColumn<Settings>("before");
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Wish>("wish");
    const auto row = [](const char *name, Part section, Deed deed, Wish wish,
                        Settings before = {}) {
        QTest::newRow(name) << section << before << std::move(deed) << std::move(wish);
    };
    const auto general = Part::General;
    row("autostart", general, flip(u"Start with my session"_s),
        [](Settings &s) { s.autostart = true; });
    row("language", general, choose(u"Language"_s, u"Deutsch"_s),
        [](Settings &s) { s.language = u"de"_s; });
    row("language of the desktop", general, choose(u"Language"_s, u"As the desktop"_s),
        [](Settings &s) { s.language.clear(); }, {.language = u"zh_CN"_s});
    row("awake", general, choose(u"Keep this computer awake"_s, u"While any job runs"_s),
        [](Settings &s) { s.keepAwake = Settings::KeepAwake::AnyJob; });
    const Settings byKind{.keepAwake = Settings::KeepAwake::ChosenKinds};
    row(
        "awake for a kind that is known", general, flip(u"make"_s),
        [](Settings &s) { s.keepAwakeKinds = {u"make"_s}; }, byKind);
    row(
        "awake for a kind that is typed", general,
        type(u"Kind of job, such as “make”"_s, u" restic backup "_s),
        [](Settings &s) { s.keepAwakeKinds = {u"restic backup"_s}; }, byKind);
    row("focus window", general, flip(u"rsync"_s),
        [](Settings &s) { s.focusKinds = {u"rsync"_s}; });
    row("focus window no more", general, flip(u"rsync"_s), [](Settings &s) { s.focusKinds = {}; },
        {.focusKinds = {u"rsync"_s}});
    row("the desktop's jobs here", general, flip(u"Show them here"_s),
        [](Settings &s) { s.viewDesktopJobs = false; });
    row("our jobs there", general, flip(u"Show my jobs there"_s),
        [](Settings &s) { s.reportToDesktop = false; });

    const auto notifications = Part::Notifications;
    row("notifications", notifications, flip(u"Notifications"_s),
        [](Settings &s) { s.notifications.wanted = false; });
    row("do not disturb", notifications, flip(u"Respect “do not disturb”"_s),
        [](Settings &s) { s.notifications.respectDoNotDisturb = false; });
    row("completed", notifications, flip(u"Completed jobs"_s),
        [](Settings &s) { s.notifications.completed = false; });
    row("failed", notifications, flip(u"Failed jobs"_s),
        [](Settings &s) { s.notifications.failed = false; });
    row("needs you", notifications, flip(u"Jobs that need an answer"_s),
        [](Settings &s) { s.notifications.needsYou = false; });
    row("canceled", notifications, flip(u"Canceled jobs"_s),
        [](Settings &s) { s.notifications.canceled = false; });
    row("started", notifications, flip(u"Started jobs"_s),
        [](Settings &s) { s.notifications.started = true; });
    row("sources", notifications, flip(u"Sources"_s),
        [](Settings &s) { s.notifications.sources = false; });
    row("sound of completed", notifications, choose(u"Sound: Completed jobs"_s, u"Complete"_s),
        [](Settings &s) { s.notifications.completedSound = u"complete"_s; });
    row("sound of failed", notifications, choose(u"Sound: Failed jobs"_s, u"Error"_s),
        [](Settings &s) { s.notifications.failedSound = u"dialog-error"_s; });
    row("sound of needs you", notifications,
        choose(u"Sound: Jobs that need an answer"_s, u"Question"_s),
        [](Settings &s) { s.notifications.needsYouSound = u"dialog-question"_s; });
    row("longer than", notifications, set(u"Only jobs that took longer than"_s, 45),
        [](Settings &s) { s.notifications.longerThan = std::chrono::seconds(45); });
    row("longer than minutes", notifications, choose(u"Unit of time"_s, u"minutes"_s),
        [](Settings &s) { s.notifications.longerThan = std::chrono::minutes(10); });
    row("at most a day", notifications, choose(u"Unit of time"_s, u"hours"_s),
        [](Settings &s) { s.notifications.longerThan = std::chrono::hours(24); },
        {.notifications = {.longerThan = std::chrono::seconds(50)}});
    row("muted kind", notifications, flip(u"make"_s),
        [](Settings &s) { s.notifications.mutedKinds = {u"make"_s}; });
    row("muted source", notifications, flip(u"This computer"_s),
        [](Settings &s) { s.notifications.mutedSources = {u"local"_s}; });
    row("muted source that is typed", notifications, type(u"Name of a source"_s, u"nas"_s),
        [](Settings &s) { s.notifications.mutedSources = {u"nas"_s}; });

    const auto tracker = Part::Tracker;
    row("port", tracker, set(u"Port"_s, 7000), [](Settings &s) { s.port = 7000; });
    row("any port", tracker, set(u"Port"_s, 0), [](Settings &s) { s.port = 0; });
    row("compat", tracker, flip(u"Serve clients of other backends"_s),
        [](Settings &s) { s.isCompat = true; });
    row("origin", tracker, type(u"https://dash.example"_s, u"https://d.example:8443"_s),
        [](Settings &s) { s.origins = QStringList{u"https://d.example:8443"_s}; });
    row("origin no more", tracker, flip(u"Remove https://a.example"_s),
        [](Settings &s) { s.origins = QStringList{u"https://b.example"_s}; },
        {.origins = {u"https://a.example"_s, u"https://b.example"_s}});
    row("host", tracker, type(u"box.lan"_s, u"box.lan:4680"_s),
        [](Settings &s) { s.hosts = QStringList{u"box.lan:4680"_s}; });

    const auto appearance = Part::Appearance;
    row("dark", appearance, flip(u"Dark"_s),
        [](Settings &s) { s.colours = Settings::Colours::Dark; });
    row("light", appearance, flip(u"Light"_s),
        [](Settings &s) { s.colours = Settings::Colours::Light; });
    row("as the desktop", appearance, flip(u"As the desktop"_s),
        [](Settings &s) { s.colours = Settings::Colours::Desktop; },
        {.colours = Settings::Colours::Dark});
    row("contrast", appearance, flip(u"High contrast"_s),
        [](Settings &s) { s.isHighContrast = true; });
    row("motion", appearance, choose(u"Motion"_s, u"Reduced"_s),
        [](Settings &s) { s.motion = Settings::Motion::Reduced; });
}

void tst_settingspage::eachControlChangesExactlyItsField()
{
    QFETCH(Part, section);
    QFETCH(Settings, before);
    QFETCH(Deed, deed);
    QFETCH(Wish, wish);
    Room room(before);
    room.page.showSection(section);
    const QSignalSpy chosen(&room.page, &SettingsPage::chosen);
    deed(room.page);
    Settings wanted = before;
    wish(wanted);
    QVERIFY(wanted != before);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen[0][0].value<Settings>() == wanted);
    QVERIFY(room.page.settings() == wanted);
}

void tst_settingspage::whatWasChosenElsewhereIsShownAndNotToldAgain()
{
    Room room;
    const QSignalSpy chosen(&room.page, &SettingsPage::chosen);
    Settings other{.autostart = true,
                   .keepAwake = Settings::KeepAwake::AnyJob,
                   .language = u"fr"_s,
                   .port = 9,
                   .origins = {u"https://a.example"_s},
                   .colours = Settings::Colours::Dark};
    other.notifications.longerThan = std::chrono::minutes(3);
    other.notifications.mutedKinds = {u"rsync"_s};
    room.page.setSettings(other);
    QVERIFY(named<QAbstractButton>(room.page, u"Start with my session"_s)->isChecked());
    QCOMPARE(named<Choice>(room.page, u"Language"_s)->currentText(), u"Français"_s);
    room.page.showSection(Part::Tracker);
    QCOMPARE(named<NumberField>(room.page, u"Port"_s)->value(), 9);
    room.page.showSection(Part::Appearance);
    QVERIFY(named<QAbstractButton>(room.page, u"Dark"_s)->isChecked());
    QCOMPARE(chosen.size(), 0);
}

void tst_settingspage::everyControlHasANameAndIsReachedByKey_data()
{
    QTest::addColumn<Part>("section");
    for (const Part section : allSections)
        QTest::addRow("section %d", int(section)) << section;
}

void tst_settingspage::everyControlHasANameAndIsReachedByKey()
{
    QFETCH(Part, section);
    Room room({.keepAwake = Settings::KeepAwake::ChosenKinds, .origins = {u"https://a.b"_s}});
    room.page.setSources({remote(), away()});
    room.page.showSection(section);
    room.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&room.page));
    QSet<QWidget *> wanted;
    for (QWidget *widget : room.page.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) ||
                               qobject_cast<Choice *>(widget) ||
                               qobject_cast<NumberField *>(widget) || qobject_cast<Field *>(widget);
        if (!isControl || !widget->isVisibleTo(&room.page) || !widget->isEnabled())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
        // of those of which one is chosen Tab stops at that one
        if (button && button->isCheckable() && (button->group() || button->autoExclusive()) &&
            !button->isChecked())
            continue;
        wanted.insert(widget);
    }
    QVERIFY(!wanted.isEmpty());
    QWidget *first = QApplication::focusWidget();
    for (qsizetype i = 0; i < 200 && !wanted.isEmpty(); ++i) {
        QTest::keyClick(&room.page, Qt::Key_Tab);
        wanted.remove(QApplication::focusWidget());
        if (QApplication::focusWidget() == first)
            break;
    }
    for (const QWidget *lost : std::as_const(wanted))
        qWarning("%s", qPrintable(lost->accessibleName()));
    QVERIFY(wanted.isEmpty());
}

void tst_settingspage::theSectionsAreWalkedByArrowKeys()
{
    Room room;
    room.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&room.page));
    room.page.setFocus();
    for (const Part section : allSections) {
        QCOMPARE(room.page.section(), section);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    }
}

void tst_settingspage::theOtherWayRoundTheControlsStandAtTheLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        Room room;
        const auto *control = named<QAbstractButton>(room.page, u"Start with my session"_s);
        QVERIFY(control->mapTo(&room.page, QPoint()).x() < room.page.width() / 2);
        const auto *entry = named<QAbstractButton>(room.page, u"Tracker"_s);
        QVERIFY(entry->mapTo(&room.page, QPoint()).x() > room.page.width() / 2);
        for (const Part section : allSections) { // and all of it can be painted
            room.page.showSection(section);
            QVERIFY(!room.page.grab().isNull());
        }
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void tst_settingspage::aSwitchIsACheckBoxToThoseWhoHearIt()
{
    Room room;
    auto *control = named<Switch>(room.page, u"Show them here"_s);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(control);
    QVERIFY(heard);
    QCOMPARE(heard->role(), QAccessible::CheckBox);
    QVERIFY(heard->state().checked);
    control->click();
    QVERIFY(!heard->state().checked);
    QVERIFY(!heard->text(QAccessible::Description).isEmpty());
}

void tst_settingspage::kindsAreAskedForOnlyWhereTheyMatter()
{
    Room room;
    const auto sets = [&] {
        int visible = 0;
        for (const NameSet *names : room.page.findChildren<NameSet *>())
            visible += names->isVisible();
        return visible;
    };
    QCOMPARE(sets(), 1); // of the focus windows
    choose(u"Keep this computer awake"_s, u"For some kinds of jobs"_s)(room.page);
    QCOMPARE(sets(), 2);
    choose(u"Keep this computer awake"_s, u"Never"_s)(room.page);
    QCOMPARE(sets(), 1);
}

void tst_settingspage::aNameThatWasSwitchedOffCanBeSwitchedOnAgain()
{
    Room room({.focusKinds = {u"old"_s}});
    flip(u"old"_s)(room.page);
    QVERIFY(room.page.settings().focusKinds.isEmpty());
    flip(u"old"_s)(room.page);
    QCOMPARE(room.page.settings().focusKinds, QSet<QString>{u"old"_s});
    flip(u"old"_s)(room.page);
    room.page.setKnown({u"make"_s}, {}); // whoever comes back finds what there is
    for (const Switch *control : room.page.findChildren<Switch *>())
        QVERIFY(!control->isVisible() || control->accessibleName() != u"old"_s);
}

void tst_settingspage::timeIsShownInTheLargestUnitThatFits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("unit");
    QTest::newRow("all") << 0 << 0 << u"seconds"_s;
    QTest::newRow("seconds") << 90 << 90 << u"seconds"_s;
    QTest::newRow("minutes") << 300 << 5 << u"minutes"_s;
    QTest::newRow("hours") << 7200 << 2 << u"hours"_s;
    QTest::newRow("a day") << 86'400 << 24 << u"hours"_s;
}

void tst_settingspage::timeIsShownInTheLargestUnitThatFits()
{
    QFETCH(int, seconds);
    QFETCH(int, number);
    QFETCH(QString, unit);
    Settings settings;
    settings.notifications.longerThan = std::chrono::seconds(seconds);
    Room room(settings);
    room.page.showSection(Part::Notifications);
    QCOMPARE(named<NumberField>(room.page, u"Only jobs that took longer than"_s)->value(), number);
    QCOMPARE(named<Choice>(room.page, u"Unit of time"_s)->currentText(), unit);
}

void tst_settingspage::aSoundOfTheFileIsKeptThoughItIsNotOffered()
{
    Settings settings;
    settings.notifications.failedSound = u"my-own"_s;
    Room room(settings);
    room.page.showSection(Part::Notifications);
    auto *choice = named<Choice>(room.page, u"Sound: Failed jobs"_s);
    QCOMPARE(choice->currentText(), u"my-own"_s);
    const QSignalSpy chosen(&room.page, &SettingsPage::chosen);
    Q_EMIT choice->activated(choice->currentIndex());
    QCOMPARE(chosen.size(), 0);
    choose(u"Sound: Failed jobs"_s, u"Error"_s)(room.page);
    QCOMPARE(room.page.settings().notifications.failedSound, u"dialog-error"_s);
    QCOMPARE(choice->findText(u"my-own"_s), -1);
}

void tst_settingspage::aSoundIsHeardAndATestIsSent()
{
    Settings settings;
    settings.notifications.completedSound = u"complete"_s;
    Room room(settings);
    room.page.showSection(Part::Notifications);
    const QSignalSpy sound(&room.page, &SettingsPage::soundRequested);
    const QSignalSpy test(&room.page, &SettingsPage::testRequested);
    flip(u"Play the sound: Completed jobs"_s)(room.page);
    QCOMPARE(sound.size(), 1);
    QCOMPARE(sound[0][0].toString(), u"complete"_s);
    flip(u"Send a test notification"_s)(room.page);
    QCOMPARE(test.size(), 1);
}

void tst_settingspage::withoutNotificationsTheirRulesRest()
{
    Room room;
    room.page.showSection(Part::Notifications);
    flip(u"Notifications"_s)(room.page);
    QVERIFY(!named<Switch>(room.page, u"Failed jobs"_s)->isEnabled());
    QVERIFY(!named<QAbstractButton>(room.page, u"Send a test notification"_s)->isEnabled());
    QVERIFY(named<Switch>(room.page, u"Notifications"_s)->isEnabled());
    flip(u"Notifications"_s)(room.page);
    QVERIFY(named<Switch>(room.page, u"Failed jobs"_s)->isEnabled());
}

void tst_settingspage::theTokenIsSeenOnlyWhenAskedFor()
{
    Room room;
    room.page.showSection(Part::Tracker);
    auto *field = named<Field>(room.page, u"Token"_s);
    QVERIFY(!field->text().contains(u'7'));
    Button *show = buttonOf(room.page, u"Show"_s);
    show->click();
    QCOMPARE(field->text(), ours().token);
    QCOMPARE(show->text(), u"Hide"_s);
    show->click();
    QVERIFY(!field->text().contains(u'7'));
    for (const Button *button : room.page.findChildren<Button *>()) {
        QVERIFY(!button->accessibleName().contains(ours().token));
        QVERIFY(!button->accessibleDescription().contains(ours().token));
    }
}

void tst_settingspage::aNewTokenIsMadeOnlyAfterAQuestion()
{
    Room room;
    room.page.showSection(Part::Tracker);
    const QSignalSpy renewed(&room.page, &SettingsPage::tokenRenewRequested);
    bool isMeant = false;
    int asked = 0;
    room.page.setConfirm([&](QWidget *, const Question &) {
        ++asked;
        return isMeant;
    });
    Button *renew = buttonOf(room.page, u"Make a new one …"_s);
    renew->click();
    QCOMPARE(asked, 1);
    QCOMPARE(renewed.size(), 0);
    isMeant = true;
    renew->click();
    QCOMPARE(renewed.size(), 1);
    TrackerFacts facts = ours();
    facts.token = QString(64, u'8');
    buttonOf(room.page, u"Show"_s)->click();
    room.page.setTracker(facts);
    QCOMPARE(named<Field>(room.page, u"Token"_s)->text(), facts.token);
}

void tst_settingspage::anotherProgramsTrackerIsReadOnly()
{
    Room room({.origins = {u"https://a.example"_s}});
    room.page.showSection(Part::Tracker);
    room.page.setTracker({.isOurs = false, .socket = u"/run/afoot/tracker.sock"_s});
    QVERIFY(!named<NumberField>(room.page, u"Port"_s)->isEnabled());
    QVERIFY(!named<Switch>(room.page, u"Serve clients of other backends"_s)->isEnabled());
    QVERIFY(!buttonOf(room.page, u"Make a new one …"_s)->isEnabled());
    QVERIFY(!buttonOf(room.page, u"Show"_s)->isEnabled());
    for (const Field *field : room.page.findChildren<Field *>())
        QVERIFY(!field->isVisible() || field->isReadOnly());
    for (const IconButton *remove : room.page.findChildren<IconButton *>())
        QVERIFY(!remove->isVisible());
    room.page.setTracker(ours());
    QVERIFY(named<NumberField>(room.page, u"Port"_s)->isEnabled());
    QVERIFY(named<QAbstractButton>(room.page, u"Remove https://a.example"_s)->isVisible());
}

void tst_settingspage::whatIsNoOriginIsToldWhy_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"dash.example", "ftp://dash.example", "https://dash.example/page",
                              "https://a:b@dash.example", "https://"})
        QTest::addRow("origin %s", typed)
            << u"https://dash.example"_s << QString(QLatin1String(typed));
    for (const char *typed : {"https://box.lan", "box.lan/page", "a b", "user@box.lan"})
        QTest::addRow("host %s", typed) << u"box.lan"_s << QString(QLatin1String(typed));
}

void tst_settingspage::whatIsNoOriginIsToldWhy()
{
    QFETCH(QString, where);
    QFETCH(QString, typed);
    Room room;
    room.page.showSection(Part::Tracker);
    const QSignalSpy chosen(&room.page, &SettingsPage::chosen);
    type(where, typed)(room.page);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(!named<Field>(room.page, where)->accessibleDescription().isEmpty());
    QCOMPARE(named<Field>(room.page, where)->text(), typed);
}

void tst_settingspage::sourcesAreMindedByTheSourceControl()
{
    Room room;
    room.page.showSection(Part::Sources);
    room.control.setSources({away()});
    room.page.setSources({SourceState{.name = u"local"_s}, away()});
    room.control.setConfirm([](QWidget *, const Question &) { return true; });
    const QSignalSpy retried(&room.control, &SourceControl::retryRequested);
    const QSignalSpy paused(&room.control, &SourceControl::pauseRequested);
    const QSignalSpy looked(&room.control, &SourceControl::detailsRequested);
    const QSignalSpy removed(&room.control, &SourceControl::removeRequested);
    buttonOf(room.page, u"Retry now"_s)->click();
    buttonOf(room.page, u"Pause"_s)->click();
    buttonOf(room.page, u"Details"_s)->click();
    buttonOf(room.page, u"Remove"_s)->click();
    for (const QSignalSpy *spy : {&retried, &paused, &looked, &removed}) {
        QCOMPARE(spy->size(), 1);
        QCOMPARE(spy->first().first().toString(), u"ci"_s);
    }
    buttonOf(room.page, u"Edit"_s)->click();
    QVERIFY(room.window.findChild<AddSourceDialog *>());
}

void tst_settingspage::theSourceListFollowsTheSources()
{
    Room room;
    room.page.showSection(Part::Sources);
    const auto names = [&] {
        QStringList shown;
        for (const SourceBar *bar : room.page.findChildren<SourceBar *>()) {
            if (bar->isVisible())
                shown << bar->name();
        }
        return shown;
    };
    QVERIFY(names().isEmpty());
    SourceState second = remote();
    second.name = u"nas"_s;
    room.page.setSources({remote(), second});
    QCOMPARE(names(), (QStringList{u"ci"_s, u"nas"_s}));
    room.page.setSources({second});
    QCOMPARE(names(), QStringList{u"nas"_s});
    room.page.setSources({});
    QVERIFY(names().isEmpty());
}

void tst_settingspage::aReportHasNoSecrets()
{
    Room room;
    room.page.showSection(Part::About);
    named<QAbstractButton>(room.page, u"Details for a bug report"_s)->click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.startsWith(u"Afoot 1.2\n"_s));
    QVERIFY(report.contains(u"Qt: 6.4"_s));
    QVERIFY(report.contains(u"Port: 127.0.0.1:4680"_s));
    QVERIFY(report.contains(u"Folder: ~/.config/afoot"_s));
    QVERIFY(!report.contains(ours().token));
    QVERIFY(!report.contains(u"ann"_s));
    const QSignalSpy opened(&room.page, &SettingsPage::folderRequested);
    named<QAbstractButton>(room.page, u"Open folder: Settings"_s)->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].toString(), u"/home/ann/.config/afoot"_s);
}

void tst_settingspage::theWelcomeChangesWhatItSays()
{
    Welcome card({});
    const QSignalSpy chosen(&card, &Welcome::chosen);
    const QSignalSpy sample(&card, &Welcome::sampleRequested);
    const QSignalSpy dismissed(&card, &Welcome::dismissed);
    for (Switch *choice : card.findChildren<Switch *>())
        choice->click();
    QCOMPARE(chosen.size(), 2);
    Settings wanted{.autostart = true};
    wanted.notifications.wanted = false;
    QVERIFY(chosen[1][0].value<Settings>() == wanted);
    buttonOf(card, u"Run a sample job"_s)->click();
    QCOMPARE(sample.size(), 1);
    QCOMPARE(dismissed.size(), 0);
    buttonOf(card, u"Done"_s)->click();
    QCOMPARE(dismissed.size(), 1);
    card.show(Settings{});
    QCOMPARE(chosen.size(), 2);
}

QTEST_MAIN(tst_settingspage)
#include "tst_settingspage.moc"
