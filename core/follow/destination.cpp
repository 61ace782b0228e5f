#include "core/follow/destination.h"

#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/urlpattern.h"
#include "core/follow/trackerurl.h"

#include <algorithm>
#include <array>
#include <optional>

namespace afoot {

namespace {

constexpr std::string_view ownPath = "/api/v1/jobs";
constexpr std::string_view ownSocket = "/api/v1/ws";

/// A URL, cut where it matters here.
struct Parts
{
    std::string_view origin{}; ///< "https://host:1"
    std::string_view path{};
    std::string_view query{}; ///< with its '?'; empty when there is none
};

/// @p url is one that checkTrackerUrl() lets pass.
Parts partsOf(std::string_view url)
{
    url = url.substr(0, url.find('#'));
    const std::size_t query = std::min(url.find('?'), url.size());
    const std::size_t path = std::min(url.find('/', url.find("://") + 3), query);
    return {url.substr(0, path), url.substr(path, query - path), url.substr(query)};
}

std::string withQuery(std::string url, std::string_view query)
{
    return url.append(query);
}

/// The only job that @p query of a stream of Afoot's narrows it to, as it is written there; empty when it is all of them
/// or several.
std::string_view jobIn(std::string_view query)
{
    std::string_view job;
    while (!query.empty()) {
        query.remove_prefix(1); // '?' or '&'
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view field = query.substr(0, end);
        query.remove_prefix(end);
        if (!field.starts_with("job="))
            continue;
        if (!job.empty())
            return {};
        job = field.substr(4);
    }
    return job;
}

/// http:// for ws://, with the same host.
std::string overHttp(std::string_view origin)
{
    return origin.starts_with("ws") ? "http" + std::string(origin.substr(2)) : std::string(origin);
}

/// Another Afoot: its address, its stream, its socket (which says the same), or one of its jobs.
std::optional<Destination> anotherAfoot(const Parts &parts)
{
    Destination to;
    std::string_view path = parts.path;
    std::string_view id;
    const std::size_t own = path.find(ownPath);
    const bool isSocket = path.ends_with(ownSocket);
    if (isSocket) {
        to.base =
            overHttp(parts.origin) + std::string(path.substr(0, path.size() - ownSocket.size()));
    } else if (path.empty() || path == "/") {
        to.base = parts.origin;
    } else if (own != std::string_view::npos) {
        to.base = std::string(parts.origin) + std::string(path.substr(0, own));
        id = path.substr(own + ownPath.size());
        if (!id.empty() && id.front() == '/')
            id.remove_prefix(1);
        else if (!id.empty())
            return std::nullopt;
        id = id.substr(0, id.find('/'));
        if (id == "stream")
            id = {};
    } else {
        return std::nullopt;
    }
    to.stream = to.base + std::string(ownPath) + "/stream";
    std::string query(parts.query);
    query += query.empty() ? "?log=1" : "&log=1";
    if (!id.empty())
        query += "&job=" + std::string(id);
    else
        id = jobIn(parts.query);
    if (!id.empty()) {
        const auto match = dialect::matchPath("/jobs/{id}", "/jobs/" + std::string(id));
        to.id = match ? match->id : std::string(id);
    }
    to.stream = withQuery(std::move(to.stream), query);
    return to;
}

/// The list of the jobs of a backend that has a stream for each.
Destination listAt(std::string base, const dialect::Dialect &dialect, std::string_view query)
{
    Destination to{.dialect = &dialect, .base = std::move(base)};
    to.poll = withQuery(to.base + dialect.endpoints.list, query);
    to.isList = true;
    return to;
}

} // namespace

Result<Destination> destinationOf(std::string_view url, const dialect::Dialect *spoken,
                                  std::span<const dialect::Dialect *const> own)
{
    if (auto trouble = checkTrackerUrl(url))
        return std::move(*trouble);
    const Parts parts = partsOf(url);
    const std::string bare = std::string(parts.origin) + std::string(parts.path);
    const dialect::Guess guess = dialect::detect(bare, {}, own);
    // a person's own may have paths like Afoot's, but not by a pattern that fits the end of nearly everything
    const bool isOwn = guess.score > 0 && guess.base == parts.origin &&
                       std::find(own.begin(), own.end(), guess.dialect) != own.end();
    if (spoken == nullptr && !isOwn) {
        if (auto afoot = anotherAfoot(parts))
            return std::move(*afoot);
    }
    Destination to;
    to.dialect = spoken != nullptr ? spoken : guess.dialect;
    const dialect::Endpoints &ends = to.dialect->endpoints;
    std::optional<dialect::PathMatch> match;
    const bool hasPaths = to.dialect->name != dialect::fallbackDialect().name;
    for (const std::string &pattern : ends.paths()) {
        if (!match && hasPaths)
            match = dialect::matchPath(pattern, bare);
    }
    const bool isRoot = parts.path.empty() || parts.path == "/";
    if (!match && spoken != nullptr && !ends.list.empty() && isRoot)
        return listAt(std::string(parts.origin), *to.dialect, parts.query);
    if (!match) { // whatever is there is read at the URL itself
        to.base = bare;
        to.stream = std::string(url.substr(0, url.find('#')));
        to.isGuess = spoken == nullptr;
        return to;
    }
    to.base = match->base;
    to.id = match->id;
    const bool isShared = ends.stream.find("{id}") == std::string::npos;
    if (to.id.empty() && !isShared && !ends.list.empty())
        return listAt(to.base, *to.dialect, parts.query);
    if (to.id.empty() && !isShared)
        return Error{.code = Error::Code::BadInput,
                     .name = "no_job",
                     .detail = "This URL names no job, and the dialect \"" + to.dialect->name +
                               "\" has a stream for each: give the URL of one.",
                     .field = "url"};
    if (!ends.stream.empty())
        to.stream = withQuery(to.base + dialect::fillPath(ends.stream, to.id), parts.query);
    if (!ends.poll.empty() && !to.id.empty())
        to.poll = withQuery(to.base + dialect::fillPath(ends.poll, to.id), parts.query);
    return to;
}

Destination jobAt(const Destination &list, std::string_view id)
{
    const dialect::Endpoints &ends = list.dialect->endpoints;
    const std::size_t query = list.poll.find('?');
    const std::string_view rest =
        query == std::string::npos ? std::string_view() : std::string_view(list.poll).substr(query);
    Destination job{.dialect = list.dialect, .base = list.base, .id = std::string(id)};
    job.stream = withQuery(job.base + dialect::fillPath(ends.stream, id), rest);
    if (!ends.poll.empty())
        job.poll = withQuery(job.base + dialect::fillPath(ends.poll, id), rest);
    return job;
}

std::string actionUrl(const Destination &destination, Ask ask, std::string_view id)
{
    if (destination.dialect == nullptr)
        return destination.base + dialect::fillPath(std::string(ownPath) + "/{id}/", id) +
               std::string(nameOf(ask));
    const dialect::Action *const action = destination.dialect->endpoints.find(ask);
    if (action == nullptr || action->request.path.empty())
        return {};
    return destination.base + dialect::fillPath(action->request.path, id);
}

} // namespace afoot
