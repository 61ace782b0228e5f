#include "core/dialect/detect.h"

#include "core/dialect/dialectfile.h"
#include "core/dialect/read.h"
#include "core/dialect/urlpattern.h"
#include "core/dialect/values.h"

#include <boost/json.hpp>

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

/// At most 55: longer fixed parts are rarer, and a path behind a proxy's own is less sure.
void judgePath(const std::string &pattern, std::string_view url, Guess &guess)
{
    const auto match = matchPath(pattern, url);
    if (!match)
        return;
    const auto slashes = std::count(pattern.begin(), pattern.end(), '/');
    const int score =
        20 + 5 * static_cast<int>(std::min<std::ptrdiff_t>(slashes, 5)) + (match->atRoot ? 10 : 0);
    if (score > guess.score) {
        guess.score = score;
        guess.base = match->base;
        guess.id = match->id;
    }
}

/// At most 45; the sign that asks for more is surer.
int judgeMessage(const Dialect &dialect, const json::value &message)
{
    int best = 0;
    for (const Sign &sign : dialect.signs) {
        const bool has = std::all_of(sign.has.begin(), sign.has.end(), [&](const Pointer &pointer) {
            return at(message, pointer) != nullptr;
        });
        const auto asked = static_cast<int>(sign.has.size() + sign.when.size());
        if (has && asked > 0 && holdAll(message, sign.when))
            best = std::max(best, 27 + 6 * std::min(asked, 3));
    }
    return best;
}

/// True when the dialect makes something of it, or at least leaves it alone.
bool canRead(const Dialect &dialect, std::string_view message)
{
    for (const Route route : {Route::Stream, Route::Poll, Route::List}) {
        Context context;
        if (readMessage(dialect, route, message, context))
            return true;
    }
    return false;
}

} // namespace

std::vector<const Dialect *> candidates(std::span<const Dialect *const> own)
{
    std::vector<const Dialect *> all;
    const Dialect *fallback = &fallbackDialect();
    for (const Dialect *const dialect : own) {
        if (dialect->name == fallbackDialect().name)
            fallback = dialect;
        else
            all.push_back(dialect);
    }
    for (const Dialect &dialect : builtInDialects()) {
        const bool isReplaced = std::any_of(
            own.begin(), own.end(), [&](const Dialect *one) { return one->name == dialect.name; });
        if (!isReplaced)
            all.push_back(&dialect);
    }
    all.push_back(fallback);
    return all;
}

Guess detect(std::string_view url, std::string_view firstMessage,
             std::span<const Dialect *const> own)
{
    json::value message;
    if (!firstMessage.empty() && firstMessage.size() <= maxMessageBytes) {
        boost::system::error_code error;
        message = json::parse(firstMessage, error);
        if (error)
            message = nullptr;
    }
    std::vector<const Dialect *> tried = candidates(own);
    Guess best{.dialect = tried.back()};
    tried.pop_back();
    for (const Dialect *const dialect : tried) {
        Guess guess{.dialect = dialect};
        for (const std::string &path : dialect->endpoints.paths())
            judgePath(path, url, guess);
        guess.score += judgeMessage(*dialect, message);
        // many backends have a /jobs/{id}: what came from it knows better
        if (guess.score > 0 && message.is_object() && !canRead(*dialect, firstMessage))
            continue;
        if (guess.score > best.score)
            best = std::move(guess);
    }
    return best;
}

} // namespace afoot::dialect
