// The head and the body of HTTP requests, the doorkeeper, and every route behind them.
#include "core/serve/doorkeeper.h"
#include "core/serve/requestparser.h"
#include "core/serve/routes.h"
#include "tests/fuzz/split.h"
#include "tests/support/fakeclock.h"

using namespace afoot;
using namespace afoot::serve;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [bytes, cut] = fuzz::split(data, size);
    const test::FakeClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "e");
    Limits limits;
    limits.maxBodyBytes = 4096;
    RequestParser parser(limits, takesLines);
    std::string_view rest = bytes;
    for (std::size_t turns = 0; !rest.empty() && turns < 10'000; ++turns) {
        const std::size_t piece = turns == 0 ? std::min(cut, rest.size()) : rest.size();
        const std::size_t used = parser.push(rest.substr(0, std::max<std::size_t>(piece, 1)));
        if (parser.phase() == RequestParser::Phase::Failed)
            return 0;
        if (parser.phase() == RequestParser::Phase::Done)
            break;
        if (used == 0 && parser.phase() == RequestParser::Phase::Head)
            return 0;
        rest.remove_prefix(used);
        if (parser.phase() == RequestParser::Phase::Body && used == 0 && rest.empty())
            return 0;
    }
    if (parser.phase() != RequestParser::Phase::Done)
        return 0;
    const Request request = parser.takeRequest();
    const bool compat = (size & 1U) != 0;
    const HouseRules rules{.token = "t",
                           .origins = {"https://a.example"},
                           .hosts = {"h"},
                           .port = 1,
                           .compat = compat};
    const auto tcp = admit(Door::Tcp, request, rules);
    (void)tcp;
    HouseRules tlsRules = rules;
    tlsRules.tls.names = {"a.example"};
    tlsRules.tls.add("0.0.0.0", 1);
    const auto tls = admit(Door::Tls, request, tlsRules);
    (void)tls;
    Api api{tracker, limits, "1"};
    if (compat)
        api.compat = [] { return dialect::WriteOptions{}; };
    const Answer reply = answer(request, api);
    if (serialized(reply.response, "now", BodyFraming::Length, true).empty())
        __builtin_trap();
    return 0;
}
