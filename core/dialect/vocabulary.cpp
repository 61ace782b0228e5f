#include "core/dialect/vocabulary.h"

#include "core/dialect/dialectfile.h"
#include "core/dialect/values.h"

#include <algorithm>
#include <array>

namespace afoot::dialect {

namespace {

using Name = std::string_view;

constexpr std::array<Name, 29> ids{
    "jobid",       "taskid",     "runid",      "buildid",    "deploymentid", "deployid",
    "executionid", "workflowid", "pipelineid", "processid",  "operationid",  "scanid",
    "renderid",    "batchid",    "uploadid",   "downloadid", "exportid",     "importid",
    "sessionid",   "requestid",  "projectid",  "id",         "uuid",         "guid",
    "job",         "task",       "build",      "run",        "key"};
constexpr std::array<Name, 15> states{"status",       "state",     "jobstatus",   "jobstate",
                                      "taskstatus",   "runstatus", "buildstatus", "overallstatus",
                                      "currentstate", "phase",     "stage",       "result",
                                      "conclusion",   "outcome",   "step"};
constexpr std::array<Name, 15> percents{
    "percent",         "percentage",         "pct",         "percentcomplete", "percentdone",
    "progresspercent", "progresspercentage", "progresspct", "overallprogress", "progress",
    "progressvalue",   "completion",         "fraction",    "ratio",           "complete"};
constexpr std::array<Name, 12> messages{"message",   "msg",  "statusmessage", "statustext",
                                        "statusmsg", "text", "description",   "detail",
                                        "details",   "info", "note",          "currentfile"};
constexpr std::array<Name, 10> errors{"error",     "err",           "errormessage", "errormsg",
                                      "errortext", "failurereason", "failure",      "reason",
                                      "exception", "lasterror"};
constexpr std::array<Name, 9> titles{"title",    "jobname",   "taskname", "displayname", "name",
                                     "jobtitle", "operation", "label",    "subject"};
constexpr std::array<Name, 4> kinds{"kind", "jobtype", "tasktype", "category"};
constexpr std::array<Name, 8> urls{"url",  "resulturl", "reporturl", "downloadurl",
                                   "link", "href",      "outputurl", "artifacturl"};
constexpr std::array<Name, 2> units{"unit", "units"};
constexpr std::array<Name, 6> times{"timestamp", "time", "ts", "updatedat", "updated", "date"};
constexpr std::array<Name, 4> created{"createdat", "submittedat", "queuedat", "created"};
constexpr std::array<Name, 4> started{"startedat", "starttime", "startedon", "started"};
constexpr std::array<Name, 5> finished{"finishedat", "completedat", "endedat", "endtime",
                                       "finished"};
constexpr std::array<Name, 10> steps{"step",      "stage",       "phase",        "stepname",
                                     "stagename", "currentstep", "currentstage", "currentphase",
                                     "agentname", "agent"};
constexpr std::array<Name, 3> levels{"level", "severity", "loglevel"};
constexpr std::array<Name, 7> texts{"message", "line", "text", "msg", "log", "output", "content"};

constexpr std::array<CountNames, 26> counts{{
    {"current", "total"},
    {"done", "total"},
    {"completed", "total"},
    {"processed", "total"},
    {"finished", "total"},
    {"currentstep", "totalsteps"},
    {"stepnumber", "totalsteps"},
    {"step", "totalsteps"},
    {"step", "steps"},
    {"completedsteps", "totalsteps"},
    {"loaded", "total"},
    {"transferred", "total"},
    {"downloaded", "total"},
    {"uploaded", "total"},
    {"imported", "total"},
    {"bytesdone", "bytestotal"},
    {"bytesdone", "totalbytes"},
    {"bytes", "totalbytes"},
    {"filesdone", "filestotal"},
    {"processeditems", "totalitems"},
    {"items", "totalitems"},
    {"count", "total"},
    {"done", "of"},
    {"current", "of"},
    {"current", "max"},
    {"value", "max"},
}};

constexpr std::array<Name, 8> types{"type",    "event", "eventtype", "messagetype",
                                    "msgtype", "kind",  "topic",     "action"};

constexpr std::array<Name, 5> pings{"ping", "heartbeat", "keepalive", "hb", "noop"};
constexpr std::array<Name, 9> hellos{"hello",     "welcome", "connected",  "connection", "connect",
                                     "handshake", "init",    "subscribed", "ack"};
constexpr std::array<Name, 7> logs{"log", "logs", "logline", "line", "output", "stdout", "stderr"};
constexpr std::array<Name, 10> jobs{"progress", "update",      "status",  "state",   "job",
                                    "task",     "statechange", "changed", "updated", "completion"};

constexpr std::array<Name, 2> queuedWords{"queued", "pending"};
constexpr std::array<Name, 2> runningWords{"running", "in_progress"};
constexpr std::array<Name, 3> completedWords{"completed", "done", "success"};
constexpr std::array<Name, 2> failedWords{"failed", "error"};
constexpr std::array<Name, 2> canceledWords{"canceled", "cancelled"};
const std::array<UsualWords, 5> usual{{{State::Queued, queuedWords},
                                       {State::Running, runningWords},
                                       {State::Completed, completedWords},
                                       {State::Failed, failedWords},
                                       {State::Canceled, canceledWords}}};

/// Beside those that the fallback knows.
constexpr std::array<std::pair<Name, State>, 25> moreWords{{
    {"start", State::Running},
    {"begin", State::Running},
    {"finish", State::Completed},
    {"init", State::Queued},
    {"new", State::Queued},
    {"preparing", State::Running},
    {"initializing", State::Running},
    {"retrying", State::Running},
    {"canceling", State::Running},
    {"cancelling", State::Running},
    {"uploading", State::Running},
    {"downloading", State::Running},
    {"deploying", State::Running},
    {"compiling", State::Running},
    {"testing", State::Running},
    {"needs_input", State::NeedsInput},
    {"waiting_for_input", State::NeedsInput},
    {"green", State::Completed},
    {"passed", State::Completed},
    {"red", State::Failed},
    {"broken", State::Failed},
    {"killed", State::Canceled},
    {"aborting", State::Running},
    {"rejected", State::Failed},
    {"lost", State::Lost},
}};

template <std::size_t size> bool has(const std::array<Name, size> &names, Name name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The parts of "job.progress", "build_update" and "buildUpdate".
std::vector<std::string> partsOf(Name word)
{
    std::vector<std::string> parts(1);
    for (const char c : word) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        if (c == '_' || c == '-' || c == '.' || c == ':' || c == '/' || c == ' ')
            parts.emplace_back();
        else if (isUpper && !parts.back().empty() && word.find_first_of("_-") == Name::npos &&
                 parts.back().back() >= 'a')
            parts.emplace_back(1, lowered(c));
        else
            parts.back() += lowered(c);
    }
    return parts;
}

} // namespace

std::string plainName(Name key)
{
    std::string plain;
    for (const char c : key) {
        if (c != '_' && c != '-' && c != ' ')
            plain += lowered(c);
    }
    return plain;
}

std::span<const Name> usualNames(Field field)
{
    switch (field) {
    case Field::Id:
        return ids;
    case Field::State:
        return states;
    case Field::Percent:
        return percents;
    case Field::Message:
        return messages;
    case Field::Error:
        return errors;
    case Field::Title:
        return titles;
    case Field::Kind:
        return kinds;
    case Field::Url:
        return urls;
    case Field::Unit:
        return units;
    case Field::Time:
        return times;
    case Field::CreatedAt:
        return created;
    case Field::StartedAt:
        return started;
    case Field::FinishedAt:
        return finished;
    case Field::Step:
        return steps;
    case Field::Level:
        return levels;
    case Field::Text:
        return texts;
    default:
        return {};
    }
}

bool isForeignId(Name plain)
{
    static constexpr std::array<Name, 12> foreign{
        "eventid",  "messageid", "msgid",    "userid", "clientid",  "traceid",
        "parentid", "workerid",  "threadid", "hostid", "accountid", "correlationid"};
    return has(foreign, plain);
}

bool isWeakStateName(Name plain)
{
    static constexpr std::array<Name, 6> weak{"phase",  "stage",      "step",
                                              "result", "conclusion", "outcome"};
    return has(weak, plain);
}

bool isPartlyStateName(Name plain)
{
    static constexpr std::array<Name, 7> parts{"status", "state",  "lifecycle", "phase",
                                               "stage",  "result", "outcome"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](Name part) { return plain.find(part) != Name::npos; });
}

