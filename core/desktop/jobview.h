#pragma once

#include "core/model/job.h"
#include "core/model/result.h"
#include "core/model/update.h"

#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// What may be counted, as the interfaces and a job's unit call it.
inline constexpr std::array<std::string_view, 4> jobViewUnits{"bytes", "files", "dirs", "items"};

/// What an application has said of one job through KDE's job views.
///
/// Spec: the interfaces org.kde.JobView, org.kde.JobViewV2 and org.kde.JobViewV3 of KJobWidgets and plasma-workspace. The
/// first two have a method for each thing that may be said, and end in terminate(s); the third has update(a{sv}) and
/// terminate(u errorCode, s errorMessage, a{sv}). In the former setInfoMessage() is the title.
/// An amount of 0 to do, a speed of 0, NaN and numbers below 0 are unknown, as is whatever was not said.
/// Threads: a value; the caller's.
struct JobView
{
    /// Of one unit.
    struct Amount
    {
        std::optional<double> done{};
        std::optional<double> total{};
        friend bool operator==(const Amount &, const Amount &) = default;
    };
    /// One of two lines, such as "Source" and where from.
    struct Field
    {
        std::string label{};
        std::string value{};
        friend bool operator==(const Field &, const Field &) = default;
    };
    /// How it ended.
    struct End
    {
        State state = State::Completed;
        std::string error{};
        friend bool operator==(const End &, const End &) = default;
    };

    std::string application{}; ///< what a person calls it: the title until there is one
    std::string kind{};
    AskSet can{};
    std::string title{};
    std::string message{};
    std::optional<double> percent{}; ///< 0..100
    std::optional<double> speed{};   ///< bytes a second
    std::array<Amount, 4> amounts{}; ///< as jobViewUnits has them
    std::array<Field, 2> fields{};
    std::string url{}; ///< of the schemes file, http and https
    bool suspended = false;
    bool cancelAsked = false; ///< the application was asked to cancel it
    std::uint32_t errorCode = 0;
    std::optional<End> end{};

    friend bool operator==(const JobView &, const JobView &) = default;
};

/// A call of a method, its arguments as plain values: a{sv} is a QVariantMap, v is what is inside.
struct JobViewCall
{
    QString interface {
    }; ///< empty: any
    QString method{};
    QVariantList arguments{};
};

/// The view of an application that has asked for one. @p capabilities: 1 cancel, 2 suspend and resume; @p hints may have
/// whatever update() takes, and "application-display-name".
JobView jobViewOf(const QString &application, const QString &name, int capabilities,
                  const QVariantMap &hints);

/// Takes a call. Errors: NotFound for a method that no job view has, BadInput for arguments that are not its own; nothing
/// has changed then. What is of the wrong type in a map is passed over, as names are that nobody knows.
[[nodiscard]] std::optional<Error> apply(JobView &view, const JobViewCall &call);

/// The job as it begins; the end of it is left out. Without key, as the others.
Update beginOf(const JobView &view);
/// What a tracker has to hear that was told @p before. An end comes with it.
Update changeOf(const JobView &before, const JobView &now);
/// False: nothing but the key would be in it.
bool saysSomething(const Update &update);

/// "dolphin" for "org.kde.dolphin", "/usr/share/applications/org.kde.dolphin.desktop" and the like: cleaned, and cut.
std::string shortApplicationName(const QString &desktopEntry);

} // namespace afoot
