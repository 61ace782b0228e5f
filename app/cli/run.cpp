#include "app/cli/run.h"

#include "app/cli/runline.h"
#include "app/shared/address.h"
#include "app/shared/paths.h"
#include "app/shared/random.h"
#include "app/shared/systemclock.h"
#include "core/model/limits.h"
#include "core/model/text.h"
#include "core/run/commandname.h"
#include "core/run/outputreader.h"
#include "core/run/reporter.h"
#include "core/store/spool.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr int usageError = 64;
constexpr char jobVariable[] = "AFOOT_JOB";

/// OutputReader as the reporter wants it.
class ReadOutput : public run::OutputSource
{
public:
    explicit ReadOutput(std::vector<std::string> command) : m_reader(std::move(command)) {}

    void push(std::string_view bytes, run::Watcher::Heard from) override
    {
        switch (from) {
        case run::Watcher::Heard::Out:
            return m_reader.push(bytes, OutputReader::Stream::Out);
        case run::Watcher::Heard::Err:
            return m_reader.push(bytes, OutputReader::Stream::Err);
        case run::Watcher::Heard::Terminal:
            return m_reader.push(bytes, OutputReader::Stream::Terminal);
        }
    }
    void skipped(std::uint64_t bytes) override { m_reader.skipped(bytes); }
    void quiet() override { m_reader.quiet(); }
    std::optional<Update> take() override { return m_reader.take(); }
    Update finish(const run::Ending &ending) override
    {
        return m_reader.finish({ending.code, ending.signal, ending.interrupted});
    }

private:
    OutputReader m_reader;
};

std::string homeFolder()
{
    return environmentValue("HOME").value_or("");
}

std::string currentFolder()
{
    char path[4096];
    return ::getcwd(path, sizeof path) != nullptr ? std::string(path) : std::string();
}

/// Introduces the wrapper to the reporter.
class Reported : public run::Watcher
{
public:
    explicit Reported(const RunOptions &options)
        : m_options(options), m_paths(systemPaths()), m_id(freshId(m_clock.now()))
    {
        m_parent = environmentValue(jobVariable);
        ::setenv(jobVariable, m_id.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    }

    const Clock &clock() const { return m_clock; }
    void use(run::Wrapper &wrapper) { m_wrapper = &wrapper; }

    void started(pid_t pid) override
    {
        m_reporter = std::make_unique<run::Reporter>(
            run::Reporter::Options{.begin = begin(pid)},
            std::make_unique<RunLine>(trackerAddress(m_paths)),
            std::make_unique<ReadOutput>(m_options.command),
            [this](const std::vector<Update> &rest) { keep(rest); }, m_clock);
        m_reporter->start([this](Ask ask) { m_wrapper->ask(ask); });
    }
    void output(std::string_view bytes, Heard from) override
    {
        if (m_reporter)
            m_reporter->output(bytes, from);
    }
    void paused(bool alsoWe) override
    {
        if (m_reporter)
            m_reporter->paused(alsoWe);
    }
    void resumed() override
    {
        if (m_reporter)
            m_reporter->resumed();
    }
    void refused(Ask ask, const std::string &why) override
    {
        if (m_reporter)
            m_reporter->refused(ask, why);
    }
    void finish(const run::Ending &ending)
    {
        if (m_reporter)
            m_reporter->finish(ending);
    }

private:
    Update begin(pid_t pid) const
    {
        const JobLimits limits;
        const std::string home = homeFolder();
        Update update;
        update.op = Update::Op::Begin;
        update.key.id = m_id;
        update.title = m_options.title.value_or(run::titleOf(m_options.command, home));
        update.kind = m_options.kind.value_or(run::kindOf(m_options.command, home));
        update.createdAt = m_clock.now();
        update.details.push_back({"command", cutText(cleanText(run::commandLine(m_options.command)),
                                                     limits.maxMessageBytes)});
        if (const std::string folder = currentFolder(); !folder.empty())
            update.details.push_back(
                {"directory", cutText(cleanText(folder), limits.maxMessageBytes)});
        update.details.push_back({"pid", static_cast<double>(pid)});
        if (m_parent && !m_parent->empty() && m_parent->size() <= limits.maxIdBytes)
            update.parent = m_parent;
        return update;
    }

    /// The spool waits for the disk, which a command that ended need not: another process does that. Nor
    /// may it hold a reader of ours up, so trouble is said to a terminal only.
    void keep(const std::vector<Update> &rest) const
    {
        const pid_t pid = ::fork();
        if (pid > 0)
            return;
        if (pid == 0) {
            const bool seen = ::isatty(STDERR_FILENO) == 1;
            for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
                if (fd == STDERR_FILENO && seen)
                    continue;
                const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
                ::dup2(null, fd);
                ::close(null);
            }
        }
        const std::optional<Error> trouble = Spool(m_paths.spool()).append(rest);
        if (trouble && !m_options.quiet)
            std::fprintf(stderr, "afoot: this run could not be noted for later: %s\n",
                         trouble->detail.c_str());
        if (pid == 0)
            ::_exit(0);
    }

    const RunOptions &m_options;
    SystemClock m_clock{};
    Paths m_paths;
    std::string m_id;
    std::optional<std::string> m_parent{};
    run::Wrapper *m_wrapper = nullptr;
    std::unique_ptr<run::Reporter> m_reporter{};
};

} // namespace

int run(const RunOptions &options)
{
    if (options.command.empty() || options.command.front().empty()) {
        std::fputs("afoot: name the command to run, as in: afoot run -- make all\n", stderr);
        return usageError;
    }
    Reported reported(options);
    run::Wrapper wrapper({.command = options.command}, reported, reported.clock());
    reported.use(wrapper);
    const run::Ending ending = wrapper.run();
    const bool ran = ending.code != 126 && ending.code != 127;
    if (!ending.trouble.empty() && !(options.quiet && ran))
        std::fprintf(stderr, "afoot: %s\n", ending.trouble.c_str());
    reported.finish(ending);
    run::leaveAs(ending); // at once: the reporter's threads may hang in a tracker that does
}

} // namespace afoot::cli
