#include "core/dialect/filenode.h"
#include "core/dialect/values.h"

#include <algorithm>
#include <array>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::array fieldNames{
    std::pair<std::string_view, Field>{"id", Field::Id},
    std::pair<std::string_view, Field>{"title", Field::Title},
    std::pair<std::string_view, Field>{"kind", Field::Kind},
    std::pair<std::string_view, Field>{"state", Field::State},
    std::pair<std::string_view, Field>{"percent", Field::Percent},
    std::pair<std::string_view, Field>{"current", Field::Current},
    std::pair<std::string_view, Field>{"total", Field::Total},
    std::pair<std::string_view, Field>{"unit", Field::Unit},
    std::pair<std::string_view, Field>{"message", Field::Message},
    std::pair<std::string_view, Field>{"error", Field::Error},
    std::pair<std::string_view, Field>{"url", Field::Url},
    std::pair<std::string_view, Field>{"created_at", Field::CreatedAt},
    std::pair<std::string_view, Field>{"started_at", Field::StartedAt},
    std::pair<std::string_view, Field>{"finished_at", Field::FinishedAt},
    std::pair<std::string_view, Field>{"time", Field::Time},
    std::pair<std::string_view, Field>{"step", Field::Step},
    std::pair<std::string_view, Field>{"step_state", Field::StepState},
    std::pair<std::string_view, Field>{"step_percent", Field::StepPercent},
    std::pair<std::string_view, Field>{"step_message", Field::StepMessage},
    std::pair<std::string_view, Field>{"level", Field::Level},
    std::pair<std::string_view, Field>{"text", Field::Text},
};

/// The words of ours that a table of this field may lead to; nothing when any will do.
std::string_view allowedWords(Field field)
{
    switch (field) {
    case Field::State:
        return "queued, running, paused, needs_input, completed, failed, canceled, lost, gone";
    case Field::StepState:
        return "pending, running, completed, failed, skipped";
    case Field::Level:
        return "info, warning, error";
    default:
        return {};
    }
}

bool isAllowed(Field field, std::string_view word)
{
    switch (field) {
    case Field::State:
        return word == "gone" || stateNamed(word).has_value();
    case Field::StepState:
        return stepStateNamed(word).has_value();
    case Field::Level:
        return word == "info" || word == "warning" || word == "error";
    default:
        return true;
    }
}

void checkWord(Field field, const FileNode &node, std::string_view word)
{
    if (!isAllowed(field, word)) {
        node.complain("\"" + std::string(word) + "\" is none of " +
                          std::string(allowedWords(field)) + ".",
                      "unknown_state");
    }
}

Table tableFrom(const FileNode &node, Field field)
{
    Table table;
    node.eachMember([&](std::string_view said, const FileNode &member) {
        Word word{.said = std::string(said)};
        if (!member.value().is_null()) {
            word.means = member.text();
            if (member.isString())
                checkWord(field, member, *word.means);
        }
        table.push_back(std::move(word));
    });
    return table;
}

std::vector<Pointer> pointersFrom(const FileNode &node)
{
    std::vector<Pointer> pointers;
    node.each(
        [&](const FileNode &item) {
            if (auto pointer = item.pointer())
                pointers.push_back(std::move(*pointer));
        },
        FileNode::Lone::Allowed);
    return pointers;
}

Source sourceFrom(const FileNode &node, Field field)
{
    Source source;
    if (node.isString()) {
        source.at = pointersFrom(node);
        return source;
    }
    if (!node.object({"at", "text", "table", "unknown", "as", "decimals"}))
        return source;
    source.at = pointersFrom(node["at"]);
    source.text = node["text"].text();
    if (node["at"] && node["text"])
        node["text"].complain("Give \"at\" or \"text\", not both.");
    if (!node["at"] && !node["text"])
        node.complain("Say where it stands with \"at\", or what it always is with \"text\".",
                      "missing_key");
    if (node["text"].isString())
        checkWord(field, node["text"], source.text);
    source.table = tableFrom(node["table"], field);
    node["unknown"].each(
        [&](const FileNode &item) { source.unknown.push_back(json::serialize(item.value())); });
    if (node["as"]) {
        source.as = node["as"].word<As>({{"plain", As::Plain},
                                         {"scalar", As::Scalar},
                                         {"bytes", As::Bytes},
                                         {"local_time", As::LocalTime},
                                         {"fraction", As::Fraction}});
    }
    source.decimals = node["decimals"].whole(0, 6);
    return source;
}

std::vector<FieldRule> fieldsFrom(const FileNode &node)
{
    std::vector<FieldRule> fields;
    node.eachMember([&](std::string_view key, const FileNode &member) {
        const auto known = std::find_if(fieldNames.begin(), fieldNames.end(),
                                        [&](const auto &entry) { return entry.first == key; });
        if (known == fieldNames.end()) {
            std::string list;
            for (const auto &entry : fieldNames)
                list.append(list.empty() ? "" : ", ").append(entry.first);
            member.complain("A job has no \"" + std::string(key) + "\"; it has " + list + ".",
                            "unknown_key");
            return;
        }
        FieldRule rule{.field = known->second};
        member.each(
            [&](const FileNode &item) { rule.sources.push_back(sourceFrom(item, rule.field)); },
            FileNode::Lone::Allowed);
        fields.push_back(std::move(rule));
    });
    return fields;
}

