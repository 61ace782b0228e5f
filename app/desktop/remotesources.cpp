#include "app/desktop/remotesources.h"

#include "app/desktop/links.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace afoot {

RemoteSources::RemoteSources(const Paths &paths, const Clock &clock, Apply apply, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_apply(std::move(apply))
    , m_links(new Links(paths.dialects(), clock, m_box))
{
    m_thread.setObjectName("links");
    m_links->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_links, &QObject::deleteLater);
    connect(m_links, &Links::learned, this, [this] { m_apply(m_box.take()); });
    connect(m_links, &Links::changed, this, &RemoteSources::changed);
    connect(m_links, &Links::said, this, &RemoteSources::said);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RemoteSources::read);
}

RemoteSources::~RemoteSources()
{
    m_thread.quit();
    m_thread.wait();
}

void RemoteSources::start()
{
    m_thread.start();
    // the file is replaced as a whole: its folder says so
    const QString folder = QFileInfo(QString::fromStdString(m_paths.sources())).path();
    QDir().mkpath(folder);
    m_watcher.addPath(folder);
    read();
}

void RemoteSources::read()
{
    const auto list = readSources(m_paths.sources());
    if (!list) {
        Q_EMIT said(QString::fromStdString(list.error().detail));
        return;
    }
    if (*list == m_list)
        return;
    m_list = *list;
    QMetaObject::invokeMethod(m_links, [links = m_links, list = m_list] { links->follow(list); });
}

bool RemoteSources::ask(const JobKey &key, Ask what)
{
    const bool isTheirs = std::any_of(m_list.begin(), m_list.end(), [&](const SavedSource &one) {
        return one.name == key.source;
    });
    if (isTheirs)
        QMetaObject::invokeMethod(m_links, [links = m_links, key, what] { links->ask(key, what); });
    return isTheirs;
}

void RemoteSources::retryNow(const QString &name)
{
    QMetaObject::invokeMethod(
        m_links, [links = m_links, name = name.toStdString()] { links->retryNow(name); });
}

void RemoteSources::wokeUp()
{
    QMetaObject::invokeMethod(m_links, [links = m_links] { links->wokeUp(); });
}

} // namespace afoot
