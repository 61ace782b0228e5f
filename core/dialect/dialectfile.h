#pragma once

#include "core/dialect/dialect.h"

#include <string_view>
#include <vector>

namespace afoot::dialect {

/// A dialect file: one JSON object as docs/dialects.md and resources/dialects/schema.json describe it.
///
/// Threads: free functions; builtInDialects() is made at its first call, which may come from any thread.

inline constexpr std::size_t maxFileBytes = 256U << 10U;

/// Strict: an unknown key, a wrong type, a bad pointer or an unknown state is an error whose @c field is the JSON
/// Pointer of the culprit and whose @c detail says what to do. This is the first of problemsIn().
Result<Dialect> dialectFromJson(std::string_view json);

/// Everything that is wrong with the file, in its order; empty when nothing is.
std::vector<Error> problemsIn(std::string_view json);

/// The backends that Afoot knows, in the order in which they are tried.
const std::vector<Dialect> &builtInDialects();

/// Reads the names that most backends use; for those that nobody wrote a dialect for.
const Dialect &fallbackDialect();

/// The built-in dialect of that name, or the fallback ("generic"); null when there is none.
const Dialect *builtInNamed(std::string_view name);

} // namespace afoot::dialect
