#pragma once

#include "ui/icons.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace afoot::ui {

/// The states as the side bar groups them. Every job is in exactly one, and in All.
enum class Group { All, Running, NeedsYou, Queued, Failed, Finished };
inline constexpr std::array allGroups{Group::All,    Group::Running, Group::NeedsYou,
                                      Group::Queued, Group::Failed,  Group::Finished};

Group groupOf(State state);
QString nameOf(Group group);
Icon iconOf(Group group);
Tone toneOf(Group group);

Icon iconOf(const Job &job, bool away);
Tone toneOf(const Job &job, bool away);

/// What the bar of a job shows.
struct Bar
{
    enum class Kind {
        Empty, ///< nothing is known, nothing moves
        Part,  ///< @c fraction of it is done
        Busy,  ///< it moves, how far is unknown
        Stale, ///< @c fraction as of the last word heard, hatched
    };
    Kind kind = Kind::Empty;
    double fraction = 0; ///< 0..1
    Tone tone = Tone::Accent;

    friend bool operator==(const Bar &, const Bar &) = default;
};

Bar barOf(const Job &job, bool away);

/// The percentage that a bar shows in words: the job's own or that of the step that runs.
struct PercentText
{
    QString percent{}; ///< "62%"; empty when unknown
    QString of{};      ///< "of Receiving objects" when it is the step's
};
PercentText percentOf(const Job &job, const QLocale &locale);

/// "Step 3 of 5" and "Link". "of" is said only where steps to come are known.
struct StepText
{
    QString place{};
    QString name{};
    bool failed = false;

    friend bool operator==(const StepText &, const StepText &) = default;
};
StepText stepText(const Job &job, const QLocale &locale);

/// The index of the step that matters now: the one that runs or failed, else the last that is over.
std::optional<std::size_t> currentStep(const Job &job);

/// Between two things said of the same job.
inline const QString separator = QStringLiteral("  ·  ");
/// @p between only where there are both.
QString joined(const QString &a, const QString &b, const QString &between);

/// All that a row says, in words, before anything is measured or painted.
struct RowLook
{
    Icon icon = Icon::None;
    Tone tone = Tone::Idle;
    bool unseen = false; ///< ended and nobody has looked at it
    QString title{};
    QString about{}; ///< "buildbox-02  ·  ninja  ·  started 14:08"
    QString what{};  ///< the beginning of it: "buildbox-02  ·  ninja"
    QString since{}; ///< the end of it that is the last to be cut: "started 14:08"
    QString
        sinceBesideChip{}; ///< that end where the chip's word leads the line: "14:06", not "failed 14:06"
    Bar bar{};
    QString percent{};
    QString amount{}; ///< counts, or the message, question or error
    bool amountTakesTone = false;
    std::vector<StepState> dots{};
    StepText step{};
    QString time{}; ///< "2 min 14 s left"
    QString rate{};
    Tone timeTone = Tone::Idle;
    bool timeTakesTone = false;
    bool timeStrong = true; ///< false: said quietly
    QString chip{};
    Tone chipTone = Tone::Idle;
    bool ticks = false; ///< something in here changes with the clock alone

    friend bool operator==(const RowLook &, const RowLook &) = default;
};

/// @p away: the job's source cannot be reached, so this is its last known state. @p paused: a person wants it so.
RowLook lookOf(const Job &job, bool away, WallTime now, const QLocale &locale, bool paused = false);

/// What colour the time is written in.
QColor inkOfTime(const RowLook &look, const Theme &theme);

/// One line for people who listen instead: "Nightly build, Running, 62%, Step 3 of 5 Link, 2 min left".
QString spoken(const RowLook &look);

} // namespace afoot::ui
