#pragma once

#include "ui/settings.h"

class QSettings;

namespace afoot {

/// What a person has chosen, in afoot.ini. What is missing, or cannot be, is as it is without the file; what others
/// wrote there stays.
///
/// Threads: any that owns @p file.
ui::Settings readSettings(const QSettings &file);
void writeSettings(QSettings &file, const ui::Settings &settings);

} // namespace afoot
