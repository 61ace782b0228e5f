#include "app/cli/serve.h"

#include "app/cli/listenaddress.h"
#include "app/cli/options.h"
#include "app/cli/programs.h"
#include "app/cli/terminal.h"
#include "app/shared/engine.h"
#include "app/shared/token.h"
#include "app/shared/trackersettings.h"
#include "core/model/text.h"
#include "core/serve/doorkeeper.h"
#include "core/serve/limitsettings.h"
#include "core/serve/response.h"

#include <afoot/version.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <unistd.h>

namespace afoot::cli {

namespace {

/// A path as the shell would see it, also once the folder has changed.
std::string absolutePath(const std::string &path)
{
    if (path.starts_with('/'))
        return path;
    std::array<char, PATH_MAX> here{};
    return ::getcwd(here.data(), here.size()) ? std::string(here.data()) + '/' + path : path;
}

Paths pathsWith(const std::optional<std::string> &data)
{
    Paths paths = systemPaths();
    if (data)
        paths.data = absolutePath(*data);
    return paths;
}

void sayWhoMayKnock(const Engine::Info &info)
{
    for (const serve::SocketAddress &address : info.tls) {
        if (address.isAny())
            complain(address.text() +
                     " is every address of this machine: whoever reaches any of them can knock, "
                     "and only the token keeps them out. --listen takes a single address, too.");
    }
    if (info.certificateEnded)
        complain("The certificate ran out on " + serve::httpDate(*info.certificateEnded) +
                 ": clients will not take it.");
}

void sayWhere(const Engine::Info &info, bool compat)
{
    std::cout << "Afoot " << version << " tracks jobs on\n  " << info.socket << '\n';
    const std::string token = "  (token in " + info.tokenPath + ")\n";
    if (info.port)
        std::cout << "  http://127.0.0.1:" << *info.port << token;
    if (info.port && compat)
        std::cout << "  and there, to read without a token, for clients of other backends\n";
    for (const serve::SocketAddress &address : info.tls)
        std::cout << "  https://" << address.text() << token;
    std::cout << "Report to it from anywhere on this machine:\n"
                 "  afoot run -- make\n"
                 "  id=$(afoot begin \"Nightly backup\"); afoot update $id --percent 40; afoot "
                 "complete $id\n";
    const std::size_t taken = info.taken.delivered;
    if (taken > 0)
        std::cout << "Took in " << taken << (taken == 1 ? " report" : " reports")
                  << " from before it was there.\n";
    std::cout << std::flush;
    if (info.tcpTrouble)
        complain(info.tcpTrouble->detail +
                 " Listening on the socket alone; --listen chooses another port.");
    sayWhoMayKnock(info);
    if (info.historyTrouble)
        complain("No history is kept: " + info.historyTrouble->detail);
    if (info.setAside)
        complain("The history could not be read; it was moved to " + *info.setAside +
                 " and a new one begun.");
    constexpr std::size_t shown = 3;
    const std::vector<Spool::Refused> &refused = info.taken.refused;
    for (std::size_t i = 0; i < std::min(refused.size(), shown); ++i)
        complain("A report from earlier was refused (" + refused[i].update.key.id +
                 "): " + refused[i].error.detail);
    if (info.taken.refusedCount > shown)
        complain("and " + std::to_string(info.taken.refusedCount - shown) + " more.");
}

/// The limits with what @p wanted says, NAME=VALUE each.
Result<serve::Limits> limitsWith(serve::Limits limits, const std::vector<std::string> &wanted)
{
    for (const std::string &each : wanted) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos)
            return Error{.code = Error::Code::BadInput,
                         .name = "bad_value",
                         .detail = "--limit takes NAME=VALUE, such as body=2MiB, not " +
                                   quotedBriefly(each) + "; --limit help lists them."};
        if (auto trouble = serve::setLimit(limits, each.substr(0, equals), each.substr(equals + 1)))
            return std::move(*trouble);
    }
    return limits;
}

void printLimits(const serve::Limits &limits)
{
    const std::vector<serve::LimitRow> rows = limitRows(limits);
    const auto print = [](const std::array<std::string_view, 4> &cells, std::string_view last) {
        constexpr std::array<std::size_t, 4> widths{15, 9, 9, 9};
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::cout << cells[i]
                      << std::string(widths[i] - std::min(cells[i].size(), widths[i]) + 2, ' ');
        std::cout << last << '\n';
    };
    print({"NAME", "VALUE", "LEAST", "MOST"}, "OF WHAT");
    for (const serve::LimitRow &row : rows)
        print({row.name, row.value, row.least, row.most}, row.what);
}

} // namespace

