#include "app/shared/historyanswers.h"

#include "core/wire/json.h"
#include "core/wire/runsjson.h"

namespace afoot {

namespace {

template <typename Found, typename Write>
Result<HistoryAnswer> written(const Result<Found> &found, Write write)
{
    if (!found)
        return found.error();
    return HistoryAnswer{.body = write(*found)};
}

std::string wholeLog(const std::vector<LogLine> &lines)
{
    // they are numbered from 1: what is missing before the first was not kept
    return wire::logJson(lines, lines.empty() ? 0 : lines.front().n - 1);
}

} // namespace

Result<HistoryAnswer> answerOf(History &history, const serve::HistoryAsk &ask)
{
    switch (ask.what) {
    case serve::HistoryAsk::What::Runs:
        return written(history.runs(ask.query),
                       [](const RunPage &page) { return wire::toJson(page); });
    case serve::HistoryAsk::What::Counts:
        return written(history.counts(ask.query),
                       [](const RunCounts &counts) { return wire::toJson(counts); });
    case serve::HistoryAsk::What::Log:
        return written(history.log(ask.query.numbers.front()), wholeLog);
    case serve::HistoryAsk::What::Erase:
        break;
    }
    const Result<Erased> erased = history.erase(ask.query);
    if (!erased)
        return erased.error();
    return HistoryAnswer{.body = wire::deletedJson(erased->runs), .listed = erased->listed};
}

} // namespace afoot
