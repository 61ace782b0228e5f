#include "app/cli/trackeraccess.h"

#include "app/cli/sentences.h"
#include "app/cli/terminal.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace afoot::cli {

namespace {

constexpr std::size_t shortest = 4;

bool sameLetters(char a, char b)
{
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
}

bool endsWith(std::string_view id, std::string_view ending)
{
    return id.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), id.rbegin(), sameLetters);
}

bool looksLikeUlid(std::string_view id)
{
    return id.size() == 26 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
           });
}

} // namespace

TrackerAccess::TrackerAccess() : m_address(trackerAddress(systemPaths()))
{
    if (m_address)
        m_client.emplace(*m_address);
}

Result<TrackerClient::Answer> TrackerAccess::ask(std::string_view method, std::string_view target)
{
    if (!m_client)
        return m_address.error();
    Result<TrackerClient::Answer> answer = m_client->request(method, target);
    if (!answer)
        return answer;
    if (auto refusal = refusalIn(*answer))
        return *refusal;
    return answer;
}

Result<std::vector<Job>> TrackerAccess::jobs()
{
    const Result<TrackerClient::Answer> answer = ask("GET", "/api/v1/jobs");
    if (!answer)
        return answer.error();
    return jobsFromJson(answer->body);
}

Result<Job> TrackerAccess::find(std::string_view id)
{
    const Result<TrackerClient::Answer> answer = ask("GET", jobTarget(id));
    if (answer)
        return wire::jobFromJson(answer->body);
    if (answer.error().code != Error::Code::NotFound)
        return answer.error();
    Result<std::vector<Job>> known = jobs();
    if (!known)
        return known.error();
    std::vector<Job> fitting;
    for (Job &job : known.value()) {
        if (job.key.id == id)
            return std::move(job);
        if (id.size() >= shortest && endsWith(job.key.id, id))
            fitting.push_back(std::move(job));
    }
    if (fitting.size() == 1)
        return std::move(fitting.front());
    if (fitting.size() > 1)
        return Error{Error::Code::BadInput, "ambiguous_id",
                     "\"" + std::string(id) + "\" fits " + std::to_string(fitting.size()) +
                         " jobs: give more of the id.",
                     "id"};
    return answer.error();
}

std::string targetOf(const JobKey &key, std::string_view action)
{
    std::string target = jobTarget(key.id) + std::string(action);
    if (key.source != JobKey{}.source)
        target += "?source=" + percentEncoded(key.source);
    return target;
}

std::vector<std::string> shortIds(const std::vector<Job> &jobs)
{
    std::vector<std::string> ids;
    for (const Job &job : jobs) {
        const std::string_view id = job.key.id;
        if (!looksLikeUlid(id)) {
            ids.emplace_back(id);
            continue;
        }
        std::size_t length = 6;
        const auto isShared = [&] {
            return std::any_of(jobs.begin(), jobs.end(), [&](const Job &other) {
                return other.key.id != id && endsWith(other.key.id, id.substr(id.size() - length));
            });
        };
        while (length < id.size() && isShared())
            ++length;
        ids.emplace_back(id.substr(id.size() - length));
    }
    return ids;
}

int exitCodeFor(State state)
{
    switch (state) {
    case State::Completed:
        return 0;
    case State::Failed:
        return 1;
    case State::Canceled:
        return 2;
    default:
        return exitLost;
    }
}

int worst(int one, int other)
{
    constexpr std::array order{0, 2, 1, exitLost};
    const auto place = [&](int code) { return std::find(order.begin(), order.end(), code); };
    return place(one) < place(other) ? other : one;
}

int sayTrouble(const Error &error, int otherwise)
{
    if (error.name == "no_tracker" && !environmentValue("AFOOT_TRACKER"))
        complain("No tracker is running. Open the window, or start one with \"afoot serve\".");
    else
        complain(sentenceOf(error));
    if (error.name == "bad_address")
        return exitUsage;
    return error.code == Error::Code::Unavailable ? exitUnavailable : otherwise;
}

} // namespace afoot::cli
