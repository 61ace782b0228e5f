#pragma once

#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace afoot {

/// Says when a file is written to, by means of the kernel (inotify(7)): nothing wakes up in between.
///
/// Threads: that of @p io, which must outlive this. Where the kernel has no watch left, says nothing.
class FileWatch
{
public:
    FileWatch(boost::asio::io_context &io, const std::string &path,
              std::function<void()> onWritten);
    ~FileWatch();
    FileWatch(const FileWatch &) = delete;
    FileWatch &operator=(const FileWatch &) = delete;

private:
    struct Private;
    std::shared_ptr<Private> m_d; ///< shared with the read that is under way
};

} // namespace afoot
