#pragma once

#include "app/shared/headers.h"

#include <string>

namespace afoot::cli {

/// What `afoot dialect new` was asked for.
struct NewDialect
{
    std::string url{};
    std::string name{};     ///< empty: made from the URL
    std::string token{};    ///< sent along
    HeaderList headers{};   ///< sent along too
    int seconds = 10;       ///< to listen at most
    bool isPatient = false; ///< for so long, whatever has come by then
    bool print = false;     ///< to standard output, instead of a file
    bool force = false;     ///< also where there is a dialect that reads it
};

/// Listens at the URL and writes a dialect for what it says, with what is unsure on standard error. Exit codes: 0;
/// exitRefused where a dialect reads it already; exitLost when nothing was heard; 64 for a wrong URL or name; 65
/// (EX_DATAERR) when no dialect can be made of it; 73 (EX_CANTCREAT) when the file is there already or cannot be made.
int newDialect(const NewDialect &wanted);

} // namespace afoot::cli
