#pragma once

#include <string_view>

namespace afoot {

/// True for what stands at the end of the output without a line end while a program waits for an answer:
/// "password: ", "continue? ", "[y/N] ". A mere colon is not enough: bars begin like that.
bool looksLikeQuestion(std::string_view text);

/// What a terminal shows of Ctrl-C and its like: "^C", "^Z^C". The command did not say it.
bool isKeyEcho(std::string_view words);

} // namespace afoot
