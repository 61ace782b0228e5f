// Updates as JSON, and what the tracker makes of any order of them: its state holds whatever comes.
#include "core/model/text.h"
#include "core/track/feed.h"
#include "core/track/tracker.h"
#include "core/wire/json.h"
#include "tests/support/fakeclock.h"

#include <string_view>

using namespace afoot;

namespace {

void check(const Job &job)
{
    if (job.percent && !(*job.percent >= 0 && *job.percent <= 100))
        __builtin_trap();
    // what is written is read back as it was
    const auto again = wire::jobFromJson(wire::toJson(job));
    if (!again || again->state != job.state || again->title != job.title)
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text(reinterpret_cast<const char *>(data), size);
    test::FakeClock clock;
    Tracker tracker(
        clock, [] { return std::array<std::uint8_t, 10>{}; }, "e",
        Tracker::Options{.limits = {.maxActiveJobs = 8}, .maxPast = 4});
    Feed feed(tracker, [] {});
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const wire::Message message = wire::messageFromJson(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (message.update) {
            for (const LogLine &line : message.update->lines) {
                if (cleanLogText(line.text) != line.text)
                    __builtin_trap(); // what passed once passes as it is
            }
            const std::uint64_t rev = tracker.rev();
            const auto applied = tracker.apply(*message.update);
            if (!applied && tracker.rev() != rev)
                __builtin_trap(); // refused, and yet something changed
            if (applied && applied->job)
                check(*applied->job);
            const auto back = wire::updateFromLine(wire::toJson(*message.update));
            (void)back;
        }
        clock.advance(Millis(7'000));
        tracker.expire();
    }
    for (const Change &change : feed.take().changes) {
        if (change.job)
            check(*change.job);
    }
    return 0;
}
