#pragma once

#include "core/model/delta.h"
#include "ui/jobs/look.h"
#include "ui/sources.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace afoot::ui {

/// Something worth telling a person: what a toast and a desktop notification say alike.
struct News
{
    enum class Kind {
        Started,
        Completed,
        Failed,
        Canceled,
        NeedsYou,
        Lost,
        Digest,
        SourceAway,
        SourceBack,
        Declined
    };

    Kind kind = Kind::Started;
    QString title{};
    QString text{};
    JobKey job{};   ///< of no meaning for a digest; without an id where it is about a source
    Millis stays{}; ///< zero: until it is dismissed
    QString url{};  ///< the job's result
    QString kindOfJob{};
    std::optional<Millis> ran{}; ///< how long the job did, as far as it is known
    bool canRetry = false;       ///< whoever ran it can be asked to do it again

    bool isOfJob() const { return !job.id.empty(); }

    friend bool operator==(const News &, const News &) = default;
};

Icon iconOf(News::Kind kind);
Tone toneOf(News::Kind kind);

/// What @p transition is news of, if of anything. @p already: it was so before anybody watched, so a start
/// is no news.
std::optional<News> newsOf(const Transition &transition, bool already, const QLocale &locale);

/// It tells of something that a source had behind it before it was followed: no news to anybody.
bool isOld(const Transition &transition, WallTime now);

/// A source cannot be reached any more, or is back. @p source: as it is now, or was while it was away.
News newsOfSource(const SourceState &source, bool back, WallTime now, const QLocale &locale);

/// Whoever runs @p job will not do what was asked of it; it is declined.
News newsOfDeclined(const Job &job);

/// How many news there are of each kind.
using NewsCounts = std::map<News::Kind, int>;

/// Many news in one sentence: "News of 7 jobs", "2 failed, 5 completed".
News digestOf(const NewsCounts &counts, const QLocale &locale);
News digestOf(const std::vector<News> &news, const QLocale &locale);

/// The same of what came while nothing was to be told.
News missedOf(const NewsCounts &counts, const QLocale &locale);

} // namespace afoot::ui
