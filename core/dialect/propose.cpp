#include "core/dialect/propose.h"

#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/proposer.h"
#include "core/dialect/read.h"
#include "core/dialect/urlpattern.h"

#include <algorithm>

namespace afoot::dialect {

namespace {

struct Trial
{
    Context context{};
    std::size_t updates = 0;
    std::size_t changes = 0;      ///< messages that told something new of a job
    std::optional<Error> error{}; ///< of the first message that could not be read
};

/// Goes on after a message that cannot be read for the sake of one of @p strays.
Trial read(const Dialect &dialect, const std::string &url, const Sample &sample,
           const std::vector<std::string> &strays = {})
{
    Trial trial;
    for (const std::string &path : dialect.endpoints.paths()) {
        if (const auto match = matchPath(path, url); match && trial.context.id.empty())
            trial.context.id = match->id;
    }
    for (const std::string *const text : sample.texts()) {
        const auto before = trial.context.jobs;
        const auto reading = readMessage(dialect, Route::Stream, *text, trial.context);
        if (!reading &&
            std::find(strays.begin(), strays.end(), reading.error().field) != strays.end())
            continue;
        if (!reading) {
            trial.error = reading.error();
            return trial;
        }
        trial.updates += reading->updates.size();
        trial.changes += before == trial.context.jobs ? 0 : 1;
    }
    return trial;
}

Error refusal(const char *name, std::string sentence)
{
    return {.code = Error::Code::BadInput, .name = name, .detail = std::move(sentence)};
}

} // namespace

std::string dialectNameFor(std::string_view url)
{
    constexpr std::size_t most = 40;
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    std::string name;
    for (char c : url.substr(0, most)) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-'))
        name.pop_back();
    if (name.empty())
        return "mine";
    return builtInNamed(name) != nullptr ? name + "-own" : name;
}

Result<Proposal> propose(const Overheard &heard)
{
    constexpr int maxRounds = 20;
    const Sample sample(heard.messages);
    if (sample.messages().empty())
        return refusal("no_objects", "None of the messages is a JSON object.");
    std::set<std::string> avoided;
    std::string why = "its messages differ too much";
    for (int round = 0; round < maxRounds; ++round) {
        auto made = Proposer(heard, sample, avoided).make();
        if (!made)
            return made.error();
        const auto dialect = dialectFromJson(made->text);
        if (!dialect)
            return refusal("unreadable", dialect.error().field + ": " + dialect.error().detail);
        const Trial trial = read(*dialect, heard.url, sample, made->strays);
        if (!trial.error && trial.updates > 0)
            return made;
        if (!trial.error)
            return refusal("no_job", "No message has a field that looks like the state or the "
                                     "progress of a job.");
        why = trial.error->detail;
        if (trial.error->field.empty() || !avoided.insert(trial.error->field).second)
            break;
    }
    return refusal("unreadable", "No dialect was found that reads all of the messages: " + why);
}

const Dialect *readerOf(const Overheard &heard, const Proposal &proposal,
                        std::span<const Dialect *const> own)
{
    constexpr std::size_t maxAsked = 20;
    const Sample sample(heard.messages);
    const auto proposed = dialectFromJson(proposal.text);
    const Trial made = proposed ? read(*proposed, heard.url, sample, proposal.strays) : Trial{};
    std::vector<const Dialect *> useful;
    for (const Dialect *const dialect : own) {
        const Trial trial = read(*dialect, heard.url, sample);
        const bool isDumb = !trial.error && trial.updates > 0 && // they exist, and that is all
                            trial.changes <= trial.context.jobs.size();
        if (dialect->name != heard.name && !(isDumb && made.changes > trial.changes))
            useful.push_back(dialect);
    }
    const auto all = candidates(useful);
    std::vector<const Dialect *> spoken;
    for (std::size_t i = 0; i < std::min(maxAsked, sample.texts().size()); ++i)
        spoken.push_back(detect(heard.url, *sample.texts()[i], useful).dialect);
    for (const Dialect *const dialect : all) {
        const bool isFallback = dialect == all.back();
        if (!isFallback && std::find(spoken.begin(), spoken.end(), dialect) == spoken.end())
            continue;
        const Trial trial = read(*dialect, heard.url, sample);
        if (trial.error || trial.updates == 0)
            continue;
        if (!isFallback)
            return dialect;
        if (proposed && proposal.guessedWords.empty() && made.context.jobs == trial.context.jobs)
            return dialect;
    }
    return nullptr;
}

} // namespace afoot::dialect
