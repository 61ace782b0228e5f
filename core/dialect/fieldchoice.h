#pragma once

#include "core/dialect/sample.h"

#include <map>
#include <optional>
#include <set>

namespace afoot::dialect {

/// Which place of overheard messages holds which field of a job, by names and by values. Inside core/dialect only.
///
/// Owns nothing: the sample must outlive it. Threads: a value; the caller's.
class FieldChoice
{
public:
    struct Found
    {
        std::vector<Pointer> at{}; ///< the same field at several places: wrapped here, bare there
        Place place{};             ///< what stands at all of them
        std::string rival{};       ///< another place that could have been meant; often empty
    };

    /// @p messages are those that tell of a job; @p taken holds pointers that are something else.
    FieldChoice(const Sample &sample, std::set<std::size_t> messages, std::set<std::string> taken)
        : m_sample(sample), m_messages(std::move(messages)), m_taken(std::move(taken))
    {
    }

    /// @p segments of the URL's path, decoded: an id that is one of them is the job's.
    void chooseJob(const std::vector<std::string> &segments);
    void chooseLog();

    const Found *find(Field field) const;
    /// Places that are taken although a few of their values cannot be what they are taken for; what such a value is.
    const std::map<std::string, std::string> &strays() const { return m_strays; }
    bool isFraction() const { return m_isFraction; } ///< the percent is told as a part of 1
    /// Within one job; it may be the percent of a step then.
    bool percentFalls() const;
    /// A job that has a state and steps went on with another step after a state that was final.
    bool goesOnAfterItsEnd() const;
    /// What every one of the messages has, for a sign; at most @p most.
    std::vector<Pointer> common(std::size_t most) const;

private:
    template <typename Fits> std::optional<Found> best(Field field, Fits fits) const;
    template <typename Fits> void take(Field field, Fits fits);
    void chooseId(const std::vector<std::string> &segments);
    void chooseState();
    void findState();
    bool moves(const Place &place) const;
    void chooseSteps();
    void chooseNumbers();
    void choosePercent();
    void chooseCounts();
    std::optional<Place> countsAt(const Place &whole) const;
    void chooseTexts();
    bool isSteady(const Place &place) const;
    std::map<std::size_t, std::string> jobs() const;
    void put(Field field, Found found);

    const Sample &m_sample;
    std::set<std::size_t> m_messages;
    std::set<std::string> m_taken;
    std::map<Field, Found> m_found{};
    std::map<std::string, std::string> m_strays{};
    bool m_isFraction = false;
};

/// May be the id of a job: a text of 1 to 200 bytes without control characters, or a whole number.
bool canBeId(const boost::json::value &value);
/// As a message says it.
std::string idText(const boost::json::value &value);

} // namespace afoot::dialect
