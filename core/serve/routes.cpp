#include "core/serve/routes.h"

#include "core/serve/jobroutes.h"
#include "core/wire/json.h"

#include <algorithm>
#include <array>

namespace afoot::serve {

namespace {

Answer health(const Call &call)
{
    const std::optional<Ailment> ailment =
        call.api.ailment ? call.api.ailment() : std::optional<Ailment>();
    const bool fails = ailment && ailment->refusesEnds;
    Answer answer;
    answer.response.status = fails ? 503 : 200;
    std::string &body = answer.response.body;
    body = "{\"status\":";
    body += fails ? "\"failing\"" : ailment ? "\"degraded\"" : "\"ok\"";
    if (ailment) {
        body += ",\"error\":" + wire::quoted(ailment->error.name);
        body += ",\"detail\":" + wire::quoted(ailment->error.detail);
    }
    body += ",\"version\":" + wire::quoted(call.api.version);
    body += ",\"jobs\":" + std::to_string(call.api.tracker.size()) + "}";
    return answer;
}

constexpr std::array table{
    Route{Method::Get, "/healthz", BodyType::Unread, health},
    Route{Method::Get, "/api/v1/jobs", BodyType::Unread, listJobs},
    Route{Method::Post, "/api/v1/jobs", BodyType::Json, beginJob},
    Route{Method::Get, "/api/v1/jobs/stream", BodyType::Unread, streamJobs},
    Route{Method::Get, "/api/v1/ws", BodyType::Unread, openSocket},
    Route{Method::Get, "/api/v1/jobs/{id}", BodyType::Unread, showJob},
    Route{Method::Patch, "/api/v1/jobs/{id}", BodyType::Json, updateJob},
    Route{Method::Delete, "/api/v1/jobs/{id}", BodyType::Unread, forgetJob},
    Route{Method::Get, "/api/v1/jobs/{id}/log", BodyType::Unread, showLog},
    Route{Method::Post, "/api/v1/jobs/{id}/log", BodyType::JsonOrText, appendLog},
    Route{Method::Post, "/api/v1/jobs/{id}/complete", BodyType::Json, completeJob},
    Route{Method::Post, "/api/v1/jobs/{id}/fail", BodyType::Json, failJob},
    Route{Method::Post, "/api/v1/jobs/{id}/cancel", BodyType::Json, askCancel},
    Route{Method::Post, "/api/v1/jobs/{id}/pause", BodyType::Json, askPause},
    Route{Method::Post, "/api/v1/jobs/{id}/resume", BodyType::Json, askResume},
    Route{Method::Post, "/api/v1/jobs/{id}/retry", BodyType::Json, askRetry},
    Route{Method::Post, "/api/v1/jobs/{id}/seen", BodyType::Json, markSeen},
    Route{Method::Post, "/api/v1/jobs/{id}/clear", BodyType::Json, clearJob},
    Route{Method::Post, "/api/v1/jobs/{id}/leave", BodyType::Json, leaveJob},
    Route{Method::Post, "/api/v1/ingest", BodyType::Lines, ingestNothing},
    Route{Method::Get, "/api/v1/changes", BodyType::Unread, listChanges},
    Route{Method::Get, "/api/v1/history", BodyType::Unread, showHistory},
    Route{Method::Delete, "/api/v1/history", BodyType::Unread, eraseHistory},
    Route{Method::Get, "/api/v1/history/counts", BodyType::Unread, countHistory},
    Route{Method::Get, "/api/v1/history/{id}/log", BodyType::Unread, showRunLog},
    Route{Method::Get, "/api/v1/sources", BodyType::Unread, listSources},
    Route{Method::Put, "/api/v1/sources", BodyType::Json, putSources},
    Route{Method::Get, "/cctray.xml", BodyType::Unread, showCctray},
};

/// Whether @p path fits, and what stands for {id}, still encoded.
bool fits(std::string_view pattern, std::string_view path, std::string_view &id)
{
    static constexpr std::string_view hole = "{id}";
    const std::size_t at = pattern.find(hole);
    if (at == std::string_view::npos)
        return pattern == path;
    if (path.substr(0, at) != pattern.substr(0, at))
        return false;
    const std::string_view rest = path.substr(at);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    if (end == 0 || rest.substr(end) != pattern.substr(at + hole.size()))
        return false;
    id = rest.substr(0, end);
    return true;
}

bool takes(const Route &route, Method method)
{
    return route.method == method || (route.method == Method::Get && method == Method::Head);
}

std::optional<Error> checkBody(BodyType wanted, const Request &request)
{
    if (wanted == BodyType::Unread || (wanted != BodyType::Lines && request.body.empty()))
        return std::nullopt;
    std::string_view type = request.header("content-type").value_or("");
    type = type.substr(0, type.find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    const bool fits = wanted == BodyType::Lines ? equalsIgnoringCase(type, "application/x-ndjson")
                                                : equalsIgnoringCase(type, "application/json") ||
                                                      (wanted == BodyType::JsonOrText &&
                                                       equalsIgnoringCase(type, "text/plain"));
    if (fits && request.countOf("content-type") == 1)
        return std::nullopt;
    return Error{Error::Code::BadInput,
                 "content_type",
                 wanted == BodyType::Lines
                     ? "Say what the body is: Content-Type: application/x-ndjson."
                 : wanted == BodyType::JsonOrText
                     ? "Say what the body is: Content-Type: text/plain or application/json."
                     : "Say what the body is: Content-Type: application/json.",
                 {}};
}

/// The methods that @p path takes, as Allow lists them; empty when nothing is there.
std::string allowed(std::string_view path)
{
    std::string list;
    std::string_view ignored;
    for (const Route &route : table) {
        if (!fits(route.pattern, path, ignored))
            continue;
        const std::string_view name = nameOf(route.method);
        if (list.find(name) != std::string::npos)
            continue;
        if (!list.empty())
            list += ", ";
        list += name;
        if (route.method == Method::Get)
            list += ", HEAD";
    }
    return list;
}

} // namespace

std::span<const Route> routes()
{
    return table;
}

bool takesLines(const Request &head)
{
    return head.method == Method::Post && head.path() == "/api/v1/ingest";
}

std::optional<Error> checkLines(const Request &head)
{
    return checkBody(BodyType::Lines, head);
}

Answer refused(const Error &error)
{
    Answer answer;
    answer.response = answerWith(error);
    return answer;
}

Answer answer(const Request &request, Api &api)
{
    const std::string_view path = request.path();
    for (const Route &route : table) {
        std::string_view id;
        if (!takes(route, request.method) || !fits(route.pattern, path, id))
            continue;
        if (const auto trouble = checkBody(route.body, request))
            return refused(*trouble);
        const auto query = Query::parse(request.query());
        if (!query)
            return refused(query.error());
        auto decoded = percentDecoded(id);
        if (!decoded)
            return refused({Error::Code::BadInput, "bad_request",
                            "The path holds a % that two hexadecimal digits do not follow.", "id"});
        Call call{request, *query, {}, api};
        call.key.id = std::move(*decoded);
        if (const auto source = query->value("source"); source && !source->empty())
            call.key.source = *source;
        return route.handle(call);
    }
    const std::string methods = allowed(path);
    if (methods.empty() && api.compat) {
        if (auto compat = compatAnswer(request, api))
            return std::move(*compat);
    }
    if (methods.empty())
        return refused({Error::Code::NotFound,
                        "not_found",
                        "There is nothing here; jobs are at /api/v1/jobs.",
                        {}});
    Answer answer = refused(
        {Error::Code::BadInput, "method_not_allowed", "This path takes " + methods + ".", {}});
    answer.response.headers.emplace_back("Allow", methods);
    return answer;
}

Response preflightAnswer(const Request &request)
{
    Response response{.status = 204};
    response.headers = {
        {"Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE"},
        {"Access-Control-Allow-Headers",
         "Authorization, Content-Type, If-None-Match, Last-Event-ID"},
        {"Access-Control-Max-Age", "600"},
    };
    // a page of the internet asks a machine of the private network
    if (request.header("access-control-request-private-network"))
        response.headers.emplace_back("Access-Control-Allow-Private-Network", "true");
    return response;
}

} // namespace afoot::serve
