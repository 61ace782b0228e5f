#include "core/dialect/fieldchoice.h"

#include "core/dialect/values.h"
#include "core/dialect/vocabulary.h"

#include <algorithm>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t maxWordBytes = 60;
constexpr std::size_t maxWords = 30; ///< a text with more of them is prose

bool isShortText(const json::value &value)
{
    const auto *text = value.if_string();
    return text != nullptr && text->size() <= maxWordBytes && isClean(*text);
}

bool isText(const json::value &value)
{
    return value.is_string();
}

bool isPercent(const json::value &value)
{
    const auto number = numberFrom(value);
    return number && *number <= 100;
}

bool isTime(const json::value &value)
{
    if (value.is_number() && numberFrom(value).value_or(0) < 1e8)
        return false; // as a time, it would be in the year 1973 or before
    return timeFrom(value, {}).has_value();
}

bool hasWords(const Place &place)
{
    return allFit(place, isShortText) && textsAt(place).size() <= maxWords;
}

bool isIdKey(const std::string &key)
{
    return key.ends_with("_id") || key.ends_with("Id") || key.ends_with("ID") ||
           key.ends_with("-id");
}

bool isPercentInRange(const json::value &value)
{
    return isPercent(value) && numberFrom(value).value_or(-1) >= 0;
}

/// But for a slip now and then.
bool isMostlyPercent(const Place &place)
{
    constexpr std::ptrdiff_t few = 5; // of so many, one
    const auto all = std::count_if(place.values.begin(), place.values.end(),
                                   [](const auto &one) { return !one.second->is_null(); });
    const auto good = std::count_if(place.values.begin(), place.values.end(),
                                    [](const auto &one) { return isPercentInRange(*one.second); });
    return good >= few && (all - good) * few <= all;
}

/// Both stand in one message.
bool meet(const Place &a, const Place &b)
{
    return std::any_of(a.values.begin(), a.values.end(), [&](const auto &one) {
        return std::any_of(b.values.begin(), b.values.end(), [&](const auto &other) {
            return other.first == one.first && !other.second->is_null();
        });
    });
}

} // namespace

