#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace afoot::bench {

/// Where a server listens: a path, or else a port on 127.0.0.1.
struct Address
{
    std::string path{};
    std::uint16_t port = 0;
};

/// A connected socket that blocks, or -1. @p receiveBytes bounds what the kernel keeps for a reader that takes nothing.
int dial(const Address &address, int receiveBytes = 0);
/// Tries until somebody listens; false after @p seconds.
bool awaitListener(const Address &address, double seconds = 10);
/// A listening socket on 127.0.0.1; @p port becomes what was free.
int listenTcp(std::uint16_t &port);
std::uint16_t freePort();

bool sendAll(int fd, std::string_view bytes);
/// Reads one answer with a Content-Length and returns its body; empty when the peer hung up.
std::string readAnswer(int fd);
/// How long the first answer in @p bytes is, head and body; 0 while it is not whole.
std::size_t answerBytes(std::string_view bytes);

/// As many descriptors as the system lets us have.
void raiseDescriptorLimit();

} // namespace afoot::bench
