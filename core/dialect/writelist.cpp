#include "core/dialect/skeleton.h"
#include "core/dialect/values.h"
#include "core/dialect/write.h"

#include <boost/json.hpp>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

/// Messages that are about no job.
std::vector<std::string> unaskedFor(const Dialect &dialect, Sent sent, std::string_view id,
                                    const WriteOptions &options)
{
    std::vector<std::string> messages;
    for (const Rule &rule : dialect.rules) {
        if (rule.sent == sent && rule.answers.empty())
            messages.push_back(filledJson(rule.skeleton, id, options));
    }
    return messages;
}

/// The state of @p job in the list is @p word.
bool isListedAs(const Dialect &dialect, const Job &job, std::string_view word)
{
    for (const Rule &rule : dialect.rules) {
        if (!rule.isFor(Route::List, Sent::Job, job.state))
            continue;
        const FieldRule *const state = rule.find(Field::State);
        return state != nullptr && stateWord(state->sources.front().table, job.state) == word;
    }
    return false;
}

} // namespace

std::vector<std::string> openingFor(const Dialect &dialect, std::string_view id,
                                    const WriteOptions &options)
{
    return unaskedFor(dialect, Sent::Opening, id, options);
}

std::vector<std::string> silenceFor(const Dialect &dialect, std::string_view id,
                                    const WriteOptions &options)
{
    return unaskedFor(dialect, Sent::Silence, id, options);
}

std::string listFor(const Dialect &dialect, const std::vector<JobPtr> &jobs,
                    const WriteOptions &options, const ListWish &wish)
{
    if (dialect.endpoints.list.empty())
        return {};
    json::value list = filledValue(dialect.endpoints.listSkeleton, {}, options, {});
    std::uint64_t limit = wish.limit.value_or(UINT64_MAX);
    if (const auto &place = dialect.endpoints.limitAt) {
        if (wish.limit)
            put(list, *place, json::value(limit));
        else if (const json::value *const usual = at(list, *place); usual && usual->is_int64())
            limit = static_cast<std::uint64_t>(usual->get_int64());
    }
    json::array items;
    for (const JobPtr &job : jobs) {
        if (items.size() >= limit)
            break;
        if (!wish.state.empty() && !isListedAs(dialect, *job, wish.state))
            continue;
        const std::string item = messageFor(dialect, Route::List, *job, options);
        if (!item.empty())
            items.push_back(json::parse(item));
    }
    if (dialect.endpoints.count)
        put(list, *dialect.endpoints.count, json::value(items.size()));
    put(list, dialect.endpoints.items, std::move(items));
    return json::serialize(list);
}

} // namespace afoot::dialect
