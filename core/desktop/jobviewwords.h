#pragma once

#include <QString>

namespace afoot::jobviews {

// What the two sides of KDE's job views call each other on the bus.
inline const QString serverName = QStringLiteral("org.kde.JobViewServer");
inline const QString uiName = QStringLiteral("org.kde.kuiserver");
inline const QString serverPath = QStringLiteral("/JobViewServer");
inline const QString serverV1 = QStringLiteral("org.kde.JobViewServer");
inline const QString serverV2 = QStringLiteral("org.kde.JobViewServerV2");
inline const QString viewV1 = QStringLiteral("org.kde.JobView");
inline const QString viewV2 = QStringLiteral("org.kde.JobViewV2");
inline const QString viewV3 = QStringLiteral("org.kde.JobViewV3");

/// What introspection says of the server's object, and of a view's.
QString serverXml();
QString viewXml();

} // namespace afoot::jobviews
