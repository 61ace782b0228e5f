// The list of sources on disk: what a person adds to it, changes and removes, and what would come of that.
#include "app/desktop/links.h"

#include <algorithm>
#include <utility>

namespace afoot {

/// Reads the list, changes it, writes it and follows what it has now.
std::optional<Error> Links::edit(const Edit &change)
{
    readDialects();
    auto list = readSources(m_paths.sources());
    if (!list)
        return list.error();
    if (auto trouble = change(list.value()))
        return trouble;
    if (auto trouble = writeSources(m_paths.sources(), *list))
        return trouble;
    follow(*list);
    return std::nullopt;
}

/// As a person gives it; what is wrong with it is for checkSource() to say.
Result<SavedSource> Links::savedFrom(const ui::SourceDraft &draft,
                                     const std::vector<SavedSource> &others)
{
    SavedSource saved{.name = draft.name.toStdString(),
                      .url = draft.url.toStdString(),
                      .dialect = draft.dialect.toStdString(),
                      .token = draft.token.toStdString()};
    if (saved.name.empty())
        saved.name = freshSourceName(saved.url, others);
    auto headers = headersFrom(draft.headers.toStdString());
    if (!headers)
        return headers.error();
    saved.headers = std::move(headers).value();
    return saved;
}

/// What stays as it is is left out.
Result<SourceChange> Links::changeFrom(const ui::SourceDraft &draft,
                                       const std::vector<SavedSource> &list)
{
    SourceChange wanted{.dialect = draft.dialect.toStdString()};
    if (!draft.name.isEmpty())
        wanted.name = draft.name.toStdString();
    const auto old = std::find_if(list.begin(), list.end(), [&](const SavedSource &saved) {
        return saved.name == draft.of.toStdString();
    });
    const std::string url = draft.url.toStdString();
    if (!url.empty() && old != list.end() && url != withoutSecrets(old->url)) {
        auto whole = urlWithSecrets(url, old->url); // only what may be seen was there to be edited
        if (!whole)
            return whole.error();
        wanted.url = std::move(whole).value();
    }
    if (draft.dropToken || !draft.token.isEmpty())
        wanted.token = draft.token.toStdString();
    auto headers = headersFrom(draft.headers.toStdString());
    if (!headers)
        return headers.error();
    if (draft.dropHeaders || !headers->empty())
        wanted.headers = std::move(headers).value();
    return wanted;
}

/// What would be followed if @p draft were kept beside @p list.
Result<SavedSource> Links::wouldBe(const ui::SourceDraft &draft, std::vector<SavedSource> list)
{
    if (draft.of.isEmpty()) {
        auto saved = savedFrom(draft, list);
        if (!saved)
            return saved;
        auto trouble = checkSource(*saved, list, own());
        return trouble ? Result<SavedSource>(std::move(*trouble)) : saved;
    }
    auto wanted = changeFrom(draft, list);
    if (!wanted)
        return wanted.error();
    const std::string name = wanted->name.value_or(draft.of.toStdString());
    if (auto trouble = changeSource(list, draft.of.toStdString(), std::move(wanted).value(), own()))
        return std::move(*trouble);
    return *std::find_if(list.begin(), list.end(),
                         [&](const SavedSource &saved) { return saved.name == name; });
}

void Links::add(const ui::SourceDraft &draft)
{
    std::string name;
    const auto trouble = edit([&](std::vector<SavedSource> &list) -> std::optional<Error> {
        auto saved = savedFrom(draft, list);
        if (!saved)
            return saved.error();
        name = saved->name;
        return addSource(list, std::move(saved).value(), own());
    });
    if (trouble)
        Q_EMIT refused(QString::fromStdString(trouble->detail));
    else
        Q_EMIT added(QString::fromStdString(name));
}

void Links::change(const ui::SourceDraft &draft)
{
    const auto trouble = edit([&](std::vector<SavedSource> &list) -> std::optional<Error> {
        auto wanted = changeFrom(draft, list);
        if (!wanted)
            return wanted.error();
        return changeSource(list, draft.of.toStdString(), std::move(wanted).value(), own());
    });
    if (trouble)
        Q_EMIT refused(QString::fromStdString(trouble->detail));
    else
        Q_EMIT edited(draft.name.isEmpty() ? draft.of : draft.name);
}

void Links::setPaused(const std::string &name, bool paused)
{
    const auto trouble =
        edit([&](std::vector<SavedSource> &list) { return pauseSource(list, name, paused); });
    if (trouble)
        Q_EMIT said(QString::fromStdString(trouble->detail));
}

void Links::remove(const std::string &name)
{
    const auto trouble =
        edit([&](std::vector<SavedSource> &list) { return removeSource(list, name); });
    if (trouble)
        Q_EMIT said(QString::fromStdString(trouble->detail));
}

void Links::preview(const ui::SourceDraft &draft)
{
    m_preview.reset();
    readDialects();
    const auto list = readSources(m_paths.sources());
    const auto saved = wouldBe(draft, list ? *list : std::vector<SavedSource>());
    auto config = saved ? configOf(*saved, *dialectOf(*saved, own()), usableOf(own()))
                        : Result<remote::Source::Config>(saved.error());
    if (!config) {
        Q_EMIT found({.trouble = QString::fromStdString(config.error().detail)});
        return;
    }
    m_preview =
        std::make_unique<SourcePreview>(*saved, std::move(config).value(), network(), m_clock);
    connect(m_preview.get(), &SourcePreview::found, this, &Links::found);
    connect(m_preview.get(), &SourcePreview::changed, this, &Links::previewChanged);
    m_preview->start();
}

} // namespace afoot
