#pragma once

#include "ui/jobs/jobmodel.h"

namespace afoot::ui {

/// "1 needs you, 3 running, next finishes in 2 min" of all jobs, or of those of @p source; empty where there are none.
/// To the minute while there are minutes: a sentence that changes each second is not read.
QString summaryOf(const JobModel &model, const std::optional<std::string> &source,
                  const QLocale &locale);

} // namespace afoot::ui
