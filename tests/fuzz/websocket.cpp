// WebSocket frames from a client: the same messages however they are cut, and none that breaks a rule.
#include "core/model/text.h"
#include "core/serve/wsframes.h"
#include "tests/fuzz/split.h"

using namespace afoot;
using namespace afoot::serve;

namespace {

std::string read(std::string_view bytes, std::size_t cut)
{
    std::string found;
    WsDecoder decoder(1024, 16);
    const auto sink = [&](const WsMessage &message) {
        if (message.kind == WsOpcode::Continuation || message.data.size() > 1024 ||
            (message.kind == WsOpcode::Text && !isUtf8(message.data)))
            __builtin_trap();
        found.append(1, static_cast<char>(message.kind)).append(message.data).append("|");
        return true;
    };
    decoder.push(bytes.substr(0, cut), sink);
    decoder.push(bytes.substr(cut), sink);
    if (const auto &failure = decoder.failure())
        found += std::to_string(static_cast<int>(failure->code));
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [bytes, cut] = fuzz::split(data, size);
    if (read(bytes, 0) != read(bytes, std::min(cut, bytes.size())))
        __builtin_trap();
    const auto accept = wsAccept(bytes);
    (void)accept;
    return 0;
}
