#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace afoot::cli {

/// The path of a program of ours: beside this one, else wherever the shell would find it.
std::optional<std::string> programNamed(std::string_view name);

} // namespace afoot::cli
