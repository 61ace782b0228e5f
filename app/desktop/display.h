#pragma once

#include "app/shared/paths.h"

#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// True when @p arguments ask for words alone (--help, --version): no window, so no display.
bool asksForWords(const std::vector<std::string> &arguments);

/// Why there can be no window here, for a person; unset when one may be tried.
///
/// To be asked before there is a QApplication, which ends the program where it finds no display. Whether a
/// display that is named answers shows only when it is tried.
std::optional<std::string> whyNoWindow(const std::vector<std::string> &arguments,
                                       const Environment &environment);

} // namespace afoot
