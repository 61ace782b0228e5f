// What tools print, through every parser that reads it.
#include "core/model/text.h"
#include "core/run/outputreader.h"
#include "core/run/parsers/all.h"
#include "tests/fuzz/split.h"

using namespace afoot;

namespace {

void check(OutputReader &reader)
{
    const Reading &now = reader.reading();
    if (now.percent && !(*now.percent >= 0 && *now.percent <= 100))
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [text, cut] = fuzz::split(data, size);
    const std::string_view bytes = text; // clang 14 captures no parts of a pair
    const std::size_t at = std::min(cut, bytes.size());
    const auto feed = [&](OutputReader reader) {
        reader.push(bytes.substr(0, at), OutputReader::Stream::Terminal);
        check(reader);
        reader.push(bytes.substr(at), OutputReader::Stream::Terminal);
        reader.quiet();
        check(reader);
        const auto update = reader.take();
        for (const LogLine &line : update ? update->lines : std::vector<LogLine>()) {
            if (cleanLogText(line.text) != line.text)
                __builtin_trap(); // a tracker would keep another one
        }
    };
    feed(OutputReader(std::vector<std::string>{"sh", "script"}));
    for (const Parser *parser : allParsers())
        feed(OutputReader(parser));
    return 0;
}
