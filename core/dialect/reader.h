#pragma once

#include "core/dialect/message.h"
#include "core/dialect/read.h"

namespace afoot::dialect {

Error badMessage(const char *name, std::string detail, std::string field = {});

/// What readMessage() reads with: one message, or the entries of one list. Reads into a copy of what is known, so
/// that what turns out bad half-way has changed nothing. Inside core/dialect only.
///
/// Owns nothing: the dialect and the context must outlive it.
class Reader
{
public:
    Reader(const Dialect &dialect, Route route, const Context &context)
        : m_dialect(dialect), m_route(route), m_context(context), m_current(context.current)
    {
    }

    std::optional<Error> read(const boost::json::value &value);
    std::optional<Error> commit(Context &context) const;
    Reading &reading() { return m_reading; }

private:
    const Known *known(std::string_view id) const;
    Result<std::string> jobOf(Message &message, const Rule &rule) const;
    std::optional<Error> readJob(Message &message, const Rule &rule);
    std::optional<Error> readLog(Message &message, const Rule &rule);
    void leave(const std::string &id);
    Update begin(Message &message, const std::string &id) const;
    static bool isOld(const Known *before, const std::optional<WallTime> &said);
    static void admitDetails(Update &update, Known &job);
    void readSteps(Message &message, Known &job, std::optional<State> &state) const;
    void readFields(Message &message, Update &update) const;
    void addChange(Update update, State before, std::optional<State> state);
    Update endUpdate(const std::string &id, State state) const;

    const Dialect &m_dialect;
    Route m_route;
    const Context &m_context;
    std::string m_current;
    std::map<std::string, Known, std::less<>> m_changed{};
    Reading m_reading{};
};

} // namespace afoot::dialect
