// What is asked of the history, which somebody else keeps: only the question is checked here.
#include "core/serve/jobroutes.h"
#include "core/wire/rfc3339.h"

#include <algorithm>
#include <charconv>

namespace afoot::serve {

namespace {

Error badValue(std::string_view name, std::string detail)
{
    return {Error::Code::BadInput, "bad_value", std::move(detail), std::string(name)};
}

Result<std::int64_t> runNumber(std::string_view text)
{
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc{} || stop != end || number < 1)
        return badValue("run", "run is the number of a run, as GET /api/v1/history has it.");
    return number;
}

Result<RunQuery> runQuery(const Query &query)
{
    RunQuery wanted;
    wanted.kind = query.value("kind").value_or("");
    wanted.words = query.value("q").value_or("");
    wanted.after = query.value("after").value_or("");
    const auto limit = query.number("limit", wanted.limit, 1);
    if (!limit)
        return limit.error();
    wanted.limit = static_cast<std::size_t>(std::min<std::uint64_t>(*limit, 1000));
    for (const std::string_view name : query.values("state")) {
        const auto state = stateNamed(name);
        if (!state || !isFinal(*state))
            return badValue("state", "state is one of completed, failed, canceled and lost; "
                                     "repeat it for several.");
        wanted.states.push_back(*state);
    }
    for (const std::string_view source : query.values("source"))
        wanted.sources.emplace_back(source);
    for (const std::string_view text : query.values("run")) {
        const auto number = runNumber(text);
        if (!number)
            return number.error();
        wanted.numbers.push_back(*number);
    }
    for (const auto &[name, to] : {std::pair("from", &wanted.from), std::pair("to", &wanted.to)}) {
        const auto text = query.value(name);
        if (!text || text->empty())
            continue;
        *to = wire::fromRfc3339(*text);
        if (!*to)
            return badValue(name, std::string(name) + " is a time such as 2026-11-20T14:08:31Z.");
    }
    return wanted;
}

Answer asked(HistoryAsk ask)
{
    Answer answer;
    answer.history = std::move(ask);
    return answer;
}

Answer askedOf(const Call &call, HistoryAsk::What what)
{
    auto query = runQuery(call.query);
    if (!query)
        return refused(query.error());
    return asked({.what = what, .query = std::move(query).value()});
}

} // namespace

Answer showHistory(const Call &call)
{
    return askedOf(call, HistoryAsk::What::Runs);
}

Answer countHistory(const Call &call)
{
    return askedOf(call, HistoryAsk::What::Counts);
}

Answer showRunLog(const Call &call)
{
    const auto number = runNumber(call.key.id);
    if (!number)
        return refused(number.error());
    return asked({.what = HistoryAsk::What::Log, .query = {.numbers = {*number}}});
}

Answer eraseHistory(const Call &call)
{
    // what is misspelt would delete more than is meant
    if (const auto unknown = call.query.unknown(
            {"kind", "q", "state", "source", "run", "from", "to", "all", "token"}))
        return refused(badValue(*unknown, "Runs cannot be chosen by \"" + std::string(*unknown) +
                                              "\"; nothing is deleted."));
    const auto query = runQuery(call.query);
    if (!query)
        return refused(query.error());
    if (isForAll(*query) != call.query.isOn("all"))
        return refused(badValue("all", "Say which runs, or ?all=1 for every one of them."));
    return asked({.what = HistoryAsk::What::Erase, .query = *query});
}

} // namespace afoot::serve
