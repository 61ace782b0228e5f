#include "app/cli/programs.h"

#include "app/shared/paths.h"

#include <algorithm>
#include <array>
#include <climits>
#include <unistd.h>

namespace afoot::cli {

namespace {

bool isExecutable(const std::string &path)
{
    return ::access(path.c_str(), X_OK) == 0;
}

} // namespace

std::optional<std::string> programNamed(std::string_view name)
{
    std::array<char, PATH_MAX> self{};
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size() - 1);
    if (length > 0) {
        std::string beside(self.data(), static_cast<std::size_t>(length));
        beside.erase(beside.rfind('/') + 1);
        beside += name;
        if (isExecutable(beside))
            return beside;
    }
    const std::string path = environmentValue("PATH").value_or("/usr/local/bin:/usr/bin:/bin");
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find(':', at), path.size());
        const std::string folder = path.substr(at, end - at);
        std::string candidate = (folder.empty() ? "." : folder) + '/' + std::string(name);
        if (isExecutable(candidate))
            return candidate;
        at = end + 1;
    }
    return {};
}

} // namespace afoot::cli
