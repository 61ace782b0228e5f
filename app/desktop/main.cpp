#include "app/desktop/desktop.h"
#include "app/desktop/singleinstance.h"
#include "app/shared/paths.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <afoot/version.h>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"Afoot"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(afoot::version));
    QGuiApplication::setDesktopFileName(u"io.github.afoot.Afoot"_s);
    QApplication app(argc, argv);

    QCommandLineParser options;
    options.setApplicationDescription(
        u"The window of Afoot: shows what is afoot on this computer."_s);
    options.addHelpOption();
    options.addVersionOption();
    options.process(app);

    const afoot::Paths paths = afoot::systemPaths();
    for (const std::string &folder : {paths.runtime, paths.config}) {
        if (const auto trouble = afoot::securePrivateFolder(folder)) {
            std::fprintf(stderr, "afoot-desktop: %s\n", trouble->detail.c_str());
            return EXIT_FAILURE;
        }
    }
    {
        const afoot::SingleInstance other(QString::fromStdString(paths.runtime) +
                                          u"/window.sock"_s);
        if (other.raiseOther(qEnvironmentVariable("XDG_ACTIVATION_TOKEN")))
            return EXIT_SUCCESS;
    }
    afoot::ui::dress(app, afoot::ui::schemeOf(QApplication::palette()));
    afoot::Desktop desktop(paths);
    desktop.start();
    return QApplication::exec();
}
