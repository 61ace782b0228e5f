#pragma once

#include <string>
#include <vector>

namespace afoot::run {

/// @p argv with passwords, tokens and the like replaced by "•••", for showing and keeping.
///
/// Known are: options and variables whose name says it (--password=…, --token …, PGPASSWORD=…, but not
/// --password-file), the password in a URL, secret query fields, HTTP headers that log in, the short options of
/// mysql, sshpass, 7z, curl and redis-cli, and tokens with a telling prefix (ghp_, glpat-, …). A word with
/// blanks in it, such as the script of `sh -c`, is read as words too.
std::vector<std::string> withoutSecrets(const std::vector<std::string> &argv);

} // namespace afoot::run
