#include "core/serve/requestparser.h"

#include "core/serve/chunks.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <charconv>

namespace afoot::serve {

namespace http = boost::beast::http;

namespace {

using BeastText = boost::beast::string_view;
using ErrorCode = boost::beast::error_code;

std::string_view view(BeastText text)
{
    return {text.data(), text.size()};
}

Error badRequest(std::string detail)
{
    return {Error::Code::BadInput, "bad_request", std::move(detail), {}};
}

/// What Beast's parser lets through and a careful server does not; nullopt when the head is sound.
std::optional<Error> faultOf(const Request &head)
{
    if (head.countOf("content-length") > 1)
        return badRequest("Send one Content-Length, not several.");
    if (const auto length = head.header("content-length")) {
        if (length->empty() || !std::all_of(length->begin(), length->end(),
                                            [](char c) { return c >= '0' && c <= '9'; }))
            return badRequest("Content-Length must be digits alone.");
    }
    if (const auto coding = head.header("transfer-encoding")) {
        if (head.countOf("transfer-encoding") > 1 || !equalsIgnoringCase(*coding, "chunked"))
            return badRequest("The only transfer coding known here is a single \"chunked\".");
        if (head.header("content-length"))
            return badRequest("Send either Content-Length or Transfer-Encoding, not both.");
        if (!head.http11)
            return badRequest("HTTP/1.0 knows no Transfer-Encoding.");
    }
    if (head.countOf("host") > 1)
        return badRequest("Send one Host, not several.");
    if (head.http11 && !head.header("host"))
        return badRequest("HTTP/1.1 requests need a Host.");
    return std::nullopt;
}

/// Beast reads the head; the body is not left to it.
class HeadParser final : public http::basic_parser<true>
{
public:
    Request request{};
    bool isDone = false;

private:
    void on_request_impl(http::verb, BeastText method, BeastText target, int version,
                         ErrorCode &) override
    {
        request.method = methodNamed(view(method));
        request.target = view(target);
        request.http11 = version == 11;
    }

    void on_field_impl(http::field, BeastText name, BeastText value, ErrorCode &) override
    {
        request.headers.emplace_back(lowered(view(name)), view(value));
    }

    void on_header_impl(ErrorCode &) override
    {
        isDone = true;
        request.keepAlive = keep_alive();
        const auto expect = request.header("expect");
        request.expectsContinue =
            request.http11 && expect && equalsIgnoringCase(*expect, "100-continue");
    }

    void on_response_impl(int, BeastText, int, ErrorCode &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ErrorCode &) override {}
    std::size_t on_body_impl(BeastText bytes, ErrorCode &) override { return bytes.size(); }
    void on_chunk_header_impl(std::uint64_t, BeastText, ErrorCode &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, BeastText bytes, ErrorCode &) override
    {
        return bytes.size();
    }
    void on_finish_impl(ErrorCode &) override {}
};

} // namespace

struct RequestParser::Private
{
    Private(const Limits &given, IsStreamed streamed)
        : isStreamed(streamed)
        , maxHeaderBytes(given.maxHeaderBytes)
        , maxBodyBytes(given.maxBodyBytes)
    {
        // counted here: Beast counts the request line and the fields apart, and anew for each read
        head.header_limit(static_cast<std::uint32_t>(maxHeaderBytes + 4));
        head.body_limit(boost::none);
        head.eager(false);
    }

    void fail(Error reason)
    {
        phase = Phase::Failed;
        error = std::move(reason);
    }

    void failForLongHead()
    {
        fail({Error::Code::TooLarge,
              "header_too_large",
              "The head of the request passes " + std::to_string(maxHeaderBytes) + " bytes.",
              {}});
    }

    void failForLongBody()
    {
        fail({Error::Code::TooLarge,
              "too_large",
              "The body passes " + std::to_string(maxBodyBytes) + " bytes.",
              {}});
    }

    bool hasBareLineFeed(std::string_view bytes);
    std::size_t pushHead(std::string_view bytes);
    std::size_t put(std::string_view bytes);
    void beginBody();
    std::size_t pushBody(std::string_view bytes);

    HeadParser head{};
    std::string pending{}; ///< bytes that Beast wants to see again with more behind them
    std::optional<ChunkDecoder> chunks{};
    std::uint64_t bodyLeft = 0; ///< without chunks
    IsStreamed isStreamed;
    bool streams = false;
    std::size_t maxHeaderBytes;
    std::size_t maxBodyBytes;
    std::size_t headBytes = 0;
    char lastByte = 0;
    std::size_t lineBytes = 0; ///< of the line that is not whole yet
    bool started = false;
    Phase phase = Phase::Head;
    Error error{};
};

/// Beast would wait for a CR LF that never comes.
bool RequestParser::Private::hasBareLineFeed(std::string_view bytes)
{
    std::size_t start = 0;
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
         at = bytes.find('\n', start)) {
        if ((at == 0 ? lastByte : bytes[at - 1]) != '\r')
            return true;
        if (lineBytes + (at - start) == 1)
            return false; // an empty line: what follows may be anything
        lineBytes = 0;
        start = at + 1;
    }
    lineBytes += bytes.size() - start;
    lastByte = bytes.back();
    return false;
}

