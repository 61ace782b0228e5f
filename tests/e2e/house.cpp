#include "tests/e2e/house.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace e2e {
namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

} // namespace

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString shellLine(const QString &program, const QStringList &arguments)
{
    QStringList words;
    for (QString word : QStringList{program} + arguments) {
        word.replace(u"'"_s, u"'\\''"_s);
        words.append(u"'%1'"_s.arg(word));
    }
    return words.join(u' ');
}

House::House() : m_environment(QProcessEnvironment::systemEnvironment()), m_port(freePort())
{
    for (const auto &name :
         {u"AFOOT_TRACKER"_s, u"AFOOT_TOKEN"_s, u"AFOOT_DATA"_s, u"RESTIC_REPOSITORY"_s,
          u"RESTIC_PASSWORD"_s, u"RESTIC_PASSWORD_FILE"_s, u"GIT_DIR"_s, u"http_proxy"_s,
          u"HTTP_PROXY"_s, u"ALL_PROXY"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        m_environment.remove(name);
    const auto folder = [this](const QString &variable, const QString &below) {
        QDir().mkpath(path(below));
        QFile::setPermissions(path(below), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(variable, path(below));
    };
    folder(u"HOME"_s, u"home"_s);
    folder(u"XDG_RUNTIME_DIR"_s, u"run"_s);
    folder(u"XDG_DATA_HOME"_s, u"data"_s);
    folder(u"XDG_STATE_HOME"_s, u"state"_s);
    folder(u"XDG_CONFIG_HOME"_s, u"config"_s);
    folder(u"XDG_CACHE_HOME"_s, u"cache"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"TERM"_s, u"xterm-256color"_s);
    m_environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    m_environment.insert(u"GIT_CONFIG_SYSTEM"_s, u"/dev/null"_s);
    m_environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    for (const auto &who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        m_environment.insert(u"GIT_%1_NAME"_s.arg(who), u"A Person"_s);
        m_environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"person@example.org"_s);
    }
}

House::~House()
{
    killTracker();
}

QString House::socketPath() const
{
    return path(u"run/afoot/tracker.sock"_s);
}

bool House::startTracker(const QStringList &more)
{
    m_tracker = start(QStringLiteral(AFOOT_BINARY),
                      QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)} + more);
    const bool answers = QTest::qWaitFor(
        [this] {
            if (m_tracker->state() == QProcess::NotRunning)
                return true;
            QLocalSocket socket;
            socket.connectToServer(socketPath());
            return socket.waitForConnected(100);
        },
        20'000);
    // it may answer before QProcess has noticed that it runs
    if (answers && m_tracker->state() != QProcess::NotRunning)
        return true;
    qWarning() << "afoot serve:" << m_tracker->error() << m_tracker->exitStatus()
               << m_tracker->exitCode() << m_tracker->readAllStandardOutput()
               << m_tracker->readAllStandardError();
    return false;
}

void House::killTracker()
{
    if (!m_tracker)
        return;
    m_tracker->kill();
    m_tracker->waitForFinished();
    m_tracker.reset();
}

bool House::stopTracker()
{
    m_tracker->terminate();
    const bool ended = m_tracker->waitForFinished(10'000) &&
                       m_tracker->exitStatus() == QProcess::NormalExit &&
                       m_tracker->exitCode() == 0;
    if (!ended)
        qWarning() << m_tracker->exitStatus() << m_tracker->exitCode()
                   << m_tracker->readAllStandardError();
    killTracker();
    return ended;
}

std::unique_ptr<QProcess> House::start(const QString &program, const QStringList &arguments,
                                       Input input) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(path(u"home"_s));
    if (input == Input::Ended)
        process->setStandardInputFile(QProcess::nullDevice());
    process->start(program, arguments);
    return process;
}

Ran House::finish(QProcess &process, int timeoutMs)
{
    // With the event loop running, so that a stream that is read meanwhile goes on.
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, timeoutMs)) {
        qWarning() << "still running after" << timeoutMs << "ms:" << process.program()
                   << process.arguments();
        process.kill();
        process.waitForFinished();
    }
    if (process.error() == QProcess::FailedToStart)
        return {127, {}, process.errorString().toUtf8()};
    const int code =
        process.exitStatus() == QProcess::CrashExit ? 128 + process.exitCode() : process.exitCode();
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

Ran House::run(const QString &program, const QStringList &arguments) const
{
    return finish(*start(program, arguments));
}

Ran House::afoot(const QStringList &arguments) const
{
    return run(QStringLiteral(AFOOT_BINARY), arguments);
}

Answer House::ask(const Request &request) const
{
    QStringList words{u"-sS"_s, u"--max-time"_s,     u"20"_s, u"-o"_s,       u"-"_s,
                      u"-w"_s,  u"\n%{http_code}"_s, u"-X"_s, request.method};
    QString origin = u"http://localhost"_s;
    if (request.overTcp)
        origin = u"http://127.0.0.1:%1"_s.arg(m_port);
    else
        words << u"--unix-socket"_s << socketPath();
    if (request.overTcp && request.withToken)
        words << u"-H"_s << u"Authorization: Bearer "_s + m_token;
    for (const QString &header : request.headers)
        words << u"-H"_s << header;
    if (!request.body.isEmpty()) {
        QFile file(path(u"body"_s));
        if (!file.open(QFile::WriteOnly) || file.write(request.body) != request.body.size())
            return {};
        file.close();
        const QString type =
            request.contentType.isEmpty() ? u"application/json"_s : request.contentType;
        words << u"-H"_s << u"Content-Type: "_s + type << u"--data-binary"_s
              << u"@"_s + file.fileName();
    }
    const Ran ran = run(u"curl"_s, words << origin + request.path);
    const auto cut = ran.out.lastIndexOf('\n');
    return {ran.out.mid(cut + 1).toInt(), ran.out.left(cut)};
}

QJsonObject House::job(const QString &id) const
{
    return ask({.method = u"GET"_s, .path = u"/api/v1/jobs/"_s + id}).json();
}

QJsonObject House::jobTitled(const QString &title) const
{
    const auto jobs =
        ask({.method = u"GET"_s, .path = u"/api/v1/jobs"_s}).json()["jobs"_L1].toArray();
    for (const auto &job : jobs) {
        if (job["title"_L1].toString() == title)
            return job.toObject();
    }
    return {};
}

std::optional<qint64> House::revision() const
{
    const auto answer = ask({.method = u"GET"_s, .path = u"/api/v1/jobs"_s}).json();
    const QString cursor = answer["cursor"_L1].toString();
    bool ok = false;
    const qint64 rev = cursor.mid(cursor.lastIndexOf(u'-') + 1).toLongLong(&ok);
    return ok ? std::optional(rev) : std::nullopt;
}

QString House::token()
{
    if (m_token.isEmpty())
        m_token = QString::fromUtf8(afoot({u"token"_s}).out).trimmed();
    return m_token;
}

} // namespace e2e
