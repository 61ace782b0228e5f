#include "core/follow/trackerclient.h"

#include "core/follow/answerparser.h"
#include "core/follow/clientsocket.h"
#include "core/wire/json.h"

#include <charconv>

namespace afoot {

namespace {

Error unavailable(std::string name, std::string detail)
{
    return {Error::Code::Unavailable, std::move(name), std::move(detail), {}};
}

bool mayBeRepeated(std::string_view method)
{
    return method == "GET" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "::1" || host.substr(0, 4) == "127.";
}

} // namespace

/// One connection with what came in on it and was not parsed yet.
class TrackerClient::Connection
{
public:
    explicit Connection(ClientSocket socket) : m_socket(std::move(socket)) {}

    /// A kept connection on which the tracker hung up, or said something unasked, is of no use.
    bool isFresh() { return m_unread.empty() && m_socket.isQuiet(); }
    bool heardNothing() const { return m_heardNothing; }

    std::optional<Error> send(std::string_view bytes, SocketDeadline deadline)
    {
        m_heardNothing = true;
        return m_socket.send(bytes, deadline);
    }

    /// Reads on until @p parser has moved: nothing, or why it cannot.
    std::optional<Error> feed(AnswerParser &parser, SocketDeadline deadline, int stopFd)
    {
        if (m_unread.empty() || m_needsMore) {
            const std::size_t before = m_unread.size();
            if (auto trouble = m_socket.receive(m_unread, deadline, stopFd))
                return trouble;
            if (m_unread.size() == before) {
                if (parser.endOfStream())
                    return {};
                return unavailable("connection_lost", "The tracker closed the connection.");
            }
            m_heardNothing = false;
        }
        const std::optional<std::size_t> used = parser.push(m_unread);
        if (!used)
            return unavailable("bad_answer", "What answers there does not speak HTTP.");
        m_needsMore = *used == 0; // half a line: the parser wants it whole
        m_unread.erase(0, *used);
        return {};
    }

private:
    ClientSocket m_socket;
    std::string m_unread{};
    bool m_needsMore = false;
    bool m_heardNothing = true;
};

Result<TrackerAddress> trackerAddressFrom(std::string_view text)
{
    const auto bad = [&](std::string_view why) {
        return Error{Error::Code::BadInput,
                     "bad_address",
                     "\"" + std::string(text) +
                         "\" is not an address of a tracker: " + std::string(why) + ".",
                     {}};
    };
    TrackerAddress address;
    if (text.starts_with("unix:")) {
        address.unixPath = text.substr(5);
        if (address.unixPath.empty() || address.unixPath.front() != '/')
            return bad("give the whole path, as in unix:/run/user/1000/afoot/tracker.sock");
        return address;
    }
    constexpr std::string_view scheme = "http://";
    if (!text.starts_with(scheme))
        return bad("write http://127.0.0.1:4680 or unix:/PATH");
    std::string_view rest = text.substr(scheme.size());
    while (rest.ends_with('/'))
        rest.remove_suffix(1);
    std::string_view port;
    if (rest.starts_with('[')) {
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos)
            return bad("the bracket of the IPv6 address is not closed");
        address.host = rest.substr(1, close - 1);
        port = rest.substr(close + 1);
    } else {
        const std::size_t colon = rest.find(':');
        address.host = rest.substr(0, colon);
        port = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon);
    }
    if (!isLoopback(address.host))
        return bad("only a tracker on this machine is spoken to without TLS");
    if (!port.empty()) {
        const std::string_view digits = port.substr(1);
        const char *const end = digits.data() + digits.size();
        const auto [stop, failure] = std::from_chars(digits.data(), end, address.port);
        if (port.front() != ':' || failure != std::errc{} || stop != end || address.port == 0)
            return bad("a port is a number from 1 to 65535");
    }
    return address;
}

TrackerClient::TrackerClient(TrackerAddress address) : TrackerClient(std::move(address), Options{})
{
}

TrackerClient::TrackerClient(TrackerAddress address, Options options)
    : m_address(std::move(address)), m_options(options)
{
}

TrackerClient::~TrackerClient() = default;
TrackerClient::TrackerClient(TrackerClient &&) noexcept = default;
TrackerClient &TrackerClient::operator=(TrackerClient &&) noexcept = default;

void TrackerClient::answerWithin(Millis deadline)
{
    m_options.answerWithin = deadline;
}

void TrackerClient::close()
{
    m_connection.reset();
}

std::string TrackerClient::head(std::string_view method, std::string_view target,
                                std::string_view fields) const
{
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: ");
    if (!m_address.unixPath.empty()) {
        text += "localhost";
    } else {
        const bool v6 = m_address.host.find(':') != std::string::npos;
        text += v6 ? '[' + m_address.host + ']' : m_address.host;
        text += ':' + std::to_string(m_address.port);
        if (!m_address.token.empty())
            text += "\r\nAuthorization: Bearer " + m_address.token;
    }
    text.append("\r\n").append(fields).append("\r\n");
    return text;
}

