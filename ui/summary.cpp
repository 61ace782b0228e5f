#include "ui/summary.h"

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(afoot::ui::summary)
};

} // namespace

QString summaryOf(const JobModel &model, const std::optional<std::string> &source,
                  const QLocale &locale)
{
    const JobModel::Tally tally = model.tally(source);
    if (tally.total == 0)
        return {};
    const int running = tally.running;
    const int needs = tally.needsYou;
    const int queued = tally.queued;
    QStringList parts;
    if (needs > 0)
        parts << (needs == 1 ? Words::tr("%1 needs you", nullptr, needs)
                             : Words::tr("%1 need you", nullptr, needs))
                     .arg(locale.toString(needs));
    parts << (running > 0  ? Words::tr("%1 running", nullptr, running).arg(locale.toString(running))
              : queued > 0 ? Words::tr("%1 queued", nullptr, queued).arg(locale.toString(queued))
                           : Words::tr("nothing running"));
    if (const auto left = tally.nextEnd) {
        const Millis span(qint64(*left) * 1000);
        const Millis shown =
            span >= 1min ? Millis(std::chrono::floor<std::chrono::minutes>(span)) : span;
        parts << Words::tr("next finishes in %1")
                     .arg(text::duration(shown, locale, text::Precision::Rough));
    }
    QString said = parts.join(u", "_s);
    said[0] = said.at(0).toUpper();
    return said;
}

} // namespace afoot::ui
