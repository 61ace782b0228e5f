#include "ui/settingsfacts.h"

namespace afoot::ui {

using namespace Qt::StringLiterals;

QString reportOf(const AboutFacts &about, const TrackerFacts &tracker)
{
    const auto shown = [&](QString path) {
        if (!about.home.isEmpty() && (path == about.home || path.startsWith(about.home + u'/')))
            path.replace(0, about.home.size(), u"~"_s);
        return path;
    };
    QStringList lines{u"Afoot %1"_s.arg(about.version)};
    for (const auto &[name, value] : about.system + about.parts)
        lines << u"%1: %2"_s.arg(name, value);
    lines << u"Tracker: %1"_s.arg(tracker.isOurs ? u"in the window"_s : u"another program's"_s);
    if (!tracker.socket.isEmpty())
        lines << u"Socket: %1"_s.arg(shown(tracker.socket));
    lines << u"Port: %1"_s.arg(!tracker.address.isEmpty()      ? tracker.address
                               : tracker.portTrouble.isEmpty() ? u"none"_s
                                                               : u"none, in use"_s);
    for (const AboutFacts::Folder &folder : about.folders)
        lines << u"Folder: %1"_s.arg(shown(folder.path));
    return lines.join(u'\n') + u'\n';
}

} // namespace afoot::ui
