// Dialect files, and messages of remote trackers as every dialect reads and writes them.
//
// The first byte chooses the dialect. The rest is messages, one a line; before those of a dialect of its own stand its
// file and a NUL. A dialect is proposed for the messages, too, which must then be able to read them.
#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/propose.h"
#include "core/dialect/read.h"
#include "core/dialect/serving.h"
#include "core/dialect/urlpattern.h"
#include "core/dialect/write.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

using namespace afoot;
using namespace afoot::dialect;

namespace {

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text)
{
    constexpr std::size_t most = 12;
    Lines lines;
    while (!text.empty() && lines.size() < most) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

/// What is promised of the jobs of one source from message to message.
void checkProgress(const Context &before, const Context &after)
{
    for (const auto &[id, was] : before.jobs) {
        const auto found = after.jobs.find(id);
        if (found == after.jobs.end())
            continue;
        const Known &is = found->second;
        if (was.percent && (!is.percent || *is.percent < *was.percent))
            __builtin_trap();
        if (isFinal(was.state) && !(is == was))
            __builtin_trap();
    }
}

void take(Job &job, const Update &update)
{
    job.key = update.key;
    job.state = update.op == Update::Op::Complete ? State::Completed
                : update.op == Update::Op::Fail   ? State::Failed
                                                  : update.state.value_or(job.state);
    job.title = update.title.value_or(job.title);
    job.percent = update.percent.value_or(job.percent);
    job.current = update.current.value_or(job.current);
    job.total = update.total.value_or(job.total);
    job.unit = update.unit.value_or(job.unit);
    job.steps = update.steps.value_or(job.steps);
    job.message = update.message.value_or(job.message);
    job.error = update.error.value_or(job.error);
    job.url = update.url.value_or(job.url);
    job.details = update.details;
    if (job.percent && !(*job.percent >= 0 && *job.percent <= 100))
        __builtin_trap();
}

/// The job that the last of @p lines was about, as it is after all of them.
std::optional<Job> read(const Dialect &dialect, Route route, const Lines &lines)
{
    Context context{.id = "j"};
    std::optional<Job> job;
    for (const std::string_view line : lines) {
        const Context before = context;
        const auto reading = readMessage(dialect, route, line, context);
        if (!reading) {
            if (!(context == before))
                __builtin_trap(); // refused, and yet something changed
            continue;
        }
        checkProgress(before, context);
        for (const Update &update : reading->updates) {
            if (!job || job->key != update.key)
                job = Job{};
            take(*job, update);
        }
    }
    return job;
}

/// @p job as a client of the dialect hears of it: while it runs, and then of its end.
std::optional<Job> told(const Dialect &dialect, const Job &job)
{
    Job running = job;
    if (isFinal(job.state))
        running.state = State::Running;
    Context context{.id = job.key.id};
    std::optional<Job> heard;
    const auto tell = [&](const Job &now, const Job *before) {
        for (const std::string &message : messagesFor(dialect, now, before)) {
            const auto reading = readMessage(dialect, Route::Stream, message, context);
            if (!reading)
                __builtin_trap(); // what we write is understood
            for (const Update &update : reading->updates) {
                if (!heard)
                    heard = Job{};
                take(*heard, update);
            }
        }
    };
    tell(running, nullptr);
    if (isFinal(job.state))
        tell(job, &running);
    return heard;
}

/// What a dialect can say is heard as it was said.
void checkWriting(const Dialect &dialect, const Job &job)
{
    const auto once = told(dialect, job);
    if (!once)
        return;
    const auto twice = told(dialect, *once);
    if (!twice || twice->key.id != once->key.id || twice->state != once->state ||
        twice->percent != once->percent || twice->steps.size() != once->steps.size())
        __builtin_trap();
    for (std::size_t i = 0; i < once->steps.size(); ++i) {
        if (once->steps[i].name != twice->steps[i].name ||
            once->steps[i].state != twice->steps[i].state)
            __builtin_trap();
    }
    const auto list = listFor(dialect, {std::make_shared<const Job>(job)});
    const auto poll = messageFor(dialect, Route::Poll, job);
    (void)list;
    (void)poll;
}

void checkMessages(const Dialect &dialect, const Lines &lines, bool isOurs)
{
    for (const Route route : {Route::Stream, Route::Poll, Route::List}) {
        const auto job = read(dialect, route, lines);
        if (!job)
            continue;
        for (const std::string &message : messagesFor(dialect, *job))
            (void)framed(dialect, message);
        if (isOurs)
            checkWriting(dialect, *job);
    }
    for (const std::string_view line : lines)
        (void)answerTo(dialect, line);
}

/// What is proposed is a dialect, and reads the messages that it was made from.
void checkProposal(const Lines &lines, const std::vector<const Dialect *> &own)
{
    Overheard heard{.url = "https://h/runs/7/live"};
    for (const std::string_view line : lines) {
        const bool isUrl = line.starts_with("http") || line.starts_with("ws");
        if (isUrl)
            heard.url = line;
        else
            heard.messages.emplace_back(line);
    }
    const auto made = propose(heard);
    if (!made)
        return;
    const auto dialect = dialectFromJson(made->text);
    if (!dialect || made->unsure.empty())
        __builtin_trap();
    Context context;
    const auto match = matchPath(dialect->endpoints.stream, heard.url);
    context.id = match ? match->id : std::string();
    std::size_t unread = 0;
    for (const std::string &message : heard.messages)
        unread += readMessage(*dialect, Route::Stream, message, context) ? 0U : 1U;
    // what is no object is said to be unreadable, and nothing else is
    const bool isSaid =
        std::any_of(made->unsure.begin(), made->unsure.end(), [](const auto &sentence) {
            return sentence.find("cannot be read by a dialect") != std::string::npos;
        });
    if (unread > 0 && !isSaid)
        __builtin_trap();
    (void)readerOf(heard, *made, own);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text(reinterpret_cast<const char *>(data), size);
    if (text.empty())
        return 0;
    const auto &ours = builtInDialects();
    const std::size_t choice = data[0] % (ours.size() + 2);
    text.remove_prefix(1);
    if (choice > ours.size()) {
        const std::size_t end = text.find('\0');
        const auto theirs = dialectFromJson(text.substr(0, end));
        if (theirs.ok() != problemsIn(text.substr(0, end)).empty())
            __builtin_trap();
        if (theirs && end != std::string_view::npos)
            checkMessages(*theirs, linesOf(text.substr(end + 1)), false);
        if (theirs && end != std::string_view::npos)
            checkProposal(linesOf(text.substr(end + 1)), {&*theirs});
        return 0;
    }
    const Lines lines = linesOf(text);
    if (choice == ours.size())
        checkMessages(fallbackDialect(), lines, false);
    else
        checkMessages(ours[choice], lines, true);

    checkProposal(lines, {});

    const std::string_view first = lines.empty() ? std::string_view{} : lines.front();
    const Guess guess = detect(first, lines.size() > 1 ? lines[1] : first);
    if (guess.dialect == nullptr || guess.score < 0 || guess.score > 100)
        __builtin_trap();
    for (const char *method : {"GET", "POST", "DELETE"})
        (void)servedAt(method, first);
    return 0;
}
