#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <string>
#include <vector>

namespace afoot::test {

using Words = std::vector<std::string>;

/// `afoot run --` and @p command.
Words wrapped(const Words &command);
/// sh -c @p script
Words shell(const std::string &script);

/// Each value of a byte once.
QByteArray allBytes();

/// What a plain pipeline shows: exit code as the shell sees it, standard output, standard error.
struct Outcome
{
    int code = -1;
    QByteArray out{};
    QByteArray err{};

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// @p script for bash, in which $RUN is `afoot run --`, or nothing at all.
Outcome outcome(const QString &script, bool watched, const QByteArray &input = {});

/// A home without a tracker, which is the current folder as long as this lives; it holds a file "bytes" with
/// a thousand times allBytes().
class RunRoom
{
public:
    RunRoom();
    bool isValid() const { return m_home.isValid(); }
    QString path(const QString &name) const { return m_home.filePath(name); }

private:
    QTemporaryDir m_home{};
};

} // namespace afoot::test
