#include "core/desktop/jobviewstate.h"

#include "core/model/limits.h"

#include <QDBusVariant>

#include <algorithm>
#include <array>
#include <cmath>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

struct UnitWords
{
    const char *ours;
    const char *asKey;
    const char *asWord; ///< of the interfaces before the third
};
constexpr std::array unitWords{UnitWords{"bytes", "Bytes", "bytes"},
                               UnitWords{"files", "Files", "files"},
                               UnitWords{"dirs", "Directories", "dirs"}};
constexpr UnitWords anyUnit{"items", "Items", "items"};

const UnitWords &wordsOf(const std::string &unit)
{
    const auto *found = std::find_if(unitWords.begin(), unitWords.end(),
                                     [&](const UnitWords &words) { return unit == words.ours; });
    return found == unitWords.end() ? anyUnit : *found;
}

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

std::optional<qulonglong> amount(const std::optional<double> &value)
{
    if (!value || !std::isfinite(*value) || *value < 0 || *value > JobLimits{}.maxCount)
        return std::nullopt;
    return static_cast<qulonglong>(*value);
}

void addDetails(QVariantMap &state, const Job &job)
{
    int number = 0;
    for (const Detail &detail : job.details) {
        const auto *value = std::get_if<std::string>(&detail.value);
        if (value == nullptr || ++number > 2)
            continue;
        state.insert(u"descriptionLabel%1"_s.arg(number), text(detail.key));
        state.insert(u"descriptionValue%1"_s.arg(number), text(*value));
    }
}

} // namespace

QVariantMap jobViewStateOf(const Job &job)
{
    QVariantMap state{{u"title"_s, text(job.title)},
                      {u"infoMessage"_s, text(job.question.empty() ? job.message : job.question)},
                      {u"suspended"_s, job.state == State::Paused}};
    if (job.percent && std::isfinite(*job.percent))
        state.insert(u"percent"_s,
                     static_cast<uint>(std::floor(std::clamp(*job.percent, 0.0, 100.0))));
    const UnitWords &words = wordsOf(job.unit);
    if (const auto done = amount(job.current))
        state.insert(u"processed"_s + QLatin1StringView(words.asKey), *done);
    if (const auto total = amount(job.total))
        state.insert(u"total"_s + QLatin1StringView(words.asKey), *total);
    if (const auto speed = amount(job.rate); speed && job.unit == "bytes")
        state.insert(u"speed"_s, *speed);
    if (!job.url.empty())
        state.insert(u"destUrl"_s, text(job.url));
    addDetails(state, job);
    return state;
}

std::optional<OlderCall> olderCallOf(const QString &key, const QVariantMap &state)
{
    const QVariant value = state.value(key);
    if (key == "title"_L1)
        return OlderCall{u"setInfoMessage"_s, {value}};
    if (key == "percent"_L1)
        return OlderCall{u"setPercent"_s, {value}};
    if (key == "speed"_L1)
        return OlderCall{u"setSpeed"_s, {value}};
    if (key == "suspended"_L1)
        return OlderCall{u"setSuspended"_s, {value}};
    if (key == "destUrl"_L1)
        return OlderCall{u"setDestUrl"_s, {QVariant::fromValue(QDBusVariant(value))}};
    if (key.startsWith("descriptionValue"_L1)) {
        const QString number = key.right(1);
        return OlderCall{u"setDescriptionField"_s,
                         {number.toUInt() - 1, state.value(u"descriptionLabel"_s + number), value}};
    }
    const bool isTotal = key.startsWith("total"_L1);
    if (!isTotal && !key.startsWith("processed"_L1))
        return std::nullopt;
    for (const UnitWords &words : {unitWords[0], unitWords[1], unitWords[2], anyUnit}) {
        if (key.endsWith(QLatin1StringView(words.asKey)))
            return OlderCall{isTotal ? u"setTotalAmount"_s : u"setProcessedAmount"_s,
                             {value, QString::fromLatin1(words.asWord)}};
    }
    return std::nullopt;
}

} // namespace afoot
