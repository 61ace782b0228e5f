#pragma once

#include "core/dialect/fieldchoice.h"
#include "core/dialect/propose.h"

namespace afoot::dialect {

/// Makes one proposal out of a sample; propose() tries it and, where a message cannot be read, has it made again
/// without the place that was in the way. Inside core/dialect only.
///
/// Owns nothing: what it is given must outlive it.
class Proposer
{
public:
    Proposer(const Overheard &heard, const Sample &sample, const std::set<std::string> &avoided)
        : m_heard(heard), m_sample(sample), m_avoided(avoided)
    {
    }

    Result<Proposal> make();

private:
    using Messages = std::set<std::size_t>;
    /// Messages of one type.
    struct Kind
    {
        std::string type{};
        Messages messages{};
        std::optional<Does> does{}; ///< nothing: left alone
        bool isStep = false;        ///< its state is that of a step
    };

    void findType();
    void judgeKinds();
    void judge(Kind &kind) const;
    std::set<std::string> taken() const;
    void findPath();
    boost::json::object rule(const char *name, const Messages &messages,
                             const std::vector<std::string> &types) const;
    boost::json::object fieldsOf(const FieldChoice &choice, bool isStep);
    boost::json::value stateOf(const FieldChoice &choice);
    boost::json::object tableOf(const std::vector<std::string> &words, bool isStep);
    void addUsualWords(boost::json::object &table, const std::vector<std::string> &words,
                       bool isStep);
    boost::json::object stepTableOf(const FieldChoice::Found &state);
    boost::json::array rules();
    boost::json::object logRule(const Messages &messages) const;
    void addSigns(boost::json::object &file) const;
    void addSteps(boost::json::object &file) const;
    void sayWhatIsUnsure(const FieldChoice &choice);
    void say(std::string sentence) { m_proposal.unsure.push_back(std::move(sentence)); }
    std::vector<std::string> typesOf(Does does, bool isStep) const;

    const Overheard &m_heard;
    const Sample &m_sample;
    const std::set<std::string> &m_avoided;
    std::optional<Place> m_type{}; ///< where the type of a message stands
    std::vector<Kind> m_kinds{};   ///< one without a type when there is none
    Messages m_jobs{};             ///< messages that tell of a job
    std::optional<FieldChoice> m_choice{};
    std::optional<FieldChoice> m_stepChoice{};
    bool m_hasStepStates = false;          ///< jobs went on after their "end": it is that of a step
    std::vector<std::string> m_segments{}; ///< of the URL's path, decoded
    std::string m_path{};
    Proposal m_proposal{};
};

/// Segments of the path of a URL, decoded; empty ones are left out.
std::vector<std::string> segmentsOf(std::string_view url);

} // namespace afoot::dialect
