#pragma once

#include <string_view>

namespace afoot {

/// True for what stands at the end of the output without a line end while a program waits for an answer:
/// "password: ", "continue? ", "[y/N] ". A mere colon is not enough: bars begin like that.
bool looksLikeQuestion(std::string_view text);

} // namespace afoot
