#include "app/desktop/display.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace afoot {

namespace {

/// What follows the last option @p name, which Qt takes with one dash or two.
std::string valueOf(const std::vector<std::string> &arguments, std::string_view name)
{
    std::string value;
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        std::string_view argument = arguments[i];
        if (argument.starts_with("--"))
            argument.remove_prefix(1);
        if (argument == name)
            value = arguments[i + 1];
    }
    return value;
}

/// One of Qt's plugins that draw on a display; "wayland-egl" is one as "wayland" is.
bool needsDisplay(std::string_view platform)
{
    return platform.starts_with("xcb") || platform.starts_with("wayland");
}

/// @p platforms: names of plugins that Qt tries in turn, each with options behind a colon.
bool allNeedDisplay(std::string_view platforms)
{
    while (!platforms.empty()) {
        const auto end = std::min(platforms.find(';'), platforms.size());
        const std::string_view platform = platforms.substr(0, end);
        if (!platform.empty() && !needsDisplay(platform))
            return false;
        platforms.remove_prefix(std::min(end + 1, platforms.size()));
    }
    return true;
}

} // namespace

bool asksForWords(const std::vector<std::string> &arguments)
{
    constexpr std::array<std::string_view, 6> words{"-h",         "-?", "--help",
                                                    "--help-all", "-v", "--version"};
    return std::any_of(arguments.begin(), arguments.end(), [&](const std::string &argument) {
        return std::find(words.begin(), words.end(), argument) != words.end();
    });
}

std::optional<std::string> whyNoWindow(const std::vector<std::string> &arguments,
                                       const Environment &environment)
{
    std::string platforms = valueOf(arguments, "-platform");
    if (platforms.empty())
        platforms = environment("QT_QPA_PLATFORM").value_or("");
    if (!allNeedDisplay(platforms))
        return {};
    if (!valueOf(arguments, "-display").empty())
        return {};
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"}) {
        if (!environment(name).value_or("").empty())
            return {};
    }
    return "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set. "
           "'afoot watch' shows the jobs in a terminal.";
}

} // namespace afoot
