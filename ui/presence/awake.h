#pragma once

#include "ui/jobs/jobmodel.h"
#include "ui/settings.h"

namespace afoot::ui {

/// For how many jobs the machine is to stay awake: those that run on it, and that the person has chosen. One that is not
/// heard of any more keeps nobody up, and what runs elsewhere goes on while this machine sleeps.
int keepsAwake(const JobModel &model, const Settings &settings);

} // namespace afoot::ui
