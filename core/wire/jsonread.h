#pragma once

#include "core/model/job.h"
#include "core/model/limits.h"
#include "core/model/result.h"

#include <boost/json.hpp>

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace afoot::wire {

/// Reads members of one JSON object and remembers the first thing that is wrong with it.
///
/// Every read checks type, range and length, cleans text, and leaves its target untouched when the member is
/// absent; after an error the following reads do nothing. Inside core/wire only.
class ObjectReader
{
public:
    ObjectReader(const boost::json::object &object, const JobLimits &limits,
                 std::string prefix = {})
        : m_object(object), m_limits(limits), m_prefix(std::move(prefix))
    {
    }

    const std::optional<Error> &error() const { return m_error; }
    const JobLimits &limits() const { return m_limits; }
    void fail(std::string_view field, std::string detail, const char *name = "bad_value");

    const boost::json::value *find(std::string_view key);
    /// null counts as the empty text.
    std::optional<std::string> text(std::string_view key, std::size_t maxBytes);
    /// Of a line of a log: with its colours, cut to the limit; empty when absent.
    std::string logText(std::string_view key);
    /// As sent: for ids, which must come back unchanged.
    std::optional<std::string> id(std::string_view key);
    /// The inner nullopt is JSON null.
    std::optional<std::optional<double>> number(std::string_view key, double min, double max);
    std::optional<bool> boolean(std::string_view key);
    std::optional<WallTime> time(std::string_view key);
    template <typename Word>
    std::optional<Word> word(std::string_view key, std::optional<Word> (*named)(std::string_view),
                             std::string_view allWords)
    {
        const boost::json::value *value = find(key);
        if (value == nullptr || value->is_null())
            return std::nullopt;
        if (const auto *name = value->if_string()) {
            if (auto found = named(*name))
                return found;
        }
        fail(key, std::string(key) + " must be one of " + std::string(allWords) + ".");
        return std::nullopt;
    }
    std::optional<std::vector<Step>> steps(std::string_view key);
    std::optional<AskSet> asks(std::string_view key);
    std::optional<Declined> declined(std::string_view key);
    /// Fills @p details; keys whose value is null go to @p dropped.
    void details(std::string_view key, std::vector<Detail> &details,
                 std::vector<std::string> &dropped);
    std::vector<LogLine> lines(std::string_view key);

    /// The members that nothing has asked for yet, of the first 64.
    std::vector<std::string> unread() const;

private:
    std::string fieldName(std::string_view key) const { return m_prefix + std::string(key); }

    const boost::json::object &m_object;
    const JobLimits &m_limits;
    std::string m_prefix;
    std::optional<Error> m_error{};
    std::bitset<64> m_read{}; ///< by the place in the object
};

inline constexpr std::string_view stateList =
    "queued, running, paused, needs_input, completed, failed, canceled, lost";

inline constexpr std::string_view askList = "cancel, pause, resume, retry";

/// What a text is a whole of, for whoever is told that something is wrong with it.
enum class Piece { Body, Line, Message };

/// Parses one JSON object; memory comes from @p storage.
Result<boost::json::value> parseObject(std::string_view json, boost::json::storage_ptr storage,
                                       Piece piece = Piece::Body);

} // namespace afoot::wire
