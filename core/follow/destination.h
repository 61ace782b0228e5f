#pragma once

#include "core/dialect/dialect.h"
#include "core/model/result.h"

#include <span>
#include <string>
#include <string_view>

namespace afoot {

/// Where a remote tracker is followed: which dialect it speaks, and the URLs of one stream.
struct Destination
{
    const dialect::Dialect *dialect = nullptr; ///< null: another Afoot
    std::string base{};   ///< what the dialect's paths stand behind: "https://host/proxy"
    std::string id{};     ///< of the job; empty when many share the stream
    std::string stream{}; ///< whole, with the query that came along
    std::string poll{};   ///< the same; empty when there is nothing to poll
    bool isList =
        false; ///< @c poll is a list of jobs, of which each has a stream (jobAt()); @c stream is empty
    bool isGuess =
        false; ///< neither the URL nor a person named the dialect: the first messages may know better

    friend bool operator==(const Destination &, const Destination &) = default;
};

/// @p url is that of a stream, a status, an action or a page about a job, or of another Afoot (its address alone will
/// do); a query, such as a token, is kept. @p spoken: the dialect, if it is known; else it is read off the URL, and
/// where that says nothing the usual names are read at the URL itself. One of ws:// or wss:// is followed over a
/// WebSocket, whatever the dialect says of its transport; another Afoot is not: the address of its socket stands for its stream. @p own: a person's, looked at before the
/// built-in ones and before another Afoot; they must outlive the destination.
///
/// Errors: BadInput with a sentence: checkTrackerUrl(), or the dialect has no such path.
Result<Destination> destinationOf(std::string_view url, const dialect::Dialect *spoken = nullptr,
                                  std::span<const dialect::Dialect *const> own = {});

/// Where one job of a list is followed.
Destination jobAt(const Destination &list, std::string_view id);

/// The URL of an action of a job, or an empty string when the dialect has none over HTTP.
std::string actionUrl(const Destination &destination, Ask ask, std::string_view id);

} // namespace afoot
