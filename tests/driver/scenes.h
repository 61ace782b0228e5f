#pragma once

#include "core/model/job.h"

#include <QByteArray>

#include <vector>

namespace driver {

/// What tells the tracker of @p jobs, as lines for /api/v1/ingest; all times moved by @p later.
QByteArray linesOf(const std::vector<afoot::Job> &jobs, afoot::Millis later);

/// @p count jobs of every state, kind and source, some with long and some with right-to-left titles.
std::vector<afoot::Job> crowd(int count);

/// What @p jobs jobs of a recording say in turn @p round: the first round begins them; later each makes some progress, and
/// one of them pauses, goes on, ends or begins anew.
QByteArray changesOf(int jobs, int round);

} // namespace driver