std::span<const CountNames> usualCounts()
{
    return counts;
}

bool areCounts(Name current, Name total)
{
    std::string thing;
    const Name word = total.find("total") != Name::npos ? Name("total") : Name("count");
    if (total.ends_with(word))
        thing = total.substr(0, total.size() - word.size());
    else if (total.starts_with(word))
        thing = total.substr(word.size());
    if (thing.empty())
        return false;
    const auto isDone = [&](const std::string &counted) {
        constexpr std::array<Name, 6> words{"done",      "completed", "complete",
                                            "processed", "finished",  "current"};
        return std::any_of(words.begin(), words.end(), [&](Name one) {
            return current == counted + std::string(one) || current == std::string(one) + counted;
        });
    };
    return isDone(thing) || isDone(thing + 's') || (word == "total" && current == thing);
}

std::span<const Name> usualTypeNames()
{
    return types;
}

std::optional<Does> typeMeaning(Name type)
{
    const std::string plain = plainName(type);
    if (plain == "pong")
        return Does::Pong;
    if (has(pings, Name(plain)))
        return Does::Ping;
    if (has(hellos, Name(plain)))
        return Does::Hello;
    const auto parts = partsOf(type);
    const auto any = [&](const auto &names) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const std::string &part) { return has(names, Name(part)); });
    };
    if (any(logs))
        return Does::Log;
    if (any(jobs) || typeState(type))
        return Does::Job;
    return std::nullopt;
}

