#include "app/shared/runcsv.h"

#include "core/wire/rfc3339.h"

#include <array>
#include <charconv>
#include <string_view>

namespace afoot {

namespace {

std::string csvField(std::string text)
{
    // what begins like this is run by spreadsheets
    if (!text.empty() &&
        std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of("\",\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted += '"';
}

} // namespace

std::string csvHeading()
{
    return "id,kind,title,state,started_at,finished_at,seconds,error,source,run";
}

std::string csvRow(const EndedRun &run)
{
    const Job &job = run.job;
    const auto time = [](const std::optional<WallTime> &at) {
        return at ? wire::toRfc3339(*at) : std::string();
    };
    std::string seconds;
    if (job.startedAt && job.finishedAt) {
        const auto taken = std::chrono::duration<double>(*job.finishedAt - *job.startedAt).count();
        std::array<char, 32> text{};
        const auto [end, failed] = std::to_chars(text.data(), text.data() + text.size(), taken);
        if (failed == std::errc{})
            seconds.assign(text.data(), end);
    }
    std::string row = csvField(job.key.id);
    for (const std::string &field :
         {csvField(job.kind), csvField(job.title), std::string(nameOf(job.state)),
          time(job.startedAt), time(job.finishedAt), seconds, csvField(job.error),
          csvField(job.key.source), run.number > 0 ? std::to_string(run.number) : std::string()})
        row.append(",").append(field);
    return row;
}

} // namespace afoot
