#include "app/desktop/desktop.h"
#include "app/desktop/display.h"
#include "app/desktop/quitsignals.h"
#include "app/desktop/singleinstance.h"
#include "app/shared/paths.h"
#include "core/remote/proxies.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <afoot/version.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"Afoot"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(afoot::version));
    QGuiApplication::setDesktopFileName(u"io.github.afoot.Afoot"_s);

    QCommandLineParser options;
    options.setApplicationDescription(
        u"The window of Afoot: shows what is afoot on this computer."_s);
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption light(u"light"_s, u"Light colours, whatever the desktop has."_s);
    const QCommandLineOption dark(u"dark"_s, u"Dark colours, whatever the desktop has."_s);
    const QCommandLineOption hidden(u"hidden"_s,
                                    u"Starts in the tray; minimised where there is none."_s);
    const QCommandLineOption action(
        u"action"_s, u"Runs an action: new-source, pause-notifications or quit."_s, u"NAME"_s);
    options.addOptions({light, dark, hidden, action});
    options.addPositionalArgument(u"URL"_s, u"An afoot: link to open."_s, u"[URL...]"_s);

    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    if (afoot::asksForWords(arguments)) {
        const QCoreApplication words(argc, argv);
        options.process(words); // says them and ends
        return EXIT_SUCCESS;
    }
    if (const auto why = afoot::whyNoWindow(arguments, afoot::environmentValue)) {
        std::fprintf(stderr, "afoot-desktop: %s\n", why->c_str());
        return EXIT_FAILURE;
    }
    QApplication app(argc, argv);
    options.process(app);
    std::optional<afoot::ui::Scheme> scheme;
    if (options.isSet(light) || options.isSet(dark))
        scheme = options.isSet(dark) ? afoot::ui::Scheme::Dark : afoot::ui::Scheme::Light;

    afoot::remote::useSystemProxies();
    const afoot::Paths paths = afoot::systemPaths();
    for (const std::string &folder : {paths.runtime, paths.config}) {
        if (const auto trouble = afoot::securePrivateFolder(folder)) {
            std::fprintf(stderr, "afoot-desktop: %s\n", trouble->detail.c_str());
            return EXIT_FAILURE;
        }
    }
    afoot::Summons summons{.raise = !options.isSet(hidden)};
    summons.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    summons.links = options.positionalArguments();
    summons.action = options.value(action);
    {
        const afoot::SingleInstance other(QString::fromStdString(paths.runtime) +
                                          u"/window.sock"_s);
        if (other.passOn(summons) || summons.action == u"quit")
            return EXIT_SUCCESS;
    }
    afoot::Desktop desktop(paths, afoot::ui::schemeOf(QApplication::palette()), scheme);
    const afoot::QuitSignals quitSignals;
    desktop.start(summons);
    return QApplication::exec();
}
