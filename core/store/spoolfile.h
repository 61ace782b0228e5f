#pragma once

#include "core/model/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace afoot {

/// Walks the lines of a spool that wait. What was read stays valid while others append to the file.
class SpoolReader
{
public:
    struct Line
    {
        std::size_t offset = 0;
        std::string text{};
    };
    /// The next whole line that was not delivered; nullopt at the end.
    Result<std::optional<Line>> next(int fd);

private:
    std::size_t m_offset = 0; ///< in the file, of the first byte of m_buffer
    std::string m_buffer{};
    std::size_t m_at = 0; ///< in m_buffer
};

/// What is left of a spool's @p content so that it fits into @p maxBytes: delivered and torn lines go, then
/// the oldest log lines, then the oldest reports of progress. Begins and ends stay, even beyond maxBytes.
std::string shrunkSpool(std::string_view content, std::size_t maxBytes);

} // namespace afoot
