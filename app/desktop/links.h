#pragma once

#include "app/shared/owndialects.h"
#include "app/shared/sourcelist.h"
#include "core/remote/network.h"
#include "core/remote/source.h"
#include "ui/sources.h"

#include <QObject>

#include <functional>
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
    using Apply = std::function<void(std::vector<Update> updates)>;

    /// @p dialects is the folder of the person's own.
    Links(std::string dialects, const Clock &clock, Apply apply);
    ~Links() override;

    /// Follows these and no others; one that is as it was goes on.
    void follow(const std::vector<SavedSource> &list);
    void ask(const JobKey &key, Ask what);
    void retryNow(const std::string &name);
    void wokeUp();

Q_SIGNALS:
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
    void tell();
    ui::SourceState stateOf(const Followed &followed) const;

    const Clock &m_clock;
    Apply m_apply;
    std::vector<OwnDialect> m_dialects; ///< sources point into it
    std::unique_ptr<remote::Network> m_network{};
    std::map<std::string, Followed> m_followed{};
};

} // namespace afoot
