#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace afoot {

/// Expected trouble, as a value. @c code decides what happens next, @c detail (English) names the
/// offending value and says what to do, @c field is the JSON field it concerns (empty when none).
struct Error
{
    enum class Code {
        BadInput,    ///< the sender must change what it sends; retrying as it is cannot help
        NotFound,    ///< no such job, path or file
        Conflict,    ///< not in this state, such as an update to a finished job
        TooLarge,    ///< past a limit of size
        TooMany,     ///< past a limit of number; retrying later can help
        Refused,     ///< not allowed: token, Host, Origin
        Unavailable, ///< nobody answers there now; retrying can help
        Internal,    ///< our own trouble: disk, memory, system call
    };
    Code code = Code::BadInput;
    std::string name{};   ///< the stable word for machines, such as "job_finished"
    std::string detail{}; ///< one sentence for a person
    std::string field{};

    friend bool operator==(const Error &, const Error &) = default;
};

/// True when the same request may succeed later without being changed.
inline bool isTransient(const Error &error)
{
    return error.code == Error::Code::TooMany || error.code == Error::Code::Unavailable;
}

/// A value or the reason why there is none. std::expected is C++23.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_either(std::move(value)) {}
    Result(Error error) : m_either(std::move(error)) {}

    bool ok() const { return m_either.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_either); }
    T &value() & { return std::get<0>(m_either); }
    T &&value() && { return std::get<0>(std::move(m_either)); }
    const T *operator->() const { return &std::get<0>(m_either); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_either)); }

    const Error &error() const { return std::get<1>(m_either); }

private:
    std::variant<T, Error> m_either;
};

} // namespace afoot
