#include "core/run/parsers/scan.h"

#include <algorithm>

namespace afoot {

namespace {

constexpr std::size_t maxDigits = 15; // more do not fit a double exactly

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t n = 0;
    while (at + n < text.size() && isDigit(text[at + n]))
        ++n;
    return n;
}

double valueOf(std::string_view digits)
{
    double value = 0;
    for (const char c : digits) {
        if (isDigit(c))
            value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::size_t findIgnoringCase(std::string_view line, std::string_view text, std::size_t from)
{
    if (from > line.size())
        return std::string_view::npos;
    const auto found =
        std::search(line.begin() + static_cast<std::ptrdiff_t>(from), line.end(), text.begin(),
                    text.end(), [](char a, char b) { return lower(a) == b; });
    return found == line.end() ? std::string_view::npos
                               : static_cast<std::size_t>(found - line.begin());
}

bool startsIgnoringCase(std::string_view line, std::string_view text)
{
    return line.size() >= text.size() && findIgnoringCase(line.substr(0, text.size()), text) == 0;
}

bool Scan::eat(char c)
{
    if (peek() != c || rest.empty())
        return false;
    rest.remove_prefix(1);
    return true;
}

bool Scan::eat(std::string_view text)
{
    if (!rest.starts_with(text))
        return false;
    rest.remove_prefix(text.size());
    return true;
}

void Scan::blanks()
{
    while (peek() == ' ' || peek() == '\t')
        rest.remove_prefix(1);
}

std::string_view Scan::word()
{
    std::size_t n = 0;
    while (n < rest.size() &&
           (isLetter(rest[n]) || isDigit(rest[n]) || static_cast<unsigned char>(rest[n]) >= 0x80))
        ++n;
    const std::string_view word = rest.substr(0, n);
    rest.remove_prefix(n);
    return word;
}

std::optional<double> Scan::integer()
{
    const std::size_t n = digitsAt(rest, 0);
    if (n == 0 || n > maxDigits)
        return std::nullopt;
    const double value = valueOf(rest.substr(0, n));
    rest.remove_prefix(n);
    return value;
}

std::optional<double> Scan::decimal()
{
    const std::size_t whole = digitsAt(rest, 0);
    if (whole == 0 || whole > maxDigits)
        return std::nullopt;
    double value = valueOf(rest.substr(0, whole));
    std::size_t used = whole;
    if (whole < rest.size() && (rest[whole] == '.' || rest[whole] == ',')) {
        const std::size_t fraction = digitsAt(rest, whole + 1);
        if (fraction > 0 && fraction <= maxDigits) {
            double scale = 1;
            for (std::size_t i = 0; i < fraction; ++i)
                scale *= 10;
            value += valueOf(rest.substr(whole + 1, fraction)) / scale;
            used += 1 + fraction;
        }
    }
    rest.remove_prefix(used);
    return value;
}

std::optional<double> Scan::grouped()
{
    std::size_t used = digitsAt(rest, 0);
    if (used == 0 || used > maxDigits)
        return std::nullopt;
    std::size_t digits = used;
    while (used < rest.size() && (rest[used] == ',' || rest[used] == '.' || rest[used] == '\'') &&
           digitsAt(rest, used + 1) == 3) {
        used += 4;
        digits += 3;
    }
    if (digits > maxDigits)
        return std::nullopt;
    const double value = valueOf(rest.substr(0, used));
    rest.remove_prefix(used);
    return value;
}

std::optional<double> Scan::clock()
{
    Scan ahead = *this;
    const auto first = ahead.integer();
    if (!first || !ahead.eat(':') || digitsAt(ahead.rest, 0) != 2)
        return std::nullopt;
    double seconds = *first * 60 + *ahead.integer();
    if (ahead.peek() == ':' && digitsAt(ahead.rest, 1) == 2) {
        ahead.eat(':');
        seconds = seconds * 60 + *ahead.integer();
    }
    *this = ahead;
    return seconds;
}

std::optional<double> Scan::byteUnit(double kilo)
{
    if (eat('B'))
        return 1;
    static constexpr std::string_view prefixes = "kKMGTPE";
    const std::size_t found = rest.empty() ? std::string_view::npos : prefixes.find(rest.front());
    if (found == std::string_view::npos || rest.size() < 2)
        return std::nullopt;
    const bool binary = rest[1] == 'i';
    if (rest.size() < (binary ? 3U : 2U) || rest[binary ? 2 : 1] != 'B')
        return std::nullopt;
    double factor = 1;
    for (std::size_t i = 0; i < std::max<std::size_t>(found, 1);
         ++i) // k and K are one step, M is two
        factor *= binary ? 1024 : kilo;
    rest.remove_prefix(binary ? 3 : 2);
    return factor;
}

} // namespace afoot
