#pragma once

#include "core/model/job.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace afoot::cli {

/// What the lines of a job call its source: of this machine nothing, of another one its name unless there is a better
/// word here; an empty one says nothing. Pure.
using SourceNames = std::map<std::string, std::string>;

/// By their hosts and ports, and paths where these do not tell them apart; without secrets. In the order of @p urls.
std::vector<std::string> namesOfUrls(std::span<const std::string> urls);

/// @p job with the word for its source behind its title: "Export (nas:4680)".
Job withSource(Job job, const SourceNames &names = {});

} // namespace afoot::cli
