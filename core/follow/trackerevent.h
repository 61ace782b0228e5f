#pragma once

#include "core/model/job.h"
#include "core/model/result.h"
#include "core/model/update.h"
#include "core/wire/json.h"
#include "core/wire/sse.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace afoot {

/// What a tracker's stream says, protocol 1, section 3.1, one type an event.
struct HelloEvent
{
    std::string epoch{};
    std::uint64_t rev = 0;
    std::string version{};
    std::optional<Millis> retry{};
};
struct SnapshotEvent
{
    std::vector<Job> jobs{};
};
struct JobEvent
{
    Job job{};
};
struct RemovedEvent
{
    JobKey key{};
};
struct LogEvent
{
    JobKey key{};
    wire::LogPage page{};
};
struct PingEvent
{
};
using TrackerEvent =
    std::variant<PingEvent, HelloEvent, SnapshotEvent, JobEvent, RemovedEvent, LogEvent>;

/// The event that @p event carries. Names that protocol 1 does not have count as a ping: they say
/// no more than that the tracker is alive.
Result<TrackerEvent> trackerEventFrom(const wire::SseEvent &event);

/// The jobs of {"jobs":[…]}: the answer of GET /api/v1/jobs, and a snapshot.
Result<std::vector<Job>> jobsFromJson(std::string_view json);

/// The request that brings @p update to a tracker (protocol 1, section 2).
struct ReportRequest
{
    std::string_view method = "POST";
    std::string target{};
    std::string body{};
};
ReportRequest requestFor(const Update &update);

} // namespace afoot
