// Uploads of reports: the same is taken however they are cut.
#include "core/serve/ingest.h"

#include "tests/fuzz/split.h"
#include "tests/support/fakeclock.h"

using namespace afoot;
using namespace afoot::serve;

namespace {

std::string taken(std::string_view bytes, std::size_t cut)
{
    const test::FakeClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "e");
    const Limits limits;
    const Server::KeepEnd none;
    Ingest ingest(tracker, limits, none);
    ingest.push(bytes.substr(0, cut));
    ingest.push(bytes.substr(cut));
    bool safe = false;
    ingest.finish([&] { safe = true; });
    if (!safe)
        __builtin_trap();
    return ingest.takeAnswers() + ingest.summary() + std::to_string(tracker.rev());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [bytes, cut] = fuzz::split(data, size);
    if (taken(bytes, 0) != taken(bytes, std::min(cut, bytes.size())))
        __builtin_trap();
    return 0;
}
