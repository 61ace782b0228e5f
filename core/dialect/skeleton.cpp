#include "core/dialect/skeleton.h"

#include "core/dialect/values.h"
#include "core/wire/rfc3339.h"

#include <functional>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

void fillTexts(json::value &value, const std::function<std::string(std::string_view)> &fill)
{
    if (auto *string = value.if_string()) {
        if (string->find('{') != json::string::npos)
            *string = fill(*string);
    } else if (auto *array = value.if_array()) {
        for (json::value &item : *array)
            fillTexts(item, fill);
    } else if (auto *object = value.if_object()) {
        for (auto &member : *object)
            fillTexts(member.value(), fill);
    }
}

} // namespace

json::value filledValue(std::string_view skeleton, std::string_view id, const WriteOptions &options,
                        std::string_view random)
{
    json::value value = skeleton.empty() ? json::value(json::object()) : json::parse(skeleton);
    const std::string now = wire::toRfc3339(options.now);
    fillTexts(value, [&](std::string_view text) {
        return withId(filled(text, {{"now", now}, {"random", random}}), id);
    });
    return value;
}

std::string filledJson(std::string_view skeleton, std::string_view id, const WriteOptions &options,
                       std::string_view random)
{
    return json::serialize(filledValue(skeleton, id, options, random));
}

} // namespace afoot::dialect
