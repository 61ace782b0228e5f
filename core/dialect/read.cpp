#include "core/dialect/read.h"

#include "core/dialect/mend.h"
#include "core/dialect/reader.h"
#include "core/model/limits.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

std::optional<Error> Reader::commit(Context &context) const
{
    const std::size_t most = JobLimits{}.maxActiveJobs;
    const auto isNew = [&](const auto &entry) { return !context.jobs.contains(entry.first); };
    const auto fresh =
        static_cast<std::size_t>(std::count_if(m_changed.begin(), m_changed.end(), isNew));
    if (context.jobs.size() + fresh > most)
        std::erase_if(context.jobs, [](const auto &entry) { return isFinal(entry.second.state); });
    if (context.jobs.size() + fresh > most) {
        return Error{.code = Error::Code::TooMany,
                     .name = "too_many_jobs",
                     .detail = "One source has at most " + std::to_string(most) + " jobs at once."};
    }
    for (const auto &[id, job] : m_changed)
        context.jobs[id] = job;
    context.current = m_current;
    return std::nullopt;
}

Result<Reading> readMessage(const Dialect &dialect, Route route, std::string_view message,
                            Context &context)
{
    if (message.size() > maxMessageBytes) {
        return Error{.code = Error::Code::TooLarge,
                     .name = "too_large",
                     .detail = "A message has at most 1 MiB; this one has " +
                               std::to_string(message.size()) + " bytes."};
    }
    boost::system::error_code failure;
    json::parse_options options;
    options.max_depth = 32;
    json::value value = json::parse(message, failure, {}, options);
    if (failure) {
        boost::system::error_code again; // the first one names what was wrong
        value = json::parse(mended(message), again, {}, options);
        failure = again ? failure : again;
    }
    if (failure)
        return badMessage("bad_json", "The message is not valid JSON: " + failure.message() + ".");

    Reader reader(dialect, route, context);
    std::optional<Error> error;
    if (route != Route::List) {
        error = reader.read(value);
    } else {
        const json::value *const items = at(value, dialect.endpoints.items);
        const auto *const array = items != nullptr ? items->if_array() : nullptr;
        if (array == nullptr)
            return badMessage("bad_list", "There must be a list of jobs here.",
                              toString(dialect.endpoints.items));
        for (std::size_t i = 0; i < array->size(); ++i) {
            auto bad = reader.read((*array)[i]);
            if (!bad)
                continue;
            bad->field = toString(dialect.endpoints.items) + '/' + std::to_string(i) + bad->field;
            reader.reading().fault = std::move(bad); // the others are as good as before
        }
    }
    if (!error)
        error = reader.commit(context);
    if (error)
        return *error;
    return std::move(reader.reading());
}

Result<std::vector<Update>> updatesFrom(const Dialect &dialect, Route route,
                                        std::string_view message, Context &context)
{
    auto reading = readMessage(dialect, route, message, context);
    if (!reading)
        return reading.error();
    return std::move(reading.value().updates);
}

} // namespace afoot::dialect
