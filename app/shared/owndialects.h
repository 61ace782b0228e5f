#pragma once

#include "core/dialect/dialect.h"

#include <string>
#include <vector>

namespace afoot {

/// The text of a dialect file. NotFound when it cannot be read, TooLarge beyond dialect::maxFileBytes.
Result<std::string> readDialectFile(const std::string &path);

/// A file of the person's own.
struct OwnDialect
{
    std::string path{};
    Result<dialect::Dialect> dialect;
};

/// Those in @p folder (Paths::dialects()) that end in ".json", by name; with what is wrong with them. None when there
/// is no such folder. One of the same name as a built-in dialect takes its place.
///
/// Threads: free functions; they read files and so belong on no thread that paints.
std::vector<OwnDialect> ownDialects(const std::string &folder);

/// The usable ones among them, as detect() takes them; they live as long as @p own.
std::vector<const dialect::Dialect *> usableOf(const std::vector<OwnDialect> &own);

/// The person's own of that name before the built-in one; null when there is none.
const dialect::Dialect *dialectNamed(const std::vector<OwnDialect> &own, std::string_view name);

} // namespace afoot
