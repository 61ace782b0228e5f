#pragma once

#include "app/desktop/updatebox.h"
#include "app/shared/owndialects.h"
#include "app/shared/sourcelist.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "ui/sources.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <string>

namespace afoot {

/// The sources that are followed now.
///
/// Threads: made anywhere, then moved to the thread of the links, where everything else happens.
class Links : public QObject
{
    Q_OBJECT

public:
    /// Between two words that there is something in the box: a flood wakes its reader up no more often.
    static constexpr Millis gap{20};

    /// @p dialects is the folder of the person's own. What is learned goes into @p box, which must outlive this.
    Links(std::string dialects, const Clock &clock, UpdateBox &box);
    ~Links() override;

    /// Follows these and no others; one that is as it was goes on.
    void follow(const std::vector<SavedSource> &list);
    void ask(const JobKey &key, Ask what);
    void retryNow(const std::string &name);
    void wokeUp();

Q_SIGNALS:
    /// There is something in the box. Not again before it was emptied.
    void learned();
    void changed(const QList<afoot::ui::SourceState> &states);
    void said(const QString &text);

private:
    struct Followed
    {
        SavedSource saved{};
        std::unique_ptr<remote::Source> source{}; ///< null: it cannot be followed, or is paused
        std::string trouble{};
        WallTime since{}; ///< when its state became what it is
        Link::State told = Link::State::Idle;
    };

    void add(const SavedSource &saved);
    void connectSource(Followed &followed);
    const dialect::Dialect *dialectNamed(const std::string &name) const;
    void put(std::vector<Update> updates);
    void tell();
    ui::SourceState stateOf(const Followed &followed) const;

    const Clock &m_clock;
    UpdateBox &m_box;
    QTimer m_word{this};
    Ticks m_wordAt{};
    std::vector<OwnDialect> m_dialects; ///< sources point into it
    std::unique_ptr<remote::Network> m_network{};
    std::map<std::string, Followed> m_followed{};
};

} // namespace afoot
