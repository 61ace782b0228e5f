#pragma once

#include "app/desktop/updatebox.h"
#include "app/shared/paths.h"
#include "app/shared/sourcelist.h"
#include "core/model/update.h"
#include "ui/sources.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace afoot {

class Links;

/// The remote trackers that this person follows: reads their list, and again when it was changed, and has each
/// followed on the thread of the links.
///
/// Threads: main. Needed for life: the clock.
class RemoteSources : public QObject
{
    Q_OBJECT

public:
    /// Brings what was learned to the tracker; called on the main thread, at most once in Links::gap.
    using Apply = std::function<void(std::vector<Update> updates)>;

    RemoteSources(const Paths &paths, const Clock &clock, Apply apply, QObject *parent = nullptr);
    ~RemoteSources() override;

    void start();
    /// True when the job is one of theirs: what is asked of it was passed on.
    bool ask(const JobKey &key, Ask what);
    void retryNow(const QString &name);
    /// The machine woke up, or its network changed.
    void wokeUp();

Q_SIGNALS:
    void changed(const QList<afoot::ui::SourceState> &states);
    /// What went wrong, in a sentence.
    void said(const QString &text);

private:
    void read();

    Paths m_paths;
    QFileSystemWatcher m_watcher{};
    Apply m_apply;
    std::vector<SavedSource> m_list{};
    UpdateBox m_box{};
    QThread m_thread{};
    Links *m_links; ///< lives on m_thread, deleted there
};

} // namespace afoot
