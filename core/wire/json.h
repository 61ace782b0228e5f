#pragma once

#include "core/model/job.h"
#include "core/model/limits.h"
#include "core/model/result.h"
#include "core/model/update.h"

#include <string>
#include <string_view>
#include <vector>

namespace afoot::wire {

/// The job object of protocol 1, section 1, compact, one line, valid UTF-8. Unknown numbers and
/// times are null, so that a reader always finds percent, current, total, eta_s and the like.
std::string toJson(const Job &job);

/// What toJson() wrote, read back; lenient towards fields it does not know.
Result<Job> jobFromJson(std::string_view json);

/// A partial job as a reporter sends it. Every value is checked before anything is returned: types,
/// ranges (percent 0–100), lengths, known words; text is cleaned. The error names the field.
///
/// @p op says which request it was. For Op::Log the body is {"lines":["text"|{"text","level"}]}.
/// For Op::Complete and Op::Fail the state is implied and refused when it says otherwise.
/// An empty body counts as {} for every op but Begin and Log. What it holds beside is taken and passed over; @p ignored,
/// where there is one, gets the names of it, as they were sent.
Result<Update> updateFromJson(std::string_view json, Update::Op op, const JobLimits &limits = {},
                              std::vector<std::string> *ignored = nullptr);

/// The same update as a JSON object that updateFromJson() reads back, "op" and "id" included.
std::string toJson(const Update &update);

/// {"op":"begin|update|log|complete|fail","id":…,…}: one line of ingest or of the spool. @p id, where there is one,
/// gets the id of a line that is wrong, if it says a sound one.
Result<Update> updateFromLine(std::string_view json, const JobLimits &limits = {},
                              std::string *id = nullptr);

/// What a peer says on a WebSocket: such a line, or {"op":"cancel|pause|resume|retry","id":…}.
struct Message
{
    std::optional<std::string> ref{}; ///< its own mark, which the answer carries; 200 bytes at most
    std::string id{};                 ///< as sent, also when the rest is wrong
    Result<Update> update;
};
Message messageFromJson(std::string_view json, const JobLimits &limits = {});

/// {"error":{"code","message","field"?}}
std::string toJson(const Error &error);
/// The error inside such a body; nullopt when the body is something else.
std::optional<Error> errorFromJson(std::string_view json);

/// {"n","t","level","text"}
std::string toJson(const LogLine &line);
/// {"lines":[…],"dropped":N}
std::string logJson(const std::vector<LogLine> &lines, std::uint64_t dropped);
struct LogPage
{
    std::vector<LogLine> lines{};
    std::uint64_t dropped = 0;
};
Result<LogPage> logFromJson(std::string_view json);

/// @p text as a JSON string with its quotes.
std::string quoted(std::string_view text);

} // namespace afoot::wire
