#pragma once

#include "core/model/job.h"

#include <string>
#include <string_view>
#include <vector>

namespace afoot::serve {

inline constexpr std::string_view cctrayType = "application/xml; charset=utf-8";

/// CCTray XML 1 (cctray.org/v1), as monitors of builds read it: one project for each kind of work, by its latest run.
///
/// A running kind keeps the outcome of the run before it, if that is among @p jobs. A lost run counts as
/// Exception; a canceled one as Unknown, since it says nothing of the work. Jobs without a kind are left out.
std::string cctrayXml(const std::vector<JobPtr> &jobs);

} // namespace afoot::serve
