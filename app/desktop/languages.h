#pragma once

#include <QString>
#include <QStringList>

class QApplication;

namespace afoot {

/// The language to speak: @p chosen if it is @p shipped, else the first of @p wanted (BCP 47, best first, as
/// QLocale::uiLanguages() gives them) that is; English where none is. "de-AT" is served by "de", "zh-Hans-CN" by "zh_CN";
/// "zh-Hant-TW" is another script, and not served by it.
QString languageFor(const QString &chosen, const QStringList &wanted, const QStringList &shipped);

/// Makes the program speak it, in the direction in which it is written; numbers and times as @p chosen has them, or as
/// the desktop wants them where nothing was chosen. Before there are widgets.
///
/// Threads: main.
void speak(QApplication &app, const QString &chosen);

} // namespace afoot