void readDetails(const FileNode &node, Rule &rule)
{
    if (!node.object({"all", "except", "rows"}))
        return;
    rule.allDetails = node["all"].pointer();
    node["except"].each([&](const FileNode &item) { rule.exceptDetails.push_back(item.text()); });
    node["rows"].eachMember([&](std::string_view key, const FileNode &member) {
        rule.details.push_back(
            {.key = std::string(key), .source = sourceFrom(member, Field::Message)});
    });
}

Beside besideFrom(const FileNode &node)
{
    Beside beside;
    if (!node.object({"put", "from", "table"}))
        return beside;
    beside.put = node.need("put").pointer().value_or(Pointer{});
    beside.from = node.need("from").pointer().value_or(Pointer{});
    node["table"].eachMember([&](std::string_view key, const FileNode &member) {
        beside.table.emplace_back(std::string(key), json::serialize(member.value()));
    });
    return beside;
}

void readWriting(const FileNode &node, Rule &rule)
{
    if (!node.object({"sent", "answers", "states", "skeleton", "beside"}))
        return;
    rule.sent = node.need("sent").word<Sent>({{"never", Sent::Never},
                                              {"opening", Sent::Opening},
                                              {"job", Sent::Job},
                                              {"steps", Sent::Steps},
                                              {"log", Sent::Log},
                                              {"end", Sent::End},
                                              {"silence", Sent::Silence}});
    rule.answers = conditionsFrom(node["answers"]);
    node["states"].each([&](const FileNode &item) {
        if (const auto state = stateFrom(item))
            rule.states.push_back(*state);
    });
    rule.skeleton = node["skeleton"].objectText();
    node["beside"].each([&](const FileNode &item) { rule.beside.push_back(besideFrom(item)); });
}

Rule ruleFrom(const FileNode &node)
{
    Rule rule;
    if (!node.object({"name", "on", "when", "does", "roots", "fields", "details", "write"}))
        return rule;
    rule.name = node.need("name").text();
    node["on"].each([&](const FileNode &item) {
        rule.on.push_back(item.word<Route>(
            {{"stream", Route::Stream}, {"poll", Route::Poll}, {"list", Route::List}}));
    });
    rule.when = conditionsFrom(node["when"]);
    if (node["does"]) {
        rule.does = node["does"].word<Does>({{"job", Does::Job},
                                             {"log", Does::Log},
                                             {"hello", Does::Hello},
                                             {"ping", Does::Ping},
                                             {"pong", Does::Pong},
                                             {"look_up", Does::LookUp},
                                             {"ignore", Does::Ignore}});
    }
    rule.roots = pointersFrom(node["roots"]);
    if (rule.roots.empty())
        rule.roots.emplace_back();
    rule.fields = fieldsFrom(node["fields"]);
    readDetails(node["details"], rule);
    readWriting(node["write"], rule);
    if (rule.does == Does::Log && rule.find(Field::Text) == nullptr) {
        node["fields"].complain("A rule that does \"log\" needs the field \"text\".",
                                "missing_key");
    }
    return rule;
}

} // namespace

std::optional<State> stateFrom(const FileNode &node)
{
    const std::string word = node.text();
    const auto state = stateNamed(word);
    if (!state && node.isString()) {
        node.complain("\"" + word +
                          "\" is no state of a job; write queued, running, paused, "
                          "needs_input, completed, failed, canceled or lost.",
                      "unknown_state");
    }
    return state;
}

std::vector<Condition> conditionsFrom(const FileNode &node)
{
    std::vector<Condition> conditions;
    node.eachMember([&](std::string_view key, const FileNode &member) {
        Condition condition;
        auto pointer = pointerFrom(key);
        if (!pointer) {
            member.complain(pointer.error().detail, "bad_pointer");
            return;
        }
        condition.at = std::move(pointer).value();
        member.each(
            [&](const FileNode &item) {
                if (auto text = scalarText(item.value()))
                    condition.words.push_back(std::move(*text));
                else
                    item.complain("Compare with a text, a number, true or false.", "wrong_type");
            },
            FileNode::Lone::Allowed);
        if (condition.words.empty())
            member.complain("Name at least one value.", "missing_key");
        conditions.push_back(std::move(condition));
    });
    return conditions;
}

std::vector<Rule> rulesFrom(const FileNode &node)
{
    std::vector<Rule> rules;
    node.each([&](const FileNode &item) { rules.push_back(ruleFrom(item)); });
    if (node.isArray() && rules.empty())
        node.complain("Describe at least one message.", "missing_key");
    return rules;
}

} // namespace afoot::dialect
