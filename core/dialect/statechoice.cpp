// The state of a job, where its field has none of the usual names.
#include "core/dialect/fieldchoice.h"
#include "core/dialect/vocabulary.h"

#include <algorithm>
#include <array>

namespace afoot::dialect {

namespace json = boost::json;

namespace {

constexpr std::size_t maxWordBytes = 40;
constexpr std::size_t mostWords = 12; ///< a state has no more of them
constexpr std::size_t leastSaid = 3;  ///< to see how something moves
constexpr std::size_t mostMoved = 3;

/// One word, or a few that are joined.
bool isWord(const json::value &value)
{
    const auto *text = value.if_string();
    return text != nullptr && !text->empty() && text->size() <= maxWordBytes && isClean(*text) &&
           std::count(text->begin(), text->end(), ' ') <= 2 &&
           std::any_of(text->begin(), text->end(),
                       [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
}

bool isUsual(const std::string &word)
{
    return stateMeaning(word) && !isStepWord(word);
}

/// A field that has another meaning by its name.
bool isOtherName(const Place &place)
{
    static constexpr std::array others{Field::Id,   Field::Message, Field::Error, Field::Title,
                                       Field::Kind, Field::Url,     Field::Unit,  Field::Step,
                                       Field::Time, Field::Level,   Field::Text};
    const auto names = usualTypeNames();
    return std::find(names.begin(), names.end(), place.name) != names.end() ||
           std::any_of(others.begin(), others.end(), [&](Field field) {
               const auto usual = usualNames(field);
               return std::any_of(usual.begin(), usual.end(),
                                  [&](std::string_view name) { return place.isNamed(name); });
           });
}

} // namespace

/// Two or three words, one after the other, and each job ends with another than it began with: as a state moves.
bool FieldChoice::moves(const Place &place) const
{
    std::map<std::string, std::vector<std::string>> words;
    auto job = jobs();
    std::size_t said = 0;
    for (const auto &[message, value] : place.values) {
        std::vector<std::string> &known = words[job[message]];
        const std::string word = idText(*value);
        ++said;
        if (!known.empty() && known.back() == word)
            continue;
        if (std::find(known.begin(), known.end(), word) != known.end())
            return false; // it goes back
        known.push_back(word);
    }
    return said >= leastSaid && std::all_of(words.begin(), words.end(), [](const auto &entry) {
               return entry.second.size() >= 2 && entry.second.size() <= mostMoved;
           });
}

/// By a part of its name and a usual word; by usual words alone; by a part of its name; by how it moves.
void FieldChoice::findState()
{
    struct Candidate
    {
        int rank = 0;
        Place place{};
    };
    std::optional<Candidate> best;
    for (const Place &whole : m_sample.places()) {
        if (m_taken.contains(toString(whole.at)))
            continue;
        Place place = Sample::among(whole, m_messages);
        const auto words = textsAt(place);
        if (words.empty() || words.size() > mostWords || !allFit(place, isWord))
            continue;
        const bool isNamed = isPartlyStateName(place.name);
        const bool isOther = !isNamed && isOtherName(place);
        const auto usual = std::count_if(words.begin(), words.end(), isUsual);
        const bool isSaid = usual > 0 && 2 * usual >= static_cast<std::ptrdiff_t>(words.size());
        int rank = 0;
        if (isNamed && usual > 0)
            rank = 4;
        else if (isSaid && !isOther)
            rank = 3;
        else if (isNamed && !isWeakStateName(place.name) && moves(place))
            rank = 2;
        else if (!isOther && moves(place))
            rank = 1;
        if (rank > (best ? best->rank : 0))
            best = {rank, std::move(place)};
    }
    if (best)
        put(Field::State, {.at = {best->place.at}, .place = best->place});
}

} // namespace afoot::dialect
