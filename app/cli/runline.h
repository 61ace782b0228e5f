#pragma once

#include "core/follow/trackerclient.h"
#include "core/run/fd.h"
#include "core/run/trackerline.h"

#include <optional>
#include <thread>

namespace afoot::cli {

/// A reporter's line to the tracker over its socket: one connection for what we say, one for what we hear.
class RunLine : public run::TrackerLine
{
public:
    /// An address that could not be made out is as good as no tracker.
    explicit RunLine(Result<TrackerAddress> address);
    ~RunLine() override;

    Result<std::string> send(const Update &update) override;
    void hold(const std::string &id, Asked onAsked) override;

private:
    void listen(const std::string &target, const Asked &onAsked) const;
    void hangUp();

    Result<TrackerAddress> m_address;
    std::optional<TrackerClient> m_client{};
    run::Fd m_stop{};
    std::thread m_listener{};
};

} // namespace afoot::cli
