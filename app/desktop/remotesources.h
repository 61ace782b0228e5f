#pragma once

#include "app/desktop/updatebox.h"
#include "app/shared/paths.h"
#include "core/model/delta.h"
#include "core/model/update.h"
#include "ui/sources.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThread>

#include <functional>
#include <vector>

namespace afoot {

class Links;

/// The remote trackers that this person follows, each on the thread of the links; their list is read again when it
/// was changed.
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
    /// Passes on what is asked of a job, if it is one of theirs.
    void ask(const JobKey &key, Ask what);
    void retryNow(const QString &name);
    /// The machine woke up, or its network changed.
    void wokeUp();

    void add(const ui::SourceDraft &draft);
    void change(const ui::SourceDraft &draft);
    void setPaused(const QString &name, bool paused);
    void remove(const QString &name);
    void preview(const ui::SourceDraft &draft);
    void endPreview();
    void look(const QString &name);

Q_SIGNALS:
    void changed(const QList<afoot::ui::SourceState> &states);
    void removed(const QString &name);
    /// What went wrong, in a sentence.
    void said(const QString &text);
    void added(const QString &name);
    void edited(const QString &name);
    void refused(const QString &why);
    void found(const afoot::ui::SourceFinding &finding);
    void previewChanged(const afoot::Delta &delta);
    void details(const afoot::ui::SourceDetails &details);
    void dialects(const QList<QPair<QString, QString>> &names);

private:
    void passOn();

    Paths m_paths;
    QFileSystemWatcher m_watcher{};
    Apply m_apply;
    UpdateBox m_box{};
    QThread m_thread{};
    Links *m_links; ///< lives on m_thread, deleted there
};

} // namespace afoot
