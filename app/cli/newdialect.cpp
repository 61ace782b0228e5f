#include "app/cli/newdialect.h"

#include "app/cli/humanize.h"
#include "app/cli/remotefollower.h"
#include "app/cli/terminal.h"
#include "app/cli/trackeraccess.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "app/shared/systemclock.h"
#include "core/dialect/detect.h"
#include "core/dialect/dialectfile.h"
#include "core/dialect/propose.h"
#include "core/follow/destination.h"
#include "core/follow/trackerevent.h"
#include "core/follow/trackerurl.h"
#include "core/model/text.h"
#include "core/store/lockedfile.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

constexpr int exitData = 65;       ///< EX_DATAERR
constexpr int exitCannotMake = 73; ///< EX_CANTCREAT

constexpr std::size_t enoughMessages = 50;
constexpr std::size_t mostMessages = 5000; ///< for who wants to listen longer
constexpr std::size_t enoughBytes = 8U << 20U;

/// What was heard, and why it ended before there was enough.
struct Heard
{
    std::vector<std::string> messages{};
    std::set<std::string> events{}; ///< names that SSE gave them
    std::string why{};
    Millis span{0};
    std::string end = "the time was over";
    bool isAfoot = false;   ///< it greeted as another Afoot does
    bool isRefused = false; ///< afoot-remote has said what is wrong with the URL
};

/// Empty while more is wanted; else why not.
std::string take(const News &news, Heard &heard, std::size_t most, std::size_t &bytes)
{
    if (const auto *raw = std::get_if<RawNews>(&news)) {
        bytes += raw->event.data.size();
        heard.messages.push_back(raw->event.data);
        if (!raw->event.type.empty() && raw->event.type != "message")
            heard.events.insert(raw->event.type);
        const auto own = raw->event.type == "hello" ? trackerEventFrom(raw->event)
                                                    : Result<TrackerEvent>(LogEvent{});
        heard.isAfoot = heard.isAfoot || (own && std::holds_alternative<HelloEvent>(*own));
    } else if (const auto *link = std::get_if<LinkNews>(&news); link != nullptr && link->why) {
        heard.why = link->why->detail;
    }
    if (std::holds_alternative<EndNews>(news))
        return heard.why.empty() ? "the stream ended" : heard.why;
    if (heard.isAfoot)
        return "that is enough";
    if (heard.messages.size() >= most)
        return most == enoughMessages ? "that is enough; --for SECONDS listens longer"
                                      : "more are not kept";
    return bytes >= enoughBytes ? "8 MiB are enough" : "";
}

Result<Heard> listen(const NewDialect &wanted)
{
    const SystemClock clock;
    const Ticks begin = clock.ticks();
    const Ticks end = begin + std::chrono::seconds(wanted.seconds);
    RemoteFollower follower;
    const RemoteUrl url{.url = wanted.url, .token = wanted.token, .headers = wanted.headers};
    if (auto trouble = RemoteFollower::start(follower, {.urls = {url}, .raw = true, .asIs = true}))
        return std::move(*trouble);
    Heard heard;
    std::size_t bytes = 0;
    while (true) {
        const Millis left = end - clock.ticks();
        heard.span = clock.ticks() - begin;
        pollfd wait{follower.fd(), POLLIN, 0};
        if (left <= Millis(0))
            return heard;
        ::poll(&wait, 1, static_cast<int>(left.count()));
        for (const News &news : follower.take()) {
            std::string enough =
                take(news, heard, wanted.isPatient ? mostMessages : enoughMessages, bytes);
            if (enough.empty())
                continue;
            heard.span = clock.ticks() - begin;
            heard.end = cleanText(enough);
            heard.isRefused = follower.exitCode() == exitUsage;
            return heard;
        }
    }
}

/// On standard error, what was heard in what time, and why that was all.
void sayHeard(const Heard &heard)
{
    const std::size_t count = heard.messages.size();
    complain("Heard " + std::to_string(count) + (count == 1 ? " message" : " messages") + " in " +
             duration(std::max(1.0, static_cast<double>(heard.span.count()) / 1000)) + ": " +
             heard.end + ".");
}

/// The file of @p dialect among @p own; empty for a built-in one.
std::string fileOf(const dialect::Dialect *dialect, const std::vector<OwnDialect> &own)
{
    const auto found = std::find_if(own.begin(), own.end(), [&](const OwnDialect &file) {
        return file.dialect && &*file.dialect == dialect;
    });
    return found != own.end() ? found->path : std::string();
}

/// A file of our own, never over another one.
std::optional<Error> writeNew(const std::string &path, const std::string &text)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("Cannot make " + path);
    auto trouble = writeAt(fd, 0, text);
    if (!trouble && ::fsync(fd) != 0)
        trouble = systemError("Cannot write " + path);
    ::close(fd);
    if (trouble)
        ::unlink(path.c_str());
    return trouble;
}

