#pragma once

#include "core/model/result.h"
#include "core/model/update.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afoot::cli {

/// The fields of an update as they are typed, turned into one by the tracker's own rules, so that both say the same
/// of a wrong one.
class JobFields
{
public:
    void text(std::string_view field, const std::optional<std::string> &value);
    /// "61", "61.5" or "unknown"; for a percentage also "61%". Anything else is remembered as the error.
    void number(std::string_view field, std::string_view option,
                const std::optional<std::string> &value);
    /// "a,b,c".
    void steps(const std::optional<std::string> &names);
    /// "K=V" each; "K=" takes the detail away.
    void details(const std::vector<std::string> &pairs);
    /// Nothing without an ask.
    void declined(const std::optional<std::string> &ask, const std::optional<std::string> &reason);
    void yes(std::string_view field, bool value);

    bool empty() const { return m_members.empty() && !m_error; }
    Result<Update> update(Update::Op op) const;

private:
    void member(std::string_view field, std::string_view json);

    std::string m_members{};
    std::optional<Error> m_error{};
};

} // namespace afoot::cli
