#include "app/shared/filewatch.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <cstring>
#include <sys/inotify.h>

namespace afoot {

struct FileWatch::Private : std::enable_shared_from_this<Private>
{
    Private(boost::asio::io_context &io, std::string fileName, std::function<void()> callback)
        : descriptor(io), name(std::move(fileName)), onWritten(std::move(callback))
    {
    }

    void read()
    {
        descriptor.async_read_some(
            boost::asio::buffer(events),
            [self = shared_from_this()](const boost::system::error_code &trouble,
                                        std::size_t bytes) {
                if (trouble || !self->onWritten)
                    return;
                if (self->concerns(bytes))
                    self->onWritten();
                self->read();
            });
    }

    bool concerns(std::size_t bytes) const
    {
        for (std::size_t at = 0; at + sizeof(inotify_event) <= bytes;) {
            inotify_event event{};
            std::memcpy(&event, events.data() + at, sizeof event);
            if (event.len > 0 && name == events.data() + at + sizeof event)
                return true;
            at += sizeof event + event.len;
        }
        return false;
    }

    boost::asio::posix::stream_descriptor descriptor;
    std::string name;
    std::function<void()> onWritten;
    std::array<char, 4096> events{};
};

FileWatch::FileWatch(boost::asio::io_context &io, const std::string &path,
                     std::function<void()> onWritten)
{
    const std::size_t slash = path.rfind('/');
    const int fd = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    m_d = std::make_shared<Private>(io, path.substr(slash + 1), std::move(onWritten));
    if (fd < 0)
        return;
    m_d->descriptor.assign(fd);
    if (::inotify_add_watch(fd, path.substr(0, slash).c_str(),
                            IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_ONLYDIR) >= 0)
        m_d->read();
}

FileWatch::~FileWatch()
{
    m_d->onWritten = nullptr;
    boost::system::error_code ignored;
    m_d->descriptor.close(ignored);
}

} // namespace afoot
