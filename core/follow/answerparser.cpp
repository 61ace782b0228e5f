#include "core/follow/answerparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

namespace afoot {

namespace http = boost::beast::http;
using boost::beast::string_view;
using boost::system::error_code;

class AnswerParser::Parser : public http::basic_parser<false>
{
public:
    explicit Parser(std::function<void(std::string_view)> onBody) : m_onBody(std::move(onBody)) {}

    int status() const { return m_status; }

private:
    void on_request_impl(http::verb, string_view, string_view, int, error_code &) override {}
    void on_response_impl(int code, string_view, int, error_code &) override { m_status = code; }
    void on_field_impl(http::field, string_view, string_view, error_code &) override {}
    void on_header_impl(error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    std::size_t on_body_impl(string_view body, error_code &) override
    {
        m_onBody({body.data(), body.size()});
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code &) override
    {
        m_onBody({body.data(), body.size()});
        return body.size();
    }
    void on_finish_impl(error_code &) override {}

    std::function<void(std::string_view)> m_onBody;
    int m_status = 0;
};

AnswerParser::AnswerParser(std::optional<std::uint64_t> maxBodyBytes,
                           std::function<void(std::string_view)> onBody)
    : m_parser(std::make_unique<Parser>(std::move(onBody)))
{
    m_parser->eager(true);
    m_parser->header_limit(64U << 10U);
    if (maxBodyBytes)
        m_parser->body_limit(*maxBodyBytes);
    else
        m_parser->body_limit(boost::none);
}

AnswerParser::~AnswerParser() = default;

std::optional<std::size_t> AnswerParser::push(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && !m_parser->is_done()) {
        error_code trouble;
        const std::size_t taken = m_parser->put(
            boost::asio::const_buffer(bytes.data() + used, bytes.size() - used), trouble);
        used += taken;
        if (trouble == http::error::need_more || (!trouble && taken == 0))
            break;
        if (trouble)
            return {};
    }
    return used;
}

bool AnswerParser::endOfStream()
{
    if (!m_parser->got_some() || m_parser->is_done())
        return m_parser->is_done();
    error_code trouble;
    m_parser->put_eof(trouble);
    return !trouble && m_parser->is_done();
}

bool AnswerParser::isDone() const
{
    return m_parser->is_done();
}

bool AnswerParser::keepAlive() const
{
    return m_parser->keep_alive();
}

int AnswerParser::status() const
{
    return m_parser->status();
}

} // namespace afoot
