#pragma once

#include "app/remote/request.h"
#include "core/model/result.h"

#include <optional>
#include <string>
#include <vector>

namespace afoot::cli {

/// What `afoot watch URL…` was told to send along. Each is FILE, or ORIGIN=FILE such as "https://nas:4680=nas.token";
/// the former only while all URLs are of one origin, so that no secret goes where it was not meant to go.
struct SecretFiles
{
    std::vector<std::string> tokens{};
    std::vector<std::string> headers{};
};

/// Reads them into the URLs of @p request that they are for.
///
/// Errors: BadInput, name "usage" where the words are wrong; else of the file, as secretFrom() and headersIn() have them.
[[nodiscard]] std::optional<Error> addSecrets(RemoteRequest &request, const SecretFiles &files);

} // namespace afoot::cli
