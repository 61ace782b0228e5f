#include "app/desktop/remotesources.h"

#include "app/desktop/links.h"

#include <QDir>
#include <QFileInfo>

namespace afoot {

RemoteSources::RemoteSources(const Paths &paths, const Clock &clock, Apply apply, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_apply(std::move(apply))
    , m_links(new Links(paths, clock, m_box))
{
    m_thread.setObjectName("links");
    m_links->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_links, &QObject::deleteLater);
    connect(m_links, &Links::learned, this, &RemoteSources::passOn);
    connect(m_links, &Links::changed, this, &RemoteSources::changed);
    connect(m_links, &Links::removed, this, [this](const QString &name) {
        passOn(); // what was learned of it before, so that it goes as well
        Q_EMIT removed(name);
    });
    connect(m_links, &Links::said, this, &RemoteSources::said);
    connect(m_links, &Links::added, this, &RemoteSources::added);
    connect(m_links, &Links::edited, this, &RemoteSources::edited);
    connect(m_links, &Links::refused, this, &RemoteSources::refused);
    connect(m_links, &Links::found, this, &RemoteSources::found);
    connect(m_links, &Links::previewChanged, this, &RemoteSources::previewChanged);
    connect(m_links, &Links::details, this, &RemoteSources::details);
    connect(m_links, &Links::dialects, this, &RemoteSources::dialects);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, m_links, &Links::reload);
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
    // a dialect that is written helps those that could not be understood
    if (!securePrivateFolder(m_paths.dialects()))
        m_watcher.addPath(QString::fromStdString(m_paths.dialects()));
    QMetaObject::invokeMethod(m_links, &Links::reload);
}

void RemoteSources::passOn()
{
    if (std::vector<Update> updates = m_box.take(); !updates.empty())
        m_apply(std::move(updates));
}

void RemoteSources::ask(const JobKey &key, Ask what)
{
    QMetaObject::invokeMethod(m_links, [links = m_links, key, what] { links->ask(key, what); });
}

void RemoteSources::retryNow(const QString &name)
{
    QMetaObject::invokeMethod(
        m_links, [links = m_links, name = name.toStdString()] { links->retryNow(name); });
}

void RemoteSources::wokeUp()
{
    QMetaObject::invokeMethod(m_links, &Links::wokeUp);
}

void RemoteSources::add(const ui::SourceDraft &draft)
{
    QMetaObject::invokeMethod(m_links, [links = m_links, draft] { links->add(draft); });
}

void RemoteSources::change(const ui::SourceDraft &draft)
{
    QMetaObject::invokeMethod(m_links, [links = m_links, draft] { links->change(draft); });
}

void RemoteSources::setPaused(const QString &name, bool paused)
{
    QMetaObject::invokeMethod(m_links, [links = m_links, name = name.toStdString(), paused] {
        links->setPaused(name, paused);
    });
}

void RemoteSources::remove(const QString &name)
{
    QMetaObject::invokeMethod(
        m_links, [links = m_links, name = name.toStdString()] { links->remove(name); });
}

void RemoteSources::preview(const ui::SourceDraft &draft)
{
    QMetaObject::invokeMethod(m_links, [links = m_links, draft] { links->preview(draft); });
}

void RemoteSources::endPreview()
{
    QMetaObject::invokeMethod(m_links, &Links::endPreview);
}

void RemoteSources::look(const QString &name)
{
    QMetaObject::invokeMethod(m_links,
                              [links = m_links, name = name.toStdString()] { links->look(name); });
}

} // namespace afoot
