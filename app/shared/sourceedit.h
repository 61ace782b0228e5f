#pragma once

#include "app/shared/sourcelist.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot {

/// What is to be another about a source; what is unset stays as it is.
struct SourceChange
{
    std::optional<std::string> name{};
    std::optional<std::string> url{};
    std::optional<std::string> dialect{}; ///< empty: by the URL
    std::optional<std::string> token{};   ///< empty: none any more
    std::optional<HeaderList> headers{};  ///< all of them; empty: none any more

    friend bool operator==(const SourceChange &, const SourceChange &) = default;
};

/// What can be done to a list of sources, the same for the window and the command line.
///
/// Threads: free functions on the caller's list; on an error it is as it was.
/// Errors: NotFound ("no_such_source") where no source has that name; what checkSource() has against the result.
std::optional<Error> addSource(std::vector<SavedSource> &list, SavedSource source,
                               const std::vector<OwnDialect> &own);
std::optional<Error> changeSource(std::vector<SavedSource> &list, std::string_view name,
                                  SourceChange change, const std::vector<OwnDialect> &own);
/// @p typed with what withoutSecrets() leaves out of @p kept: user and password, and each value that is still "…".
/// Errors: BadInput ("url"): what is left out cannot be put back, as it is at another place or belongs to another origin.
Result<std::string> urlWithSecrets(std::string_view typed, std::string_view kept);
std::optional<Error> pauseSource(std::vector<SavedSource> &list, std::string_view name,
                                 bool paused);
std::optional<Error> removeSource(std::vector<SavedSource> &list, std::string_view name);

} // namespace afoot
