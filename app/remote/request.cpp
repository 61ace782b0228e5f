#include "app/remote/request.h"

#include <boost/json.hpp>

namespace afoot {

namespace json = boost::json;

std::string toJson(const RemoteRequest &request)
{
    json::object object{{"urls", json::value_from(request.urls)},
                        {"dialect", request.dialect},
                        {"token", request.token},
                        {"keep_trying", request.keepTrying},
                        {"once", request.once},
                        {"raw", request.raw},
                        {"as_is", request.asIs},
                        {"last_event_id", request.lastEventId},
                        {"poll_url", request.pollUrl}};
    if (!request.headers.empty())
        object["headers"] = toText(request.headers);
    if (request.silence)
        object["silence_ms"] = request.silence->count();
    if (request.pollEvery)
        object["poll_ms"] = request.pollEvery->count();
    if (request.maxFailures)
        object["max_failures"] = *request.maxFailures;
    return json::serialize(object);
}

Result<RemoteRequest> remoteRequestFrom(std::string_view text)
{
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    const json::object *const object = error ? nullptr : value.if_object();
    const json::value *const urls = object != nullptr ? object->if_contains("urls") : nullptr;
    if (urls == nullptr || !urls->is_array())
        return Error{.code = Error::Code::BadInput,
                     .name = "bad_request",
                     .detail = "This program is started by \"afoot watch URL\"."};
    RemoteRequest request;
    const auto textOf = [&](const char *key) {
        const json::value *const member = object->if_contains(key);
        return member != nullptr && member->is_string() ? std::string(member->get_string())
                                                        : std::string();
    };
    const auto isOn = [&](const char *key) {
        const json::value *const member = object->if_contains(key);
        return member != nullptr && member->is_bool() && member->get_bool();
    };
    const auto number = [&](const char *key) -> std::optional<std::int64_t> {
        const json::value *const member = object->if_contains(key);
        return member != nullptr && member->is_int64() ? std::optional(member->get_int64())
                                                       : std::nullopt;
    };
    for (const json::value &url : urls->get_array()) {
        if (url.is_string())
            request.urls.emplace_back(url.get_string());
    }
    request.dialect = textOf("dialect");
    request.token = textOf("token");
    Result<HeaderList> headers = headersFrom(textOf("headers"));
    if (!headers)
        return headers.error();
    request.headers = std::move(headers).value();
    request.lastEventId = textOf("last_event_id");
    request.pollUrl = textOf("poll_url");
    request.keepTrying = isOn("keep_trying");
    request.once = isOn("once");
    request.raw = isOn("raw");
    request.asIs = isOn("as_is");
    if (const auto silence = number("silence_ms"))
        request.silence = Millis(*silence);
    if (const auto every = number("poll_ms"))
        request.pollEvery = Millis(*every);
    if (const auto most = number("max_failures"))
        request.maxFailures = static_cast<unsigned>(*most);
    return request;
}

} // namespace afoot
