#include "app/shared/address.h"

#include "app/shared/token.h"

#include <unistd.h>

namespace afoot {

Result<TrackerAddress> trackerAddress(const Paths &paths)
{
    const std::optional<std::string> given = environmentValue("AFOOT_TRACKER");
    if (!given) {
        if (paths.ownRuntime) {
            if (auto trouble = checkPrivateFolder(paths.runtime))
                return *trouble;
        }
        TrackerAddress address;
        address.unixPath = paths.socket();
        return address;
    }
    Result<TrackerAddress> address = trackerAddressFrom(*given);
    if (!address) {
        Error error = address.error();
        error.detail = "AFOOT_TRACKER: " + error.detail;
        return error;
    }
    if (!address->unixPath.empty())
        return address;
    if (const auto token = environmentValue("AFOOT_TOKEN")) {
        address.value().token = *token;
    } else if (::access(paths.token().c_str(), R_OK) == 0) {
        const Result<std::string> kept = tokenIn(paths.token());
        if (!kept)
            return kept.error();
        address.value().token = *kept;
    }
    if (address->token.find_first_of("\r\n") != std::string::npos)
        return Error{Error::Code::BadInput, "bad_token", "AFOOT_TOKEN must be one line.", {}};
    return address;
}

} // namespace afoot
