#include "core/desktop/application.h"

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxToken = 1024;

QString tokenIn(const QVariantMap &platformData)
{
    QString token = platformData.value(u"activation-token"_s).toString();
    if (token.isEmpty())
        token = platformData.value(u"desktop-startup-id"_s).toString();
    return token.size() <= maxToken ? token : QString();
}

} // namespace

Application::Application(const QDBusConnection &bus, const QString &name, QObject *parent)
    : QObject(parent), m_bus(bus), m_name(name)
{
}

QString Application::pathOf(const QString &name)
{
    QString path = u'/' + name;
    return path.replace(u'.', u'/').replace(u'-', u'_');
}

bool Application::start()
{
    // the object first: a call may come the moment the name is there
    return m_bus.isConnected() &&
           m_bus.registerObject(pathOf(m_name), this, QDBusConnection::ExportScriptableSlots) &&
           m_bus.registerService(m_name);
}

void Application::Activate(const QVariantMap &platformData)
{
    Q_EMIT activated(tokenIn(platformData));
}

void Application::Open(const QStringList &uris, const QVariantMap &platformData)
{
    QStringList taken;
    for (const QString &uri : uris.mid(0, maxUris)) {
        if (uri.size() <= maxUri)
            taken.append(uri);
    }
    Q_EMIT openRequested(taken, tokenIn(platformData));
}

void Application::ActivateAction(const QString &action, const QVariantList &,
                                 const QVariantMap &platformData)
{
    Q_EMIT actionRequested(action, tokenIn(platformData));
}

} // namespace afoot
