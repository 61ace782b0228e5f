#include "app/shared/trackersettings.h"

#include "core/model/text.h"
#include "core/serve/limitsettings.h"
#include "core/store/lockedfile.h"

#include <boost/json.hpp>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace afoot {

namespace json = boost::json;

namespace {

constexpr std::size_t maxFileBytes = 64U << 10U;

Error badFile(const std::string &path, const std::string &what)
{
    return {.code = Error::Code::BadInput, .name = "bad_file", .detail = path + ": " + what};
}

std::optional<std::string> textOf(const json::value &value)
{
    if (const auto *text = value.if_string())
        return std::string(*text);
    if (value.is_int64() || value.is_uint64())
        return json::serialize(value);
    return std::nullopt;
}

} // namespace

Result<serve::Limits> readTrackerLimits(const std::string &path)
{
    serve::Limits limits;
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return limits;
    if (fd < 0)
        return systemError("Cannot read " + path);
    const Result<std::string> content = readAt(fd, 0, maxFileBytes + 1, path);
    ::close(fd);
    if (!content)
        return content.error();
    if (content->size() > maxFileBytes)
        return badFile(path, "this is too long for settings.");
    boost::system::error_code failure;
    const json::value value = json::parse(*content, failure);
    if (failure || !value.is_object())
        return badFile(path,
                       "this is no JSON object, such as {\"limits\": {\"body\": \"2 MiB\"}}.");
    for (const auto &[name, member] : value.get_object()) {
        if (std::string_view(name) != "limits")
            return badFile(path,
                           "there is no setting " + quotedBriefly(name) + ", only \"limits\".");
        if (!member.is_object())
            return badFile(path, "limits is an object of names and values.");
        for (const auto &[limit, wanted] : member.get_object()) {
            const auto text = textOf(wanted);
            if (!text)
                return badFile(path, "the value of " + quotedBriefly(limit) +
                                         " is a text such as \"2 MiB\", or a whole number.");
            if (const auto trouble = serve::setLimit(limits, limit, *text))
                return badFile(path, trouble->detail);
        }
    }
    return limits;
}

} // namespace afoot
