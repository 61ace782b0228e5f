// Writes a history from a process of its own, for tst_historydisk:
//   historywriter ends PATH KIND     ends of that kind from four threads until it is killed; prints "ready", then
//                                    each id once its end is acknowledged
//   historywriter full PATH          as if the disk were full for a while; prints what comes of it
//   historywriter readonly PATH      as somebody who may not write there; prints the error's name
#include "tests/support/historyjobs.h"

#include <csignal>
#include <cstdio>
#include <grp.h>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace historyjobs;
using afoot::History;

namespace {

void say(const std::string &word)
{
    const std::string line = word + '\n'; // one write: a kill leaves no half line in the pipe
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
        ::_exit(1);
}

int ends(History &history, const std::string &kind)
{
    say("ready");
    constexpr int count = 4;
    std::vector<std::thread> writers;
    writers.reserve(count);
    for (int w = 0; w < count; ++w) {
        writers.emplace_back([&history, kind, w] {
            for (int i = 0; i < 1'000'000; ++i) {
                const std::string id = kind + '-' + std::to_string(w) + '-' + std::to_string(i);
                afoot::Job job = running(id, i);
                job.kind = kind;
                history.put(shared(job), true);
                history.putLog(job.key, {{.n = 1, .time = second(i), .text = "line of " + id}});
                job.state = afoot::State::Completed;
                job.finishedAt = second(i + 1);
                if (!endNow(history, job))
                    say(id);
                if (i % 2 == 1)
                    history.drop(job.key);
            }
        });
    }
    for (std::thread &writer : writers)
        writer.join();
    return 0;
}

void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

int full(History &history)
{
    ::signal(SIGXFSZ, SIG_IGN);
    std::size_t kept = 0;
    limitFiles(200'000);
    std::optional<afoot::Error> trouble;
    for (int i = 0; i < 10'000 && !trouble; ++i) {
        afoot::Job job = ended("j" + std::to_string(i), i);
        job.message = std::string(3000, 'x');
        trouble = endNow(history, job);
        kept += trouble ? 0 : 1;
    }
    say(trouble ? trouble->name : "no trouble");
    const auto still = history.runs({.limit = 1000});
    say(still.ok() && still->runs.size() == kept ? "readable" : "unreadable");
    limitFiles(RLIM_INFINITY);
    const bool again = !endNow(history, ended("afterwards", 20'000));
    // with it comes what could not be written before
    const auto now = history.runs({.limit = 1000});
    say(again && now.ok() && now->runs.size() == kept + 2 && !history.trouble() ? "recovered"
                                                                                : "stuck");
    return 0;
}

void becomeNobody()
{
    constexpr unsigned nobody = 65534;
    if (::geteuid() != 0)
        return;
    if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)
        ::_exit(1);
}

} // namespace

int main(int count, char **words)
{
    if (count < 3)
        return 2;
    const std::string what = words[1];
    if (what == "readonly")
        becomeNobody();
    const auto history = History::open({.path = words[2], .now = second(0)});
    if (!history) {
        say(history.error().name);
        return 0;
    }
    if (what == "ends" && count > 3)
        return ends(**history, words[3]);
    if (what == "full")
        return full(**history);
    say("opened");
    return 0;
}