/// Lets Beast have @p bytes and says how many it used.
std::size_t RequestParser::Private::put(std::string_view bytes)
{
    ErrorCode ec;
    const std::size_t used = head.put(boost::asio::buffer(bytes.data(), bytes.size()), ec);
    headBytes += used;
    if (headBytes + (head.isDone ? 0 : bytes.size() - used) > maxHeaderBytes ||
        ec == http::error::header_limit)
        failForLongHead();
    else if (ec && ec != http::error::need_more)
        fail(badRequest("This is not HTTP/1.1 as RFC 9112 has it: " + ec.message() + "."));
    else if (head.isDone)
        beginBody();
    return used;
}

std::size_t RequestParser::Private::pushHead(std::string_view bytes)
{
    std::size_t taken = 0;
    if (!pending.empty()) {
        const std::size_t old = pending.size();
        pending.append(bytes);
        const std::size_t used = put(pending);
        if (phase != Phase::Head) {
            pending = {};
            return used > old ? used - old : 0;
        }
        pending.erase(0, used);
        return bytes.size();
    }
    while (taken < bytes.size() && phase == Phase::Head) {
        const std::size_t used = put(bytes.substr(taken));
        taken += used;
        if (used == 0 && phase == Phase::Head) {
            pending = bytes.substr(taken);
            return bytes.size();
        }
    }
    return taken;
}

void RequestParser::Private::beginBody()
{
    const Request &request = head.request;
    if (auto fault = faultOf(request)) {
        fail(std::move(*fault));
        return;
    }
    streams = isStreamed && isStreamed(request);
    if (streams)
        maxBodyBytes = SIZE_MAX;
    if (request.header("transfer-encoding")) {
        chunks.emplace(maxBodyBytes, maxHeaderBytes);
        phase = Phase::Body;
        return;
    }
    if (const auto length = request.header("content-length")) {
        const auto [stop, trouble] =
            std::from_chars(length->data(), length->data() + length->size(), bodyLeft);
        if (trouble != std::errc{} || bodyLeft > maxBodyBytes) {
            failForLongBody();
            return;
        }
    }
    phase = bodyLeft > 0 ? Phase::Body : Phase::Done;
}

std::size_t RequestParser::Private::pushBody(std::string_view bytes)
{
    std::string &body = head.request.body;
    if (!chunks) {
        const std::string_view piece = bytes.substr(
            0, static_cast<std::size_t>(std::min<std::uint64_t>(bodyLeft, bytes.size())));
        body.append(piece);
        bodyLeft -= piece.size();
        if (bodyLeft == 0)
            phase = Phase::Done;
        return piece.size();
    }
    const std::size_t used = chunks->push(bytes, body);
    switch (chunks->state()) {
    case ChunkDecoder::State::More:
        break;
    case ChunkDecoder::State::Done:
        phase = Phase::Done;
        break;
    case ChunkDecoder::State::Malformed:
        fail(badRequest("The chunks of the body are not as RFC 9112, section 7.1 has them."));
        break;
    case ChunkDecoder::State::BodyTooLong:
        failForLongBody();
        break;
    case ChunkDecoder::State::LinesTooLong:
        failForLongHead();
        break;
    }
    return used;
}

RequestParser::RequestParser(const Limits &limits, IsStreamed streamed)
    : m_d(std::make_unique<Private>(limits, streamed))
{
}

RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser &&) noexcept = default;
RequestParser &RequestParser::operator=(RequestParser &&) noexcept = default;

std::size_t RequestParser::push(std::string_view bytes)
{
    Private &d = *m_d;
    if (bytes.empty())
        return 0;
    d.started = true;
    if (d.phase == Phase::Body)
        return d.pushBody(bytes);
    if (d.phase != Phase::Head)
        return 0;
    if (d.hasBareLineFeed(bytes)) {
        d.fail(badRequest("Lines end with CR LF, not with LF alone."));
        return bytes.size();
    }
    return d.pushHead(bytes);
}

RequestParser::Phase RequestParser::phase() const
{
    return m_d->phase;
}

bool RequestParser::started() const
{
    return m_d->started;
}

const Request &RequestParser::request() const
{
    return m_d->head.request;
}

Request RequestParser::takeRequest()
{
    return std::move(m_d->head.request);
}

bool RequestParser::isStreamed() const
{
    return m_d->streams;
}

std::string RequestParser::takeBody()
{
    return std::exchange(m_d->head.request.body, {});
}

const Error &RequestParser::error() const
{
    return m_d->error;
}

} // namespace afoot::serve
