#include "core/serve/requestparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

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

class Parser final : public http::basic_parser<true>
{
public:
    Request request{};
    std::optional<Error> fault{};
    bool headDone = false;

private:
    void on_request_impl(http::verb, BeastText method, BeastText target, int version,
                         ErrorCode &) override
    {
        request.method = methodNamed(view(method));
        request.target = view(target);
        request.http11 = version == 11;
    }

    void on_response_impl(int, BeastText, int, ErrorCode &) override {}

    void on_field_impl(http::field, BeastText name, BeastText value, ErrorCode &) override
    {
        // a trailer may not pass for a header that was checked before
        if (!headDone)
            request.headers.emplace_back(lowered(view(name)), view(value));
    }

    void on_header_impl(ErrorCode &ec) override
    {
        headDone = true;
        request.keepAlive = keep_alive();
        fault = faultOf(request);
        if (!fault && request.http11) {
            if (const auto expect = request.header("expect"))
                request.expectsContinue = equalsIgnoringCase(*expect, "100-continue");
        }
        if (fault)
            ec = http::error::bad_value;
    }

    void on_body_init_impl(const boost::optional<std::uint64_t> &length, ErrorCode &) override
    {
        if (length)
            request.body.reserve(
                static_cast<std::size_t>(std::min<std::uint64_t>(*length, 65'536)));
    }

    std::size_t on_body_impl(BeastText bytes, ErrorCode &) override
    {
        request.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t, BeastText, ErrorCode &) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, BeastText bytes, ErrorCode &) override
    {
        request.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }

    void on_finish_impl(ErrorCode &) override {}
};

} // namespace

struct RequestParser::Private
{
    explicit Private(const Limits &given)
        : maxHeaderBytes(given.maxHeaderBytes)
        , maxBodyBytes(given.maxBodyBytes)
    {
        // counted here: Beast counts the request line and the fields apart, and anew for each read
        parser.header_limit(static_cast<std::uint32_t>(maxHeaderBytes + 4));
        parser.body_limit(maxBodyBytes);
        parser.eager(false);
    }

    void fail(Error reason)
    {
        phase = Phase::Failed;
        error = std::move(reason);
    }

    Error tooLongHead() const
    {
        return {Error::Code::TooLarge,
                "header_too_large",
                "The head of the request passes " + std::to_string(maxHeaderBytes) + " bytes.",
                {}};
    }

    /// Lets Beast have @p bytes and says how many it used.
    std::size_t put(std::string_view bytes)
    {
        ErrorCode ec;
        const bool wasHead = !parser.headDone;
        const std::size_t used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), ec);
        if (wasHead) {
            headBytes += used;
            const std::size_t waiting = parser.headDone ? 0 : bytes.size() - used;
            if (headBytes + waiting > maxHeaderBytes) {
                fail(tooLongHead());
                return used;
            }
        }
        if (!ec || ec == http::error::need_more)
            return used;
        if (parser.fault)
            fail(*parser.fault);
        else if (ec == http::error::header_limit)
            fail(tooLongHead());
        else if (ec == http::error::body_limit)
            fail({Error::Code::TooLarge,
                  "too_large",
                  "The body passes " + std::to_string(maxBodyBytes) + " bytes.",
                  {}});
        else
            fail(badRequest("This is not HTTP/1.1 as RFC 9112 has it: " + ec.message() + "."));
        return used;
    }

    Parser parser{};
    std::string pending{}; ///< bytes that Beast wants to see again with more behind them
    std::size_t maxHeaderBytes;
    std::size_t maxBodyBytes;
    std::size_t headBytes = 0;
    bool started = false;
    Phase phase = Phase::Head;
    Error error{};
};

RequestParser::RequestParser(const Limits &limits)
    : m_d(std::make_unique<Private>(limits))
{
}

RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser &&) noexcept = default;
RequestParser &RequestParser::operator=(RequestParser &&) noexcept = default;

std::size_t RequestParser::push(std::string_view bytes)
{
    Private &d = *m_d;
    std::size_t taken = 0;
    while (taken < bytes.size() && (d.phase == Phase::Head || d.phase == Phase::Body)) {
        d.started = true;
        const Phase before = d.phase;
        std::size_t used = 0;
        bool stuck = false;
        if (d.pending.empty()) {
            const std::string_view rest = bytes.substr(taken);
            used = d.put(rest);
            taken += used;
            stuck = used == 0;
        } else {
            const std::size_t old = d.pending.size();
            d.pending.append(bytes.substr(taken));
            used = d.put(d.pending);
            if (used >= old) {
                taken += used - old;
                d.pending.clear();
            } else {
                taken = bytes.size();
                d.pending.erase(0, used);
                stuck = used == 0;
            }
        }
        if (d.phase == Phase::Failed)
            return taken;
        if (d.parser.is_done())
            d.phase = Phase::Done;
        else if (d.parser.headDone)
            d.phase = Phase::Body;
        if (before == Phase::Head && d.phase != Phase::Head)
            return taken;
        if (stuck) {
            d.pending.append(bytes.substr(taken));
            taken = bytes.size();
            // a chunk's extensions or the trailer: as long as a head at most
            if (d.pending.size() > d.maxHeaderBytes)
                d.fail(d.tooLongHead());
        }
    }
    return taken;
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
    return m_d->parser.request;
}

Request RequestParser::takeRequest()
{
    return std::move(m_d->parser.request);
}

const Error &RequestParser::error() const
{
    return m_d->error;
}

} // namespace afoot::serve
