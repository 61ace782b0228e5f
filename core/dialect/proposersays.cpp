#include "core/dialect/dialectfile.h"
#include "core/dialect/proposer.h"
#include "core/dialect/values.h"
#include "core/model/text.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

using Found = FieldChoice::Found;

std::string listed(const std::vector<std::string> &words)
{
    std::string list;
    for (const std::string &word : words)
        list += (list.empty() ? "\"" : ", \"") + word + '"';
    return list;
}

std::string placeOf(const Found &found)
{
    return toString(found.at.front());
}

bool isZoneless(const json::value &value)
{
    const auto *text = value.if_string();
    if (text == nullptr)
        return false;
    const std::string_view clock =
        std::string_view(*text).substr(std::min<std::size_t>(10, text->size()));
    return clock.find_first_of("Zz+-") == std::string_view::npos;
}

} // namespace

void Proposer::sayWhatIsUnsure(const FieldChoice &choice)
{
    if (m_sample.unreadable() > 0)
        say(std::to_string(m_sample.unreadable()) +
            (m_sample.unreadable() == 1 ? " message was" : " messages were") +
            " no JSON object, or too large, and cannot be read by a dialect.");
    if (const std::size_t query = m_heard.url.find('?'); query != std::string::npos)
        say("The query of the URL is not part of a dialect; give it with the URL each time.");
    std::vector<std::string> left;
    for (const Kind &kind : m_kinds) {
        if (m_type && !kind.does)
            left.push_back(kind.type);
    }
    if (!left.empty())
        say("Messages of type " + listed(left) + " are left out: nothing in them speaks of a job.");
    if (m_type)
        say("Only the types of messages that came are known; others are left alone "
            "(\"other_messages\").");
    else if (m_jobs.size() != m_sample.messages().size())
        say("Messages in which nothing speaks of a job are left alone (\"other_messages\"): " +
            std::to_string(m_sample.messages().size() - m_jobs.size()) + " came.");
    const Found *const step = choice.find(Field::Step);
    if (m_hasStepStates)
        say(placeOf(*choice.find(Field::State)) +
            " is taken as the state of a step, since jobs went on after it. What ends a job is for "
            "you to say (\"ends_with\" and \"error_fails\" of \"steps\").");
    else if (choice.find(Field::State) == nullptr && !m_type)
        say("No field tells the state of a job: it is taken as running, and never ends. Add "
            "\"state\" to the fields" +
            (step != nullptr ? "; perhaps " + placeOf(*step) + " tells the end, too." : "."));
    else if (choice.find(Field::State) == nullptr)
        say("Only the type of a message tells the state of a job.");
    const std::pair<Field, const char *> chosen[] = {
        {Field::Id, "the job's id"}, {Field::State, "its state"}, {Field::Percent, "its percent"}};
    for (const auto &[field, what] : chosen) {
        const Found *const found = choice.find(field);
        if (found != nullptr && !found->rival.empty())
            say(placeOf(*found) + " is taken as " + what + "; " + found->rival +
                " could be it, too.");
    }
    if (!m_proposal.guessedWords.empty())
        say("No usual words for a state, and taken as running: " + listed(m_proposal.guessedWords) +
            ".");
    for (const auto &[at, value] : choice.strays()) {
        say(at + " is taken as the percent, though a few of its values are none, such as " +
            cutText(value, 60) + ".");
        m_proposal.strays.push_back(at);
    }
    if (const Found *const percent = choice.find(Field::Percent)) {
        const bool onlyZero =
            allFit(percent->place, [](const json::value &value) { return numberFrom(value) == 0; });
        if (onlyZero)
            say("The only percent that came is 0: from 0 to 100 is assumed.");
        else if (choice.isFraction())
            say(placeOf(*percent) + " was never more than 1, and is taken as a part of 1.");
        if (choice.percentFalls())
            say(placeOf(*percent) + " went down within a job: it may be that of a step.");
    } else if (choice.find(Field::Total) == nullptr) {
        say("No progress was seen.");
    }
    const Found *const error = choice.find(Field::Error);
    if (error == nullptr)
        say("No field with the reason of a failure was seen; add \"error\" to the fields.");
    else if (!allFit(error->place, [](const json::value &value) { return value.is_string(); }))
        say(placeOf(*error) + " is taken as the reason of a failure; it never said anything.");
    for (const Field field : {Field::Time, Field::CreatedAt, Field::StartedAt, Field::FinishedAt}) {
        const Found *const time = choice.find(field);
        if (time != nullptr && allFit(time->place, isZoneless)) {
            say("Times have no zone and are taken as UTC; write \"as\": \"local_time\" where "
                "they are local.");
            break;
        }
    }
    say("Only the stream was seen: where a status can be polled and how a job is canceled is for "
        "you to add (\"poll\" and \"actions\" of \"endpoints\").");
    if (builtInNamed(m_proposal.name) != nullptr)
        say("The built-in dialect \"" + m_proposal.name +
            "\" is replaced by this one; choose another name with --name.");
    for (std::string &sentence : m_proposal.unsure)
        sentence = cutText(cleanText(sentence), 500);
}

} // namespace afoot::dialect