std::optional<State> typeState(Name type)
{
    const auto whole = stateMeaning(type);
    return whole ? whole : stateMeaning(partsOf(type).back());
}

bool isStepType(Name type)
{
    static constexpr std::array<Name, 6> about{"step",  "stage", "phase",
                                               "agent", "node",  "subtask"};
    const auto parts = partsOf(type);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string &part) { return has(about, Name(part)); });
}

std::optional<State> stateMeaning(Name word)
{
    const std::string plain = plainName(word);
    const FieldRule *states = nullptr;
    for (const Rule &rule : fallbackDialect().rules)
        states = rule.find(Field::State) != nullptr ? rule.find(Field::State) : states;
    for (const Source &source : states != nullptr ? states->sources : std::vector<Source>{}) {
        const auto found =
            std::find_if(source.table.begin(), source.table.end(), [&](const Word &known) {
                return plainName(known.said) == plain && known.means;
            });
        if (found != source.table.end())
            return stateNamed(*found->means);
    }
    const auto more = std::find_if(moreWords.begin(), moreWords.end(), [&](const auto &known) {
        return plainName(known.first) == plain;
    });
    return more != moreWords.end() ? std::optional(more->second) : std::nullopt;
}

bool isStepWord(Name word)
{
    const auto meaning = stateMeaning(word);
    if (!meaning)
        return true;
    const std::string plain = plainName(word);
    return *meaning == State::Running && plain.ends_with("ing") && plain != "running" &&
           plain != "processing" && plain != "working" && plain != "executing";
}

std::span<const UsualWords> usualWords()
{
    return usual;
}

} // namespace afoot::dialect
