#include "core/dialect/mend.h"

#include "core/model/text.h"

#include <array>
#include <charconv>
#include <optional>

namespace afoot::dialect {

namespace {

constexpr std::size_t escapeBytes = 6; ///< \uXXXX

/// The number of the \uXXXX that @p text begins with.
std::optional<unsigned> escapeIn(std::string_view text)
{
    if (text.size() < escapeBytes || !text.starts_with("\\u"))
        return std::nullopt;
    unsigned number = 0;
    const auto end = std::from_chars(text.data() + 2, text.data() + escapeBytes, number, 16);
    return end.ptr == text.data() + escapeBytes ? std::optional(number) : std::nullopt;
}

bool isHigh(std::optional<unsigned> unit)
{
    return unit && *unit >= 0xD800 && *unit <= 0xDBFF;
}

bool isLow(std::optional<unsigned> unit)
{
    return unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
}

/// The word of Python's that @p text begins with.
std::string_view pythonWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 3> words{"NaN", "Infinity", "-Infinity"};
    for (const std::string_view word : words) {
        if (text.starts_with(word))
            return word;
    }
    return {};
}

} // namespace

std::string mended(std::string_view json)
{
    const std::string whole = validText(json);
    std::string out;
    out.reserve(whole.size());
    bool isInText = false;
    for (std::string_view rest = whole; !rest.empty();) {
        std::size_t taken = 1;
        if (!isInText) {
            const std::string_view word = pythonWord(rest);
            out += word.empty() ? rest.substr(0, 1) : "null";
            taken = word.empty() ? 1 : word.size();
            isInText = rest.front() == '"';
        } else if (rest.front() != '\\') {
            out += rest.front();
            isInText = rest.front() != '"';
        } else if (const auto unit = escapeIn(rest); isHigh(unit) || isLow(unit)) {
            const bool isPair = isHigh(unit) && rest.size() > escapeBytes &&
                                isLow(escapeIn(rest.substr(escapeBytes)));
            taken = isPair ? 2 * escapeBytes : escapeBytes;
            out += isPair ? rest.substr(0, taken) : "\\ufffd";
        } else {
            taken = std::min<std::size_t>(2, rest.size());
            out += rest.substr(0, taken);
        }
        rest.remove_prefix(taken);
    }
    return out;
}

} // namespace afoot::dialect
