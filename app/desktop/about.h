#pragma once

#include "app/shared/paths.h"
#include "ui/settingsfacts.h"

namespace afoot {

/// What this program is and stands on, with the versions that it runs with, and where @p paths has its things.
///
/// Threads: any; asks neither disk nor network.
ui::AboutFacts aboutFacts(const Paths &paths);

} // namespace afoot
