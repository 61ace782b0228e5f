#pragma once

#include "app/cli/terminal.h"

#include <string>
#include <vector>

namespace afoot::cli {

/// A block of lines at the bottom of a terminal that is painted over in place; what has settled scrolls away above it.
///
/// Each paint is one write, so that nothing flickers. The cursor is hidden while the block stands.
class Painter
{
public:
    explicit Painter(int fd) : m_fd(fd) {}
    ~Painter();
    Painter(const Painter &) = delete;
    Painter &operator=(const Painter &) = delete;

    /// Prints @p settled for good and @p live below it. Nothing is written when nothing has changed.
    void paint(const std::vector<std::string> &settled, const std::vector<std::string> &live,
               const Terminal &terminal);

    /// Leaves the block standing and the cursor visible below it: before ending or being stopped.
    void release();

private:
    void write(const std::string &bytes) const;

    int m_fd;
    bool m_hidden = false;
    std::vector<std::string> m_live{};
    int m_columns = 0;
};

/// The bytes that take @p old away (painted when the terminal may have been wider than @p columns now). Pure.
std::string erasing(const std::vector<std::string> &old, int columns);

/// @p lines cut to @p rows, the last one saying how many are missing. Pure.
std::vector<std::string> fittingRows(std::vector<std::string> lines, int rows);

/// Rows of the terminal @p fd; 24 when unknown.
int rowsOf(int fd);

} // namespace afoot::cli
