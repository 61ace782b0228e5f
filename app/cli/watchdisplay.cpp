#include "app/cli/watchdisplay.h"

#include "app/cli/painter.h"
#include "app/cli/terminal.h"
#include "app/cli/termview.h"
#include "app/shared/paths.h"
#include "app/shared/systemclock.h"
#include "core/wire/json.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <unistd.h>
#include <utility>
#include <vector>

namespace afoot::cli {

namespace {

class JsonDisplay : public Display
{
public:
    /// @p url of what tells no other.
    explicit JsonDisplay(std::string url) : m_url(std::move(url)) {}

    void link(const LinkNews &news) override
    {
        std::cout << R"({"type":"link","state":)" << wire::quoted(nameOf(news.phase))
                  << R"(,"transport":)" << wire::quoted(news.transport) << R"(,"attempt":)"
                  << news.attempt << R"(,"retry_in_ms":)" << news.retryIn.count() << R"(,"url":)"
                  << wire::quoted(news.url.empty() ? m_url : news.url);
        if (!news.dialect.empty())
            std::cout << R"(,"dialect":)" << wire::quoted(news.dialect);
        if (news.why)
            std::cout << R"(,"error":)" << wire::quoted(news.why->detail);
        std::cout << "}" << std::endl;
    }
    void changed(const WatchState &, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.changed)
            std::cout << watchLine(job) << '\n';
        std::cout << std::flush;
    }
    void log(const LogEvent &event) override
    {
        for (const LogLine &line : event.page.lines)
            std::cout << R"({"type":"log","job_id":)" << wire::quoted(event.key.id) << R"(,"line":)"
                      << wire::quoted(line.text) << "}\n";
        std::cout << std::flush;
    }

private:
    std::string m_url;
};

class RawDisplay : public Display
{
public:
    void changed(const WatchState &, const WatchState::Seen &) override {}
    void raw(const RawNews &news) override
    {
        std::cout << R"({"event":)" << wire::quoted(news.event.type) << R"(,"data":)"
                  << wire::quoted(news.event.data) << R"(,"id":)"
                  << wire::quoted(news.event.lastEventId) << "}" << std::endl;
    }
};

class PlainDisplay : public Display
{
public:
    void changed(const WatchState &, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.changed) {
            const bool ended =
                std::find(seen.ended.begin(), seen.ended.end(), job) != seen.ended.end();
            if (isFinal(job.state) && !ended)
                continue; // it had ended before we looked
            const std::string milestone = milestoneOf(job);
            if (std::exchange(m_said[job.key], milestone) != milestone)
                std::cout << plainLine(job, SystemClock().now()) << '\n';
        }
        std::cout << std::flush;
    }

private:
    std::map<JobKey, std::string> m_said{};
};

class LiveDisplay : public Display
{
public:
    LiveDisplay() : m_terminal(terminalOf(STDOUT_FILENO)), m_rows(rowsOf(STDOUT_FILENO)) {}

    void link(const LinkNews &news) override
    {
        const bool away = news.phase == LinkNews::Phase::Reconnecting && news.attempt > 1;
        if (news.phase == LinkNews::Phase::Connected || away)
            m_away = away;
        m_dirty = true;
    }
    void changed(const WatchState &state, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.ended)
            m_settled.push_back(endLine(job, m_terminal, m_clock.now()));
        m_dirty = true;
        m_idle = state.live().empty();
        m_counting = !m_idle;
    }
    std::optional<Millis> nextTick() const override
    {
        const Millis since = m_clock.ticks() - m_painted;
        if (m_dirty)
            return std::max(Millis{100} - since, Millis{0});
        if (m_counting)
            return std::max(Millis{1000} - since, Millis{0});
        return {};
    }
    void tick(const WatchState &state) override { paint(state); }
    void resized(const WatchState &state) override
    {
        m_terminal = terminalOf(STDOUT_FILENO);
        m_rows = rowsOf(STDOUT_FILENO);
        paint(state);
    }
    void pause() override { m_painter.release(); }
    void resume(const WatchState &state) override { resized(state); }

    void finish(const WatchState &state) override
    {
        paint(state);
        m_painter.release();
    }

private:
    void paint(const WatchState &state)
    {
        std::vector<std::string> live;
        for (const Job &job : state.live()) {
            for (std::string &line : jobLines(job, m_terminal, m_clock.now()))
                live.push_back(std::move(line));
        }
        if (m_away)
            live.push_back(
                painted("The tracker is away; trying again.", Paint::Yellow, m_terminal));
        else if (live.empty() && m_settled.empty() && !state.isOver())
            live.push_back(
                painted("Nothing is running; waiting for the next job (Ctrl-C ends this).",
                        Paint::Dim, m_terminal));
        m_painter.paint(std::exchange(m_settled, {}), fittingRows(std::move(live), m_rows - 1),
                        m_terminal);
        m_painted = m_clock.ticks();
        m_dirty = false;
    }

    SystemClock m_clock{};
    Terminal m_terminal;
    int m_rows;
    Painter m_painter{STDOUT_FILENO};
    std::vector<std::string> m_settled{};
    Ticks m_painted{};
    bool m_dirty = true;
    bool m_idle = true;
    bool m_counting = false; ///< something runs: times move on without news
    bool m_away = false;
};

} // namespace

std::unique_ptr<Display> displayFor(bool json, const std::string &url)
{
    if (json)
        return std::make_unique<JsonDisplay>(url);
    if (terminalOf(STDOUT_FILENO).isTerminal && environmentValue("TERM") != "dumb")
        return std::make_unique<LiveDisplay>();
    return std::make_unique<PlainDisplay>();
}

std::unique_ptr<Display> rawDisplay()
{
    return std::make_unique<RawDisplay>();
}

} // namespace afoot::cli
