#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace afoot {

/// Reads one HTTP/1.1 response (RFC 9112) however it is cut up: by Content-Length, in chunks or to the end.
///
/// Threads: none of its own. @p onBody runs inside push() with each piece of the content as it comes.
class AnswerParser
{
public:
    /// @p maxBodyBytes unset: no limit, as for an event stream.
    AnswerParser(std::optional<std::uint64_t> maxBodyBytes,
                 std::function<void(std::string_view)> onBody);
    ~AnswerParser();
    AnswerParser(const AnswerParser &) = delete;
    AnswerParser &operator=(const AnswerParser &) = delete;

    /// How many of @p bytes were read; nullopt when they are not HTTP or exceed a limit.
    std::optional<std::size_t> push(std::string_view bytes);
    /// The other side closed; true when the response is whole by that.
    bool endOfStream();

    bool isDone() const;
    bool keepAlive() const;
    /// 0 until the status line was read.
    int status() const;

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace afoot
