#include "app/shared/sourcelist.h"

#include "app/shared/random.h"
#include "core/follow/destination.h"
#include "core/model/sourceinfo.h"
#include "core/model/text.h"
#include "core/store/lockedfile.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afoot {

namespace json = boost::json;

namespace {

constexpr std::size_t maxFileBytes = 1U << 20U;

Error badFile(const std::string &path, const std::string &what)
{
    return {.code = Error::Code::BadInput, .name = "bad_file", .detail = path + ": " + what};
}

std::string textOf(const json::object &object, const char *key)
{
    const json::value *const member = object.if_contains(key);
    return member != nullptr && member->is_string() ? std::string(member->get_string())
                                                    : std::string();
}

bool isTaken(std::string_view name, const std::vector<SavedSource> &others)
{
    return name == "local" ||
           std::any_of(others.begin(), others.end(),
                       [&](const SavedSource &other) { return other.name == name; });
}

Error wrong(const char *field, std::string sentence)
{
    return {.code = Error::Code::BadInput,
            .name = "bad_value",
            .detail = std::move(sentence),
            .field = field};
}

/// What is wrong with it as it is written, whatever dialects there are.
std::optional<Error> checkEntry(const SavedSource &source, const std::vector<SavedSource> &others)
{
    if (source.name.empty() || source.name.size() > SourceInfo::maxNameBytes ||
        cleanText(source.name) != source.name)
        return wrong("name", "A source's name has 1 to " +
                                 std::to_string(SourceInfo::maxNameBytes) +
                                 " bytes and no control characters.");
    if (isTaken(source.name, others))
        return wrong("name", "There is a source \"" + source.name + "\" already.");
    if (auto trouble = checkTrackerUrl(source.url))
        return trouble;
    for (const auto &[name, value] : source.headers) {
        if (auto trouble = checkHeader(name, value))
            return trouble;
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<SavedSource>> readSources(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return std::vector<SavedSource>();
    if (fd < 0)
        return systemError("Cannot read " + path);
    struct stat info
    {
    };
    const bool known = ::fstat(fd, &info) == 0;
    const Result<std::string> content = readAt(fd, 0, maxFileBytes, path);
    ::close(fd);
    if (!content)
        return content.error();
    if (!known || (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{.code = Error::Code::Refused,
                     .name = "sources_exposed",
                     .detail = "Others may read " + path +
                               ", which may hold tokens: run chmod 600 "
                               "on it."};
    boost::system::error_code failure;
    const json::value value = json::parse(*content, failure);
    if (failure || !value.is_array())
        return badFile(path, "this is no list of sources.");
    std::vector<SavedSource> sources;
    for (const json::value &entry : value.get_array()) {
        const json::object *const object = entry.if_object();
        if (object == nullptr)
            return badFile(path, "a source is an object with a name and a url.");
        SavedSource source{.name = textOf(*object, "name"),
                           .url = textOf(*object, "url"),
                           .dialect = textOf(*object, "dialect"),
                           .token = textOf(*object, "token")};
        if (const json::value *const headers = object->if_contains("headers")) {
            if (!headers->is_object())
                return badFile(path, "headers is an object of names and values.");
            for (const auto &[name, text] : headers->get_object()) {
                if (!text.is_string())
                    return badFile(path, "the value of a header is a string.");
                source.headers.emplace_back(name, text.get_string());
            }
        }
        const json::value *const paused = object->if_contains("paused");
        source.paused = paused != nullptr && paused->is_bool() && paused->get_bool();
        if (const auto trouble = checkEntry(source, sources))
            return badFile(path, "source " + quotedBriefly(source.name) + ": " + trouble->detail);
        sources.push_back(std::move(source));
    }
    return sources;
}

std::optional<Error> writeSources(const std::string &path, const std::vector<SavedSource> &sources)
{
    if (auto trouble = makeFolderOf(path))
        return trouble;
    json::array list;
    for (const SavedSource &source : sources) {
        json::object object{{"name", source.name}, {"url", source.url}};
        if (!source.dialect.empty())
            object["dialect"] = source.dialect;
        if (!source.token.empty())
            object["token"] = source.token;
        if (!source.headers.empty()) {
            json::object headers;
            for (const auto &[name, value] : source.headers)
                headers[name] = value;
            object["headers"] = std::move(headers);
        }
        if (source.paused)
            object["paused"] = true;
        list.push_back(std::move(object));
    }
    const std::string fresh = path + "." + randomHex(8);
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return systemError("Cannot make " + fresh);
    std::optional<Error> trouble = writeAt(fd, 0, json::serialize(list) + "\n");
    if (!trouble && ::fsync(fd) != 0)
        trouble = systemError("Cannot write " + fresh);
    ::close(fd);
    if (!trouble && ::rename(fresh.c_str(), path.c_str()) != 0)
        trouble = systemError("Cannot replace " + path);
    if (trouble)
        ::unlink(fresh.c_str());
    return trouble;
}

Result<const dialect::Dialect *> dialectOf(const SavedSource &source,
                                           const std::vector<OwnDialect> &own)
{
    if (source.dialect.empty())
        return static_cast<const dialect::Dialect *>(nullptr);
    if (const dialect::Dialect *spoken = dialectNamed(own, source.dialect))
        return spoken;
    return wrong("dialect", "There is no dialect " + quotedBriefly(source.dialect) +
                                "; \"afoot dialect list\" lists those there are.");
}

std::optional<Error> checkSource(const SavedSource &source, const std::vector<SavedSource> &others,
                                 const std::vector<OwnDialect> &own)
{
    if (auto trouble = checkEntry(source, others))
        return trouble;
    const auto spoken = dialectOf(source, own);
    if (!spoken)
        return spoken.error();
    const auto to = destinationOf(source.url, *spoken, usableOf(own));
    return to ? std::nullopt : std::optional(to.error());
}

std::string freshSourceName(std::string_view url, const std::vector<SavedSource> &others)
{
    const std::size_t scheme = url.find("://");
    std::string_view host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
        host = host.substr(user + 1);
    while (host.ends_with(':')) // a port that is not said
        host.remove_suffix(1);
    const std::string base =
        host.empty() ? "source" : std::string(host.substr(0, SourceInfo::maxNameBytes - 5));
    std::string name = base;
    for (int i = 2; isTaken(name, others); ++i)
        name = base + "-" + std::to_string(i);
    return name;
}

} // namespace afoot
