#include "app/desktop/historysource.h"

#include "app/shared/runcsv.h"
#include "core/follow/runrequests.h"
#include "core/wire/runsjson.h"

#include <QSaveFile>

#include <sys/eventfd.h>
#include <unistd.h>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis readWithin{10'000};
constexpr Millis eraseWithin{300'000}; ///< the history is written anew, on whatever disk
constexpr std::size_t exportedAtOnce = 500;

Result<std::string> ask(TrackerClient &client, std::string_view method, const std::string &target)
{
    Result<TrackerClient::Answer> answer = client.request(method, target);
    if (!answer)
        return answer.error();
    if (auto refusal = refusalIn(*answer))
        return *refusal;
    return std::move(answer).value().body;
}

/// The answer as @p read understands it.
template <typename Read>
auto asked(TrackerClient &client, std::string_view method, const std::string &target, Read read)
    -> decltype(read(std::string()))
{
    const Result<std::string> body = ask(client, method, target);
    if (!body)
        return body.error();
    return read(*body);
}

Error unwritable(const QSaveFile &file)
{
    return {Error::Code::Internal,
            "unwritable",
            (file.fileName() + u": "_s + file.errorString()).toStdString(),
            {}};
}

QByteArray rowsOf(const RunPage &page, HistorySource::Format format, bool isFirst)
{
    std::string rows;
    for (const EndedRun &run : page.runs) {
        if (format == HistorySource::Format::Csv) {
            rows += csvRow(run) + "\r\n";
            continue;
        }
        rows += isFirst ? "\n" : ",\n";
        rows += wire::toJson(run);
        isFirst = false;
    }
    return QByteArray::fromStdString(rows);
}

Result<std::uint64_t> writeRuns(TrackerClient &client, RunQuery query, HistorySource::Format format,
                                const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QSaveFile::WriteOnly))
        return unwritable(file);
    const bool isCsv = format == HistorySource::Format::Csv;
    file.write(isCsv ? QByteArray::fromStdString(csvHeading() + "\r\n")
                     : QByteArray("{\"runs\":["));
    std::uint64_t written = 0;
    query.limit = exportedAtOnce;
    query.after.clear();
    do {
        const auto page = asked(client, "GET", runsTarget(query), wire::runsFromJson);
        if (!page)
            return page.error();
        const QByteArray rows = rowsOf(*page, format, written == 0);
        if (file.write(rows) != rows.size())
            return unwritable(file);
        written += page->runs.size();
        query.after = page->next;
    } while (!query.after.empty());
    if (!isCsv)
        file.write("\n]}\n");
    if (!file.commit())
        return unwritable(file);
    return written;
}

} // namespace

HistorySource::HistorySource(TrackerAddress address, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_stopFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    for (QThreadPool *pool : {&m_readers, &m_writers})
        pool->setMaxThreadCount(1);
}

HistorySource::~HistorySource()
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_stopFd, &one, sizeof one);
    for (QThreadPool *pool : {&m_readers, &m_writers}) {
        pool->clear();
        pool->waitForDone();
    }
    ::close(m_stopFd);
}

template <typename Found, typename Ask>
void HistorySource::post(QThreadPool &pool, Ask ask, QObject *context, Answer<Found> answer)
{
    const Millis patience = &pool == &m_readers ? readWithin : eraseWithin;
    const TrackerClient::Options options{.answerWithin = patience, .stopFd = m_stopFd};
    pool.start([this, options, ask = std::move(ask), context = QPointer<QObject>(context),
                answer = std::move(answer)]() mutable {
        TrackerClient client(m_address, options);
        Result<Found> found = ask(client);
        QMetaObject::invokeMethod(
            this,
            [context = std::move(context), answer = std::move(answer), found = std::move(found)] {
                if (context)
                    answer(found);
            },
            Qt::QueuedConnection);
    });
}

void HistorySource::runs(const RunQuery &query, QObject *context, Answer<RunPage> answer)
{
    post(
        m_readers,
        [query](TrackerClient &client) {
            return asked(client, "GET", runsTarget(query), wire::runsFromJson);
        },
        context, std::move(answer));
}

void HistorySource::counts(const RunQuery &query, QObject *context, Answer<RunCounts> answer)
{
    post(
        m_readers,
        [query](TrackerClient &client) {
            return asked(client, "GET", runCountsTarget(query), wire::runCountsFromJson);
        },
        context, std::move(answer));
}

void HistorySource::log(std::int64_t run, QObject *context, Answer<wire::LogPage> answer)
{
    post(
        m_readers,
        [run](TrackerClient &client) {
            return asked(client, "GET", runLogTarget(run), wire::logFromJson);
        },
        context, std::move(answer));
}

void HistorySource::erase(const RunQuery &query, QObject *context, Answer<std::uint64_t> answer)
{
    post(
        m_writers,
        [query](TrackerClient &client) {
            return asked(client, "DELETE", deleteRunsTarget(query), wire::deletedFromJson);
        },
        context, std::move(answer));
}

void HistorySource::exportRuns(const RunQuery &query, Format format, const QString &path,
                               QObject *context, Answer<std::uint64_t> answer)
{
    post(
        m_writers,
        [query, format, path](TrackerClient &client) {
            return writeRuns(client, query, format, path);
        },
        context, std::move(answer));
}

} // namespace afoot
