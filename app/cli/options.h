#pragma once

#include "app/cli/commands.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// What the help says of a job that a command is about, in every such command.
inline constexpr std::string_view idText = "its id, or what list shows of it";
inline constexpr std::string_view sourceText = "where the job comes from, such as \"local\"";

/// The options of one command: read with CLI11, explained in its help, refused with one sentence.
///
/// The variables given must outlive read(). @p names is CLI11's form: "-t,--title".
class Options
{
public:
    explicit Options(const Command &command);
    ~Options();
    Options(const Options &) = delete;
    Options &operator=(const Options &) = delete;

    void flag(const std::string &names, bool &into, std::string_view what);
    void value(const std::string &names, std::optional<std::string> &into,
               std::string_view placeholder, std::string_view what);
    /// May be given more than once.
    void values(const std::string &names, std::vector<std::string> &into,
                std::string_view placeholder, std::string_view what);

    enum class Need { Required, Optional };
    void argument(const std::string &name, std::string &into, std::string_view what,
                  Need need = Need::Required);
    void arguments(const std::string &name, std::vector<std::string> &into, std::string_view what,
                   Need need);
    /// Everything from the first word that is no option, or from "--", untouched.
    void commandLine(std::vector<std::string> &into);

    /// Nothing: go on. Else the exit code, after help was printed or the trouble said.
    std::optional<int> read(std::vector<std::string> arguments);

    /// Says what is wrong and how to get help; returns exitUsage.
    int refuse(std::string_view sentence) const;

private:
    struct Inside;
    std::string help() const;
    int refuseOption(const std::string &word) const;

    const Command *m_command;
    std::unique_ptr<Inside> m_inside;
};

} // namespace afoot::cli
