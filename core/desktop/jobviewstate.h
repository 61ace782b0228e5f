#pragma once

#include "core/model/job.h"

#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include <optional>

namespace afoot {

/// A job as update(a{sv}) of org.kde.JobViewV3 has it (jobview.h); what is unknown is left out.
QVariantMap jobViewStateOf(const Job &job);

/// A call of org.kde.JobViewV2.
struct OlderCall
{
    QString method{};
    QVariantList arguments{};
};

/// What says the same as @p key of @p state; nothing where that interface has no word for it.
std::optional<OlderCall> olderCallOf(const QString &key, const QVariantMap &state);

} // namespace afoot
