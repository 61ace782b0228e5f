#include "app/cli/watchdisplay.h"

#include "app/cli/linkwords.h"
#include "app/cli/painter.h"
#include "app/cli/terminal.h"
#include "app/cli/termview.h"
#include "app/cli/textwidth.h"
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
        std::cout << R"(,"reason":)" << (news.why ? wire::quoted(news.why->detail) : "null");
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

/// Says on standard error when a connection is away, why, and when it is back: once each, whatever the attempts.
class LinkTeller
{
public:
    void tell(const LinkNews &news)
    {
        std::string &said = m_said[news.url];
        const bool isAway =
            news.phase == LinkNews::Phase::Reconnecting || news.phase == LinkNews::Phase::Polling;
        // one that is open but has said nothing yet may go the way of the others
        const bool isBack = news.phase == LinkNews::Phase::Connected && news.attempt == 0;
        if (isAway && std::exchange(said, linkSentence(news)) != linkSentence(news))
            complain(said + '.');
        else if (isBack && !std::exchange(said, {}).empty())
            complain(linkSentence(news) + " again.");
    }

private:
    std::map<std::string, std::string> m_said{}; ///< of each URL that is away
};

class RawDisplay : public Display
{
public:
    void link(const LinkNews &news) override { m_links.tell(news); }
    void changed(const WatchState &, const WatchState::Seen &) override {}
    void raw(const RawNews &news) override
    {
        std::cout << R"({"event":)" << wire::quoted(news.event.type) << R"(,"data":)"
                  << wire::quoted(news.event.data) << R"(,"id":)"
                  << wire::quoted(news.event.lastEventId) << "}" << std::endl;
    }

private:
    LinkTeller m_links{};
};

class PlainDisplay : public Display
{
public:
    explicit PlainDisplay(SourceNames names) : m_names(std::move(names)) {}

    void link(const LinkNews &news) override { m_links.tell(news); }
    void changed(const WatchState &, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.changed) {
            const bool ended =
                std::find(seen.ended.begin(), seen.ended.end(), job) != seen.ended.end();
            if (isFinal(job.state) && !ended)
                continue; // it had ended before we looked
            const std::string milestone = milestoneOf(job);
            if (std::exchange(m_said[job.key], milestone) != milestone)
                std::cout << plainLine(withSource(job, m_names), SystemClock().now()) << '\n';
        }
        std::cout << std::flush;
    }

private:
    SourceNames m_names;
    LinkTeller m_links{};
    std::map<JobKey, std::string> m_said{};
};

class LiveDisplay : public Display
{
public:
    explicit LiveDisplay(SourceNames names)
        : m_names(std::move(names))
        , m_terminal(terminalOf(STDOUT_FILENO))
        , m_rows(rowsOf(STDOUT_FILENO))
    {
    }

    void link(const LinkNews &news) override
    {
        const auto known = std::find_if(m_links.begin(), m_links.end(),
                                        [&](const Known &one) { return one.news.url == news.url; });
        if (known == m_links.end())
            m_links.push_back({news, m_clock.ticks()});
        else
            *known = {news, m_clock.ticks()};
        m_dirty = true;
    }
    void say(const std::string &sentence) override
    {
        if (m_isOver || !terminalOf(STDERR_FILENO).isTerminal) {
            complain(sentence);
            return;
        }
        m_settled.push_back("afoot: " + sentence);
        m_dirty = true;
    }
    void changed(const WatchState &state, const WatchState::Seen &seen) override
    {
        for (const Job &job : seen.ended)
            m_settled.push_back(endLine(withSource(job, m_names), m_terminal, m_clock.now()));
        m_dirty = true;
        m_counting = !state.live().empty();
    }
    std::optional<Millis> nextTick() const override
    {
        const Millis since = m_clock.ticks() - m_painted;
        if (m_dirty)
            return std::max(Millis{100} - since, Millis{0});
        if (m_counting || isWaiting())
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
        if (std::exchange(m_isOver, true))
            return;
        paint(state);
        m_painter.release();
    }

private:
    struct Known
    {
        LinkNews news{};
        Ticks at{}; ///< when it came
    };

    /// A countdown is on the screen.
    bool isWaiting() const
    {
        return std::any_of(m_links.begin(), m_links.end(), [&](const Known &one) {
            return one.news.phase == LinkNews::Phase::Reconnecting &&
                   m_clock.ticks() - one.at < one.news.retryIn + Millis(1000);
        });
    }
    void addLinks(std::vector<std::string> &live) const
    {
        for (const Known &one : m_links) {
            const std::string line = linkLine(one.news, m_clock.ticks() - one.at);
            const bool isFine = one.news.phase == LinkNews::Phase::Connecting || !one.news.why;
            if (!line.empty())
                live.push_back(
                    painted(fitted(line, m_terminal.columns, CutAt::Middle, m_terminal.unicode),
                            isFine ? Paint::Dim : Paint::Yellow, m_terminal));
        }
    }
    /// What stands there when there is nothing else: only of trackers that are reached.
    std::string waitingLine() const
    {
        if (m_links.empty())
            return {};
        const std::string end = " (Ctrl-C ends this).";
        if (m_links.size() == 1 && !m_links[0].news.url.empty())
            return "Connected to " + m_links[0].news.url + "; waiting for a job" + end;
        if (m_links.size() > 1)
            return "Connected; waiting for a job" + end;
        return "Nothing is running; waiting for the next job" + end;
    }
    void paint(const WatchState &state)
    {
        std::vector<std::string> live;
        for (const Job &job : state.live()) {
            for (std::string &line : jobLines(withSource(job, m_names), m_terminal, m_clock.now()))
                live.push_back(std::move(line));
        }
        if (!m_isOver)
            addLinks(live);
        if (live.empty() && m_settled.empty() && !m_isOver && !state.isOver()) {
            if (const std::string line = waitingLine(); !line.empty())
                live.push_back(painted(line, Paint::Dim, m_terminal));
        }
        m_painter.paint(std::exchange(m_settled, {}), fittingRows(std::move(live), m_rows - 1),
                        m_terminal);
        m_painted = m_clock.ticks();
        m_dirty = false;
    }

    SourceNames m_names;
    SystemClock m_clock{};
    Terminal m_terminal;
    int m_rows;
    Painter m_painter{STDOUT_FILENO};
    std::vector<std::string> m_settled{};
    Ticks m_painted{};
    bool m_dirty = true;
    bool m_counting = false; ///< something runs: times move on without news
    bool m_isOver = false;
    std::vector<Known> m_links{}; ///< in the order in which they were first heard of
};

} // namespace

void Display::say(const std::string &sentence)
{
    complain(sentence);
}

std::unique_ptr<Display> displayFor(bool json, const std::string &url, SourceNames names)
{
    if (json)
        return std::make_unique<JsonDisplay>(url);
    if (terminalOf(STDOUT_FILENO).isTerminal && environmentValue("TERM") != "dumb")
        return std::make_unique<LiveDisplay>(std::move(names));
    return std::make_unique<PlainDisplay>(std::move(names));
}

std::unique_ptr<Display> rawDisplay()
{
    return std::make_unique<RawDisplay>();
}

} // namespace afoot::cli