int serve(const Command &command, const std::vector<std::string> &arguments)
{
    std::vector<std::string> listen;
    std::optional<std::string> certificate;
    std::optional<std::string> key;
    std::optional<std::string> data;
    Options options(command);
    options.values("--listen", listen, "ADDR",
                   "a port, or a loopback address and port; none for the socket alone (default: "
                   "4680); with a certificate any address, as often as you like");
    options.value(
        "--cert", certificate, "FILE",
        "this machine's certificate (PEM, with its chain), for addresses beyond loopback");
    options.value("--key", key, "FILE", "the certificate's key, which only you may read");
    std::vector<std::string> origins;
    std::vector<std::string> hosts;
    options.value("--data", data, "DIR", "where the token and the history are kept");
    options.values(
        "--origin", origins, "URL",
        "a web page's origin that may talk to the tracker, such as https://dash.example");
    options.values("--host", hosts, "NAME", "another name that requests may call this machine by");
    std::vector<std::string> wantedLimits;
    options.values("--limit", wantedLimits, "NAME=VALUE",
                   "take more or less of something from anyone, such as body=2MiB; \"help\" lists "
                   "them all; as often as you like");
    bool compat = false;
    options.flag("--compat", compat,
                 "answer clients of other backends at those backends' own URLs, on loopback; "
                 "reading there needs no token");
    if (const auto done = options.read(arguments))
        return *done;
    const Paths paths = pathsWith(data);
    const bool wantsList = std::erase(wantedLimits, "help") > 0;
    Result<serve::Limits> limits = readTrackerLimits(paths.trackerSettings());
    if (limits)
        limits = limitsWith(*limits, wantedLimits);
    if (!limits)
        return options.refuse(limits.error().detail);
    if (wantsList) {
        printLimits(*limits);
        return 0;
    }
    for (const std::string &origin : origins) {
        const std::size_t scheme = origin.find("://");
        if (scheme == std::string::npos ||
            origin.find_first_of("/*", scheme + 3) != std::string::npos)
            return options.refuse("--origin takes a scheme, a host and maybe a port, such as "
                                  "https://dash.example, not \"" +
                                  origin + "\".");
    }
    for (const std::string &host : hosts) {
        if (const auto trouble = serve::checkHostName(host))
            return options.refuse("--host: " + trouble->detail);
    }
    if (certificate.has_value() != key.has_value())
        return options.refuse("--cert and --key go together: a certificate and its key.");
    const Result<Listening> listening =
        listeningOn(listen, certificate ? HasCertificate::Yes : HasCertificate::No);
    if (!listening)
        return options.refuse(listening.error().detail);
    Engine::Options engineOptions;
    engineOptions.origins = std::move(origins);
    engineOptions.hosts = std::move(hosts);
    engineOptions.compat = compat;
    engineOptions.paths = paths;
    engineOptions.limits = *limits;
    engineOptions.port = listening->loopback;
    engineOptions.portIsAMust = listening->isLoopbackAsked;
    engineOptions.tls = {listening->others, certificate.value_or(""), key.value_or("")};
    if (certificate && listening->others.empty())
        complain("The certificate is for addresses beyond loopback, and --listen names none.");

    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now
        {
        };
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler != SIG_IGN) // nohup
            sigaddset(&ends, signal);
    }
    ::sigprocmask(SIG_BLOCK, &ends, nullptr);
    ::signal(SIGPIPE, SIG_IGN);

    Engine engine(std::move(engineOptions));
    const Result<Engine::Info> info = engine.start();
    if (!info) {
        complain(info.error().detail);
        return info.error().name == "tracker_running" ? exitUnavailable : exitTrouble;
    }
    sayWhere(*info, compat);
    int signal = 0;
    while (::sigwait(&ends, &signal) == EINTR) {
    }
    engine.stop();
    return 0;
}

int token(const Command &command, const std::vector<std::string> &arguments)
{
    std::optional<std::string> data;
    Options options(command);
    options.value("--data", data, "DIR", "the folder that serve was given");
    if (const auto done = options.read(arguments))
        return *done;
    const Result<std::string> secret = tokenIn(pathsWith(data).token());
    if (!secret) {
        complain(secret.error().detail);
        return exitTrouble;
    }
    std::cout << *secret << '\n';
    return 0;
}

int openWindow()
{
    const bool display = environmentValue("WAYLAND_DISPLAY") || environmentValue("DISPLAY") ||
                         environmentValue("QT_QPA_PLATFORM");
    if (!display) {
        complain(
            "There is no display to open the window on. Try \"afoot list\", \"afoot watch\" or "
            "\"afoot --help\".");
        return exitUnavailable;
    }
    const std::optional<std::string> program = programNamed("afoot-desktop");
    if (!program) {
        complain("The window is not installed (no afoot-desktop beside this program or in PATH). "
                 "Try \"afoot list\", \"afoot watch\" or \"afoot --help\".");
        return exitUnavailable;
    }
    std::string name = "afoot-desktop";
    const std::array<char *, 2> words{name.data(), nullptr};
    ::execv(program->c_str(), words.data());
    complain("The window cannot be started from " + *program + ": " + std::strerror(errno) + ".");
    return exitUnavailable;
}

} // namespace afoot::cli
