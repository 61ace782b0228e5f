#include "app/shared/engine.h"

#include "app/shared/filewatch.h"
#include "app/shared/historyanswers.h"
#include "app/shared/random.h"
#include "app/shared/recorder.h"
#include "app/shared/systemclock.h"
#include "app/shared/token.h"
#include "core/store/lockedfile.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <afoot/version.h>
#include <csignal>
#include <cstring>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace afoot {

namespace {

serve::ServerOptions serverOptions(const Engine::Options &options, std::string token)
{
    serve::ServerOptions server;
    server.unixPath = options.paths.socket();
    server.port = options.port;
    server.tls = options.tls;
    server.origins = options.origins;
    server.hosts = options.hosts;
    server.compat = options.compat;
    server.limits = options.limits;
    server.localOffset = localOffset;
    server.token = std::move(token);
    server.version = version;
    return server;
}

} // namespace

struct Engine::Private
{
    explicit Private(Options given) : options(std::move(given)), spool(options.paths.spool()) {}

    Spool::Drained takeSpooled(Millis patience)
    {
        Result<Spool::Drained> drained = spool.drain(
            [this](const Update &update) -> std::optional<Error> {
                const Result<Tracker::Applied> applied = tracker->apply(update);
                if (!applied)
                    return applied.error();
                // the spool lets go of it now
                const bool ended = applied->job && isFinal(applied->job->state);
                return ended && recorder ? recorder->flush() : std::nullopt;
            },
            patience);
        return drained ? std::move(drained).value() : Spool::Drained{};
    }

    /// Calls @p ask on the reading thread and @p answer with what it found on the engine's.
    template <typename Ask, typename Answer> void askHistory(Ask ask, Answer answer)
    {
        if (!readers)
            readers = std::make_unique<boost::asio::thread_pool>(1);
        boost::asio::post(*readers, [this, ask = std::move(ask), answer = std::move(answer)] {
            auto found = ask(*history);
            boost::asio::post(io, [answer, found = std::move(found)] { answer(found); });
        });
    }

    Options options;
    Spool spool;
    SystemClock clock{};
    boost::asio::io_context io{1};
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> work{};
    std::unique_ptr<Tracker> tracker{};
    std::unique_ptr<History> history{};
    std::unique_ptr<serve::Server> server{};
    std::unique_ptr<Recorder> recorder{};
    std::unique_ptr<boost::asio::thread_pool> readers{}; ///< of the history: made when first asked
    std::unique_ptr<FileWatch> watch{};
    std::thread thread{};
};

Engine::Engine(Options options) : m_d(std::make_unique<Private>(std::move(options))) {}

Engine::~Engine()
{
    stop();
}

Result<Engine::Info> Engine::start()
{
    Private &d = *m_d;
    Info info;
    info.socket = d.options.paths.socket();
    info.tokenPath = d.options.paths.token();
    if (auto trouble = makeFolderOf(info.socket))
        return *trouble;
    const Result<std::string> token = tokenIn(info.tokenPath);
    if (!token)
        return token.error();
    info.token = *token;

    d.tracker = std::make_unique<Tracker>(d.clock, randomBytes, randomHex(8),
                                          Tracker::Options{.limits = d.options.limits.jobs});
    d.server = std::make_unique<serve::Server>(d.io, *d.tracker, d.clock,
                                               serverOptions(d.options, *token));
    if (auto trouble = d.server->listenUnix()) {
        const auto holder = listenerOf(info.socket);
        if (trouble->name == "tracker_running" && holder)
            trouble->detail = "Process " + std::to_string(*holder) + " is already serving on " +
                              info.socket + ".";
        return *trouble;
    }
    if (d.options.port) {
        info.tcpTrouble = d.server->listenTcp();
        if (info.tcpTrouble && d.options.portIsAMust)
            return *info.tcpTrouble;
        if (!info.tcpTrouble)
            info.port = d.server->port();
    }
    if (auto trouble = d.server->listenTls())
        return *trouble;
    info.tls = d.server->tlsAddresses();
    if (const auto expires = d.server->certificateExpires(); expires && *expires < d.clock.now())
        info.certificateEnded = expires;
    openHistory(d, info);
    if (info.historyTrouble)
        d.server->askHealthOf(
            [trouble = *info.historyTrouble] { return serve::Ailment{.error = trouble}; });
    // Whoever knocks now waits in the queue of the socket: what was said earlier comes first.
    info.taken = d.takeSpooled(Millis{1000});
    if (!makeFolderOf(d.options.paths.spool()))
        d.watch = std::make_unique<FileWatch>(d.io, d.options.paths.spool(), [&d] {
            d.takeSpooled(Millis{0});
            d.server->checkTime();
        });

    d.work.emplace(d.io.get_executor());
    // Signals are the main thread's: this one is born with all of them blocked.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    d.thread = std::thread([&d] { d.io.run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return info;
}

