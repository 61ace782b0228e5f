#pragma once

#include "app/desktop/sourceconfig.h"
#include "app/desktop/sourcepreview.h"
#include "app/desktop/updatebox.h"
#include "app/shared/owndialects.h"
#include "app/shared/paths.h"
#include "app/shared/sourceedit.h"
#include "app/shared/sourcelist.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "ui/sources.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace afoot {

/// The remote trackers that this person follows: their list on disk, and the sources that are followed now.
///
/// Threads: made anywhere, then moved to the thread of the links, where everything else happens, also reading and
/// writing of the list.
class Links : public QObject
{
    Q_OBJECT

public:
    /// Between two words that there is something in the box: a flood wakes its reader up no more often.
    static constexpr Millis gap{20};

    /// What is learned goes into @p box, which must outlive this.
    Links(const Paths &paths, const Clock &clock, UpdateBox &box);
    ~Links() override;

    /// Follows what the list on disk has, and nothing else; a source that is as it was goes on.
    void reload();
    /// The same with @p list in its place.
    void follow(const std::vector<SavedSource> &list);
    /// Adds one to the list: added() or refused() follows.
    void add(const ui::SourceDraft &draft);
    /// Changes the one that the draft is of: edited() or refused() follows. An empty name or address stays as it is, as
    /// does the address that changed() shows, and an empty token or headers, unless the draft says to drop them.
    void change(const ui::SourceDraft &draft);
    void setPaused(const std::string &name, bool paused);
    void remove(const std::string &name);

    /// found() and previewChanged() follow until it is ended.
    void preview(const ui::SourceDraft &draft);
    void endPreview() { m_preview.reset(); }
    /// details() follows.
    void look(const std::string &name);

    void ask(const JobKey &key, Ask what);
    void retryNow(const std::string &name);
    void wokeUp();

Q_SIGNALS:
    /// There is something in the box. Not again before it was emptied.
    void learned();
    void changed(const QList<afoot::ui::SourceState> &states);
    /// It is followed no more, because the person does not want it: its jobs go.
    void removed(const QString &name);
    void said(const QString &text);
    void added(const QString &name);
    /// What it is called now, which may be another name.
    void edited(const QString &name);
    void refused(const QString &why);
    void found(const afoot::ui::SourceFinding &finding);
    void previewChanged(const afoot::Delta &delta);
    void details(const afoot::ui::SourceDetails &details);
    /// Short names and titles of the dialects that there are.
    void dialects(const QList<QPair<QString, QString>> &names);

private:
    struct Followed
    {
        SavedSource saved{};
        std::unique_ptr<remote::Source> source{}; ///< null: it cannot be followed, or is paused
        std::string trouble{};
        ui::SourceDetails before{}; ///< of the time before it was paused or changed
    };
    using Edit = std::function<std::optional<Error>(std::vector<SavedSource> &list)>;

    std::optional<Error> edit(const Edit &change);
    void start(const SavedSource &saved, ui::SourceDetails before);
    void connectSource(Followed &followed);
    static Result<SavedSource> savedFrom(const ui::SourceDraft &draft,
                                         const std::vector<SavedSource> &others);
    static Result<SourceChange> changeFrom(const ui::SourceDraft &draft,
                                           const std::vector<SavedSource> &list);
    Result<SavedSource> wouldBe(const ui::SourceDraft &draft, std::vector<SavedSource> list);
    remote::Network &network();
    void readDialects();
    static bool mayReadOtherwise(const Followed &followed);
    const std::vector<OwnDialect> &own() const { return m_dialects.back(); }
    void put(std::vector<Update> updates);
    void tell();
    ui::SourceState shown(const Followed &followed) const;
    ui::SourceDetails detailsOf(const Followed &followed) const;

    Paths m_paths;
    const Clock &m_clock;
    UpdateBox &m_box;
    QTimer m_word{this};
    Ticks m_wordAt{};
    QTimer m_badWord{this}; ///< that some could not be read
    /// The person's own, as they were each time that they had changed: sources point into those of their time.
    std::deque<std::vector<OwnDialect>> m_dialects{{}};
    std::unique_ptr<remote::Network> m_network{};
    std::map<std::string, Followed> m_followed{};
    std::unique_ptr<SourcePreview> m_preview{};
};

} // namespace afoot
