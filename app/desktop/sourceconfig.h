#pragma once

#include "app/shared/sourcelist.h"
#include "core/model/sourceinfo.h"
#include "core/remote/source.h"
#include "ui/sources.h"

#include <vector>

namespace afoot {

/// How the source that a person saved is followed. @p spoken: the dialect that it names, null where it names none;
/// then @p own, the person's own, are looked at first, and must outlive what follows.
/// Errors: BadInput with a sentence: its URL cannot be followed.
Result<remote::Source::Config> configOf(const SavedSource &saved, const dialect::Dialect *spoken,
                                        const std::vector<const dialect::Dialect *> &own);

/// What of the source is so however the connection is: its name, its address, what the person chose for it.
ui::SourceState stateOf(const SavedSource &saved);

/// A source that is followed, as a person sees it. @p now and @p ticks are the same moment.
ui::SourceState stateOf(const SavedSource &saved, const remote::Source &source, WallTime now,
                        Ticks ticks);

/// The same for other programs, which ask the tracker: the first of them, as many as a report has.
std::vector<SourceInfo> infosOf(const QList<ui::SourceState> &states);

/// What can be looked up of it.
ui::SourceDetails detailsOf(const remote::Source &source);

/// What came after it, of the same source: counts add up, the latest changes are kept.
void addTo(ui::SourceDetails &details, const ui::SourceDetails &later);

} // namespace afoot
