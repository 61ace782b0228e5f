#include "core/dialect/proposer.h"
#include "core/dialect/vocabulary.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

using Found = FieldChoice::Found;

/// A source as short as it can be written: a pointer, or an object with pointers.
json::value sourceOf(const Found &found, json::object more = {})
{
    if (found.at.size() == 1 && more.empty())
        return json::value(toString(found.at.front()));
    json::object source;
    if (found.at.size() == 1) {
        source["at"] = toString(found.at.front());
    } else {
        json::array all;
        for (const Pointer &at : found.at)
            all.emplace_back(toString(at));
        source["at"] = std::move(all);
    }
    for (auto &member : more)
        source[member.key()] = std::move(member.value());
    return source;
}

std::string_view stepMeaning(State state)
{
    switch (state) {
    case State::Queued:
        return nameOf(StepState::Pending);
    case State::Completed:
        return nameOf(StepState::Completed);
    case State::Failed:
    case State::Lost:
        return nameOf(StepState::Failed);
    case State::Canceled:
        return nameOf(StepState::Skipped);
    default:
        return nameOf(StepState::Running);
    }
}

/// As the others are written: RUNNING, Running or running.
std::string inTheStyleOf(const std::vector<std::string> &words, std::string_view word)
{
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    bool allUpper = !words.empty();
    bool allCapital = !words.empty();
    for (const std::string &one : words) {
        allUpper = allUpper && std::none_of(one.begin(), one.end(), isLower);
        allCapital = allCapital && !one.empty() && isUpper(one.front());
    }
    std::string styled(word);
    for (std::size_t i = 0; i < styled.size(); ++i) {
        if (isLower(styled[i]) && (allUpper || (allCapital && i == 0)))
            styled[i] = static_cast<char>(styled[i] - 32);
    }
    return styled;
}

std::string listed(const std::vector<std::string> &words)
{
    std::string list;
    for (const std::string &word : words)
        list += (list.empty() ? "\"" : ", \"") + word + '"';
    return list;
}

} // namespace

json::object Proposer::tableOf(const std::vector<std::string> &words, bool isStep)
{
    json::object table;
    for (const std::string &word : words) {
        if (word.empty()) // it says nothing
            continue;
        const auto meaning = stateMeaning(word);
        if (!meaning)
            m_proposal.guessedWords.push_back(word);
        const State state = meaning.value_or(State::Running);
        table[word] = isStep ? stepMeaning(state) : nameOf(state);
    }
    return table;
}

/// Words that nobody has seen yet, so that an end is understood as well.
void Proposer::addUsualWords(json::object &table, const std::vector<std::string> &words,
                             bool isStep)
{
    std::vector<std::string> added;
    for (const UsualWords &usual : usualWords()) {
        const std::string_view meaning = isStep ? stepMeaning(usual.state) : nameOf(usual.state);
        const bool isThere = std::any_of(table.begin(), table.end(), [&](const auto &member) {
            return member.value() == json::value(meaning);
        });
        for (const std::string_view word :
             isThere ? std::span<const std::string_view>{} : usual.words) {
            const std::string styled = inTheStyleOf(words, word);
            if (table.contains(styled))
                continue;
            table[styled] = meaning;
            added.push_back(styled);
        }
    }
    if (!added.empty())
        say(std::string("Not seen, and in the table of the ") + (isStep ? "step's " : "") +
            "state only because they are usual: " + listed(added) +
            ". Put in the words that it really has.");
}

json::object Proposer::stepTableOf(const Found &state)
{
    const auto words = textsAt(state.place);
    json::object table = tableOf(words, true);
    addUsualWords(table, words, true);
    return table;
}

json::value Proposer::stateOf(const FieldChoice &choice)
{
    json::array sources;
    const Found *const found = m_hasStepStates ? nullptr : choice.find(Field::State);
    if (found != nullptr) {
        json::object table;
        if (allFit(found->place, [](const json::value &value) { return value.is_bool(); })) {
            table = {{"true", "completed"}, {"false", "running"}};
        } else {
            const auto words = textsAt(found->place);
            table = tableOf(words, false);
            addUsualWords(table, words, false);
        }
        sources.push_back(sourceOf(*found, {{"table", std::move(table)}}));
    }
    json::object byType;
    std::vector<std::string> ends;
    for (const std::string &type : typesOf(Does::Job, false)) {
        const auto state = typeState(type);
        if (!state || (choice.find(Field::State) != nullptr && !isFinal(*state)))
            continue;
        byType[type] = nameOf(*state);
        if (isFinal(*state))
            ends.push_back(type);
    }
    if (!byType.empty()) {
        byType["*"] = nullptr;
        sources.push_back(json::object{{"at", toString(m_type->at)}, {"table", std::move(byType)}});
    }
    if (choice.find(Field::State) == nullptr && ends.empty() && m_type)
        say("No message told of the end of a job: it would never end. Add the types of such "
            "messages to \"when\" and to the table of the state.");
    if (!ends.empty())
        say("Messages of type " + listed(ends) + " are taken as the end of the job.");
    return sources.size() == 1 ? sources.front() : json::value(std::move(sources));
}

