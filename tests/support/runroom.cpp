#include "tests/support/runroom.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;

namespace afoot::test {

Words wrapped(const Words &command)
{
    Words words{AFOOT_PROGRAM, "run", "--"};
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

Words shell(const std::string &script)
{
    return {"sh", "-c", script};
}

QByteArray allBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

Outcome outcome(const QString &script, bool watched, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"RUN"_s, watched ? QStringLiteral(AFOOT_PROGRAM " run --") : QString());
    process.setProcessEnvironment(environment);
    process.start(u"bash"_s, {u"-c"_s, script});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

RunRoom::RunRoom()
{
    const QByteArray home = QFile::encodeName(m_home.path());
    for (const char *name :
         {"HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(name, home);
    qunsetenv("AFOOT_TRACKER");
    qunsetenv("AFOOT_DATA");
    qputenv("LC_ALL", "C.UTF-8");
    ::signal(SIGPIPE, SIG_DFL);
    QFile bytes(m_home.filePath(u"bytes"_s));
    if (!bytes.open(QFile::WriteOnly))
        return;
    for (int i = 0; i < 1000; ++i)
        bytes.write(allBytes());
    QDir::setCurrent(m_home.path());
}

} // namespace afoot::test
