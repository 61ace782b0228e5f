#include "app/cli/painter.h"

#include "app/cli/textwidth.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace afoot::cli {

namespace {

/// Columns of a line with our own colour sequences in it.
int shownWidth(const std::string &line)
{
    std::string plain;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\x1b') {
            plain += line[i];
            continue;
        }
        const std::size_t end = line.find('m', i);
        if (end == std::string::npos)
            break;
        i = end;
    }
    return widthOf(plain);
}

} // namespace

std::string erasing(const std::vector<std::string> &old, int columns)
{
    int rows = 0;
    for (const std::string &line : old) // narrower than it was: a line has broken into several
        rows += std::max(1, (shownWidth(line) + columns - 1) / std::max(columns, 1));
    if (rows == 0)
        return {};
    return "\r\x1b[" + std::to_string(rows) + "A\x1b[J";
}

std::vector<std::string> fittingRows(std::vector<std::string> lines, int rows)
{
    const auto room = static_cast<std::size_t>(std::max(rows, 1));
    if (lines.size() <= room)
        return lines;
    const std::size_t hidden = lines.size() - (room - 1);
    lines.resize(room - 1);
    lines.push_back("  and " + std::to_string(hidden) + " more lines");
    return lines;
}

int rowsOf(int fd)
{
    winsize size{};
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_row > 0)
        return size.ws_row;
    return 24;
}

Painter::~Painter()
{
    release();
}

void Painter::paint(const std::vector<std::string> &settled, const std::vector<std::string> &live,
                    const Terminal &terminal)
{
    if (settled.empty() && live == m_live && terminal.columns == m_columns)
        return;
    std::string bytes = erasing(m_live, terminal.columns);
    if (!m_hidden && !live.empty())
        bytes += "\x1b[?25l";
    for (const std::string &line : settled)
        bytes += line + "\n";
    for (const std::string &line : live)
        bytes += line + "\n";
    m_hidden = m_hidden || !live.empty();
    m_live = live;
    m_columns = terminal.columns;
    write(bytes);
}

void Painter::release()
{
    if (m_hidden)
        write("\x1b[?25h");
    m_hidden = false;
    m_live.clear();
}

void Painter::write(const std::string &bytes) const
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t put = ::write(m_fd, bytes.data() + at, bytes.size() - at);
        if (put >= 0) {
            at += static_cast<std::size_t>(put);
            continue;
        }
        if (errno == EAGAIN) {
            pollfd ready{m_fd, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return; // the terminal is gone; its SIGHUP ends us
        }
    }
}

} // namespace afoot::cli