json::object Proposer::fieldsOf(const FieldChoice &choice, bool isStep)
{
    json::object fields;
    const auto add = [&](const char *name, Field field, json::object more = {}) {
        if (const Found *const found = choice.find(field))
            fields[name] = sourceOf(*found, std::move(more));
    };
    add("id", Field::Id);
    const bool isInUrl = m_path.find("{id}") != std::string::npos;
    if (choice.find(Field::Id) == nullptr && !isInUrl && !isStep)
        fields["id"] = json::object{{"text", m_proposal.name}};
    const Found *const state = choice.find(Field::State);
    const Found *const step = choice.find(Field::Step);
    if (isStep) {
        add("step", Field::Step);
        if (state != nullptr)
            fields["step_state"] = sourceOf(*state, {{"table", stepTableOf(*state)}});
        add("step_message", Field::Message);
        add("time", Field::Time);
        return fields;
    }
    add("title", Field::Title);
    add("kind", Field::Kind);
    if (json::value told = stateOf(choice); !told.is_array() || !told.get_array().empty())
        fields["state"] = std::move(told);
    if (step != nullptr && state != nullptr && step->at == state->at) {
        json::object table;
        for (const std::string &word : textsAt(step->place)) {
            if (!word.empty() && isStepWord(word))
                table[word] = word;
        }
        if (!table.empty()) {
            table["*"] = nullptr;
            add("step", Field::Step, {{"table", std::move(table)}});
        }
    } else {
        add("step", Field::Step);
    }
    if (m_hasStepStates)
        fields["step_state"] = sourceOf(*state, {{"table", stepTableOf(*state)}});
    add(m_hasStepStates && choice.percentFalls() ? "step_percent" : "percent", Field::Percent,
        choice.isFraction() ? json::object{{"as", "fraction"}} : json::object{});
    add("current", Field::Current);
    add("total", Field::Total);
    add("unit", Field::Unit);
    add("message", Field::Message);
    add("error", Field::Error);
    add("url", Field::Url);
    add("created_at", Field::CreatedAt);
    add("started_at", Field::StartedAt);
    add("finished_at", Field::FinishedAt);
    add("time", Field::Time);
    return fields;
}

json::object Proposer::rule(const char *name, const Messages &messages,
                            const std::vector<std::string> &types) const
{
    json::object rule{{"name", name}};
    if (m_type) {
        json::value words = json::value_from(types);
        rule["when"] = json::object{
            {toString(m_type->at), types.size() == 1 ? json::value(types.front()) : words}};
        return rule;
    }
    if (messages.size() == m_sample.messages().size())
        return rule;
    // what only these have tells them from the others
    for (const Place &place : m_sample.places()) {
        Messages with;
        for (const auto &[message, value] : place.values) {
            if (!value->is_structured())
                with.insert(message);
        }
        if (with == messages && !rule.contains("when"))
            rule["when"] = json::object{{toString(place.at), "*"}};
    }
    return rule;
}

json::object Proposer::logRule(const Messages &messages) const
{
    FieldChoice choice(m_sample, messages, taken());
    choice.chooseLog();
    json::object fields;
    if (const Found *const id = choice.find(Field::Id))
        fields["id"] = sourceOf(*id);
    if (const Found *const level = choice.find(Field::Level)) {
        json::object table;
        for (const std::string &word : textsAt(level->place)) {
            const std::string plain = plainName(word);
            const bool isError =
                plain == "error" || plain == "err" || plain == "fatal" || plain == "critical";
            if (isError || plain == "warning" || plain == "warn")
                table[word] = isError ? "error" : "warning";
        }
        table["*"] = "info";
        fields["level"] = sourceOf(*level, {{"table", std::move(table)}});
    }
    if (const Found *const text = choice.find(Field::Text))
        fields["text"] = sourceOf(*text);
    if (const Found *const time = choice.find(Field::Time))
        fields["time"] = sourceOf(*time);
    return fields;
}

json::array Proposer::rules()
{
    json::array rules;
    const std::pair<Does, const char *> signs[] = {
        {Does::Hello, "hello"}, {Does::Ping, "ping"}, {Does::Pong, "pong"}};
    for (const auto &[does, name] : signs) {
        if (const auto types = typesOf(does, false); !types.empty()) {
            json::object made = rule(name, {}, types);
            made["does"] = name;
            rules.push_back(std::move(made));
        }
    }
    for (const Kind &kind : m_kinds) {
        if (kind.does != Does::Log)
            continue;
        json::object made = rule("log", kind.messages, {kind.type});
        made["does"] = "log";
        made["fields"] = logRule(kind.messages);
        rules.push_back(std::move(made));
    }
    if (m_stepChoice) {
        json::object made = rule("step", {}, typesOf(Does::Job, true));
        made["fields"] = fieldsOf(*m_stepChoice, true);
        rules.push_back(std::move(made));
    }
    json::object made = rule("job", m_jobs, typesOf(Does::Job, false));
    made["fields"] = fieldsOf(*m_choice, false);
    rules.push_back(std::move(made));
    return rules;
}

void Proposer::addSteps(json::object &file) const
{
    if (m_choice->find(Field::Step) != nullptr || m_stepChoice)
        file["steps"] = json::object{{"open", true}}; // their order is not known
}

void Proposer::addSigns(json::object &file) const
{
    constexpr std::size_t most = 4;
    json::array has;
    for (const Pointer &at : m_choice->common(most))
        has.emplace_back(toString(at));
    // what anybody says is no sign of anybody
    const bool isUsual = std::all_of(has.begin(), has.end(), [](const json::value &pointer) {
        static constexpr std::string_view usual[] = {"/id",    "/job_id",   "/task_id", "/status",
                                                     "/state", "/progress", "/percent", "/total"};
        return std::find(std::begin(usual), std::end(usual), *pointer.if_string()) !=
               std::end(usual);
    });
    if (has.size() < 2 || (isUsual && !m_type))
        return;
    json::object sign{{"has", std::move(has)}};
    if (m_type)
        sign["when"] =
            json::object{{toString(m_type->at), json::value_from(typesOf(Does::Job, false))}};
    file["signs"] = json::array{std::move(sign)};
}

} // namespace afoot::dialect
