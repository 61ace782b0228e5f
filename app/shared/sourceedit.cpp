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

} // namespace

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
