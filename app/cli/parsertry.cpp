#include "app/cli/parsertry.h"

#include "core/run/outputreader.h"
#include "core/run/parsers/all.h"
#include "core/wire/json.h"

#include <array>
#include <fstream>
#include <iostream>

namespace afoot {

namespace {

void readAll(OutputReader &reader, std::istream &in, std::ostream &out)
{
    std::array<char, 65536> buffer{};
    const auto show = [&] {
        if (const auto update = reader.take())
            out << wire::toJson(*update) << '\n';
    };
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const auto count = static_cast<std::size_t>(in.gcount());
        for (std::size_t i = 0; i < count;
             ++i) { // byte by byte, so that no state in between is lost
            reader.push(std::string_view(&buffer[i], 1), OutputReader::Stream::Terminal);
            show();
        }
    }
    reader.quiet();
    show();
    out << wire::toJson(reader.finish({})) << '\n';
}

OutputReader readerFor(const ParserTryOptions &options, const Parser *parser)
{
    if (parser)
        return OutputReader(parser);
    if (options.commandLine)
        return OutputReader(std::vector<std::string>{"sh", "-c", *options.commandLine});
    return OutputReader(std::vector<std::string>{});
}

} // namespace

int parserTry(const ParserTryOptions &options, std::istream &in, std::ostream &out)
{
    const Parser *parser = nullptr;
    if (options.as && *options.as != "osc94") { // which is read whatever the tool
        parser = parserNamed(*options.as);
        if (!parser) {
            std::cerr << "afoot: there is no parser named '" << *options.as << "'; there are:";
            for (const Parser *known : allParsers())
                std::cerr << ' ' << known->name;
            std::cerr << '\n';
            return 64;
        }
    }
    OutputReader reader = readerFor(options, parser);
    if (!options.file || *options.file == "-") {
        readAll(reader, in, out);
        return 0;
    }
    std::ifstream file(*options.file, std::ios::binary);
    if (!file) {
        std::cerr << "afoot: cannot read " << *options.file << '\n';
        return 66;
    }
    readAll(reader, file, out);
    return 0;
}

} // namespace afoot
