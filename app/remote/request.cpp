#include "app/remote/request.h"

#include <boost/json.hpp>

namespace afoot {

namespace json = boost::json;

namespace {

std::string textOf(const json::object &object, const char *key)
{
    const json::value *const member = object.if_contains(key);
    return member != nullptr && member->is_string() ? std::string(member->get_string())
                                                    : std::string();
}

Result<RemoteUrl> urlFrom(const json::object &object)
{
    auto headers = headersFrom(textOf(object, "headers"));
    if (!headers)
        return headers.error();
    return RemoteUrl{.url = textOf(object, "url"),
                     .token = textOf(object, "token"),
                     .headers = std::move(headers).value()};
}

} // namespace

std::string sourceNameOf(const RemoteRequest &request, std::size_t number)
{
    return request.urls.size() == 1 ? "remote" : "remote-" + std::to_string(number + 1);
}

std::string toJson(const RemoteRequest &request)
{
    json::array urls;
    for (const RemoteUrl &url : request.urls)
        urls.push_back(
            json::object{{"url", url.url}, {"token", url.token}, {"headers", toText(url.headers)}});
    json::object object{{"urls", std::move(urls)},
                        {"dialect", request.dialect},
                        {"keep_trying", request.keepTrying},
                        {"once", request.once},
                        {"raw", request.raw},
                        {"as_is", request.asIs},
                        {"last_event_id", request.lastEventId},
                        {"poll_url", request.pollUrl}};
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
        if (!url.is_object())
            continue;
        auto read = urlFrom(url.get_object());
        if (!read)
            return read.error();
        request.urls.push_back(std::move(read).value());
    }
    request.dialect = textOf(*object, "dialect");
    request.lastEventId = textOf(*object, "last_event_id");
    request.pollUrl = textOf(*object, "poll_url");
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
