#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace afoot {

/// afoot://job/ID, afoot://job/SOURCE/ID
struct LinkToJob
{
    QString source{}; ///< empty: any
    QString id{};
    friend bool operator==(const LinkToJob &, const LinkToJob &) = default;
};

/// afoot://add?url=ADDRESS, afoot://add
struct LinkToAdd
{
    QString url{}; ///< http, https, ws or wss; empty: none
    friend bool operator==(const LinkToAdd &, const LinkToAdd &) = default;
};

/// afoot://history?kind=KIND, afoot://history
struct LinkToHistory
{
    QString kind{};
    friend bool operator==(const LinkToHistory &, const LinkToHistory &) = default;
};

/// afoot://settings/SECTION, afoot://settings
struct LinkToSettings
{
    QString section{};
    friend bool operator==(const LinkToSettings &, const LinkToSettings &) = default;
};

/// Where a link leads. Any web page can have one: it only ever shows something, and what it fills in is asked of nobody
/// until the person says so.
using AfootUrl = std::variant<LinkToJob, LinkToAdd, LinkToHistory, LinkToSettings>;

/// Unset for whatever is not exactly one of those: other words, somebody's name or a port in it, signs that cannot be
/// seen or that turn the direction of a text, and what is longer than a person would write.
std::optional<AfootUrl> readAfootUrl(const QString &text);

} // namespace afoot
