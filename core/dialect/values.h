#pragma once

#include "core/dialect/dialect.h"

#include <boost/json/fwd.hpp>

namespace afoot::dialect {

/// Values of messages, and the words and numbers that they mean. Inside core/dialect only.
/// Threads: free functions without memory.

/// A text as it is; numbers, true, false and null as JSON writes them; nothing for arrays and objects.
std::optional<std::string> scalarText(const boost::json::value &value);

/// True when @p word, which may begin or end with '*', fits @p text.
bool fits(std::string_view word, std::string_view text);

/// The row of @p table for @p text; null when there is none.
const Word *lookUp(const Table &table, std::string_view text);
/// The word of theirs for @p meaning.
std::optional<std::string> wordFor(const Table &table, std::string_view meaning);

bool holds(const boost::json::value &message, const Condition &condition);
bool holdAll(const boost::json::value &message, const std::vector<Condition> &conditions);

/// A finite number, or a text that is one, with "%" behind it or not.
std::optional<double> numberFrom(const boost::json::value &value);

/// A number of bytes, or "2.4 GB", "512 KiB", "1,5 MB". The letters count in 1024, as backends that print
/// such texts do; "kB" alone counts in 1000.
std::optional<double> bytesFrom(const boost::json::value &value);

/// RFC 3339, the same without a zone, or seconds or milliseconds since 1970. @p offset is what the clock of a
/// time without zone is ahead of UTC.
std::optional<WallTime> timeFrom(const boost::json::value &value, std::chrono::minutes offset);

/// Replaces "{name}" in @p text.
std::string filled(std::string_view text,
                   const std::vector<std::pair<std::string_view, std::string_view>> &values);
/// "{id}" and "{short_id}" replaced.
std::string withId(std::string_view text, std::string_view id);

/// The word for the state, or of the nearest state that the table knows: paused is running, lost is failed.
std::optional<std::string> stateWord(const Table &table, State state);
/// Nothing for a state that the table does not know: a step that was skipped was never heard of.
std::optional<std::string> stepWord(const Table &table, StepState state);

} // namespace afoot::dialect