void Engine::post(std::function<void(Tracker &)> work)
{
    boost::asio::post(m_d->io, [d = m_d.get(), work = std::move(work)] {
        if (!d->tracker || !d->server)
            return;
        work(*d->tracker);
        d->server->checkTime();
    });
}

void Engine::renewToken(std::function<void(const Result<std::string> &)> answer)
{
    boost::asio::post(m_d->io, [d = m_d.get(), answer = std::move(answer)] {
        if (!d->server)
            return;
        const Result<std::string> token = afoot::renewToken(d->options.paths.token());
        if (token)
            d->server->setToken(*token);
        answer(token);
    });
}

void Engine::stop()
{
    Private &d = *m_d;
    if (d.thread.joinable()) {
        boost::asio::post(d.io, [&d] {
            d.watch.reset();
            d.server->stop();
            if (d.recorder)
                d.recorder->finish();
            d.work.reset(); // run() returns once everyone has been hung up on
        });
        d.thread.join();
    }
    if (d.readers)
        d.readers->join();
    d.readers.reset();
    d.watch.reset();
    d.server.reset();
    if (d.recorder)
        d.recorder->drain(); // of what was posted meanwhile
    d.recorder.reset();
    d.tracker.reset();
    d.history.reset(); // writes what waits
}

/// What the last tracker knew comes back, and from now on all of it is kept.
void Engine::openHistory(Private &d, Info &info)
{
    auto opened = History::open({.path = d.options.paths.history(), .now = d.clock.now()});
    if (!opened) {
        info.historyTrouble = opened.error();
        return;
    }
    d.history = std::move(opened).value();
    info.setAside = d.history->setAside();
    if (auto trouble = Recorder::restore(*d.history, *d.tracker)) {
        info.historyTrouble = std::move(trouble);
        d.history.reset();
        return;
    }
    d.recorder = std::make_unique<Recorder>(d.io, *d.tracker, *d.history);
    d.server->keepEndsWith(
        [&d](const JobPtr &ended, std::function<void(std::optional<Error>)> done) {
            d.recorder->keepEnd(ended, std::move(done));
        });
    d.server->askHistoryOf(
        [&d](const serve::HistoryAsk &ask, std::function<void(Result<std::string>)> answer) {
            d.askHistory([ask](History &history) { return answerOf(history, ask); },
                         [&d, answer = std::move(answer)](const Result<HistoryAnswer> &found) {
                             if (!found) {
                                 answer(found.error());
                                 return;
                             }
                             for (const JobKey &key : found->listed) // a next run may have begun
                                 (void)d.tracker->apply({.op = Update::Op::Clear, .key = key});
                             d.server->checkTime();
                             answer(found->body);
                         });
        });
    d.server->askLatestOf([&d](std::function<void(Result<std::vector<JobPtr>>)> answer) {
        d.askHistory(
            [](History &history) -> Result<std::vector<JobPtr>> {
                Result<std::vector<Job>> latest = history.latestOfKinds();
                if (!latest)
                    return latest.error();
                std::vector<JobPtr> jobs;
                for (Job &job : latest.value())
                    jobs.push_back(std::make_shared<const Job>(std::move(job)));
                return jobs;
            },
            std::move(answer));
    });
    d.server->forgetRunsWith([&d](const JobKey &key, std::function<void(Result<bool>)> answer) {
        d.askHistory(
            [key](History &history) -> Result<bool> {
                Result<bool> found = history.hasRuns(key);
                if (found && *found) {
                    history.forget(key);
                    if (auto trouble = history.flush())
                        return *trouble;
                }
                return found;
            },
            std::move(answer));
    });
    d.server->askHealthOf([&d]() -> std::optional<serve::Ailment> {
        auto trouble = d.history->trouble();
        if (!trouble)
            return {};
        return serve::Ailment{.error = std::move(*trouble), .refusesEnds = true};
    });
    d.server->checkTime();
}

std::optional<int> listenerOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return {};
    std::memcpy(address.sun_path, path.data(), path.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return {};
    ucred peer{};
    socklen_t size = sizeof peer;
    const bool known =
        ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
    ::close(fd);
    if (!known || peer.pid <= 0)
        return {};
    return peer.pid;
}

} // namespace afoot
