#pragma once

#include "app/shared/paths.h"
#include "app/shared/systemclock.h"
#include "core/follow/trackerclient.h"
#include "core/model/update.h"
#include "core/store/spool.h"

#include <optional>
#include <string>

namespace afoot::cli {

/// Brings updates to the tracker; while none is there, notes them for later and says so once.
///
/// What was noted earlier, by this program or any other, goes first, so that the order of a script's reports holds.
class Delivery
{
public:
    /// With @p strict no tracker is an error.
    explicit Delivery(bool strict);

    /// Nothing when the tracker took it, or it was noted. Else the exit code, after the trouble was said.
    std::optional<int> send(const Update &update);

    /// The tracker's answer to the last update that it took; empty for one that was noted.
    const std::string &answer() const { return m_answer; }

private:
    std::optional<Error> deliver(const Update &update);
    std::optional<int> note(const Update &update, const Error &why);
    std::optional<Error> deliverNoted();
    void sayRefused(const Spool::Drained &drained);

    bool m_strict;
    bool m_said = false;
    SystemClock m_clock{};
    Paths m_paths;
    Spool m_spool;
    std::optional<TrackerClient> m_client{};
    std::optional<Error> m_noClient{};
    std::optional<Ticks> m_silentSince{}; ///< a tracker that hangs is left alone for a while
    std::string m_answer{};
};

} // namespace afoot::cli
