#include "core/desktop/jobviewwords.h"

#include <initializer_list>

namespace afoot::jobviews {

using namespace Qt::StringLiterals;

namespace {

struct Argument
{
    const char *name;
    const char *type;
    bool isOut = false;
};

QString argumentXml(const Argument &argument, bool ofSignal)
{
    const QString direction = ofSignal         ? QString()
                              : argument.isOut ? u" direction=\"out\""_s
                                               : u" direction=\"in\""_s;
    return u"      <arg name=\"%1\" type=\"%2\"%3/>\n"_s.arg(
        QLatin1StringView(argument.name), QLatin1StringView(argument.type), direction);
}

QString method(const char *name, std::initializer_list<Argument> arguments = {})
{
    QString xml = u"    <method name=\"%1\">\n"_s.arg(QLatin1StringView(name));
    bool answers = false;
    for (const Argument &argument : arguments) {
        xml += argumentXml(argument, false);
        answers = answers || argument.isOut;
    }
    if (!answers)
        xml +=
            u"      <annotation name=\"org.freedesktop.DBus.Method.NoReply\" value=\"true\"/>\n"_s;
    return xml + u"    </method>\n"_s;
}

QString broadcast(const char *name, std::initializer_list<Argument> arguments = {})
{
    QString xml = u"    <signal name=\"%1\">\n"_s.arg(QLatin1StringView(name));
    for (const Argument &argument : arguments)
        xml += argumentXml(argument, true);
    return xml + u"    </signal>\n"_s;
}

QString interface(const QString &name, const QString &members)
{
    return u"  <interface name=\"%1\">\n%2  </interface>\n"_s.arg(name, members);
}

QString asks()
{
    return broadcast("suspendRequested") + broadcast("resumeRequested") +
           broadcast("cancelRequested");
}

/// What the first two interfaces of a view have in common.
QString setters()
{
    return method("terminate", {{"errorMessage", "s"}}) +
           method("setSuspended", {{"suspended", "b"}}) +
           method("setTotalAmount", {{"amount", "t"}, {"unit", "s"}}) +
           method("setProcessedAmount", {{"amount", "t"}, {"unit", "s"}}) +
           method("setPercent", {{"percent", "u"}}) +
           method("setSpeed", {{"bytesPerSecond", "t"}}) +
           method("setElapsedTime", {{"elapsedTime", "t"}}) +
           method("setInfoMessage", {{"message", "s"}}) +
           method("setDescriptionField",
                  {{"number", "u"}, {"name", "s"}, {"value", "s"}, {"isSet", "b", true}}) +
           method("clearDescriptionField", {{"number", "u"}}) +
           method("setDestUrl", {{"destUrl", "v"}});
}

} // namespace

QString serverXml()
{
    return interface(serverV1, method("requestView", {{"appName", "s"},
                                                      {"appIconName", "s"},
                                                      {"capabilities", "i"},
                                                      {"trackerPath", "o", true}})) +
           interface(serverV2, method("requestView", {{"desktopEntry", "s"},
                                                      {"capabilities", "i"},
                                                      {"hints", "a{sv}"},
                                                      {"trackerPath", "o", true}})) +
           interface(uiName, method("registerService", {{"service", "s"}, {"objectPath", "s"}}) +
                                 method("requiresJobTracker", {{"isRequired", "b", true}}) +
                                 method("registeredJobContacts", {{"contacts", "as", true}}) +
                                 method("emitJobUrlsChanged") +
                                 broadcast("jobUrlsChanged", {{"urls", "as"}}) +
                                 broadcast("requiresJobTrackerChanged", {{"isRequired", "b"}}));
}

QString viewXml()
{
    return interface(viewV1, setters() + asks()) +
           interface(viewV2, setters() + method("setError", {{"errorCode", "u"}}) + asks()) +
           interface(viewV3,
                     method("terminate",
                            {{"errorCode", "u"}, {"errorMessage", "s"}, {"hints", "a{sv}"}}) +
                         method("update", {{"properties", "a{sv}"}}) + asks());
}

} // namespace afoot::jobviews
