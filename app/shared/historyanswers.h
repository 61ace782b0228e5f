#pragma once

#include "core/serve/server.h"
#include "core/store/history.h"

#include <string>
#include <vector>

namespace afoot {

/// What came of something that was asked of the history.
struct HistoryAnswer
{
    std::string body{};           ///< of the answer
    std::vector<JobKey> listed{}; ///< jobs whose run is deleted, to be taken off the tracker's list
};

/// Does it. Waits for the disk.
Result<HistoryAnswer> answerOf(History &history, const serve::HistoryAsk &ask);

} // namespace afoot
