#pragma once

#include "core/model/job.h"

#include <QLocale>
#include <QString>

namespace afoot::ui::text {

/// All that is known of an ended run but its log, a line each, for a mail or a bug report. Pure.
QString plainRun(const Job &job, WallTime now, const QLocale &locale);

} // namespace afoot::ui::text
