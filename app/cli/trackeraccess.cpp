#include "app/cli/trackeraccess.h"

#include "app/cli/sentences.h"
#include "app/cli/terminal.h"
#include "core/model/text.h"
#include "core/model/ulid.h"
#include "core/track/refusals.h"
#include "core/wire/sourcejson.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <map>

namespace afoot::cli {

namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t shortestShown = 6;

char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool sameLetters(char a, char b)
{
    return lower(a) == lower(b);
}

bool endsWith(std::string_view id, std::string_view ending)
{
    return id.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), id.rbegin(), sameLetters);
}

/// Where two jobs need telling apart.
std::string withSource(const JobKey &key, std::string_view id)
{
    return key.source + '/' + std::string(id);
}

Error ambiguous(std::string_view words, const std::vector<const Job *> &fitting)
{
    constexpr std::size_t most = 8;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, fitting.size()); ++i) {
        const JobKey &key = fitting[i]->key;
        names += (i == 0 ? "" : ", ") + cleanText(withSource(key, key.id));
    }
    if (fitting.size() > most)
        names += " and " + std::to_string(fitting.size() - most) + " more";
    return {.code = Error::Code::BadInput,
            .name = "ambiguous_id",
            .detail = quotedBriefly(words) + " fits " + std::to_string(fitting.size()) +
                      " jobs; say which: " + names + ".",
            .field = "id"};
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

Result<SourceReport> TrackerAccess::sources()
{
    const Result<TrackerClient::Answer> answer = ask("GET", "/api/v1/sources");
    if (!answer)
        return answer.error();
    return wire::sourcesFromJson(answer->body);
}

Result<Job> TrackerAccess::find(std::string_view words, const std::optional<std::string> &source)
{
    // the tracker leaves out most of those that cannot be meant
    std::string target = "/api/v1/jobs?q=";
    const std::size_t slash = words.rfind('/');
    target += percentEncoded(words.substr(slash == std::string_view::npos ? 0 : slash + 1));
    if (source)
        target += "&source=" + percentEncoded(*source);
    const Result<TrackerClient::Answer> answer = ask("GET", target);
    if (!answer)
        return answer.error();
    const Result<std::vector<Job>> jobs = jobsFromJson(answer->body);
    return jobs ? jobFitting(*jobs, words, source) : Result<Job>(jobs.error());
}

Result<Job> jobFitting(const std::vector<Job> &jobs, std::string_view words,
                       const std::optional<std::string> &source)
{
    const auto behindSource = [&](const Job &job) -> std::optional<std::string_view> {
        const std::string &name = job.key.source;
        if (source || words.size() <= name.size() || !words.starts_with(name) ||
            words[name.size()] != '/')
            return std::nullopt;
        return words.substr(name.size() + 1);
    };
    const auto isEnding = [](const Job &job, std::string_view ending) {
        return ending.size() >= shortest && endsWith(job.key.id, ending);
    };
    // the better it fits the smaller
    const auto fit = [&](const Job &job) {
        const auto rest = behindSource(job);
        if (job.key.id == words)
            return 0;
        if (rest && job.key.id == *rest)
            return 1;
        return isEnding(job, words) || (rest && isEnding(job, *rest)) ? 2 : 3;
    };
    int best = 3;
    std::vector<const Job *> fitting;
    for (const Job &job : jobs) {
        const int how = source && job.key.source != *source ? 3 : fit(job);
        if (how < best)
            fitting.clear();
        best = std::min(best, how);
        if (how == best && how < 3)
            fitting.push_back(&job);
    }
    if (fitting.empty())
        return refuse::unknownJob({source.value_or(JobKey{}.source), std::string(words)});
    if (fitting.size() > 1)
        return ambiguous(words, fitting);
    return *fitting.front();
}

std::string targetOf(const JobKey &key, std::string_view action)
{
    std::string target = jobTarget(key.id) + std::string(action);
    if (key.source != JobKey{}.source)
        target += "?source=" + percentEncoded(key.source);
    return target;
}

std::string streamTarget(const std::vector<JobKey> &keys, bool logs)
{
    std::string target = "/api/v1/jobs/stream";
    char separator = '?';
    const auto add = [&](std::string_view name, const std::string &value) {
        target.append(1, separator).append(name).append(percentEncoded(value));
        separator = '&';
    };
    const bool areOfOne = std::all_of(keys.begin(), keys.end(), [&](const JobKey &key) {
        return key.source == keys.front().source;
    });
    if (areOfOne) { // it can be told of one alone
        for (const JobKey &key : keys)
            add("job=", key.id);
        if (!keys.empty() && keys.front().source != JobKey{}.source)
            add("source=", keys.front().source);
    }
    if (logs)
        add("log=", "1");
    return target;
}

std::vector<std::string> shortIds(const std::vector<Job> &jobs)
{
    // how many have an id; backwards and in order, those that end alike stand beside each other
    std::map<std::string, int> times;
    const auto reversed = [](std::string_view id) {
        std::string text(id.rbegin(), id.rend());
        std::transform(text.begin(), text.end(), text.begin(), lower);
        return text;
    };
    for (const Job &job : jobs)
        ++times[reversed(job.key.id)];
    const auto common = [](const std::string &a, const std::string &b) {
        const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
        return static_cast<std::size_t>(end - a.begin());
    };
    std::vector<std::string> ids;
    for (const Job &job : jobs) {
        const std::string_view id = job.key.id;
        const auto here = times.find(reversed(id));
        std::size_t length = id.size();
        if (isUlid(id)) {
            const auto next = std::next(here);
            length = shortestShown;
            if (here != times.begin())
                length = std::max(length, common(here->first, std::prev(here)->first) + 1);
            if (next != times.end())
                length = std::max(length, common(here->first, next->first) + 1);
            length = std::min(length, id.size());
        }
        const std::string_view ending = id.substr(id.size() - length);
        ids.push_back(here->second > 1 ? withSource(job.key, ending) : std::string(ending));
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
