#pragma once

#include "core/model/job.h"

#include <string>
#include <string_view>

namespace afoot::cli {

/// "2 min 14 s", "3 h 5 min", "4 d 2 h": the two largest parts; "less than 1 s" below a second.
/// Negative and non-finite durations are empty.
std::string duration(double seconds);

/// "850 B", "61.4 MB", "1.2 GB": decimal, as file managers and disks count.
std::string bytes(double count);

/// "1,234", "12.5": thousands grouped, at most two decimals.
std::string number(double value);

/// "61.4 / 86.1 GB", "12 / 40 files", "1,204 files"; empty without a current.
std::string counts(const Job &job);

/// "12.3 MB/s", "4.5 files/s", "3 files/min" below one a second; empty when unknown or zero.
std::string rate(const Job &job);

/// "61 %": whole, and never 100 before the end; empty when unknown.
std::string percent(const Job &job);

/// Seconds left at @p now, counted down from when it was said; nullopt when unknown or over, and for
/// jobs that do not run.
std::optional<double> secondsLeft(const Job &job, WallTime now);

/// How long it has been running, or ran.
std::optional<double> secondsTaken(const Job &job, WallTime now);

/// "just now", "5 min ago", "2 h ago", "3 d ago"; the date from a month on.
std::string ago(WallTime then, WallTime now);

/// "Waiting", "Running", …: what a person reads for a state.
std::string_view wordFor(State state);
/// "asked to cancel", or "canceling" once whoever runs it has said that it heard; empty when nothing is asked.
std::string askedText(const Job &job);
/// "could not cancel: REASON"; empty unless the last thing that was asked was declined.
std::string declinedText(const Job &job);

/// "3/5 Link" for the step that runs, by its place in the list; empty without one.
std::string stepLine(const Job &job);

} // namespace afoot::cli
