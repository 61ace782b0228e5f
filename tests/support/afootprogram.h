#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace afoot::test {

/// The built `afoot` in a home of its own, where nobody else's tracker is.
class AfootProgram
{
public:
    struct Ran
    {
        int code = -1;
        QByteArray out{};
        QByteArray err{};
    };

    AfootProgram()
    {
        m_environment.insert(QStringLiteral("HOME"), home());
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime());
        m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        // what a sanitizer's build is told from outside
        for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(name))
                m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
        QDir().mkpath(home());
        QDir().mkpath(runtime());
        QFile::setPermissions(runtime(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ~AfootProgram()
    {
        if (m_serve)
            stopServing();
    }
    AfootProgram(const AfootProgram &) = delete;
    AfootProgram &operator=(const AfootProgram &) = delete;

    QString home() const { return m_folder.path() + QStringLiteral("/home"); }
    QString runtime() const { return m_folder.path() + QStringLiteral("/run"); }
    QString spool() const { return home() + QStringLiteral("/.local/state/afoot/spool.ndjson"); }
    QString socket() const { return runtime() + QStringLiteral("/afoot/tracker.sock"); }
    QProcessEnvironment &environment() { return m_environment; }

    std::unique_ptr<QProcess> start(const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_environment);
        process->start(QStringLiteral(AFOOT_PROGRAM), arguments);
        return process;
    }
    Ran run(const QStringList &arguments, const QByteArray &input = {})
    {
        const std::unique_ptr<QProcess> process = start(arguments);
        process->write(input);
        process->closeWriteChannel();
        return ended(*process);
    }
    static Ran ended(QProcess &process)
    {
        if (!process.waitForFinished(30'000)) {
            process.kill();
            process.waitForFinished();
            return {-1, process.readAllStandardOutput(),
                    "it did not end: " + process.readAllStandardError()};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// Returns once it says what it listens on.
    bool serve(const QStringList &options = {QStringLiteral("--listen"), QStringLiteral("none")})
    {
        m_serve = start(QStringList{QStringLiteral("serve")} + options);
        QByteArray &said = m_said;
        said.clear();
        while (!said.contains("afoot run")) {
            if (!m_serve->waitForReadyRead(10'000))
                return false;
            said += m_serve->readAllStandardOutput();
        }
        return true;
    }
    const QByteArray &said() const { return m_said; }
    qint64 servePid() const { return m_serve->processId(); }
    Ran stopServing()
    {
        m_serve->terminate();
        const Ran ran = ended(*m_serve);
        m_serve.reset();
        return ran;
    }
    void killServing()
    {
        m_serve->kill();
        m_serve->waitForFinished();
        m_serve.reset();
    }

private:
    QTemporaryDir m_folder{};
    QProcessEnvironment m_environment{};
    std::unique_ptr<QProcess> m_serve{};
    QByteArray m_said{};
};

} // namespace afoot::test
