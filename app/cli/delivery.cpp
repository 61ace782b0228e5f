#include "app/cli/delivery.h"

#include "app/cli/sentences.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/address.h"
#include "core/follow/trackerevent.h"
#include "core/model/text.h"

namespace afoot::cli {

namespace {

constexpr Millis hangingPause{30'000};

/// Nobody heard it, and nothing is wrong with it.
bool wasNotHeard(const Error &error)
{
    return isTransient(error) || error.code == Error::Code::Internal || error.name == "no_access" ||
           error.name == "unsafe_folder";
}

/// When @p id is a job of another source: that its own reporter reports it.
std::optional<std::string> elsewhere(const std::string &id)
{
    const Result<Job> job = TrackerAccess().find(id);
    if (!job || job->key.source == JobKey{}.source)
        return {};
    return cleanText(id) + " is a job of the source " + cleanText(job->key.source) +
           ": what runs it reports it there, and nobody can from here.";
}

} // namespace

Delivery::Delivery(bool strict) : m_strict(strict), m_paths(systemPaths()), m_spool(m_paths.spool())
{
    Result<TrackerAddress> address = trackerAddress(m_paths);
    if (address)
        m_client.emplace(std::move(address).value());
    else
        m_noClient = address.error();
}

std::optional<int> Delivery::send(const Update &update)
{
    m_answer.clear();
    std::optional<Error> trouble = deliverNoted();
    if (!trouble)
        trouble = deliver(update);
    if (!trouble)
        return {};
    if (wasNotHeard(*trouble))
        return note(update, *trouble);
    if (trouble->name == "no_such_job") {
        if (const auto sentence = elsewhere(update.key.id)) {
            complain(*sentence);
            return exitUsage;
        }
    }
    complain(sentenceOf(*trouble));
    return trouble->name == "bad_address" ? exitUsage : exitRefused;
}

std::optional<Error> Delivery::deliver(const Update &update)
{
    if (m_noClient)
        return m_noClient;
    if (m_silentSince && m_clock.ticks() - *m_silentSince < hangingPause)
        return Error{
            Error::Code::Unavailable, "tracker_silent", "The tracker does not answer.", {}};
    m_silentSince.reset();
    const ReportRequest request = requestFor(update);
    const Result<TrackerClient::Answer> answer =
        m_client->request(request.method, request.target, request.body);
    if (!answer) {
        if (answer.error().name == "tracker_silent")
            m_silentSince = m_clock.ticks();
        return answer.error();
    }
    if (auto refusal = refusalIn(*answer))
        return refusal;
    m_answer = answer->body;
    return {};
}

std::optional<Error> Delivery::deliverNoted()
{
    if (m_noClient || m_spool.empty())
        return {};
    const Result<Spool::Drained> drained =
        m_spool.drain([this](const Update &update) { return deliver(update); });
    m_answer.clear();
    if (!drained)
        return drained.error().code == Error::Code::Unavailable ? std::optional(drained.error())
                                                                : std::nullopt;
    sayRefused(*drained);
    return drained->stoppedBy;
}

void Delivery::sayRefused(const Spool::Drained &drained)
{
    if (drained.refused.empty())
        return;
    const Spool::Refused &first = drained.refused.front();
    const std::string count = drained.refusedCount == 1
                                  ? "An earlier report"
                                  : std::to_string(drained.refusedCount) + " earlier reports";
    complain(count + " could not be delivered (" + first.update.key.id + ": " +
             withoutStop(sentenceOf(first.error)) + ").");
}

std::optional<int> Delivery::note(const Update &update, const Error &why)
{
    if (m_strict) {
        complain(sentenceOf(why));
        return exitUnavailable;
    }
    const bool isFirst = m_spool.empty(); // of those that wait: whoever noted it has said so
    Update late = update;
    late.time = m_clock.now();
    const std::optional<Error> trouble = m_spool.append({late});
    if (m_said || (!isFirst && !trouble) || (!trouble && why.name == "spool_busy"))
        return {};
    m_said = true;
    const std::string reason =
        why.name == "no_tracker" ? "No tracker is running" : withoutStop(sentenceOf(why));
    complain(trouble ? reason + ", and it could not be noted for later: " + trouble->detail
                     : reason + "; noted for later.");
    return {};
}

} // namespace afoot::cli
