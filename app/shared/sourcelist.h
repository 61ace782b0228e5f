#pragma once

#include "app/shared/headers.h"
#include "app/shared/owndialects.h"
#include "core/follow/trackerurl.h"
#include "core/model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// A remote tracker that a person follows in the window.
struct SavedSource
{
    std::string name{}; ///< of its jobs' source; unique, never "local"
    std::string url{};
    std::string dialect{}; ///< empty: by the URL
    std::string token{};   ///< a secret: sent to that tracker as Authorization: Bearer
    HeaderList headers{};  ///< secrets too, and sent to it alone
    bool paused = false;

    friend bool operator==(const SavedSource &, const SavedSource &) = default;
};

/// The list in @p path (Paths::sources()); empty when there is none yet. Refused when others may read it, since tokens
/// are in it; BadInput names what is wrong with it.
/// Threads: free functions; they read and write files.
Result<std::vector<SavedSource>> readSources(const std::string &path);

/// Replaces the list as a whole, with mode 0600: who reads meanwhile has the old one or the new one.
std::optional<Error> writeSources(const std::string &path, const std::vector<SavedSource> &sources);

/// What is wrong with it, beside those that are there already: its name, its URL, its dialect or its headers. @p own: the
/// person's own dialects, which are known by name and looked at first.
std::optional<Error> checkSource(const SavedSource &source, const std::vector<SavedSource> &others,
                                 const std::vector<OwnDialect> &own);

/// The dialect that it names, null where it names none. Errors: BadInput: there is none of that name.
Result<const dialect::Dialect *> dialectOf(const SavedSource &source,
                                           const std::vector<OwnDialect> &own);

/// A name for one at @p url: its host, with a number when that is taken.
std::string freshSourceName(std::string_view url, const std::vector<SavedSource> &others);

} // namespace afoot
