#pragma once

#include "core/dialect/jsonpointer.h"
#include "core/model/job.h"

namespace afoot::dialect {

/// How one kind of remote tracker speaks: the content of a dialect file (docs/dialects.md). The same
/// values serve both ways: reading such a tracker, and answering its clients in its place.
///
/// Pieces of JSON are kept as JSON text; those of a Dialect that dialectFromJson() made are well-formed.
/// In texts for people, paths and replies "{id}" stands for the job's id and "{short_id}" for its shortId().
/// Threads: values; share a const Dialect freely.

/// Where a message came from, or goes to.
enum class Route { Stream, Poll, List };

/// A value of theirs, and the word of ours. A key that begins or ends with '*' fits any value that ends or begins so;
/// without a meaning the value says nothing, as if it were not there.
struct Word
{
    std::string said{};
    std::optional<std::string> means{};

    friend bool operator==(const Word &, const Word &) = default;
};

/// Exact words go before those with '*'; else the first in the file wins. Written back is the first word
/// without '*' that has the meaning.
using Table = std::vector<Word>;

/// What a job has, and what a message can tell.
enum class Field {
    Id,
    Title,
    Kind,
    State,
    Percent,
    Current,
    Total,
    Unit,
    Message,
    Error, ///< read only with a state that is failed
    Url,
    CreatedAt,
    StartedAt,
    FinishedAt,
    Time,      ///< when the message was written
    Step,      ///< the name of a step
    StepState, ///< running when no message says it
    StepPercent,
    StepMessage,
    Level, ///< of a log line
    Text,  ///< of a log line
};

enum class As {
    Plain,
    Scalar,    ///< an object or a list there says nothing; an error else
    Bytes,     ///< a number of bytes, or a text such as "2.4 GB"
    LocalTime, ///< a time without zone is one of the reader's own clock; UTC else
    Fraction,  ///< a part of 1: a hundredth of the percent
};

/// One place where a field may stand.
struct Source
{
    std::vector<Pointer> at{};          ///< the first that holds something is read; [0] is written
    std::string text{};                 ///< instead of @c at: always this; never written
    Table table{};                      ///< empty: the value as it is
    std::vector<std::string> unknown{}; ///< JSON texts that mean "not known"; null and "" always do
    As as = As::Plain;
    std::optional<int> decimals{}; ///< written with so many, rounded down

    friend bool operator==(const Source &, const Source &) = default;
};

struct FieldRule
{
    Field field = Field::Id;
    std::vector<Source> sources{}; ///< the first that says something wins

    friend bool operator==(const FieldRule &, const FieldRule &) = default;
};

/// One row of a job's details, out of a message.
struct DetailRule
{
    std::string key{};
    Source source{};

    friend bool operator==(const DetailRule &, const DetailRule &) = default;
};

/// True when the value at @c at is one of @c words (each may have '*' as in a table).
struct Condition
{
    Pointer at{};
    std::vector<std::string> words{}; ///< [0] is written

    friend bool operator==(const Condition &, const Condition &) = default;
};

/// Written only: beside what stands at @c from, @c put gets what @c table says of it, or the same.
struct Beside
{
    Pointer put{};
    Pointer from{};
    std::vector<std::pair<std::string, std::string>> table{}; ///< value as text → JSON text

    friend bool operator==(const Beside &, const Beside &) = default;
};

enum class Does {
    Job,    ///< tells of a job
    Log,    ///< adds a line to its log
    Hello,  ///< opens the stream, says nothing of a job
    Ping,   ///< a sign of life
    Pong,   ///< the answer to ours
    LookUp, ///< the stream has trouble: the status endpoint knows
    Ignore,
};

enum class Sent {
    Never,
    Opening, ///< once, first
    Job,     ///< when the job changed
    Steps,   ///< once for each step that changed
    Log,     ///< once for each line
    End,     ///< when the job has ended, last
    Silence, ///< when nothing else was sent for a while
};

/// One kind of message.
struct Rule
{
    std::string name{};
    std::vector<Route> on{}; ///< empty: all of them
    std::vector<Condition> when{};
    Does does = Does::Job;
    std::vector<Pointer>
        roots{}; ///< where fields are looked for, in order; [0] is written. Never empty
    std::vector<FieldRule> fields{};
    std::optional<Pointer> allDetails{}; ///< an object of which every member is a detail
    std::vector<std::string> exceptDetails{};
    std::vector<DetailRule> details{};
    Sent sent = Sent::Never;
    std::vector<Condition>
        answers{}; ///< sent as the answer to such a message of the client, not by itself
    std::vector<State> states{}; ///< written only when the job is in one of these; empty: any
    std::string skeleton{};      ///< JSON that is written when nothing else is known; may be empty
    std::vector<Beside> beside{};

