#pragma once

#include "tests/bench/kit/process.h"
#include "tests/bench/kit/sockets.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace afoot::bench {

/// A folder for one run of a bench, gone with this object.
class Room
{
public:
    Room();
    ~Room();
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;
    const std::string &path() const { return m_path; }

private:
    std::string m_path{};
};

/// A server in a process of its own, and how it is talked to. Every event carries a marker: '#' and eight digits.
struct Contestant
{
    std::string name;
    Process process;
    Address address;
    std::string sse{};       ///< requests, whole
    std::string ws{};        ///< empty: knows no WebSocket
    std::string wsBatched{}; ///< empty: knows no lists
    /// The request that publishes event @p number; publishers are told apart by small numbers.
    std::function<std::string(int publisher, long number)> publish{};
};

constexpr int maxPublishers = 16;

/// The real program: `afoot serve` with everything that is on by default, over TCP. Its jobs job0..job15 are begun.
std::optional<Contestant> startAfoot(const Room &room);
/// The same process by its Unix socket.
Address unixAddressIn(const Room &room);
std::string unixRequest(const std::string &method, const std::string &target);
/// One update of job @p publisher.
std::string afootUpdate(int publisher, long number, const std::string &authorization);

/// @p body bytes each event; that of Afoot's is measured by eventBytes().
Contestant startFloor(std::size_t bodyBytes);
/// Unset with @p why in words when the package is not installed.
std::optional<Contestant> startNchan(const Room &room, std::size_t bodyBytes, std::string &why);
std::optional<Contestant> startNode(const Room &room, std::size_t bodyBytes, std::string &why);

/// How long the JSON of one of Afoot's events is.
std::size_t eventBytes(const Contestant &afoot);

} // namespace afoot::bench
