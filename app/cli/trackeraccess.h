#pragma once

#include "app/shared/address.h"
#include "core/follow/trackerclient.h"
#include "core/follow/trackerevent.h"
#include "core/model/sourceinfo.h"

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
    /// As jobFitting() has it.
    Result<Job> find(std::string_view words, const std::optional<std::string> &source = {});
    /// How the connections are to the trackers that jobs come from.
    Result<SourceReport> sources();
    /// The answer of a request that must be 2xx.
    Result<TrackerClient::Answer> ask(std::string_view method, std::string_view target);

    Result<TrackerAddress> address() const { return m_address; }

private:
    Result<TrackerAddress> m_address;
    std::optional<TrackerClient> m_client{};
};

/// The path of @p key, with "?source=" for one that is not local, and @p action behind the id.
std::string targetOf(const JobKey &key, std::string_view action = {});

/// The job of @p jobs that a person means by @p words: its id; "SOURCE/ID", since two sources may have the same id; or
/// an ending of the id (four characters or more, any case), with "SOURCE/" before it or not. What fits exactly goes before
/// what fits at its end, and an id that holds a "/" before a source and an id. @p source: only jobs of that one.
/// Errors: NotFound; BadInput ("ambiguous_id") where several fit equally well, naming them. Pure.
Result<Job> jobFitting(const std::vector<Job> &jobs, std::string_view words,
                       const std::optional<std::string> &source);

/// Words for each job by which jobFitting() finds it among @p jobs: an ending of its id of six characters, more where
/// two have the same; an id that somebody chose (not a ULID) stays whole. With "SOURCE/" where it needs that. Pure.
std::vector<std::string> shortIds(const std::vector<Job> &jobs);

/// The stream of the jobs @p keys, or of all where they are of several sources; with their logs.
std::string streamTarget(const std::vector<JobKey> &keys, bool logs);

/// The exit code of protocol 6 for a job that ended; 3 also for one that did not.
int exitCodeFor(State state);
/// The one that says most of several: lost, then failed, then canceled, then completed.
int worst(int one, int other);

/// Says @p error and returns the exit code for it: 69 without a tracker, @p otherwise for the rest.
int sayTrouble(const Error &error, int otherwise);

} // namespace afoot::cli
