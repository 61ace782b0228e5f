#pragma once

#include "core/model/result.h"

#include <string>

namespace afoot::cli {

/// What a person at a command line is told of @p error: its sentence with the words of this program in the place of
/// those of HTTP and JSON, which are for whoever writes requests. Pure.
std::string sentenceOf(const Error &error);

/// A sentence as a part of another one: without the full stop.
std::string withoutStop(std::string text);

} // namespace afoot::cli
