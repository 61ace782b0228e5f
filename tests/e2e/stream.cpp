#include "tests/e2e/stream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace e2e {

Stream::Stream(const House &house, const QString &query)
    : m_curl(house.start(u"curl"_s, {u"-sSN"_s, u"--unix-socket"_s, house.socketPath(),
                                     u"http://localhost/api/v1/jobs/stream"_s + query}))
{
    QObject::connect(m_curl.get(), &QProcess::readyReadStandardOutput, m_curl.get(),
                     [this] { read(); });
    if (!QTest::qWaitFor([this] { return said(u"hello"_s); }, 10'000))
        qWarning() << "no hello:" << m_curl->readAllStandardError();
}

Stream::~Stream()
{
    m_curl->kill();
    m_curl->waitForFinished();
}

QJsonObject Stream::latest(const QString &title) const
{
    const auto course = m_courses.value(title);
    return course.isEmpty() ? QJsonObject() : course.last();
}

void Stream::read()
{
    m_rest += m_curl->readAllStandardOutput();
    for (auto end = m_rest.indexOf("\n\n"); end >= 0; end = m_rest.indexOf("\n\n")) {
        QString event = u"message"_s;
        QByteArray data;
        for (const QByteArray &line : m_rest.left(end).split('\n')) {
            if (line.startsWith("event: "))
                event = QString::fromUtf8(line.mid(7));
            else if (line.startsWith("data: "))
                data += line.mid(6);
        }
        m_rest.remove(0, end + 2);
        if (!data.isEmpty())
            take(event, data);
    }
}

void Stream::take(const QString &event, const QByteArray &data)
{
    m_events.append(event);
    const QJsonObject value = QJsonDocument::fromJson(data).object();
    if (event == "job"_L1)
        takeJob(value);
    for (const auto &job : value["jobs"_L1].toArray())
        takeJob(job.toObject());
}

void Stream::takeJob(const QJsonObject &job)
{
    m_courses[job["title"_L1].toString()].append(job);
    m_stateOf[job["id"_L1].toString()] = job["state"_L1].toString();
    m_mostRunning = std::max(m_mostRunning, m_stateOf.values().count(u"running"_s));
}

} // namespace e2e
