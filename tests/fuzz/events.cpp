// What a tracker answers and streams, as its clients read it.
#include "core/follow/answerparser.h"
#include "core/follow/trackerevent.h"
#include "core/wire/json.h"
#include "core/wire/runsjson.h"
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

/// Status and body of an answer that is whole; what is not HTTP is refused sooner or later, depending on the cut.
std::string answer(std::string_view bytes, std::size_t cut)
{
    std::string found;
    AnswerParser parser(4096, [&](std::string_view body) { found += body; });
    std::size_t used = 0;
    for (const std::size_t end : {cut, bytes.size()}) {
        const auto count = parser.push(bytes.substr(used, end - used));
        if (!count)
            return "none";
        used += *count;
        if (parser.isDone())
            break;
    }
    if (!parser.isDone() && !parser.endOfStream())
        return "none";
    return std::to_string(parser.status()) + '|' + found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [bytes, cut] = fuzz::split(data, size);
    if (read(bytes, 0) != read(bytes, std::min(cut, bytes.size())))
        __builtin_trap();
    if (answer(bytes, 0) != answer(bytes, std::min(cut, bytes.size())))
        __builtin_trap();
    const auto jobs = jobsFromJson(bytes);
    const auto runs = wire::runsFromJson(bytes);
    const auto log = wire::logFromJson(bytes);
    const auto error = wire::errorFromJson(bytes);
    return 0;
}
