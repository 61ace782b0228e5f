#pragma once

#include "core/model/job.h"

#include <QString>

/// What was asked of a job, in words. Threads: main.
namespace afoot::ui::text {

QString ask(Ask ask);
/// The same of a job that was asked, or what is being done about it.
QString ask(const Job &job);

QString couldNot(Ask ask);
/// "Could not cancel: no such process": of a job that declined.
QString declined(const Job &job);

} // namespace afoot::ui::text
