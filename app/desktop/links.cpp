#include "app/desktop/links.h"

#include "app/shared/random.h"
#include "core/dialect/dialectfile.h"

#include <algorithm>
#include <utility>

namespace afoot {

namespace {

constexpr Millis badGap{250}; ///< whoever counts bad messages need not know of each

} // namespace

Links::Links(const Paths &paths, const Clock &clock, UpdateBox &box)
    : m_paths(paths), m_clock(clock), m_box(box)
{
    m_word.setSingleShot(true);
    connect(&m_word, &QTimer::timeout, this, [this] {
        m_wordAt = m_clock.ticks();
        Q_EMIT learned();
    });
    m_badWord.setSingleShot(true);
    connect(&m_badWord, &QTimer::timeout, this, &Links::tell);
}

Links::~Links() = default;

remote::Network &Links::network()
{
    if (!m_network)
        m_network = std::make_unique<remote::Network>(m_clock);
    return *m_network;
}

/// They may have been written since: with a source that needs them, as a rule.
void Links::readDialects()
{
    const bool isFirst = !m_network;
    network();
    std::vector<OwnDialect> read = ownDialects(m_paths.dialects());
    const auto isSame = [](const OwnDialect &one, const OwnDialect &other) {
        return one.path == other.path && one.dialect.ok() == other.dialect.ok() &&
               (!one.dialect || *one.dialect == *other.dialect);
    };
    if (!isFirst && std::equal(read.begin(), read.end(), own().begin(), own().end(), isSame))
        return;
    m_dialects.push_back(std::move(read));
    for (auto &[name, followed] : m_followed) {
        if (mayReadOtherwise(followed))
            followed.saved = {}; // so that it is followed anew
    }
    QList<QPair<QString, QString>> names;
    const auto note = [&](const dialect::Dialect &dialect) {
        names.append(
            {QString::fromStdString(dialect.name),
             QString::fromStdString(dialect.title.empty() ? dialect.name : dialect.title)});
    };
    for (const dialect::Dialect &dialect : dialect::builtInDialects())
        note(dialect);
    for (const dialect::Dialect *const dialect : usableOf(own()))
        note(*dialect);
    Q_EMIT dialects(names);
}

/// With other dialects of the person's it may be followed at all, or be understood.
bool Links::mayReadOtherwise(const Followed &followed)
{
    if (!followed.source)
        return !followed.trouble.empty();
    const std::string &wish = followed.saved.dialect;
    if (!wish.empty())
        return dialect::builtInNamed(wish) == nullptr;
    return followed.source->config().destination.isGuess && !followed.source->isFound();
}

void Links::reload()
{
    readDialects();
    const auto list = readSources(m_paths.sources());
    if (!list) {
        Q_EMIT said(QString::fromStdString(list.error().detail));
        return;
    }
    follow(*list);
}

void Links::follow(const std::vector<SavedSource> &list)
{
    std::map<std::string, ui::SourceDetails> before;
    for (auto it = m_followed.begin(); it != m_followed.end();) {
        const auto same = std::find_if(list.begin(), list.end(), [&](const SavedSource &saved) {
            return saved.name == it->first;
        });
        if (same != list.end() && *same == it->second.saved) {
            ++it;
            continue;
        }
        if (same == list.end())
            Q_EMIT removed(QString::fromStdString(it->first));
        else
            before[it->first] = detailsOf(it->second);
        it = m_followed.erase(it);
    }
    for (const SavedSource &saved : list) {
        if (!m_followed.contains(saved.name))
            start(saved, std::move(before[saved.name]));
    }
    tell();
}

void Links::start(const SavedSource &saved, ui::SourceDetails before)
{
    Followed &followed = m_followed[saved.name];
    followed.saved = saved;
    followed.before = std::move(before);
    if (saved.paused) {
        followed.before.changes.append(
            {.at = m_clock.now(), .link = ui::SourceState::Link::Paused});
        return;
    }
    const auto spoken = dialectOf(saved, own());
    auto config = spoken ? configOf(saved, *spoken, usableOf(own()))
                         : Result<remote::Source::Config>(spoken.error());
    if (!config) {
        followed.trouble = config.error().detail;
        return;
    }
    followed.source =
        std::make_unique<remote::Source>(std::move(config).value(), network(), m_clock, chance);
    connectSource(followed);
    followed.source->start();
}

/// What comes with one turn of the event loop goes together, and so does what comes within the gap.
void Links::put(std::vector<Update> updates)
{
    if (m_box.put(std::move(updates)) && !m_word.isActive())
        m_word.start(std::clamp(m_wordAt + gap - m_clock.ticks(), Millis(0), gap));
}

void Links::connectSource(Followed &followed)
{
    remote::Source *const source = followed.source.get();
    connect(source, &remote::Source::told, this,
            [this](const std::vector<Update> &updates, const std::vector<JobKey> &removed) {
                std::vector<Update> all = updates;
                for (const JobKey &key : removed)
                    all.push_back({.op = Update::Op::Leave, .key = key});
                put(std::move(all));
            });
    connect(source, &remote::Source::linkChanged, this, &Links::tell);
    connect(source, &remote::Source::badMessage, this, [this] {
        if (!m_badWord.isActive())
            m_badWord.start(badGap);
    });
    connect(source, &remote::Source::asked, this,
            [this, source](const std::string &id, Ask what, const QString &trouble) {
                Update heard{.key = {source->config().name, id}};
                if (trouble.isEmpty())
                    heard.acknowledged =
                        what; // its tracker took it; what comes of it is told there
                else
                    heard.declined = Declined{.ask = what, .why = trouble.toStdString()};
                put({std::move(heard)});
            });
}

void Links::look(const std::string &name)
{
    const auto it = m_followed.find(name);
    if (it != m_followed.end())
        Q_EMIT details(detailsOf(it->second));
}

ui::SourceDetails Links::detailsOf(const Followed &followed) const
{
    ui::SourceDetails all = followed.before;
    all.name = QString::fromStdString(followed.saved.name);
    if (followed.source)
        addTo(all, afoot::detailsOf(*followed.source));
    return all;
}

void Links::ask(const JobKey &key, Ask what)
{
    const auto found = m_followed.find(key.source);
    if (found == m_followed.end())
        return;
    if (found->second.source) {
        found->second.source->ask(key.id, what);
        return;
    }
    Update update{.key = key};
    update.declined =
        Declined{.ask = what,
                 .why = found->second.saved.paused ? tr("The source %1 is paused.")
                                                         .arg(QString::fromStdString(key.source))
                                                         .toStdString()
                                                   : found->second.trouble};
    put({std::move(update)});
}

void Links::retryNow(const std::string &name)
{
    const auto found = m_followed.find(name);
    if (found != m_followed.end() && found->second.source)
        found->second.source->retryNow();
}

void Links::wokeUp()
{
    for (auto &[name, followed] : m_followed) {
        if (followed.source)
            followed.source->wokeUp();
    }
}

ui::SourceState Links::shown(const Followed &followed) const
{
    using Shown = ui::SourceState::Link;
    if (followed.source)
        return stateOf(followed.saved, *followed.source, m_clock.now(), m_clock.ticks());
    ui::SourceState state = stateOf(followed.saved);
    state.link = followed.saved.paused ? Shown::Paused : Shown::Disconnected;
    state.reason = QString::fromStdString(followed.trouble);
    return state;
}

void Links::tell()
{
    QList<ui::SourceState> states;
    for (const auto &[name, followed] : m_followed)
        states.append(shown(followed));
    Q_EMIT changed(states);
}

} // namespace afoot
