#include "app/cli/sentences.h"

#include <array>
#include <string_view>

namespace afoot::cli {

namespace {

struct Wording
{
    std::string_view ofRequests;
    std::string_view ofCommands;
};
constexpr std::array wordings{
    Wording{"begin it with \"restart\": true", "begin it with --restart"},
    Wording{" and GET /api/v1/jobs show those", " shows those"},
    Wording{"poll GET /api/v1/jobs or try again later", "try again later"},
    Wording{"did not list it in \"can\"", "does not offer it"},
    Wording{"or null when it is unknown", "or \"unknown\""},
    Wording{"The body passes", "The report passes"},
};

} // namespace

std::string sentenceOf(const Error &error)
{
    if (error.name == "unauthorized")
        return "The tracker wants another token than ours. If it was started with --data, set "
               "AFOOT_DATA to "
               "the same folder; else set AFOOT_TOKEN to what \"afoot token\" prints where it "
               "runs.";
    std::string text = error.detail;
    for (const Wording &wording : wordings) {
        const std::size_t at = text.find(wording.ofRequests);
        if (at != std::string::npos)
            text.replace(at, wording.ofRequests.size(), wording.ofCommands);
    }
    return text;
}

std::string withoutStop(std::string text)
{
    while (text.ends_with('.'))
        text.pop_back();
    return text;
}

} // namespace afoot::cli
