#pragma once

#include <optional>
#include <string_view>

namespace afoot {

/// A cursor over one line. Each eat…() and number moves it only when it finds what it is asked for.
/// Numbers are read as tools print them: no locale, no sign, at most 15 digits.
struct Scan
{
    std::string_view rest{};

    bool atEnd() const { return rest.empty(); }
    char peek() const { return rest.empty() ? '\0' : rest.front(); }
    bool eat(char c);
    bool eat(std::string_view text);
    void blanks();
    /// Letters, digits and bytes outside of ASCII, as far as they go; maybe empty.
    std::string_view word();

    /// 42
    std::optional<double> integer();
    /// 42, 4.2 and 4,2
    std::optional<double> decimal();
    /// 1,025,143 and 9.371.648 and 42: groups of three, whatever separates them
    std::optional<double> grouped();
    /// m:ss, mm:ss and h:mm:ss, in seconds
    std::optional<double> clock();
    /// How many bytes a unit such as B, kB, KiB, MB or GiB is, the k of kB being @p kilo (1000 or 1024).
    std::optional<double> byteUnit(double kilo);
};

bool isDigit(char c);
bool isLetter(char c); ///< of ASCII
/// Without blanks on either side.
std::string_view trimmed(std::string_view text);
/// The first @p text in @p line, letters of ASCII compared without case. @p text is in lower case.
std::size_t findIgnoringCase(std::string_view line, std::string_view text, std::size_t from = 0);
bool startsIgnoringCase(std::string_view line, std::string_view text);

} // namespace afoot