std::optional<Error> TrackerClient::connect()
{
    const SocketDeadline deadline(m_options.connectWithin);
    Result<ClientSocket> socket = m_address.unixPath.empty()
                                      ? ClientSocket::tcp(m_address.host, m_address.port, deadline)
                                      : ClientSocket::unixSocket(m_address.unixPath, deadline);
    if (!socket)
        return socket.error();
    m_connection = std::make_unique<Connection>(std::move(socket).value());
    return {};
}

Result<TrackerClient::Answer> TrackerClient::request(std::string_view method,
                                                     std::string_view target, std::string_view body,
                                                     std::string_view contentType)
{
    std::string fields;
    if (!body.empty())
        fields.append("Content-Type: ").append(contentType).append("\r\n");
    if (!body.empty() || method != "GET")
        fields += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    std::string bytes = head(method, target, fields);
    bytes += body;

    bool again = mayBeRepeated(method);
    while (true) {
        if (m_connection && !m_connection->isFresh())
            m_connection.reset();
        const bool kept = m_connection != nullptr;
        if (!kept) {
            if (auto trouble = connect())
                return *trouble;
        }
        Result<Answer> answer = exchange(bytes);
        if (answer)
            return answer;
        const bool lostBeforeAnswer =
            answer.error().name == "connection_lost" && m_connection->heardNothing();
        m_connection.reset();
        if (!(lostBeforeAnswer && kept && again))
            return answer;
        again = false;
    }
}

Result<TrackerClient::Answer> TrackerClient::exchange(std::string_view bytes)
{
    const SocketDeadline deadline(m_options.answerWithin);
    // A tracker that refuses early answers and closes; its answer is still worth reading.
    if (auto trouble = m_connection->send(bytes, deadline);
        trouble && trouble->name != "peer_closed")
        return *trouble;
    Answer answer;
    AnswerParser parser(m_options.maxAnswerBytes,
                        [&answer](std::string_view piece) { answer.body += piece; });
    while (!parser.isDone()) {
        if (auto trouble = m_connection->feed(parser, deadline, m_options.stopFd))
            return *trouble;
    }
    answer.status = parser.status();
    if (!parser.keepAlive())
        m_connection.reset();
    return answer;
}

std::optional<Error>
TrackerClient::stream(std::string_view target, const StreamOptions &options,
                      const std::function<bool(const wire::SseEvent &)> &onEvent)
{
    m_connection.reset();
    if (auto trouble = connect())
        return trouble;
    std::string fields = "Accept: text/event-stream\r\n";
    if (!options.lastEventId.empty())
        fields += "Last-Event-ID: " + options.lastEventId + "\r\n";
    const SocketDeadline sendBy(m_options.answerWithin);
    if (auto trouble = m_connection->send(head("GET", target, fields), sendBy);
        trouble && trouble->name != "peer_closed") {
        m_connection.reset();
        return trouble;
    }

    Answer refused;
    wire::SseParser events;
    bool goOn = true;
    bool readable = true;
    const AnswerParser *started = nullptr;
    const auto take = [&](std::string_view piece) {
        if (started->status() != 200) {
            refused.body += piece;
            return;
        }
        readable = readable && goOn && events.push(piece, [&](const wire::SseEvent &event) {
            goOn = goOn && onEvent(event);
        });
    };
    AnswerParser parser(std::nullopt, take);
    started = &parser;
    std::optional<Error> trouble;
    while (goOn && readable && !trouble && !parser.isDone()) {
        const SocketDeadline deadline(parser.status() == 200 ? options.silence
                                                             : m_options.answerWithin);
        trouble = m_connection->feed(parser, deadline, options.stopFd);
    }
    m_connection.reset();
    if (!goOn)
        return {};
    if (trouble)
        return trouble;
    if (!readable)
        return unavailable("bad_answer", "The tracker sent an event that is too long.");
    refused.status = parser.status();
    if (auto refusal = refusalIn(refused))
        return refusal;
    return unavailable("stream_ended", "The tracker ended the stream.");
}

std::optional<Error> refusalIn(const TrackerClient::Answer &answer)
{
    if (answer.ok())
        return {};
    const auto codeOf = [](int status) {
        switch (status) {
        case 401:
        case 403:
            return Error::Code::Refused;
        case 404:
            return Error::Code::NotFound;
        case 409:
            return Error::Code::Conflict;
        case 413:
            return Error::Code::TooLarge;
        case 429:
            return Error::Code::TooMany;
        default:
            return status >= 500 ? Error::Code::Unavailable : Error::Code::BadInput;
        }
    };
    const std::string status = std::to_string(answer.status);
    Error error =
        wire::errorFromJson(answer.body)
            .value_or(Error{{}, "http_" + status, "The tracker answered " + status + ".", {}});
    error.code = codeOf(answer.status);
    return error;
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
                                c == '~';
        if (unreserved) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 0xFU];
    }
    return encoded;
}

std::string jobTarget(std::string_view id)
{
    return "/api/v1/jobs/" + percentEncoded(id);
}

} // namespace afoot
