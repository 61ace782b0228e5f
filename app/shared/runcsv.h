#pragma once

#include "core/model/run.h"

#include <string>

namespace afoot {

/// Ended runs as rows of RFC 4180, without their line ends. Text that a spreadsheet would take for a formula gets an
/// apostrophe in front (OWASP, "CSV Injection"). Pure.

/// "id,kind,title,state,started_at,finished_at,seconds,error,source,run"
std::string csvHeading();
std::string csvRow(const EndedRun &run);

} // namespace afoot
