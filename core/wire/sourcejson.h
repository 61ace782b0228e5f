#pragma once

#include "core/model/result.h"
#include "core/model/sourceinfo.h"

#include <string>
#include <string_view>
#include <vector>

namespace afoot::wire {

class ObjectWriter;

/// {"sources":[{"name","url","dialect"?,"state","transport"?,"since","attempt","next_attempt_at","reason"?,
/// "bad_messages"}],"reported_at"}: times are null where there is none, and so is reported_at while nobody follows any.
std::string toJson(const SourceReport &report);

/// The members of @p source behind its address, which is who asks' own: "state" and what follows.
void appendStanding(ObjectWriter &object, const SourceInfo &source);

/// What toJson() wrote, or a client sends, read back: every value is checked, and text is cleaned.
/// Errors: BadInput; the error names the field.
Result<SourceReport> sourcesFromJson(std::string_view json);

} // namespace afoot::wire
