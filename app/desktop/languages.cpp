#include "app/desktop/languages.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

const QString folder = u":/i18n"_s;
const QString prefix = u"afoot_"_s;

/// As the files of @p folder tell.
QStringList shippedLanguages()
{
    QStringList languages;
    const QStringList files = QDir(folder).entryList({prefix + u"*.qm"_s});
    for (const QString &file : files)
        languages << file.mid(prefix.size()).chopped(3);
    return languages;
}

/// The application owns it.
void install(QApplication &app, const QString &name, const QString &where)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, where))
        return;
    translator->setParent(&app);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

QString languageFor(const QString &chosen, const QStringList &wanted, const QStringList &shipped)
{
    if (shipped.contains(chosen))
        return chosen;
    for (const QString &tag : wanted) {
        const QLocale locale(tag);
        const auto served =
            std::find_if(shipped.begin(), shipped.end(), [&](const QString &language) {
                const QLocale ours(language);
                return ours.language() == locale.language() && ours.script() == locale.script();
            });
        if (served != shipped.end())
            return *served;
    }
    return u"en"_s;
}

void speak(QApplication &app, const QString &chosen)
{
    const QString language =
        languageFor(chosen, QLocale::system().uiLanguages(), shippedLanguages());
    if (language == chosen)
        QLocale::setDefault(QLocale(chosen));
    // Qt's own words, in its dialogs, where the distribution has them
    install(app, u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, prefix + language, folder);
    if (QLocale(language).textDirection() == Qt::RightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
}

} // namespace afoot
