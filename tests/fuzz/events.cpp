// What a tracker answers and streams, as its clients read it.
#include "core/follow/trackerevent.h"
#include "core/wire/json.h"
#include "core/wire/sse.h"
#include "tests/fuzz/split.h"

#include <vector>

using namespace afoot;

namespace {

std::vector<std::string> read(std::string_view bytes, std::size_t cut)
{
    std::vector<std::string> found;
    wire::SseParser parser;
    const auto sink = [&](const wire::SseEvent &event) {
        const auto meaning = trackerEventFrom(event);
        (void)meaning;
        found.push_back(event.type + '|' + event.data + '|' + event.lastEventId);
    };
    if (parser.push(bytes.substr(0, cut), sink))
        (void)parser.push(bytes.substr(cut), sink);
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [bytes, cut] = fuzz::split(data, size);
    if (read(bytes, 0) != read(bytes, std::min(cut, bytes.size())))
        __builtin_trap();
    const auto jobs = jobsFromJson(bytes);
    const auto runs = runsFromJson(bytes);
    const auto log = wire::logFromJson(bytes);
    const auto error = wire::errorFromJson(bytes);
    return 0;
}
