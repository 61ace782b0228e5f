#include "app/desktop/about.h"

#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>

#include <boost/version.hpp>

#include <afoot/version.h>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

/// The texts of this file, for translators.
struct About
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

ui::AboutFacts aboutFacts(const Paths &paths)
{
    const QString boost = u"%1.%2.%3"_s.arg(BOOST_VERSION / 100'000)
                              .arg(BOOST_VERSION / 100 % 1000)
                              .arg(BOOST_VERSION % 100);
    return {.version = QString::fromLatin1(version),
            .parts = {{u"Qt"_s, QString::fromLatin1(qVersion())},
                      {u"Boost"_s, boost},
                      {u"SQLite"_s, textOf(sqlite::version())}},
            .system = {{u"System"_s, QSysInfo::prettyProductName()},
                       {u"Kernel"_s,
                        QSysInfo::kernelVersion() + u' ' + QSysInfo::currentCpuArchitecture()},
                       {u"Desktop"_s, qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"unknown"_s)},
                       {u"Screen"_s, QGuiApplication::platformName()},
                       {u"Language"_s, QLocale().name()}},
            .folders = {{About::tr("Settings"), textOf(paths.config)},
                        {About::tr("History, logs of jobs and the token"), textOf(paths.data)},
                        {About::tr("Reports that wait for a tracker"), textOf(paths.state)},
                        {About::tr("Socket"), textOf(paths.runtime)}},
            .home = QDir::homePath()};
}

} // namespace afoot
