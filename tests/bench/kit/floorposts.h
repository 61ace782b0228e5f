#pragma once

#include <string>
#include <string_view>

namespace afoot::bench {

/// A job with the fields of the benches' updates, and nothing that a tracker does.
struct BareJob
{
    std::string id = "job";
    std::string title = "A job with a title of the usual length";
    double percent = 0;
    double current = 0;
    double total = 0;
    std::string message{};
};

/// The floor of an update: Boost.JSON parses it into @p job, and serialises the job. @p id is what the line named.
std::string parsedAndSerialized(std::string_view json, BareJob &job);

/// The floor of posts: one epoll loop that finds the end of a request and answers with that. Serves @p listener
/// until it is killed.
void serveFloorPosts(int listener);

} // namespace afoot::bench