    const FieldRule *find(Field field) const;
    bool isOn(Route route) const;
    /// It is written there, then, of a job in this state.
    bool isFor(Route route, Sent moment, State state) const;
    friend bool operator==(const Rule &, const Rule &) = default;
};

/// A step that this kind of work has.
struct StepRule
{
    std::string name{};
    std::string label{};
    std::optional<double> upTo{};  ///< it runs while the percent is at most this
    std::optional<State> during{}; ///< it runs while the job is in this state

    friend bool operator==(const StepRule &, const StepRule &) = default;
};

struct StepsRule
{
    enum class KnownBy { Name, Percent };
    KnownBy knownBy = KnownBy::Name;
    std::vector<StepRule> list{};
    bool open = false;       ///< names that are not in the list are added as they come
    std::string endsWith{};  ///< the job is completed when this step is
    bool errorFails = false; ///< the job fails when a step does
    std::string standIn{};   ///< what a job without such steps is told as

    friend bool operator==(const StepsRule &, const StepsRule &) = default;
};

enum class Transport { Sse, WebSocket };

/// A request: a method and a path with {id}, or a message over the open socket.
struct Request
{
    std::string method = "GET";
    std::string path{}; ///< may hold {id}
    std::string send{}; ///< JSON text for the socket, instead of method and path

    friend bool operator==(const Request &, const Request &) = default;
};

/// What is answered in the place of such a backend.
struct Reply
{
    unsigned status = 200;
    std::string body{}; ///< JSON text

    friend bool operator==(const Reply &, const Reply &) = default;
};

struct Action
{
    Ask ask = Ask::Cancel;
    Request request{};
    std::optional<Reply> done{}; ///< without it Afoot does not serve the action
    std::optional<Reply> refused{};
    std::optional<Reply> missing{};

    friend bool operator==(const Action &, const Action &) = default;
};

struct Endpoints
{
    Transport transport = Transport::Sse;
    std::string stream{}; ///< path with {id}, or without one where all jobs share the stream
    std::string absent{}; ///< JSON text that the stream says of a job that is not there
    std::string poll{};   ///< path; empty when nothing can be polled
    std::optional<Reply> missing{};   ///< to a poll for a job that is not there
    std::string list{};               ///< path; empty when there is none
    Pointer items{};                  ///< where the jobs are in the list
    std::string listSkeleton{};       ///< JSON text around the list
    std::optional<Pointer> count{};   ///< where the list says how many there are
    std::string limitBy{};            ///< parameter of its URL that says how many at most
    std::optional<Pointer> limitAt{}; ///< where the list repeats that
    std::string stateBy{};            ///< parameter that names a state, in their word
    std::vector<Action> actions{};
    std::vector<std::string>
        pages{}; ///< paths with {id} of web pages about a job: known, never asked

    const Action *find(Ask ask) const;
    /// All of them: any of them tells whose URL it is.
    std::vector<std::string> paths() const;
    friend bool operator==(const Endpoints &, const Endpoints &) = default;
};

/// How a connection is kept. What is unset is left to Afoot's own habit.
struct LinkRule
{
    std::vector<Millis> delays{}; ///< before the first, second … attempt; then the last of them
    std::optional<Millis> maxDelay{};
    std::optional<unsigned> attempts{}; ///< to connect again, before it polls or gives up
    std::optional<Millis> pollEvery{};
    std::optional<Millis> silence{}; ///< longer than this means that the connection is dead
    std::optional<Millis> pingEvery{};
    std::string ping{};     ///< JSON text of our sign of life
    std::string pong{};     ///< JSON text of the answer to theirs
    std::string hello{};    ///< JSON text sent first; "{random}" stands for a fresh word
    bool endsItself = true; ///< the server closes the stream behind the end of the job
    bool repeats = false;   ///< a later run has the same id, and the status endpoint tells it
    bool emptyMeansGone =
        false; ///< a stream that closes without a word of the job: it is not there

    friend bool operator==(const LinkRule &, const LinkRule &) = default;
};

/// What is shown when a job's state changes.
struct ToastRule
{
    State state = State::Completed;
    std::string title{};
    std::string text{};      ///< "{message}", "{error}" and "{url}" stand for the job's
    std::string otherwise{}; ///< instead of @c text when what stands in its braces is empty
    Millis duration{};
    bool alarming = false;

    friend bool operator==(const ToastRule &, const ToastRule &) = default;
};

/// A first message of this shape comes from such a backend.
struct Sign
{
    std::vector<Pointer> has{};
    std::vector<Condition> when{};

    friend bool operator==(const Sign &, const Sign &) = default;
};

struct Dialect
{
    std::string name{};  ///< lower case, digits and '-'
    std::string title{}; ///< what it is, one line
    Endpoints endpoints{};
    LinkRule link{};
    std::vector<Rule> rules{};  ///< the first that fits a message reads it
    bool ignoresOthers = false; ///< messages that fit no rule are left alone; an error else
    StepsRule steps{};
    std::vector<ToastRule> toasts{};
    std::vector<Sign> signs{};

    friend bool operator==(const Dialect &, const Dialect &) = default;
};

} // namespace afoot::dialect
