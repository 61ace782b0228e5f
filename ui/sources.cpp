#include "ui/sources.h"

#include "ui/text.h"

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::sources)
};

constexpr Millis patience = 3s;

} // namespace

bool isAway(const SourceState &source, WallTime now)
{
    if (source.link != SourceState::Link::Reconnecting &&
        source.link != SourceState::Link::Disconnected)
        return false;
    return !source.since || now - *source.since >= patience;
}

QString wordsFor(SourceState::Link link)
{
    switch (link) {
    case SourceState::Link::Connected:
        return {};
    case SourceState::Link::Connecting:
        return Words::tr("Connecting");
    case SourceState::Link::Reconnecting:
        return Words::tr("Reconnecting");
    case SourceState::Link::Polling:
        return Words::tr("Polling");
    case SourceState::Link::Disconnected:
        return Words::tr("Offline");
    }
    return {};
}

QString sourceName(const QString &name)
{
    return name == "local"_L1 ? Words::tr("This computer") : name;
}

AwayText awayText(const QList<SourceState> &sources, int stale, WallTime now)
{
    QList<SourceState> away;
    std::copy_if(sources.begin(), sources.end(), std::back_inserter(away),
                 [&](const SourceState &source) { return isAway(source, now); });
    if (away.isEmpty())
        return {};
    const QLocale locale;
    AwayText said;
    std::optional<WallTime> next;
    std::optional<WallTime> since;
    bool trying = false;
    for (const SourceState &source : away) {
        trying = trying || source.link == SourceState::Link::Reconnecting;
        if (source.nextAttempt && (!next || *source.nextAttempt < *next))
            next = source.nextAttempt;
        if (source.since && (!since || *source.since < *since))
            since = source.since;
    }
    if (away.size() > 1)
        said.lead = Words::tr("Lost contact with %1 sources", nullptr, int(away.size()))
                        .arg(locale.toString(away.size()));
    else if (away.first().name == "local"_L1)
        said.lead = Words::tr("Lost contact with the tracker of this computer");
    else
        said.lead = Words::tr("Lost contact with %1").arg(away.first().name);
    QStringList parts;
    if (since)
        parts << Words::tr("Away since %1.").arg(text::moment(*since, now, locale));
    if (next && *next - now >= 1s)
        parts << Words::tr("Trying again in %1.")
                     .arg(text::duration(*next - now + 999ms, locale, text::Precision::Rough));
    else if (trying)
        parts << Words::tr("Trying again.");
    else if (away.size() == 1 && !away.first().reason.isEmpty())
        parts << away.first().reason;
    if (stale == 1)
        parts << Words::tr("One job may be out of date.");
    else if (stale > 1)
        parts
            << Words::tr("%1 jobs may be out of date.", nullptr, stale).arg(locale.toString(stale));
    said.rest = parts.join(u' ');
    return said;
}

Listening listeningText(const QString &socket, std::optional<int> port, std::optional<int> taken)
{
    Listening said{.tip = Words::tr("Socket: %1").arg(socket)};
    if (port)
        said.text = Words::tr("Listening on %1").arg(u"127.0.0.1:%1"_s.arg(*port));
    else if (taken) // a number, yet without a separator of thousands
        said.text = Words::tr("Port %1 is taken; listening on its socket only")
                        .arg(QString::number(*taken));
    else
        said.text = Words::tr("Listening on its socket only");
    return said;
}

} // namespace afoot::ui
