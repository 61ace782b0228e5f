#pragma once

#include "core/dialect/dialect.h"

#include <span>
#include <string>
#include <string_view>

namespace afoot::dialect {

/// What backends usually call things, for proposing a dialect. Inside core/dialect only.
/// Threads: free functions without memory.

/// "jobId", "job_id" and "JOB-ID" are one name: "jobid".
std::string plainName(std::string_view key);

/// The plain names that a field usually has, the surest first; empty for fields that are not looked for by name.
std::span<const std::string_view> usualNames(Field field);
/// Names that end in "id" and yet are not a job's.
bool isForeignId(std::string_view plain);
/// Of a state's names: as often that of a step, so that its words must show which.
bool isWeakStateName(std::string_view plain);

/// It has a part of which states are usually made, such as "taskstate" or "lifecycle".
bool isPartlyStateName(std::string_view plain);

/// Two numbers that belong together.
struct CountNames
{
    std::string_view current{};
    std::string_view total{};
};
std::span<const CountNames> usualCounts();

/// The same with a word of their own for what is counted, in both: "framesdone" and "framestotal", "pages" and
/// "totalpages", "processedrows" and "rowcount".
bool areCounts(std::string_view current, std::string_view total);

/// Names of the field that tells the kinds of messages apart, the surest first.
std::span<const std::string_view> usualTypeNames();
/// A message of this type: what it does, as far as its name says; nothing for a name that says nothing.
std::optional<Does> typeMeaning(std::string_view type);

/// The state that a message of this type tells of, such as "build_failed".
std::optional<State> typeState(std::string_view type);
/// Messages of this type are about a step of a job, such as "agent_update".
bool isStepType(std::string_view type);

/// What a word for a state means, however it is written; nothing when the word is not a usual one.
std::optional<State> stateMeaning(std::string_view word);

/// In a field that may be the state or the step: the word names what is being done, such as "compiling".
bool isStepWord(std::string_view word);

/// Usual words for a state.
struct UsualWords
{
    State state = State::Queued;
    std::span<const std::string_view> words{};
};
std::span<const UsualWords> usualWords();

} // namespace afoot::dialect
