#include "core/dialect/proposer.h"

#include "core/dialect/pretty.h"
#include "core/dialect/urlpattern.h"
#include "core/dialect/vocabulary.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t maxTypes = 20;
constexpr std::size_t maxTypeBytes = 100;

bool looksLikeId(std::string_view segment)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isHex = [&](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == '-';
    };
    if (std::all_of(segment.begin(), segment.end(), isDigit))
        return true;
    return segment.size() >= 8 && std::all_of(segment.begin(), segment.end(), isHex) &&
           std::any_of(segment.begin(), segment.end(), isDigit);
}

} // namespace

std::vector<std::string> segmentsOf(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(std::min(url.find('/', scheme + 3), url.size()));
    std::vector<std::string> segments;
    while (!url.empty()) {
        url.remove_prefix(1);
        const std::string_view segment = url.substr(0, url.find('/'));
        url.remove_prefix(segment.size());
        const auto match = matchPath("/{id}", "/" + std::string(segment));
        if (match)
            segments.push_back(match->id);
    }
    return segments;
}

/// A place that every message has and that parts them: by words that usual types have, or by what else they hold.
void Proposer::findType()
{
    const auto isType = [&](const Place &place) {
        if (place.at.tokens.size() != 1 || place.values.size() != m_sample.messages().size() ||
            m_avoided.contains(toString(place.at)))
            return false;
        const bool allTexts = allFit(place, [](const json::value &value) {
            const auto *text = value.if_string();
            return text != nullptr && !text->empty() && text->size() <= maxTypeBytes &&
                   isClean(*text) && !text->starts_with('*') && !text->ends_with('*');
        });
        const auto types = textsAt(place);
        if (!allTexts || types.size() > maxTypes ||
            std::any_of(place.values.begin(), place.values.end(),
                        [](const auto &value) { return value.second->is_null(); }))
            return false;
        return std::any_of(types.begin(), types.end(),
                           [](const std::string &type) { return typeMeaning(type).has_value(); });
    };
    for (const std::string_view name : usualTypeNames()) {
        for (const Place &place : m_sample.places()) {
            if (!m_type && place.name == name && isType(place))
                m_type = place;
        }
    }
}

std::set<std::string> Proposer::taken() const
{
    std::set<std::string> all = m_avoided;
    if (m_type)
        all.insert(toString(m_type->at));
    return all;
}

void Proposer::judge(Kind &kind) const
{
    FieldChoice job(m_sample, kind.messages, taken());
    job.chooseJob(m_segments);
    FieldChoice log(m_sample, kind.messages, taken());
    log.chooseLog();
    const bool counts = job.find(Field::Percent) != nullptr || job.find(Field::Total) != nullptr;
    const bool tells = counts || job.find(Field::State) != nullptr;
    const auto meaning = typeMeaning(kind.type);
    if (!meaning && !tells && job.find(Field::Step) == nullptr)
        return;
    if (meaning == Does::Log && !tells && log.find(Field::Text) != nullptr)
        kind.does = Does::Log;
    else if (meaning && *meaning != Does::Job && *meaning != Does::Log && !counts)
        kind.does = meaning;
    else if (tells || meaning == Does::Job || !meaning)
        kind.does = Does::Job;
    kind.isStep = kind.does == Does::Job && isStepType(kind.type) && !counts &&
                  job.find(Field::Step) != nullptr;
}

