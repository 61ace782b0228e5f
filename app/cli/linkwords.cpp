#include "app/cli/linkwords.h"

#include "app/cli/humanize.h"
#include "app/cli/sentences.h"

#include <cctype>
#include <cmath>

namespace afoot::cli {

namespace {

/// To begin a sentence with, or to stand before a colon.
std::string capital(std::string text)
{
    if (text.starts_with("the "))
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

/// "URL: REASON; "
std::string because(const LinkNews &news)
{
    std::string text = capital(nameOfTracker(news)) + ": ";
    if (!news.why || news.why->detail.empty())
        return text;
    return text + withoutStop(news.why->detail) + "; ";
}

std::string again(const LinkNews &news, Millis age)
{
    const Millis left = news.retryIn - age;
    if (left <= Millis(0))
        return "trying again";
    return "trying again in " + duration(std::ceil(static_cast<double>(left.count()) / 1000));
}

} // namespace

std::string nameOfTracker(const LinkNews &news)
{
    return news.url.empty() ? "the tracker" : news.url;
}

std::string linkLine(const LinkNews &news, Millis age)
{
    switch (news.phase) {
    case LinkNews::Phase::Connecting:
        return "Connecting to " + nameOfTracker(news) + "…";
    case LinkNews::Phase::Reconnecting:
        return because(news) + again(news, age) + " (attempt " + std::to_string(news.attempt + 1) +
               ")";
    case LinkNews::Phase::Polling:
    case LinkNews::Phase::Disconnected:
        return linkSentence(news);
    case LinkNews::Phase::Connected:
        break;
    }
    return {};
}

std::string linkSentence(const LinkNews &news)
{
    switch (news.phase) {
    case LinkNews::Phase::Connecting:
        return "Connecting to " + nameOfTracker(news);
    case LinkNews::Phase::Reconnecting:
        return because(news) + "trying again";
    case LinkNews::Phase::Polling:
        return because(news) + "polling";
    case LinkNews::Phase::Disconnected:
        return because(news) + "given up";
    case LinkNews::Phase::Connected:
        break;
    }
    return "Connected to " + nameOfTracker(news);
}

} // namespace afoot::cli
