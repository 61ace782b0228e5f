#include "app/desktop/updatebox.h"

#include "core/model/limits.h"
#include "core/model/merge.h"

#include <iterator>
#include <utility>

namespace afoot {

namespace {

void append(std::vector<LogLine> &lines, std::vector<LogLine> &&more)
{
    lines.insert(lines.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    if (const std::size_t most = JobLimits{}.maxLogLinesPerJob; lines.size() > most)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(most));
}

} // namespace

bool UpdateBox::put(std::vector<Update> updates)
{
    const std::scoped_lock lock(m_mutex);
    const bool wasEmpty = m_updates.empty();
    for (Update &update : updates)
        add(std::move(update));
    return wasEmpty && !m_updates.empty();
}

void UpdateBox::add(Update &&update)
{
    Open &open = m_open[update.key];
    const bool isPlain = update.op == Update::Op::Change && !update.state && !update.restart;
    if (isPlain && open.change != Open::none) {
        Update &whole = m_updates[open.change];
        merge(whole, update);
        if (update.time)
            whole.time = update.time;
        return;
    }
    if (update.op == Update::Op::Log && open.log != Open::none) {
        append(m_updates[open.log].lines, std::move(update.lines));
        return;
    }
    const std::size_t here = m_updates.size();
    if (update.op == Update::Op::Log)
        open.log = here;
    else if (update.op == Update::Op::Begin)
        open = {.change = here};
    else if (update.op == Update::Op::Change && !(update.state && isFinal(*update.state)))
        open.change = here;
    else
        open = {};
    m_updates.push_back(std::move(update));
}

std::vector<Update> UpdateBox::take()
{
    const std::scoped_lock lock(m_mutex);
    m_open.clear();
    return std::exchange(m_updates, {});
}

} // namespace afoot
