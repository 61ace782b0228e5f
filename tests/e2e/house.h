#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace e2e {

/// What a program that has ended left behind.
struct Ran
{
    int exitCode = -1; ///< as a shell shows it: 128 + signal when a signal ended it
    QByteArray out{};
    QByteArray err{};
    QByteArray all() const { return out + err; }
};

/// An answer over HTTP.
struct Answer
{
    int status = 0; ///< 0: no answer at all
    QByteArray body{};
    QJsonObject json() const;
    QJsonObject error() const { return json().value(QLatin1String("error")).toObject(); }
};

/// How a request is made; what is left out is as a well-meaning program has it.
struct Request
{
    QString method{};
    QString path{};
    QByteArray body{};
    QStringList headers{};
    bool overTcp = false; ///< to 127.0.0.1 instead of the Unix socket
    bool withToken = true;
    QString contentType{};
};

/// A person's account for the length of one test: an empty home, and a tracker of its own in it.
///
/// Threads: the test's. Everything started here ends with it.
class House
{
public:
    House();
    ~House();

    QString path() const { return m_room.path(); }
    QString path(const QString &below) const { return m_room.filePath(below); }
    QString socketPath() const;
    const QProcessEnvironment &environment() const { return m_environment; }
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }

    /// Starts `afoot serve` and waits until it answers. False, with the reason on the log, when it does not.
    [[nodiscard]] bool startTracker(const QStringList &more = {});
    /// As `kill -9` does.
    void killTracker();
    [[nodiscard]] bool stopTracker();

    /// A standard input that has ended, or one on which nobody types.
    enum class Input { Ended, Silent };
    /// Starts a program in this account.
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments,
                                    Input input = Input::Ended) const;
    static Ran finish(QProcess &process, int timeoutMs = 120'000);
    Ran run(const QString &program, const QStringList &arguments) const;
    Ran afoot(const QStringList &arguments) const;

    Answer ask(const Request &request) const;
    QJsonObject job(const QString &id) const;
    /// The first job of that title; an empty object when there is none.
    QJsonObject jobTitled(const QString &title) const;
    /// The tracker's revision, out of the cursor "<epoch>-<rev>".
    std::optional<qint64> revision() const;
    QString token();
    quint16 port() const { return m_port; }

private:
    QTemporaryDir m_room{};
    QProcessEnvironment m_environment{};
    std::unique_ptr<QProcess> m_tracker{};
    quint16 m_port = 0;
    QString m_token{};
};

/// `program arguments…` as one line for a shell.
QString shellLine(const QString &program, const QStringList &arguments);

} // namespace e2e