bool isThere(const std::string &path)
{
    struct stat info
    {
    };
    return ::lstat(path.c_str(), &info) == 0;
}

int refuseOld(const std::string &path)
{
    complain(path + " is there already; choose another name with --name, or remove it.");
    return exitCannotMake;
}

bool isName(const std::string &name)
{
    constexpr std::size_t most = 64;
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return !name.empty() && name.size() <= most &&
           name.find_first_not_of(letters) == std::string::npos;
}

int write(const NewDialect &wanted, const dialect::Proposal &proposal, const std::string &path)
{
    if (wanted.print) {
        std::cout << proposal.text << std::flush;
    } else {
        auto trouble = securePrivateFolder(systemPaths().dialects());
        if (!trouble && isThere(path))
            return refuseOld(path);
        if (!trouble)
            trouble = writeNew(path, proposal.text);
        if (trouble) {
            complain(trouble->detail);
            return exitCannotMake;
        }
        std::cout << path << std::endl;
    }
    std::cerr << "What is unsure, for you to look at:\n";
    for (const std::string &sentence : proposal.unsure)
        std::cerr << "  - " << sentence << '\n';
    return 0;
}

int refuseAfoot(const std::string &url)
{
    complain(withoutSecrets(url) +
             " is another Afoot, which needs no dialect: \"afoot watch\" and \"afoot source add\" "
             "take its address.");
    return exitRefused;
}

/// What else can be done where there is no stream.
void sayNothingHeard(const NewDialect &wanted, const Destination &to, const Heard &heard)
{
    complain("Nothing was heard there: " +
             (heard.why.empty() ? "no message came in " + std::to_string(wanted.seconds) + " s"
                                : cleanText(heard.why)) +
             ".");
    if (to.dialect == nullptr)
        complain("If that is another Afoot, it needs no dialect: \"afoot watch " +
                 withoutSecrets(wanted.url) + "\".");
    else if (heard.why.find("JSON") != std::string::npos)
        complain(
            "\"new\" listens to streams. For a status that is polled, write the dialect by hand, "
            "with this path as \"poll\" (docs/dialects.md).");
}

} // namespace

int newDialect(const NewDialect &wanted)
{
    const auto to = destinationOf(wanted.url);
    if (!to)
        return sayTrouble(to.error(), exitUsage);
    const std::string name =
        wanted.name.empty() ? dialect::dialectNameFor(wanted.url) : wanted.name;
    if (!isName(name)) {
        complain("A dialect's name has 1 to 64 small letters, digits and \"-\", not \"" +
                 cleanText(name) + "\".");
        return exitUsage;
    }
    const std::string path = systemPaths().dialects() + '/' + name + ".json";
    if (!wanted.print && isThere(path))
        return refuseOld(path);
    auto listened = listen(wanted);
    if (!listened)
        return sayTrouble(listened.error(), exitLost);
    Heard heard = std::move(listened).value();
    if (heard.isRefused)
        return exitUsage;
    if (heard.isAfoot)
        return refuseAfoot(wanted.url);
    if (heard.messages.empty()) {
        sayNothingHeard(wanted, *to, heard);
        return exitLost;
    }
    sayHeard(heard);
    const dialect::Overheard said{
        .url = wanted.url, .name = name, .messages = std::move(heard.messages)};
    const auto proposal = dialect::propose(said);
    const auto own = ownDialects(systemPaths().dialects());
    const dialect::Proposal none;
    const dialect::Dialect *const reader =
        wanted.force ? nullptr
                     : dialect::readerOf(said, proposal ? *proposal : none, usableOf(own));
    if (reader != nullptr) {
        const std::string file = fileOf(reader, own);
        complain("The dialect \"" + reader->name + "\" reads what is said there already" +
                 (file.empty() ? "" : ", from " + file) +
                 "; --force makes another one all the same.");
        return exitRefused;
    }
    if (!proposal) {
        complain(proposal.error().detail);
        return exitData;
    }
    dialect::Proposal made = *proposal;
    if (!heard.events.empty())
        made.unsure.push_back("Its events have names, such as \"" +
                              cutText(cleanText(*heard.events.begin()), 60) +
                              "\"; a dialect looks at their data alone.");
    const dialect::Guess guess = dialect::detect(wanted.url, said.messages.front(), usableOf(own));
    if (const std::string file = fileOf(guess.dialect, own); !file.empty() && guess.score > 0)
        made.unsure.push_back(
            file + " is a dialect of yours for the same URL or the same messages, and may be "
                   "taken before this one: remove it, or name the new one with --dialect.");
    return write(wanted, made, path);
}

} // namespace afoot::cli
