#include "ui/pages/namelist.h"
#include "ui/pages/settingssections.h"

namespace afoot::ui {

using namespace Qt::StringLiterals;

GeneralSettings::GeneralSettings(QWidget *parent) : SettingsSection(tr("General"), parent)
{
    using KeepAwake = Settings::KeepAwake;
    SettingsCard *session = addCard();
    session->addRow(tr("Start with my session"),
                    tr("In the tray where the desktop has one; jobs that start before you look are "
                       "not missed."),
                    {makeSwitch([](Settings &s) -> bool & { return s.autostart; })});
    session->addRow(
        tr("Language"), tr("Counts from the next start."),
        {makeChoice<QString>({{tr("As the desktop"), QString()},
                              // each in its own words, for whoever cannot read the others
                              {u"English"_s, u"en"_s},
                              {u"Deutsch"_s, u"de"_s},
                              {u"Español"_s, u"es"_s},
                              {u"Français"_s, u"fr"_s},
                              {u"العربية"_s, u"ar"_s},
                              {u"简体中文"_s, u"zh_CN"_s}},
                             [](Settings &s) -> QString & { return s.language; })});

    SettingsCard *awake = addCard(tr("While jobs run"));
    awake->addRow(tr("Keep this computer awake"),
                  tr("It does not go to sleep by itself. You can still send it there."),
                  {makeChoice<KeepAwake>({{tr("Never"), KeepAwake::Never},
                                          {tr("While any job runs"), KeepAwake::AnyJob},
                                          {tr("For some kinds of jobs"), KeepAwake::ChosenKinds}},
                                         [](Settings &s) -> KeepAwake & { return s.keepAwake; })});
    NameSet *awakeKinds =
        addKinds(*awake, [](Settings &s) -> QSet<QString> & { return s.keepAwakeKinds; });
    whenShown([row = awakeKinds->parentWidget()](const Settings &s) {
        row->setVisible(s.keepAwake == KeepAwake::ChosenKinds);
    });

    SettingsCard *focus = addCard(
        tr("Jobs that get a window of their own"),
        tr("A job of these kinds opens a small window when it starts, which closes by itself when "
           "all went well."));
    addKinds(*focus, [](Settings &s) -> QSet<QString> & { return s.focusKinds; });

    SettingsCard *desktop = addCard(tr("The desktop's own jobs"));
    desktop->addRow(tr("Show them here"),
                    tr("File copies and downloads of KDE programs, where nothing else shows them."),
                    {makeSwitch([](Settings &s) -> bool & { return s.viewDesktopJobs; })});
    desktop->addRow(
        tr("Show my jobs there"),
        tr("Where the desktop has a view of jobs, it is told of those that Afoot knows."),
        {makeSwitch([](Settings &s) -> bool & { return s.reportToDesktop; })});
}

NameSet *GeneralSettings::addKinds(SettingsCard &card, const Member<QSet<QString>> &field)
{
    auto *kinds = new NameSet(tr("Kind of job, such as “make”"));
    card.addWide(kinds);
    connect(kinds, &NameSet::changed, this, [this, field](const QSet<QString> &chosen) {
        change([&](Settings &settings) { field(settings) = chosen; });
    });
    whenShown([kinds, field](Settings settings) { kinds->setChosen(field(settings)); });
    m_kinds.append(kinds);
    return kinds;
}

void GeneralSettings::setKnownKinds(const QStringList &kinds)
{
    for (NameSet *set : std::as_const(m_kinds))
        set->setKnown(kinds);
}

} // namespace afoot::ui
