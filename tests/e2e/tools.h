#pragma once

#include "tests/e2e/house.h"

#include <optional>

namespace e2e {

/// Real work for real tools: made of random bytes, so that nothing is done before it began.
[[nodiscard]] bool
makeRepository(const House &house);               ///< ~16 MB in ~800 files, with deltas to resolve
[[nodiscard]] bool makeFiles(const House &house); ///< ~48 MB in 60 files
[[nodiscard]] bool
makeBackup(const House &house); ///< an empty restic repository, password "secret"

/// One command under `afoot run`, under a terminal of its own (script(1)) or through pipes.
struct Wrapped
{
    QString title{};
    QString program{};
    QStringList arguments{};
};
std::unique_ptr<QProcess> startWrapped(const House &house, const Wrapped &what, bool terminal);

/// The three jobs that run side by side.
Wrapped gitClone(const House &house, const QString &to);
Wrapped rsyncCopy(const House &house, const QString &to);
Wrapped resticBackup(const House &house, bool asJson);

/// The highest percent that a tool printed: "42%", "42.5 %", restic's "percent_done":0.42, or its
/// "10 MiB, total 12 files 40 MiB", which says 25 without a sign.
std::optional<double> highestPercent(const QByteArray &output);

} // namespace e2e
