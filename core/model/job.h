#pragma once

#include "core/model/clock.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace afoot {

/// Protocol 1, section 1: queued → running ⇄ paused, running ⇄ needs_input, and one terminal state.
enum class State { Queued, Running, Paused, NeedsInput, Completed, Failed, Canceled, Lost };
inline constexpr std::array allStates{State::Queued,     State::Running,   State::Paused,
                                      State::NeedsInput, State::Completed, State::Failed,
                                      State::Canceled,   State::Lost};

enum class StepState { Pending, Running, Completed, Failed, Skipped };

/// What may be asked of whoever runs a job (protocol 2.1).
enum class Ask { Cancel, Pause, Resume, Retry };

/// How long its reporter has been silent, measured against its own habit (protocol 5).
enum class Liveness { Live, Quiet, Stalled };

bool isFinal(State state);

/// The words of the protocol, such as "needs_input", and back; nullopt for any other word.
std::string_view nameOf(State state);
std::string_view nameOf(StepState state);
std::string_view nameOf(Ask ask);
std::string_view nameOf(Liveness liveness);
std::optional<State> stateNamed(std::string_view name);
std::optional<StepState> stepStateNamed(std::string_view name);
std::optional<Ask> askNamed(std::string_view name);
std::optional<Liveness> livenessNamed(std::string_view name);

/// A set of asks, one bit each.
class AskSet
{
public:
    bool has(Ask ask) const { return (m_bits & bit(ask)) != 0; }
    void add(Ask ask) { m_bits |= bit(ask); }
    bool empty() const { return m_bits == 0; }
    friend bool operator==(AskSet, AskSet) = default;

private:
    static std::uint8_t bit(Ask ask)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(ask));
    }
    std::uint8_t m_bits = 0;
};

/// An ask that whoever runs the job will not, or cannot, follow.
struct Declined
{
    Ask ask = Ask::Cancel;
    std::string why{}; ///< for a person; empty when nobody says
    WallTime at{};     ///< tells one from the same said earlier

    friend bool operator==(const Declined &, const Declined &) = default;
};

/// A job is known by where it comes from and its id there.
struct JobKey
{
    std::string source = "local";
    std::string id{};

    friend bool operator==(const JobKey &, const JobKey &) = default;
    friend auto operator<=>(const JobKey &, const JobKey &) = default;
};

struct JobKeyHash
{
    std::size_t operator()(const JobKey &key) const noexcept
    {
        const std::hash<std::string> hash;
        return hash(key.id) ^ (hash(key.source) * 0x9e3779b97f4a7c15ULL);
    }
};

/// A named stage of a job. Steps are known by name within their job.
struct Step
{
    std::string name{};
    std::string label{}; ///< what a person reads; the name when empty
    StepState state = StepState::Pending;
    std::optional<double> percent{}; ///< 0..100 of this step
    std::string message{};
    std::optional<WallTime> startedAt{};
    std::optional<WallTime> finishedAt{};

    friend bool operator==(const Step &, const Step &) = default;
};

/// One row of the small table of a job's details.
struct Detail
{
    std::string key{};
    std::variant<double, std::string> value{};

    friend bool operator==(const Detail &, const Detail &) = default;
};

/// One piece of long-running work, as protocol 1, section 1 has it. Unknown is unset or empty, never 0.
struct Job
{
    JobKey key{};
    std::string title{};
    std::string kind{};
    State state = State::Running;
    std::optional<double> percent{}; ///< 0..100; unset = indeterminate
    std::optional<double> current{}; ///< in @c unit
    std::optional<double> total{};   ///< in @c unit
    std::string unit{};              ///< "bytes", "files", "items" or any word
    std::optional<double> rate{};    ///< units a second, smoothed
    std::optional<double> etaS{};    ///< seconds left as of @c updatedAt
    std::optional<std::pair<double, double>>
        expectedS{}; ///< learned range of the whole duration, seconds
    std::vector<Step> steps{};
    std::string message{};
    std::string question{};
    std::vector<Detail> details{};
    std::string url{};
    std::string error{};
    AskSet can{};
    std::optional<Ask> asked{};
    bool acknowledged = false;          ///< whoever runs it has heard @c asked and is at it
    std::optional<Declined> declined{}; ///< the last ask, until another one or the end of the job
    Liveness liveness = Liveness::Live;
    bool seen = false;
    std::string parent{};
    WallTime createdAt{};
    std::optional<WallTime> startedAt{};
    WallTime updatedAt{};
    std::optional<WallTime> finishedAt{};
    std::uint64_t rev = 0;

    friend bool operator==(const Job &, const Job &) = default;
};

/// Shared because one immutable snapshot serves every reader, on any thread.
using JobPtr = std::shared_ptr<const Job>;

/// One line of a job's log.
struct LogLine
{
    std::uint64_t n = 0; ///< counts from 1 within the job's run; given by the tracker
    WallTime time{};
    std::string level{}; ///< "info", "warning", "error" or empty
    std::string text{};

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

} // namespace afoot
