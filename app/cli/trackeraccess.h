#pragma once

#include "app/shared/address.h"
#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// The tracker as the commands that look at it ask it.
///
/// Errors: NotFound for a job that is not there, BadInput for an ending that fits several.
class TrackerAccess
{
public:
    TrackerAccess();

    Result<std::vector<Job>> jobs();
    /// By its id, or by an ending of it that no other job has (four characters or more, any case): what list shows.
    Result<Job> find(std::string_view id);
    /// The answer of a request that must be 2xx.
    Result<TrackerClient::Answer> ask(std::string_view method, std::string_view target);

    Result<TrackerAddress> address() const { return m_address; }

private:
    Result<TrackerAddress> m_address;
    std::optional<TrackerClient> m_client{};
};

/// The path of @p key, with "?source=" for one that is not local, and @p action behind the id.
std::string targetOf(const JobKey &key, std::string_view action = {});

/// An ending of each job's id by which find() finds it: six characters, more where two have the same;
/// an id that somebody chose (not a ULID) stays whole.
std::vector<std::string> shortIds(const std::vector<Job> &jobs);

/// The exit code of protocol 6 for a job that ended; 3 also for one that did not.
int exitCodeFor(State state);
/// The one that says most of several: lost, then failed, then canceled, then completed.
int worst(int one, int other);

/// Says @p error and returns the exit code for it: 69 without a tracker, @p otherwise for the rest.
int sayTrouble(const Error &error, int otherwise);

} // namespace afoot::cli
