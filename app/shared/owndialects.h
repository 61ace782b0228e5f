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

} // namespace afoot