bool canBeId(const json::value &value)
{
    if (value.is_int64() || value.is_uint64())
        return true;
    const auto *text = value.if_string();
    return text != nullptr && !text->empty() && text->size() <= 200 &&
           std::none_of(text->begin(), text->end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string idText(const json::value &value)
{
    return scalarText(value).value_or("");
}

const FieldChoice::Found *FieldChoice::find(Field field) const
{
    const auto found = m_found.find(field);
    return found == m_found.end() ? nullptr : &found->second;
}

void FieldChoice::put(Field field, Found found)
{
    for (const Pointer &at : found.at)
        m_taken.insert(toString(at));
    m_found[field] = std::move(found);
}

/// The surest name wins; of two places with one name, that of more messages, then the outer one.
template <typename Fits>
std::optional<FieldChoice::Found> FieldChoice::best(Field field, Fits fits) const
{
    std::optional<Found> found;
    for (const std::string_view name : usualNames(field)) {
        std::vector<Place> places;
        for (const Place &whole : m_sample.places()) {
            if (!whole.isNamed(name) || m_taken.contains(toString(whole.at)))
                continue;
            Place place = Sample::among(whole, m_messages);
            if (fits(place))
                places.push_back(std::move(place));
        }
        if (places.empty())
            continue;
        std::stable_sort(places.begin(), places.end(), [](const Place &a, const Place &b) {
            if (a.values.size() != b.values.size())
                return a.values.size() > b.values.size();
            return a.at.tokens.size() < b.at.tokens.size();
        });
        if (found) {
            found->rival = toString(places.front().at);
            break;
        }
        found = Found{.at = {places.front().at}, .place = places.front()};
        for (std::size_t i = 1; i < places.size(); ++i) {
            if (meet(found->place, places[i]))
                continue;
            found->at.push_back(places[i].at);
            found->place.values.insert(found->place.values.end(), places[i].values.begin(),
                                       places[i].values.end());
        }
    }
    if (found)
        std::stable_sort(found->place.values.begin(), found->place.values.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
    return found;
}

template <typename Fits> void FieldChoice::take(Field field, Fits fits)
{
    if (auto found = best(field, fits))
        put(field, std::move(*found));
}

/// Whatever it says of a job, it says of that job all the time.
bool FieldChoice::isSteady(const Place &place) const
{
    auto job = jobs();
    std::map<std::string, std::string> said;
    for (const auto &[message, value] : place.values) {
        const std::string text = idText(*value);
        if (!value->is_null() && said.emplace(job[message], text).first->second != text)
            return false;
    }
    return true;
}

/// By message; one without an id is of the job without a name.
std::map<std::size_t, std::string> FieldChoice::jobs() const
{
    std::map<std::size_t, std::string> jobs;
    if (const Found *const id = find(Field::Id)) {
        for (const auto &[message, value] : id->place.values)
            jobs[message] = idText(*value);
    }
    return jobs;
}

bool FieldChoice::percentFalls() const
{
    const Found *const percent = find(Field::Percent);
    if (percent == nullptr)
        return false;
    auto job = jobs();
    std::map<std::string, double> last;
    for (const auto &[message, value] : percent->place.values) {
        if (!isPercentInRange(*value))
            continue;
        const double number = numberFrom(*value).value_or(0);
        const auto known = last.find(job[message]);
        if (known != last.end() && number < known->second)
            return true;
        last[job[message]] = number;
    }
    return false;
}

bool FieldChoice::goesOnAfterItsEnd() const
{
    const Found *const state = find(Field::State);
    const Found *const step = find(Field::Step);
    if (state == nullptr || step == nullptr || state->at == step->at)
        return false;
    std::map<std::size_t, std::string> states;
    for (const auto &[message, value] : state->place.values)
        states[message] = idText(*value);
    auto job = jobs();
    std::map<std::string, std::string> ended; // the step at which the job seemed to have ended
    for (const auto &[message, value] : step->place.values) {
        const std::string name = idText(*value);
        const auto known = ended.find(job[message]);
        if (known != ended.end() && known->second != name)
            return true;
        const auto meaning = stateMeaning(states[message]);
        if (meaning && isFinal(*meaning))
            ended[job[message]] = name;
    }
    return false;
}

void FieldChoice::chooseId(const std::vector<std::string> &segments)
{
    const auto fits = [](const Place &place) { return allFit(place, canBeId); };
    const auto isInUrl = [&](const Place &place) {
        return fits(place) &&
               std::all_of(place.values.begin(), place.values.end(), [&](const auto &value) {
                   return std::find(segments.begin(), segments.end(), idText(*value.second)) !=
                          segments.end();
               });
    };
    auto found = best(Field::Id, isInUrl);
    const auto byKey = [&](const auto &wanted) {
        for (const Place &whole : m_sample.places()) {
            if (found || !isIdKey(whole.at.tokens.back()) || isForeignId(whole.name))
                continue;
            if (Place place = Sample::among(whole, m_messages); wanted(place))
                found = Found{.at = {whole.at}, .place = std::move(place)};
        }
    };
    byKey(isInUrl);
    if (!found)
        found = best(Field::Id, fits);
    // an id that is never said again is that of the message
    if (found && !found->rival.empty() && found->place.values.size() > 2) {
        std::set<std::string> said;
        for (const auto &[message, value] : found->place.values)
            said.insert(idText(*value));
        if (said.size() == found->place.values.size()) {
            std::set<std::string> before = m_taken;
            m_taken.insert(toString(found->at.front()));
            found = best(Field::Id, fits);
            m_taken = std::move(before);
        }
    }
    byKey(fits);
    if (found)
        put(Field::Id, std::move(*found));
}

void FieldChoice::chooseState()
{
    const auto knows = [](const Place &place) {
        const auto texts = textsAt(place);
        return std::any_of(texts.begin(), texts.end(),
                           [](const std::string &text) { return !isStepWord(text); });
    };
    take(Field::State, [&](const Place &place) {
        const bool isWeak = isWeakStateName(place.name);
        return hasWords(place) && !textsAt(place).empty() && (!isWeak || knows(place));
    });
    if (find(Field::State) == nullptr)
        findState();
    if (find(Field::State) != nullptr)
        return;
    for (const Place &whole : m_sample.places()) { // an end that is true or false
        const bool isEnd = whole.name == "done" || whole.name == "finished" ||
                           whole.name == "completed" || whole.name == "complete";
        Place place = isEnd ? Sample::among(whole, m_messages) : Place{};
        if (allFit(place, [](const json::value &value) { return value.is_bool(); })) {
            put(Field::State, {.at = {whole.at}, .place = std::move(place)});
            return;
        }
    }
}

void FieldChoice::chooseSteps()
{
    const auto fits = [](const Place &place) { return hasWords(place) && !textsAt(place).empty(); };
    const Found *const state = find(Field::State);
    take(Field::Step, fits);
    if (find(Field::Step) == nullptr && state != nullptr && isWeakStateName(state->place.name))
        m_found[Field::Step] = *state; // the state has the step's name for its word
}

void FieldChoice::chooseNumbers()
{
    choosePercent();
    chooseCounts();
}

void FieldChoice::choosePercent()
{
    take(Field::Percent, [](const Place &place) { return allFit(place, isPercent); });
    if (find(Field::Percent) == nullptr) {
        take(Field::Percent, isMostlyPercent);
        const Found *const percent = find(Field::Percent);
        for (const auto &[message, value] :
             percent != nullptr ? percent->place.values : Place{}.values) {
            if (!value->is_null() && !isPercentInRange(*value))
                m_strays.emplace(toString(percent->at.front()), json::serialize(*value));
        }
    }
    const Found *const percent = find(Field::Percent);
    if (percent == nullptr)
        return;
    bool isPart = false;
    bool isMore = false;
    for (const auto &[message, value] : percent->place.values) {
        const double number = isPercent(*value) ? numberFrom(*value).value_or(0) : 0;
        isPart = isPart || (number > 0 && number < 1);
        isMore = isMore || number > 1 || (value->is_string() && number > 0);
    }
    const std::string &name = percent->place.name;
    const bool saysPercent = name.find("percent") != std::string::npos || name == "pct";
    m_isFraction = isPart && !isMore && !saysPercent;
}

void FieldChoice::chooseTexts()
{
    const auto isSaid = [](const Place &place) { return allFit(place, isText); };
    const auto isSteadyText = [&](const Place &place) { return isSaid(place) && isSteady(place); };
    const auto hasTimes = [](const Place &place) { return allFit(place, isTime); };
    // it is often null for as long as all is well
    take(Field::Error, [&](const Place &place) {
        return std::all_of(place.values.begin(), place.values.end(),
                           [](const auto &value) {
                               return value.second->is_null() || value.second->is_string();
                           }) &&
               !place.values.empty();
    });
    take(Field::Message, isSaid);
    take(Field::Title, isSteadyText);
    take(Field::Kind, isSteadyText);
    take(Field::Url, [](const Place &place) {
        return allFit(place, [](const json::value &value) {
            const auto *text = value.if_string();
            return text != nullptr && (text->empty() || text->starts_with("http"));
        });
    });
    if (find(Field::Total) != nullptr)
        take(Field::Unit, isSteadyText);
    for (const Field field : {Field::Time, Field::CreatedAt, Field::StartedAt, Field::FinishedAt})
        take(field, hasTimes);
}

void FieldChoice::chooseJob(const std::vector<std::string> &segments)
{
    chooseId(segments);
    chooseState();
    chooseSteps();
    chooseNumbers();
    chooseTexts();
}

void FieldChoice::chooseLog()
{
    chooseId({});
    take(Field::Level, hasWords);
    take(Field::Text, [](const Place &place) { return allFit(place, isText); });
    take(Field::Time, [](const Place &place) { return allFit(place, isTime); });
}

std::vector<Pointer> FieldChoice::common(std::size_t most) const
{
    std::vector<Pointer> all;
    for (const Field field : {Field::Id, Field::State, Field::Percent, Field::Step, Field::Total}) {
        const Found *const found = find(field);
        if (found == nullptr || found->at.size() != 1 || all.size() == most)
            continue;
        const bool isNew = std::find(all.begin(), all.end(), found->at.front()) == all.end();
        if (isNew && found->place.values.size() == m_messages.size())
            all.push_back(found->at.front());
    }
    return all;
}

} // namespace afoot::dialect
