#include "core/serve/ingest.h"

#include "core/wire/json.h"
#include "core/wire/jsonwrite.h"

namespace afoot::serve {

Ingest::Ingest(Tracker &tracker, const Limits &limits, const Server::KeepEnd &keepEnd)
    : m_tracker(tracker), m_limits(limits), m_keepEnd(keepEnd)
{
}

void Ingest::push(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, end);
        const bool isWhole = end != std::string_view::npos;
        bytes = isWhole ? bytes.substr(end + 1) : std::string_view{};
        if (m_rest.empty() && isWhole && !m_tooLong) {
            takeLine(piece); // as most are: nothing is copied
            continue;
        }
        m_tooLong = m_tooLong || m_rest.size() + piece.size() > m_limits.maxLineBytes;
        if (m_tooLong)
            m_rest.clear();
        else
            m_rest += piece;
        if (isWhole) {
            takeLine(m_rest);
            m_rest.clear();
        }
    }
}

void Ingest::finish(std::function<void()> onSafe)
{
    if (!m_rest.empty() || m_tooLong)
        takeLine(m_rest);
    m_rest.clear();
    m_onSafe = std::move(onSafe);
    settle();
}

void Ingest::settle()
{
    if (m_unsafe == 0 && m_onSafe)
        std::exchange(m_onSafe, nullptr)();
}

void Ingest::takeLine(std::string_view line)
{
    ++m_number;
    if (std::exchange(m_tooLong, false) || line.size() > m_limits.maxLineBytes) {
        ++m_lines;
        refuse(m_number, {},
               {Error::Code::TooLarge,
                "too_large",
                "The line passes " + std::to_string(m_limits.maxLineBytes) + " bytes.",
                {}});
        return;
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos)
        return;
    ++m_lines;
    std::string id;
    Result<Update> update = wire::updateFromLine(line, m_limits.jobs, &id);
    if (!update) {
        refuse(m_number, id, update.error());
        return;
    }
    using Op = Update::Op;
    const bool mayEnd = update->op == Op::Complete || update->op == Op::Fail ||
                        (update->state && isFinal(*update->state));
    const JobKey key = update->key;
    if (const auto trouble = m_tracker.put(std::move(update).value()))
        refuse(m_number, key.id, *trouble);
    else if (mayEnd && m_keepEnd)
        keep(key);
}

/// An end in here is answered with all of it: not before it is on disk.
void Ingest::keep(const JobKey &key)
{
    const JobPtr job = m_tracker.job(key);
    if (!job || !isFinal(job->state))
        return;
    ++m_unsafe;
    m_keepEnd(job, [this, life = std::weak_ptr<int>(m_life), line = m_number,
                    id = key.id](const std::optional<Error> &trouble) {
        if (life.expired())
            return;
        --m_unsafe;
        if (trouble)
            refuse(line, id, *trouble);
        settle();
    });
}

void Ingest::refuse(std::uint64_t line, const std::string &id, const Error &error)
{
    ++m_refused;
    wire::ObjectWriter object(m_answers);
    object.integer("line", line);
    object.textIf("id", id);
    const std::string inner = wire::toJson(error); // {"error":{…}}
    constexpr std::size_t keyBytes = sizeof("{\"error\":") - 1;
    object.raw("error") += std::string_view(inner).substr(keyBytes, inner.size() - keyBytes - 1);
    object.close();
    m_answers += '\n';
}

std::string Ingest::takeAnswers()
{
    return std::exchange(m_answers, {});
}

std::string Ingest::summary() const
{
    std::string text;
    wire::ObjectWriter object(text);
    object.integer("lines", m_lines);
    object.integer("taken", taken());
    object.integer("refused", m_refused);
    object.close();
    return text += '\n';
}

} // namespace afoot::serve
