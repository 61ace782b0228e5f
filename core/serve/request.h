#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afoot::serve {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

std::string_view nameOf(Method method);
Method methodNamed(std::string_view name);

/// ASCII only, as HTTP's names and hosts are.
std::string lowered(std::string_view text);
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// One HTTP request as a value; nothing in it has been trusted or decoded yet.
struct Request
{
    Method method = Method::Other;
    std::string target{}; ///< as sent: "/api/v1/jobs?state=running"
    std::vector<std::pair<std::string, std::string>>
        headers{}; ///< names in lower case, values trimmed
    std::string body{};
    bool http11 = true;
    bool keepAlive = true;
    bool expectsContinue = false;

    /// The target up to "?", and what follows it; still percent-encoded.
    std::string_view path() const;
    std::string_view query() const;

    /// The first header of that name, which is written in lower case.
    std::optional<std::string_view> header(std::string_view name) const;
    std::size_t countOf(std::string_view name) const;
};

} // namespace afoot::serve
