#include "tests/e2e/tools.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace e2e {
namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray noise(QRandomGenerator &random, qsizetype bytes)
{
    QByteArray block(bytes, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(block.data()), bytes / 4);
    return block;
}

double bytesOf(const QString &number, const QString &unit)
{
    static const QStringList units{u"B"_s, u"KiB"_s, u"MiB"_s, u"GiB"_s};
    return std::ldexp(number.toDouble(), static_cast<int>(10 * units.indexOf(unit)));
}

bool succeeds(const House &house, const QString &program, const QStringList &arguments)
{
    const Ran ran = house.run(program, arguments);
    if (ran.exitCode != 0)
        qWarning() << program << arguments << "ended with" << ran.exitCode << ran.all();
    return ran.exitCode == 0;
}

// Sends at most 6 MB a second, so that a clone from the same disk takes long enough to be watched.
constexpr auto slowUploadPack = R"sh(#!/bin/sh
git-upload-pack "$@" | python3 -c '
import sys, time
while True:
    block = sys.stdin.buffer.read1(65536)
    if not block:
        break
    sys.stdout.buffer.write(block)
    sys.stdout.buffer.flush()
    time.sleep(len(block) / 6e6)
'
)sh";

} // namespace

bool makeRepository(const House &house)
{
    QRandomGenerator random(1);
    const QString tree = house.path(u"origin"_s);
    if (!succeeds(house, u"git"_s, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s, tree}))
        return false;
    const auto commit = [&](const QString &message) {
        return succeeds(house, u"git"_s, {u"-C"_s, tree, u"add"_s, u"-A"_s}) &&
               succeeds(house, u"git"_s, {u"-C"_s, tree, u"commit"_s, u"-q"_s, u"-m"_s, message});
    };
    QList<QByteArray> texts;
    for (int i = 0; i < 800; ++i) {
        const QString folder = tree + u"/part%1"_s.arg(i / 100);
        QDir().mkpath(folder);
        texts.append(noise(random, 3000).toBase64(QByteArray::Base64Encoding));
        if (!write(folder + u"/file%1.txt"_s.arg(i), texts.last()))
            return false;
    }
    if (!write(tree + u"/picture.bin"_s, noise(random, 12 << 20)) || !commit(u"First"_s))
        return false;
    for (int i = 0; i < 800; i += 2) { // the same texts with another ending: deltas
        if (!write(tree + u"/part%1/file%2.txt"_s.arg(i / 100).arg(i), texts[i] + "\nmore\n"))
            return false;
    }
    return commit(u"Second"_s) &&
           succeeds(house, u"git"_s, {u"-C"_s, tree, u"repack"_s, u"-adq"_s}) &&
           write(house.path(u"slow-upload-pack"_s), slowUploadPack) &&
           QFile::setPermissions(house.path(u"slow-upload-pack"_s),
                                 QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

bool makeFiles(const House &house)
{
    QRandomGenerator random(2);
    QDir().mkpath(house.path(u"files"_s));
    for (int i = 0; i < 60; ++i) {
        if (!write(house.path(u"files/%1.dat"_s.arg(i)), noise(random, 800 << 10)))
            return false;
    }
    return true;
}

bool makeBackup(const House &house)
{
    return succeeds(house, u"restic"_s, {u"init"_s, u"-q"_s, u"-r"_s, house.path(u"backup"_s)});
}

std::unique_ptr<QProcess> startWrapped(const House &house, const Wrapped &what, bool terminal)
{
    const QStringList words =
        QStringList{u"run"_s, u"--title"_s, what.title, u"--"_s, what.program} + what.arguments;
    const QString afoot = QStringLiteral(AFOOT_BINARY);
    if (!terminal)
        return house.start(afoot, words);
    // Without a size restic and others take the terminal for one that cannot show progress.
    const QString line = u"stty cols 120 rows 40; exec "_s + shellLine(afoot, words);
    return house.start(u"script"_s, {u"-qefc"_s, line, u"/dev/null"_s}, House::Input::Silent);
}

Wrapped gitClone(const House &house, const QString &to)
{
    return {u"Clone of origin"_s,
            u"git"_s,
            {u"clone"_s, u"--progress"_s, u"--upload-pack"_s, house.path(u"slow-upload-pack"_s),
             u"file://"_s + house.path(u"origin"_s), house.path(to)}};
}

Wrapped rsyncCopy(const House &house, const QString &to)
{
    return {u"Copy of the files"_s,
            u"rsync"_s,
            {u"-a"_s, u"--info=progress2"_s, u"--no-inc-recursive"_s, u"--bwlimit=16m"_s,
             house.path(u"files/"_s), house.path(to)}};
}

Wrapped resticBackup(const House &house, bool asJson)
{
    QStringList arguments{u"backup"_s, u"-r"_s, house.path(u"backup"_s), house.path(u"files"_s)};
    if (asJson)
        arguments.append(u"--json"_s);
    return {u"Nightly backup"_s, u"restic"_s, arguments};
}

std::optional<double> highestPercent(const QByteArray &output)
{
    static const QRegularExpression sign(uR"((\d+(?:\.\d+)?)\s?%)"_s);
    static const QRegularExpression fraction(uR"("percent_done":\s*([\d.]+))"_s);
    static const QRegularExpression share(
        uR"(([\d.]+) (B|KiB|MiB|GiB), total \d+ files ([\d.]+) (B|KiB|MiB|GiB))"_s);
    std::optional<double> highest;
    const auto see = [&highest](double percent) {
        highest = std::max(highest.value_or(0), percent);
    };
    const QString text = QString::fromUtf8(output);
    for (auto match = sign.globalMatch(text); match.hasNext();)
        see(match.next().captured(1).toDouble());
    for (auto match = fraction.globalMatch(text); match.hasNext();)
        see(100 * match.next().captured(1).toDouble());
    for (auto match = share.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const double total = bytesOf(found.captured(3), found.captured(4));
        if (total > 0)
            see(100 * bytesOf(found.captured(1), found.captured(2)) / total);
    }
    return highest;
}

} // namespace e2e
