#include "app/desktop/settingsfile.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace afoot {

using namespace Qt::StringLiterals;
using ui::Settings;

namespace {

template <typename Value> using Words = std::pair<QLatin1StringView, Value>;

constexpr std::array<Words<Settings::Colours>, 3> colourWords{{
    {"desktop"_L1, Settings::Colours::Desktop},
    {"light"_L1, Settings::Colours::Light},
    {"dark"_L1, Settings::Colours::Dark},
}};
constexpr std::array<Words<Settings::Motion>, 3> motionWords{{
    {"desktop"_L1, Settings::Motion::Desktop},
    {"full"_L1, Settings::Motion::Full},
    {"reduced"_L1, Settings::Motion::Reduced},
}};
constexpr std::array<Words<Settings::KeepAwake>, 3> awakeWords{{
    {"never"_L1, Settings::KeepAwake::Never},
    {"any-job"_L1, Settings::KeepAwake::AnyJob},
    {"chosen-kinds"_L1, Settings::KeepAwake::ChosenKinds},
}};
constexpr int mostPort = 65'535;
constexpr int mostWaitS = 24 * 60 * 60;

/// Carries one value between the file and the settings; which way is the caller's.
class Reading
{
public:
    explicit Reading(const QSettings &file) : m_file(file) {}

    void operator()(const QString &key, bool &value) const
    {
        value = m_file.value(key, value).toBool();
    }
    void operator()(const QString &key, QString &value) const
    {
        value = m_file.value(key, value).toString();
    }
    void operator()(const QString &key, QStringList &value) const
    {
        value = m_file.value(key, value).toStringList();
    }
    void operator()(const QString &key, QSet<QString> &value) const
    {
        const QStringList kept =
            m_file.value(key, QStringList(value.begin(), value.end())).toStringList();
        value = QSet<QString>(kept.begin(), kept.end());
    }
    void operator()(const QString &key, int &value, int most) const
    {
        bool isNumber = false;
        const int kept = m_file.value(key, value).toInt(&isNumber);
        if (isNumber && kept >= 0 && kept <= most)
            value = kept;
    }
    template <typename Value, std::size_t N>
    void operator()(const QString &key, Value &value,
                    const std::array<Words<Value>, N> &words) const
    {
        const QString kept = m_file.value(key).toString();
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const auto &word) { return word.first == kept; });
        if (found != words.end())
            value = found->second;
    }

private:
    const QSettings &m_file;
};

class Writing
{
public:
    explicit Writing(QSettings &file) : m_file(file) {}

    template <typename Value> void operator()(const QString &key, const Value &value) const
    {
        m_file.setValue(key, value);
    }
    void operator()(const QString &key, const QSet<QString> &value) const
    {
        QStringList list(value.begin(), value.end());
        list.sort();
        m_file.setValue(key, list);
    }
    void operator()(const QString &key, int value, int) const { m_file.setValue(key, value); }
    template <typename Value, std::size_t N>
    void operator()(const QString &key, Value value, const std::array<Words<Value>, N> &words) const
    {
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const auto &word) { return word.second == value; });
        if (found != words.end())
            m_file.setValue(key, found->first);
    }

private:
    QSettings &m_file;
};

/// Everything that is kept, once: @p carry reads it or writes it.
template <typename Carry, typename Chosen> void carryAll(const Carry &carry, Chosen &chosen)
{
    carry(u"program/autostart"_s, chosen.autostart);
    carry(u"program/keep-awake"_s, chosen.keepAwake, awakeWords);
    carry(u"program/keep-awake-kinds"_s, chosen.keepAwakeKinds);
    carry(u"program/focus-kinds"_s, chosen.focusKinds);
    carry(u"program/view-desktop-jobs"_s, chosen.viewDesktopJobs);
    carry(u"program/report-to-desktop"_s, chosen.reportToDesktop);
    carry(u"program/language"_s, chosen.language);

    auto &rules = chosen.notifications;
    int longerThanS = int(rules.longerThan.count());
    carry(u"notifications/longer-than-s"_s, longerThanS, mostWaitS);
    if constexpr (!std::is_const_v<Chosen>)
        rules.longerThan = std::chrono::seconds(longerThanS);
    carry(u"notifications/wanted"_s, rules.wanted);
    carry(u"notifications/started"_s, rules.started);
    carry(u"notifications/completed"_s, rules.completed);
    carry(u"notifications/failed"_s, rules.failed);
    carry(u"notifications/canceled"_s, rules.canceled);
    carry(u"notifications/needs-you"_s, rules.needsYou);
    carry(u"notifications/sources"_s, rules.sources);
    carry(u"notifications/muted-kinds"_s, rules.mutedKinds);
    carry(u"notifications/muted-sources"_s, rules.mutedSources);
    carry(u"notifications/respect-do-not-disturb"_s, rules.respectDoNotDisturb);
    carry(u"notifications/completed-sound"_s, rules.completedSound);
    carry(u"notifications/failed-sound"_s, rules.failedSound);
    carry(u"notifications/needs-you-sound"_s, rules.needsYouSound);

    carry(u"tracker/port"_s, chosen.port, mostPort);
    carry(u"tracker/origins"_s, chosen.origins);
    carry(u"tracker/hosts"_s, chosen.hosts);
    carry(u"tracker/compat"_s, chosen.isCompat);

    carry(u"appearance/colours"_s, chosen.colours, colourWords);
    carry(u"appearance/motion"_s, chosen.motion, motionWords);
    carry(u"appearance/high-contrast"_s, chosen.isHighContrast);
}

} // namespace

Settings readSettings(const QSettings &file)
{
    Settings settings;
    carryAll(Reading(file), settings);
    return settings;
}

void writeSettings(QSettings &file, const Settings &settings)
{
    carryAll(Writing(file), settings);
}

} // namespace afoot
