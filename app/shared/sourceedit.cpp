#include "app/shared/sourceedit.h"

#include "core/model/text.h"

#include <algorithm>
#include <utility>

namespace afoot {

namespace {

auto placeOf(std::vector<SavedSource> &list, std::string_view name)
{
    return std::find_if(list.begin(), list.end(),
                        [&](const SavedSource &one) { return one.name == name; });
}

Error noSuchSource(std::string_view name)
{
    return {.code = Error::Code::NotFound,
            .name = "no_such_source",
            .detail =
                "There is no source " + quotedBriefly(name) + "; \"afoot source list\" lists them.",
            .field = "name"};
}

/// "https://", "me:pw@", "h:1", "/x", "a=1&b=2" of "https://me:pw@h:1/x?a=1&b=2".
struct UrlParts
{
    std::string_view scheme{};
    std::string_view user{};
    std::string_view place{};
    std::string_view path{};
    std::string_view query{};
};

UrlParts partsOf(std::string_view url)
{
    UrlParts parts;
    url = url.substr(0, url.find('#'));
    if (const std::size_t slashes = url.find("://"); slashes != std::string_view::npos) {
        parts.scheme = url.substr(0, slashes + 3);
        url.remove_prefix(slashes + 3);
    }
    const std::string_view authority = url.substr(0, url.find_first_of("/?"));
    url.remove_prefix(authority.size());
    const std::size_t at = authority.rfind('@');
    parts.user = at == std::string_view::npos ? std::string_view() : authority.substr(0, at + 1);
    parts.place = authority.substr(parts.user.size());
    const std::size_t mark = std::min(url.find('?'), url.size());
    parts.path = url.substr(0, mark);
    parts.query = mark < url.size() ? url.substr(mark + 1) : std::string_view();
    return parts;
}

/// What stands for @p name in a query; nullopt where it is not there.
std::optional<std::string_view> valueIn(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
    }
    return std::nullopt;
}

} // namespace

Result<std::string> urlWithSecrets(std::string_view typed, std::string_view kept)
{
    constexpr std::string_view hidden = "…";
    const UrlParts now = partsOf(typed);
    const UrlParts before = partsOf(kept);
    const bool isSame = now.scheme == before.scheme && now.place == before.place;
    std::string whole(now.scheme);
    whole += isSame && now.user.empty() ? before.user : now.user;
    whole.append(now.place).append(now.path);
    std::string_view query = now.query;
    char mark = '?';
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        whole += std::exchange(mark, '&');
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(equals + 1) != hidden) {
            whole += pair;
            continue;
        }
        const std::string_view name = pair.substr(0, equals);
        const auto value = isSame ? valueIn(before.query, name) : std::nullopt;
        if (!value)
            return Error{.code = Error::Code::BadInput,
                         .name = "hidden_value",
                         .detail = "The value of " + quotedBriefly(name) +
                                   " is hidden, and none is kept for this address; type it.",
                         .field = "url"};
        whole.append(name).append("=").append(*value);
    }
    return whole;
}

std::optional<Error> addSource(std::vector<SavedSource> &list, SavedSource source,
                               const std::vector<OwnDialect> &own)
{
    if (auto trouble = checkSource(source, list, own))
        return trouble;
    list.push_back(std::move(source));
    return std::nullopt;
}

std::optional<Error> changeSource(std::vector<SavedSource> &list, std::string_view name,
                                  SourceChange change, const std::vector<OwnDialect> &own)
{
    const auto place = placeOf(list, name);
    if (place == list.end())
        return noSuchSource(name);
    SavedSource changed = *place;
    changed.name = std::move(change.name).value_or(changed.name);
    changed.url = std::move(change.url).value_or(changed.url);
    changed.dialect = std::move(change.dialect).value_or(changed.dialect);
    changed.token = std::move(change.token).value_or(changed.token);
    changed.headers = std::move(change.headers).value_or(changed.headers);
    std::vector<SavedSource> others = list;
    others.erase(others.begin() + (place - list.begin()));
    if (auto trouble = checkSource(changed, others, own))
        return trouble;
    *place = std::move(changed);
    return std::nullopt;
}

std::optional<Error> pauseSource(std::vector<SavedSource> &list, std::string_view name, bool paused)
{
    const auto place = placeOf(list, name);
    if (place == list.end())
        return noSuchSource(name);
    place->paused = paused;
    return std::nullopt;
}

std::optional<Error> removeSource(std::vector<SavedSource> &list, std::string_view name)
{
    const auto place = placeOf(list, name);
    if (place == list.end())
        return noSuchSource(name);
    list.erase(place);
    return std::nullopt;
}

} // namespace afoot
