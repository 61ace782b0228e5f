#include "app/cli/badmessages.h"

namespace afoot::cli {

std::optional<std::string> BadMessages::note(const BadNews &news)
{
    m_urls.try_emplace(news.source, news.url);
    if (++m_count > mostNamed)
        return std::nullopt;
    return "A message of " + news.url + " could not be read: " + news.why;
}

std::vector<std::string> BadMessages::summary() const
{
    std::vector<std::string> sentences;
    if (const int more = m_count - mostNamed; more > 0)
        sentences.push_back(std::to_string(more) +
                            (more == 1 ? " more message" : " more messages") +
                            " could not be read.");
    for (const auto &[source, url] : m_urls) {
        if (!m_read.contains(source))
            sentences.push_back("Nothing that " + url +
                                " said was about a job; \"afoot dialect new --from " + url +
                                "\" listens there and proposes a dialect.");
    }
    return sentences;
}

} // namespace afoot::cli
