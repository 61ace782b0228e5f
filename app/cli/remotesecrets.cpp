#include "app/cli/remotesecrets.h"

#include "app/shared/token.h"
#include "core/follow/trackerurl.h"

#include <algorithm>
#include <functional>
#include <set>

namespace afoot::cli {

namespace {

Error wrong(std::string sentence)
{
    return {.code = Error::Code::BadInput, .name = "usage", .detail = std::move(sentence)};
}

struct SecretFile
{
    std::string origin{}; ///< empty: that of all URLs
    std::string path{};
};

SecretFile fileFrom(const std::string &word)
{
    const std::size_t scheme = word.find("://");
    const std::size_t equals = word.find('=');
    if (scheme == std::string::npos || equals == std::string::npos || equals < scheme)
        return {.path = word};
    return {.origin = word.substr(0, equals), .path = word.substr(equals + 1)};
}

/// One kind of them; @p put reads a file into what goes along with a URL.
std::optional<Error>
addEach(RemoteRequest &request, const std::string &option, const std::vector<std::string> &words,
        const std::function<std::optional<Error>(const std::string &, RemoteUrl &)> &put)
{
    std::set<std::string> origins;
    for (const RemoteUrl &url : request.urls)
        origins.insert(originOf(url.url));
    const std::string pollOrigin = request.pollUrl.empty() ? "" : originOf(request.pollUrl);
    std::set<std::string> given;
    for (const std::string &word : words) {
        const SecretFile file = fileFrom(word);
        if (file.origin.empty() && origins.size() > 1)
            return wrong(option + " has to say which of the trackers it is for: " + option + ' ' +
                         *origins.begin() + '=' + file.path);
        if (auto trouble = file.origin.empty() ? std::nullopt : checkTrackerUrl(file.origin))
            return wrong(option + ": " + trouble->detail);
        const std::string origin = file.origin.empty() ? *origins.begin() : originOf(file.origin);
        if (!origins.contains(origin))
            return wrong(option + ": none of the URLs is at " + origin + ".");
        if (!given.insert(origin).second)
            return wrong(option + " is there twice for " + origin + ".");
        if (!pollOrigin.empty() && pollOrigin != origin)
            return wrong("--poll-url: what " + option + " names is for " + origin +
                         " and would go to " + pollOrigin + ".");
        for (RemoteUrl &url : request.urls) {
            if (originOf(url.url) != origin)
                continue;
            if (auto trouble = put(file.path, url))
                return trouble;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> addSecrets(RemoteRequest &request, const SecretFiles &files)
{
    // what cannot be an address has no origin, and its own sentence
    for (const RemoteUrl &url : request.urls) {
        if (auto trouble = checkTrackerUrl(url.url))
            return trouble;
    }
    auto trouble = addEach(request, "--token-file", files.tokens,
                           [](const std::string &path, RemoteUrl &url) -> std::optional<Error> {
                               auto secret = secretFrom(path);
                               if (!secret)
                                   return secret.error();
                               url.token = std::move(secret).value();
                               return std::nullopt;
                           });
    if (trouble)
        return trouble;
    return addEach(request, "--header-file", files.headers,
                   [](const std::string &path, RemoteUrl &url) -> std::optional<Error> {
                       auto headers = headersIn(path);
                       if (!headers)
                           return headers.error();
                       url.headers = std::move(headers).value();
                       return std::nullopt;
                   });
}

} // namespace afoot::cli
