#pragma once

#include "core/model/job.h"

#include <string>
#include <string_view>

namespace afoot::wire {

/// Appends one JSON object to a string, member by member, without a tree in between: the job is
/// written for every reader's every event. Text that is not UTF-8 becomes U+FFFD.
///
/// Threads: a value; the caller's. Owns nothing: @p out must outlive it.
class ObjectWriter
{
public:
    explicit ObjectWriter(std::string &out) : m_out(out) { m_out += '{'; }
    void close() { m_out += '}'; }

    /// Writes the key; the caller appends the value.
    std::string &raw(std::string_view key);
    void text(std::string_view key, std::string_view value);
    void textIf(std::string_view key, std::string_view value); ///< nothing when empty
    void number(std::string_view key, double value);
    void integer(std::string_view key, std::uint64_t value);
    void numberOrNull(std::string_view key, const std::optional<double> &value);
    void boolean(std::string_view key, bool value);
    void time(std::string_view key, WallTime value);
    void timeOrNull(std::string_view key, const std::optional<WallTime> &value);

private:
    std::string &m_out;
    bool m_first = true;
};

/// Every Labels::Always step has a label, its name when it has none of its own.
enum class Labels { AsGiven, Always };
void appendSteps(std::string &out, const std::vector<Step> &steps, Labels labels);
void appendAsks(std::string &out, AskSet asks);
void appendDeclined(std::string &out, const Declined &declined);
/// Number and time are left out while the tracker has not given them.
void appendLines(std::string &out, const std::vector<LogLine> &lines);
void appendLine(std::string &out, const LogLine &line);
void appendDetail(ObjectWriter &object, const Detail &detail);
/// @p text as JSON, without the quotes: for a key that comes from outside.
std::string escaped(std::string_view text);

void appendQuoted(std::string &out, std::string_view text);
/// The shortest text that reads back as the same number; null for what JSON cannot say.
void appendNumber(std::string &out, double value);

} // namespace afoot::wire
