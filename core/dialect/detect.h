#pragma once

#include "core/dialect/dialect.h"

#include <span>
#include <string_view>

namespace afoot::dialect {

/// Which dialect is spoken somewhere. A guess with a score from 0 (nothing speaks for it) to 100.
struct Guess
{
    const Dialect *dialect = nullptr; ///< never null; the fallback when nothing is known better
    int score = 0;
    std::string base{}; ///< of the URL: what the dialect's paths are put behind
    std::string id{};   ///< of the job in the URL; empty when there is none

    friend bool operator==(const Guess &, const Guess &) = default;
};

/// @p url is that of a stream, a poll or an action, whole or a path; @p firstMessage is the first that came, or
/// empty. Either may be empty. Where the URL's dialect cannot read the message, it is not that dialect.
/// @p own, a person's, are looked at before the built-in ones, so that of two that fit as well theirs is taken; one of
/// the same name takes the built-in's place, also that of the fallback. They must outlive the guess.
/// The fallback knows no paths: its guess has no base and no id.
///
/// Threads: free function. Errors: none; what is broken speaks for nothing.
Guess detect(std::string_view url, std::string_view firstMessage = {},
             std::span<const Dialect *const> own = {});

/// What is tried, in this order, and last the fallback.
std::vector<const Dialect *> candidates(std::span<const Dialect *const> own);

} // namespace afoot::dialect
