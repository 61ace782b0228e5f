#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// A command of `afoot`: what --help says of it, and what does it.
struct Command
{
    std::string_view name{};
    std::string_view group{};
    std::string_view usage{};    ///< behind the name: "ID [--percent P]"
    std::string_view summary{};  ///< one line
    std::string_view more{};     ///< sentences for the command's own help; may be empty
    std::string_view examples{}; ///< one a line
    int (*main)(const Command &command, const std::vector<std::string> &arguments) = nullptr;
};

std::span<const Command> allCommands();
const Command *commandNamed(std::string_view name);

/// The help of all of `afoot`.
std::string overview();

} // namespace afoot::cli
