#include "ui/controls.h"
#include "ui/pages/namelist.h"
#include "ui/pages/settingssections.h"

#include <QHBoxLayout>

#include <array>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

struct Unit
{
    seconds length;
    int most; ///< of them make a day
};
constexpr std::array units{Unit{seconds(1), 86'400}, Unit{seconds(60), 1'440},
                           Unit{seconds(3'600), 24}};

/// The largest that @p time is a whole number of.
int unitOf(seconds time)
{
    for (int i = int(units.size()) - 1; i > 0; --i) {
        if (time.count() > 0 && time % units[std::size_t(i)].length == seconds(0))
            return i;
    }
    return 0;
}

/// Names of the sound theme that fit, and what people call them.
QList<std::pair<QString, QString>> sounds()
{
    return {{NotificationSettings::tr("No sound"), QString()},
            {NotificationSettings::tr("Complete"), u"complete"_s},
            {NotificationSettings::tr("Message"), u"message"_s},
            {NotificationSettings::tr("Bell"), u"bell"_s},
            {NotificationSettings::tr("Information"), u"dialog-information"_s},
            {NotificationSettings::tr("Question"), u"dialog-question"_s},
            {NotificationSettings::tr("Warning"), u"dialog-warning"_s},
            {NotificationSettings::tr("Error"), u"dialog-error"_s},
            {NotificationSettings::tr("Alarm"), u"alarm-clock-elapsed"_s}};
}

} // namespace

NotificationSettings::NotificationSettings(QWidget *parent)
    : SettingsSection(tr("Notifications"), parent)
{
    SettingsCard *all = addCard();
    all->addRow(tr("Notifications"), tr("Through the desktop, while you look at something else."),
                {makeSwitch([](Settings &s) -> bool & { return s.notifications.wanted; })});
    Switch *quiet =
        makeSwitch([](Settings &s) -> bool & { return s.notifications.respectDoNotDisturb; });
    all->addRow(tr("Respect “do not disturb”"),
                tr("What comes while the desktop is told to be quiet waits in the window."),
                {quiet});
    auto *test = new Button(tr("Send a test notification"), Button::Kind::Plain, this);
    all->addRow(tr("Does it work?"), {}, {test});
    test->setAccessibleName(test->text());
    connect(test, &QAbstractButton::clicked, this, &NotificationSettings::testRequested);

    SettingsCard *when = addCard(tr("Tell me of"));
    addOutcome(
        *when, tr("Completed jobs"), {},
        [](Settings &s) -> bool & { return s.notifications.completed; },
        [](Settings &s) -> QString & { return s.notifications.completedSound; });
    addOutcome(
        *when, tr("Failed jobs"), tr("Also those that ended without a word."),
        [](Settings &s) -> bool & { return s.notifications.failed; },
        [](Settings &s) -> QString & { return s.notifications.failedSound; });
    addOutcome(
        *when, tr("Jobs that need an answer"), {},
        [](Settings &s) -> bool & { return s.notifications.needsYou; },
        [](Settings &s) -> QString & { return s.notifications.needsYouSound; });
    addOutcome(*when, tr("Canceled jobs"), {},
               [](Settings &s) -> bool & { return s.notifications.canceled; });
    addOutcome(*when, tr("Started jobs"), {},
               [](Settings &s) -> bool & { return s.notifications.started; });
    addOutcome(*when, tr("Sources"), tr("That one is away, or back."),
               [](Settings &s) -> bool & { return s.notifications.sources; });
    addLongerThan(*when);

    m_kinds = addMuted(tr("Muted kinds"), tr("Nothing is told of jobs of these kinds."),
                       tr("Kind of job, such as “make”"),
                       [](Settings &s) -> QSet<QString> & { return s.notifications.mutedKinds; });
    m_sources = addMuted(
        tr("Muted sources"), tr("Nothing is told of jobs that run there."), tr("Name of a source"),
        [](Settings &s) -> QSet<QString> & { return s.notifications.mutedSources; });
    m_sources->setNaming(sourceName);
    m_whileWanted += {quiet, test, when, m_kinds, m_sources};
    whenShown([this](const Settings &s) {
        for (QWidget *widget : std::as_const(m_whileWanted))
            widget->setEnabled(s.notifications.wanted);
    });
}

void NotificationSettings::addOutcome(SettingsCard &card, const QString &label, const QString &why,
                                      const Member<bool> &field, const Member<QString> &sound)
{
    QList<QWidget *> controls;
    if (sound) {
        QList<std::pair<QString, QString>> offered = sounds();
        Choice *choice = makeChoice<QString>(offered, sound);
        choice->setAccessibleName(tr("Sound: %1").arg(label));
        auto *play = new IconButton(Icon::Play, tr("Play the sound: %1").arg(label), this);
        QSizePolicy policy = play->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // the choices stand below each other
        play->setSizePolicy(policy);
        connect(play, &QAbstractButton::clicked, this, [this, sound] {
            Settings now = settings();
            Q_EMIT soundRequested(sound(now));
        });
        whenShown([choice, play, sound](Settings now) {
            const QString name = sound(now);
            const auto known = sounds();
            const bool isKnown = std::any_of(known.begin(), known.end(), [&](const auto &offer) {
                return offer.second == name;
            });
            // one that the person wrote into the file
            while (choice->count() > known.size())
                choice->removeItem(choice->count() - 1);
            if (!isKnown) {
                choice->addItem(name);
                choice->setCurrentIndex(choice->count() - 1);
            }
            play->setVisible(!name.isEmpty());
        });
        controls << choice << play;
    }
    controls << makeSwitch(field);
    card.addRow(label, why, controls);
}

void NotificationSettings::addLongerThan(SettingsCard &card)
{
    auto *number = new NumberField(this);
    auto *unit = new Choice(this);
    unit->addItems({tr("seconds"), tr("minutes"), tr("hours")});
    number->setMaximum(units[0].most);
    const auto take = [this, number, unit] {
        const Unit &chosen = units[std::size_t(unit->currentIndex())];
        const seconds time = chosen.length * std::min(number->value(), chosen.most);
        change([&](Settings &settings) { settings.notifications.longerThan = time; });
    };
    connect(number, &QSpinBox::valueChanged, this, take);
    connect(unit, &QComboBox::activated, this, take);
    whenShown([number, unit](const Settings &settings) {
        const seconds time = settings.notifications.longerThan;
        const QSignalBlocker quiet(number);
        const seconds shown = units[std::size_t(unit->currentIndex())].length * number->value();
        if (shown == time && number->value() <= units[std::size_t(unit->currentIndex())].most)
            return; // as the person writes it
        const int index = unitOf(time);
        unit->setCurrentIndex(index);
        number->setMaximum(units[std::size_t(index)].most);
        number->setValue(int(time / units[std::size_t(index)].length));
    });
    const QString label = tr("Only jobs that took longer than");
    card.addRow(label, tr("Questions are always told. Nought: every job."), {number, unit});
    number->setName(label);
    unit->setAccessibleName(tr("Unit of time"));
}

NameSet *NotificationSettings::addMuted(const QString &title, const QString &why,
                                        const QString &placeholder,
                                        const Member<QSet<QString>> &field)
{
    auto *set = new NameSet(placeholder);
    addCard(title, why)->addWide(set);
    connect(set, &NameSet::changed, this, [this, field](const QSet<QString> &chosen) {
        change([&](Settings &settings) { field(settings) = chosen; });
    });
    whenShown([set, field](Settings settings) { set->setChosen(field(settings)); });
    return set;
}

void NotificationSettings::setKnown(const QStringList &kinds, const QStringList &sources)
{
    m_kinds->setKnown(kinds);
    m_sources->setKnown(sources);
}

} // namespace afoot::ui