void Proposer::judgeKinds()
{
    Messages all;
    for (std::size_t i = 0; i < m_sample.messages().size(); ++i)
        all.insert(i);
    if (m_type) {
        for (const std::string &type : textsAt(*m_type)) {
            Kind kind{.type = type};
            for (const auto &[message, value] : m_type->values) {
                if (*value->if_string() == type)
                    kind.messages.insert(message);
            }
            judge(kind);
            m_kinds.push_back(std::move(kind));
        }
    } else {
        FieldChoice choice(m_sample, all, taken());
        choice.chooseJob(m_segments);
        Kind kind{.does = Does::Job};
        for (const Field field : {Field::State, Field::Percent, Field::Total, Field::Step}) {
            const FieldChoice::Found *const found = choice.find(field);
            for (const auto &[message, value] :
                 found != nullptr ? found->place.values : Place{}.values)
                kind.messages.insert(message);
        }
        m_kinds.push_back(std::move(kind));
    }
    const bool onlySteps = std::none_of(m_kinds.begin(), m_kinds.end(), [](const Kind &kind) {
        return kind.does == Does::Job && !kind.isStep;
    });
    Messages steps;
    for (Kind &kind : m_kinds) {
        kind.isStep = kind.isStep && !onlySteps;
        if (kind.does == Does::Job)
            (kind.isStep ? steps : m_jobs).insert(kind.messages.begin(), kind.messages.end());
    }
    m_choice.emplace(m_sample, m_jobs, taken());
    m_choice->chooseJob(m_segments);
    m_hasStepStates = m_choice->goesOnAfterItsEnd();
    if (!steps.empty()) {
        m_stepChoice.emplace(m_sample, steps, taken());
        m_stepChoice->chooseJob(m_segments);
    }
}

std::vector<std::string> Proposer::typesOf(Does does, bool isStep) const
{
    std::vector<std::string> types;
    for (const Kind &kind : m_kinds) {
        if (m_type && kind.does == does && kind.isStep == isStep)
            types.push_back(kind.type);
    }
    return types;
}

/// The URL's path with the job's id as "{id}", where it is in there.
void Proposer::findPath()
{
    std::string_view path = m_heard.url;
    path = path.substr(0, path.find_first_of("?#"));
    if (const std::size_t scheme = path.find("://"); scheme != std::string_view::npos)
        path.remove_prefix(std::min(path.find('/', scheme + 3), path.size()));
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const FieldChoice::Found *const id = m_choice->find(Field::Id);
    std::set<std::string> ids;
    for (const auto &[message, value] : id != nullptr ? id->place.values : Place{}.values)
        ids.insert(idText(*value));
    bool isPut = false;
    while (!path.empty()) { // from behind: the last that fits
        const std::size_t slash = path.rfind('/');
        if (slash == std::string_view::npos)
            break;
        const std::string_view raw = path.substr(slash + 1);
        const auto match = matchPath("/{id}", "/" + std::string(raw));
        const bool isId =
            !isPut && match && (id != nullptr ? ids.contains(match->id) : looksLikeId(match->id));
        if (isId && id == nullptr)
            say("No field names the job; \"" + std::string(raw) +
                "\" in the URL is taken as its id.");
        m_path = (isId ? "/{id}" : '/' + std::string(raw)) + m_path;
        isPut = isPut || isId;
        path = path.substr(0, slash);
    }
    if (m_path.empty())
        m_path = "/";
    if (id == nullptr && !isPut)
        say("No field names the job, nor does the URL: all of it is taken as one job, \"" +
            m_proposal.name + "\".");
}

Result<Proposal> Proposer::make()
{
    m_segments = segmentsOf(m_heard.url);
    m_proposal.name = m_heard.name.empty() ? dialectNameFor(m_heard.url) : m_heard.name;
    findType();
    judgeKinds();
    if (m_jobs.empty())
        return Error{.code = Error::Code::BadInput,
                     .name = "no_job",
                     .detail = "No message has a field that looks like the state or the progress "
                               "of a job."};
    findPath();
    const bool isSocket = m_heard.url.starts_with("ws");
    json::object file;
    file["name"] = m_proposal.name;
    file["title"] = "Jobs of " + m_proposal.name;
    file["endpoints"] = json::object{
        {"stream", json::object{{"transport", isSocket ? "websocket" : "sse"}, {"path", m_path}}}};
    file["messages"] = rules();
    if (m_type || m_jobs.size() != m_sample.messages().size())
        file["other_messages"] = "ignore";
    addSteps(file);
    addSigns(file);
    sayWhatIsUnsure(*m_choice);
    m_proposal.text = prettyJson(file);
    return std::move(m_proposal);
}

} // namespace afoot::dialect
