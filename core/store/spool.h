#pragma once

#include "core/model/result.h"
#include "core/model/update.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace afoot {

/// Where reporters leave what they could not say, until a tracker is there to hear it.
///
/// Format: one update a line, as wire::toJson(Update) writes it. A line that was delivered begins with '#'
/// instead of '{', marked in place, so that a delivery that was killed goes on where it was. A line that is
/// not whole (a crash, a full disk) is passed over. Delivery is at least once, in the order of the file.
/// Bound: past @c maxBytes the oldest log lines leave first, then other reports of progress; begins and ends stay.
/// Threads and processes: any number; the file is locked for moments, a lock file beside it says who delivers.
/// Errors: code Internal when the disk is in the way, Unavailable ("spool_busy") when somebody else delivers.
class Spool
{
public:
    struct Options
    {
        std::size_t maxBytes = 16U << 20U;
    };

    explicit Spool(std::string path);
    Spool(std::string path, Options options);

    /// Writes the updates behind what is there: all of them or none. The folder is made when it is missing.
    /// The end of a job is on the disk when this returns.
    std::optional<Error> append(const std::vector<Update> &updates) const;

    /// True when nothing waits, or nothing can be read.
    bool empty() const;

    /// Tries to deliver one update: nothing when it was taken; a transient error keeps it and ends the delivery;
    /// any other error drops it for good.
    using Deliver = std::function<std::optional<Error>(const Update &)>;
    struct Refused
    {
        Update update{};
        Error error{};
    };
    struct Drained
    {
        std::size_t delivered = 0;
        std::size_t refusedCount = 0;
        std::vector<Refused> refused{};   ///< the first hundred of them
        std::size_t unreadable = 0;       ///< lines that were not whole
        std::optional<Error> stoppedBy{}; ///< transient; what is left waits
    };
    /// Delivers in order until nothing is left, also what is appended meanwhile. While another process
    /// delivers, waits up to @p patience for it.
    Result<Drained> drain(const Deliver &deliver, Millis patience = Millis{2000}) const;

private:
    std::string m_path;
    Options m_options{};
};

} // namespace afoot
