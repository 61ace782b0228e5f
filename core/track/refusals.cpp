#include "core/track/refusals.h"

#include "core/model/text.h"

#include <algorithm>

namespace afoot::refuse {

namespace {

Error conflict(const char *name, std::string detail, std::string field = {})
{
    return {.code = Error::Code::Conflict,
            .name = name,
            .detail = std::move(detail),
            .field = std::move(field)};
}

} // namespace

Error unknownJob(const JobKey &key)
{
    return {.code = Error::Code::NotFound,
            .name = "no_such_job",
            .detail = "There is no job " + cleanText(key.id) +
                      (key.source == JobKey{}.source ? "" : " from " + cleanText(key.source)) +
                      " here; \"afoot list --all\" and GET /api/v1/jobs show those that are.",
            .field = "id"};
}

Error tooManyJobs(std::size_t limit)
{
    return {.code = Error::Code::TooMany,
            .name = "too_many_jobs",
            .detail = "All " + std::to_string(limit) +
                      " places are taken by unfinished jobs; end some and try again."};
}

Error stillRunning(const Job &job)
{
    return conflict("job_running", "Job " + job.key.id + " is still " +
                                       std::string(nameOf(job.state)) +
                                       "; only a finished job can be forgotten.");
}

std::optional<Error> badId(const JobKey &key, const JobLimits &limits)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    const bool good = !key.id.empty() && key.id.size() <= limits.maxIdBytes &&
                      std::none_of(key.id.begin(), key.id.end(), isControl);
    if (good)
        return std::nullopt;
    return Error{.code = Error::Code::BadInput,
                 .name = "bad_id",
                 .detail = "An id has 1 to " + std::to_string(limits.maxIdBytes) +
                           " bytes and no control characters.",
                 .field = "id"};
}

std::optional<Error> ask(const Job &job, Ask ask)
{
    const std::string word(nameOf(ask));
    if (isFinal(job.state) && ask != Ask::Retry) {
        return conflict("job_finished", "Job " + job.key.id + " is " +
                                            std::string(nameOf(job.state)) +
                                            "; there is nothing left to " + word + ".");
    }
    // who runs it may hear an ask with its next report; of an ended job there is none
    const bool mustOffer = !job.can.empty() || isFinal(job.state);
    if (mustOffer && !job.can.has(ask)) {
        return conflict("not_offered",
                        "Job " + job.key.id + " cannot be asked to " + word +
                            ": its reporter did not list it in \"can\".",
                        "can");
    }
    if (job.asked == Ask::Cancel && ask != Ask::Cancel) {
        return conflict("cancel_asked", "Job " + job.key.id +
                                            " has been asked to cancel and has not ended yet; " +
                                            "what is asked of it after that would take its place.");
    }
    return std::nullopt;
}

} // namespace afoot::refuse
