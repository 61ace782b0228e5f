#pragma once

/// What assistive tools see of a Timeline: a list with one item for each line.
namespace afoot::ui {

/// To be called before the first Timeline is shown; more often does no harm. Threads: main.
void installTimelineAccess();

} // namespace afoot::ui
