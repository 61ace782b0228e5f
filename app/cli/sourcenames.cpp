#include "app/cli/sourcenames.h"

#include "core/follow/trackerurl.h"
#include "core/model/text.h"

#include <algorithm>

namespace afoot::cli {

namespace {

std::string withoutScheme(const std::string &url)
{
    const std::size_t scheme = url.find("://");
    return scheme == std::string::npos ? url : url.substr(scheme + 3);
}

} // namespace

std::vector<std::string> namesOfUrls(std::span<const std::string> urls)
{
    std::vector<std::string> hosts;
    for (const std::string &url : urls)
        hosts.push_back(withoutScheme(originOf(url)));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        const bool isAlone = std::count(hosts.begin(), hosts.end(), hosts[i]) == 1;
        names.push_back(cleanText(isAlone ? hosts[i] : withoutScheme(withoutSecrets(urls[i]))));
    }
    return names;
}

Job withSource(Job job, const SourceNames &names)
{
    const std::string &source = job.key.source;
    const auto known = names.find(source);
    const std::string name = known != names.end()        ? known->second
                             : source == JobKey{}.source ? std::string()
                                                         : source;
    if (!name.empty())
        job.title += " (" + name + ')';
    return job;
}

} // namespace afoot::cli
