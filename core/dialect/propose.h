#pragma once

#include "core/dialect/dialect.h"

#include <span>
#include <string>
#include <vector>

namespace afoot::dialect {

/// A dialect for a backend that nobody wrote one for, out of what it was heard to say.
///
/// Fields are found by their usual names and by their values. What was not heard is left out: no endpoints beside the
/// stream, no actions, no habits of the link. What was guessed is said.
/// Threads: free functions; core/dialect/propose knows nothing but what is given to it.

/// Messages of one stream, in their order.
struct Overheard
{
    std::string url{};
    std::string name{}; ///< of the dialect to be; empty: it gets one from the URL
    std::vector<std::string> messages{};
};

struct Proposal
{
    std::string name{};
    std::string text{};                ///< of the file; dialectFromJson() takes it
    std::vector<std::string> unsure{}; ///< sentences: what was guessed, and what nobody has seen
    /// Words that were taken for a state without being usual ones.
    std::vector<std::string> guessedWords{};
    /// Places with a few values that it cannot read: neither can it the messages with them.
    std::vector<std::string> strays{};
};

/// Every message that is a JSON object is read by what comes back. At most 500 messages are looked at, spread over
/// all of them.
///
/// Errors: BadInput with a sentence, "no_objects" when no message is one, "no_job" when nothing in them speaks of a
/// job, "unreadable" when no dialect that reads them all was found.
Result<Proposal> propose(const Overheard &heard);

/// The dialect, of a person's own or built in, that reads all of the messages already: it fits the URL or one of its
/// signs is there; the fallback when @p proposal makes nothing else of the jobs. Null when none does. One of @p own
/// that has the name of the dialect to be, or that learns nothing from the messages but that there are jobs where the
/// proposal learns more, is none.
const Dialect *readerOf(const Overheard &heard, const Proposal &proposal,
                        std::span<const Dialect *const> own = {});

/// A name for a dialect out of the host of a URL: small letters, digits and '-'; never empty.
std::string dialectNameFor(std::string_view url);

} // namespace afoot::dialect
