#pragma once

#include "core/dialect/dialect.h"

#include <boost/json.hpp>

namespace afoot::dialect {

/// One message as its rule reads it, field by field. Remembers the first thing that is wrong with it; a field that is
/// wrong is read as one that is not there. Inside core/dialect only.
///
/// Owns nothing: the value and the rule must outlive it.
class Message
{
public:
    Message(const boost::json::value &value, const Rule &rule, std::chrono::minutes localOffset)
        : m_value(value), m_rule(rule), m_localOffset(localOffset)
    {
    }

    const std::optional<Error> &error() const { return m_error; }
    void fail(const std::string &where, std::string sentence, const char *name = "bad_value");

    /// Cleaned and cut to @p maxBytes; a list of texts is joined. Nothing when absent or unknown.
    std::optional<std::string> text(Field field, std::size_t maxBytes);
    /// The same of a line of a log, with its colours.
    std::optional<std::string> logText(Field field, std::size_t maxBytes);
    /// As it is: for ids, which must come back unchanged.
    std::optional<std::string> id();
    std::optional<double> number(Field field);
    /// Below 0 is unknown, since that is how some say it; above 100 is 100.
    std::optional<double> percent(Field field);
    /// A time that cannot be read is left out: a strange clock takes nothing away from the rest.
    std::optional<WallTime> time(Field field);
    std::vector<Detail> details();
    /// True when the field has a constant text, which is told once only.
    bool isConstant(Field field) const;
    /// Where the field was found, or would be; for sentences about it.
    std::string place(Field field) const;

private:
    struct Found
    {
        const boost::json::value *value = nullptr; ///< null when @c word says it
        std::string word{};
        const Source *source = nullptr;
        std::string where{};
    };
    std::optional<Found> find(const Source &source);
    std::optional<Found> find(Field field);
    std::optional<std::string> rawTextOf(const Found &found);
    std::optional<std::string> textOf(const Found &found, std::size_t maxBytes);

    const boost::json::value &m_value;
    const Rule &m_rule;
    std::chrono::minutes m_localOffset;
    std::optional<Error> m_error{};
    int m_faults = 0;
};

} // namespace afoot::dialect
