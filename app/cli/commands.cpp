#include "app/cli/commands.h"

#include "app/cli/dialects.h"
#include "app/cli/history.h"
#include "app/cli/look.h"
#include "app/cli/report.h"
#include "app/cli/serve.h"
#include "app/cli/sources.h"
#include "app/cli/watch.h"
#include "app/cli/wrap.h"

#include <algorithm>
#include <array>

namespace afoot::cli {

namespace {

constexpr std::string_view reporting = "Report a job of your own";
constexpr std::string_view looking = "Look at jobs";
constexpr std::string_view asking = "Ask something of a job";
constexpr std::string_view tracking = "The tracker";

constexpr std::string_view wrapping = "Wrapped commands";

constexpr std::string_view spoolText =
    "With no tracker running it is noted, delivered when one comes, and the exit code is 0.";

constexpr std::array commands{
    Command{"run", wrapping, "[--title T] [--kind K] [--quiet] -- CMD...",
            "Run a command and report it",
            "Its output, colours, size changes, signals and exit code pass through unchanged. "
            "Works the same\n"
            "with no tracker running; what was noted is delivered when one comes.",
            "afoot run -- make -j8\n"
            "afoot run --title \"Nightly backup\" -- restic backup ~/docs",
            runCommand},
    Command{"parser", wrapping, "try [--as TOOL | --command LINE] [FILE]",
            "Show what \"afoot run\" would read out of a tool's output",
            "Prints one JSON update a line, then the final one.",
            "afoot parser try --command \"rsync -a src dst\" rsync.log\n"
            "pip install numpy 2>&1 | afoot parser try --as rich",
            parser},

    Command{"begin", reporting, "TITLE [--id ID] [--kind K] [--steps A,B,C] [--total N] [--unit U]",
            "Begin a job and print its id", spoolText,
            "id=$(afoot begin \"Nightly backup\" --kind \"restic backup\")\n"
            "id=$(afoot begin \"Release 2.1\" --steps build,test,upload)",
            begin},
    Command{"update", reporting,
            "ID [--percent P | --current N --total N] [--step S] [--message M] [--detail K=V]...",
            "Say how far it is", spoolText,
            "afoot update $id --percent 40 --message \"40 of 100 files\"\n"
            "afoot update $id --current 12 --total 40 --unit files\n"
            "afoot update $id --step upload",
            update},
    Command{"log", reporting, "ID [LINE...]", "Add lines to its log, also from a pipe", spoolText,
            "afoot log $id \"Cache is cold\"\nmake 2>&1 | tee build.log | afoot log $id", log},
    Command{"complete", reporting, "ID [--url U] [--message M]", "Say that it is done", spoolText,
            "afoot complete $id --url https://example.org/report", complete},
    Command{"fail", reporting, "ID --error E [--message M]", "Say that it failed, and why",
            spoolText, "afoot fail $id --error \"No space left on the backup disk\"", fail},

    Command{"list", looking, "[--all] [--json]", "List jobs, running ones first", "",
            "afoot list\nafoot list --all --json | jq -r .title", list},
    Command{"show", looking, "ID [--source NAME] [--json]", "Show everything about one job",
            "NAME/ID is the job ID of the source NAME, where several have the same id.",
            "afoot show 4F7K2Q\nafoot show nas/nightly", show},
    Command{"tail", looking, "ID [--source NAME] [-f] [-n N]", "Print its log, and follow it", "",
            "afoot tail -f 4F7K2Q", tail},
    Command{"wait", looking, "ID... [--source NAME]", "Wait until jobs end",
            "The exit code is that of the worst end: 0 completed, 1 failed, 2 canceled, 3 lost or "
            "given up.",
            "afoot wait $id && echo done", wait},
    Command{"watch", looking, "[ID... | URL...] [--json | --raw] [--once] [--keep-trying]",
            "Follow jobs live in the terminal, here or at other trackers",
            "Ends when all that ran has ended. The exit code is that of the worst end: 0 "
            "completed, 1 failed,\n"
            "2 canceled, 3 lost or given up. Prints plain lines when the output is not a terminal.",
            "afoot watch\nafoot watch --json | jq -r 'select(.type == \"job\").job.state'\n"
            "afoot watch https://ci.example/jobs/7",
            watch},

    Command{"history", looking, "[-k KIND] [-q WORDS] [-n N] [--json | --csv]",
            "List runs that have ended, latest first",
            "They are kept on disk and outlive the tracker; \"afoot list\" has what it holds now.",
            "afoot history --kind \"restic backup\"\nafoot history --csv -n 1000 > runs.csv",
            history},

    Command{"cancel", asking, "ID [--source NAME] [--json]", "Ask a job to stop",
            "Whoever runs the job decides; what came of it is said.", "afoot cancel 4F7K2Q", ask},
    Command{"pause", asking, "ID [--source NAME] [--json]", "Ask a job to pause",
            "Whoever runs the job decides; what came of it is said.", "afoot pause 4F7K2Q", ask},
    Command{"resume", asking, "ID [--source NAME] [--json]", "Ask a paused job to go on",
            "Whoever runs the job decides; what came of it is said.", "afoot resume 4F7K2Q", ask},
    Command{"retry", asking, "ID [--source NAME] [--json]", "Ask for an ended job to be run again",
            "Whoever ran the job decides; what came of it is said.", "afoot retry 4F7K2Q", ask},

    Command{"serve", tracking,
            "[--listen ADDR]... [--cert FILE --key FILE] [--data DIR] [--limit NAME=VALUE]...",
            "Run the tracker without a window",
            "Listens on a Unix socket and, with a token, on 127.0.0.1 port 4680; with a "
            "certificate on other addresses, under TLS.",
            "afoot serve\nafoot serve --listen 127.0.0.1:5000\n"
            "afoot serve --listen 192.168.1.5:4681 --cert box.pem --key box.key",
            serve},
    Command{"token", tracking, "[--data DIR]", "Print the token for requests over TCP", "",
            "curl -H \"Authorization: Bearer $(afoot token)\" http://127.0.0.1:4680/api/v1/jobs",
            token},
    Command{"dialect", tracking, "check FILE | list | new --from URL [--name NAME] [--print]",
            "Check, list or make the files that say how other trackers speak",
            "Your own are those in $XDG_CONFIG_HOME/afoot/dialects. \"new\" listens to a stream, "
            "proposes a "
            "dialect for\nwhat it says, and says what is unsure.",
            "afoot dialect check ~/.config/afoot/dialects/mine.json\nafoot dialect list\n"
            "afoot dialect new --from https://ci.example/builds/7/events --name ci",
            dialects},
    Command{
        "source", tracking,
        "[list | add URL | change NAME | pause NAME | resume NAME | remove NAME]",
        "Choose the remote trackers that the window follows",
        "The window takes changes up at once. Tokens are kept in a file that only you can read.\n"
        "\"afoot source add --help\", and so on, says more of each.",
        "afoot source list\n"
        "afoot source add https://ci.example/jobs/7\n"
        "afoot source change nas --url https://nas.lan:4680",
        sources},
};

} // namespace

std::span<const Command> allCommands()
{
    return commands;
}

const Command *commandNamed(std::string_view name)
{
    const auto found =
        std::find_if(commands.begin(), commands.end(),
                     [name](const Command &command) { return command.name == name; });
    return found == commands.end() ? nullptr : &*found;
}

std::string overview()
{
    std::string text = "Afoot shows what is afoot: every long-running job, in one window.\n\n"
                       "Usage: afoot            open the window, or raise it\n"
                       "       afoot COMMAND    see below\n";
    std::size_t widest = 0;
    for (const Command &command : commands)
        widest = std::max(widest, command.name.size());
    std::string_view group;
    for (const Command &command : commands) {
        if (command.group != group) {
            group = command.group;
            text.append("\n").append(group).append(":\n");
        }
        text.append("  ").append(command.name).append(widest - command.name.size() + 3, ' ');
        text.append(command.summary).append("\n");
    }
    text += "\nOptions:\n"
            "  -h, --help      print this help; \"afoot COMMAND --help\" says more of a command\n"
            "  -V, --version   print the version\n"
            "\nExamples:\n"
            "  afoot run -- make -j8\n"
            "  id=$(afoot begin \"Nightly backup\")\n"
            "  afoot update $id --percent 40 && afoot complete $id\n"
            "  afoot watch\n";
    return text;
}

} // namespace afoot::cli
