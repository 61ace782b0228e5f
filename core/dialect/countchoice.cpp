// How much of a job is done, and how much there is to do, where both are counted.
#include "core/dialect/fieldchoice.h"
#include "core/dialect/values.h"
#include "core/dialect/vocabulary.h"

namespace afoot::dialect {

namespace json = boost::json;

namespace {

bool isCount(const json::value &value)
{
    const auto number = numberFrom(value);
    return number && *number >= 0;
}

Pointer parentOf(const Place &place)
{
    Pointer parent = place.at;
    parent.tokens.pop_back();
    return parent;
}

/// In each message that has both, the one is no more than the other.
bool staysWithin(const Place &current, const Place &total)
{
    std::map<std::size_t, double> totals;
    for (const auto &[message, value] : total.values)
        totals[message] = numberFrom(*value).value_or(0);
    bool any = false;
    for (const auto &[message, value] : current.values) {
        const auto known = totals.find(message);
        if (known == totals.end())
            continue;
        if (numberFrom(*value).value_or(0) > known->second)
            return false;
        any = true;
    }
    return any;
}

} // namespace

/// @p whole in the messages that tell of a job, when only counts are there.
std::optional<Place> FieldChoice::countsAt(const Place &whole) const
{
    if (m_taken.contains(toString(whole.at)))
        return std::nullopt;
    Place place = Sample::among(whole, m_messages);
    return allFit(place, isCount) ? std::optional(std::move(place)) : std::nullopt;
}

/// By usual pairs of names; else by such with a word of their own, as in "framesDone" and "framesTotal".
void FieldChoice::chooseCounts()
{
    const auto placeOf = [&](const auto &isNamed, const Pointer *beside) {
        std::optional<Place> found;
        for (const Place &whole : m_sample.places()) {
            if (!found && isNamed(whole.name) && (beside == nullptr || parentOf(whole) == *beside))
                found = countsAt(whole);
        }
        return found;
    };
    const auto put = [&](const Place &current, const Place &total) {
        this->put(Field::Current, {.at = {current.at}, .place = current});
        this->put(Field::Total, {.at = {total.at}, .place = total});
    };
    for (const CountNames &names : usualCounts()) {
        const auto total =
            placeOf([&](std::string_view name) { return name == names.total; }, nullptr);
        if (!total || find(Field::Total) != nullptr)
            continue;
        const Pointer parent = parentOf(*total);
        if (const auto current =
                placeOf([&](std::string_view name) { return name == names.current; }, &parent))
            put(*current, *total);
    }
    for (const Place &whole : m_sample.places()) {
        const auto total = find(Field::Total) != nullptr ? std::nullopt : countsAt(whole);
        if (!total)
            continue;
        const Pointer parent = parentOf(*total);
        const auto current =
            placeOf([&](std::string_view name) { return areCounts(name, total->name); }, &parent);
        if (current && staysWithin(*current, *total))
            put(*current, *total);
    }
}

} // namespace afoot::dialect
