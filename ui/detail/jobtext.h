#pragma once

#include "core/model/job.h"

#include <QLocale>
#include <QString>

namespace afoot::ui::text {

/// All that is known of @p job, to be copied: a line for each thing, as a person reads it. Without its log.
QString whole(const Job &job, WallTime now, const QLocale &locale);

/// What has to be read of the job before all else: its error, its question, that it was lost; empty where nothing is.
QString notice(const Job &job);

} // namespace afoot::ui::text
