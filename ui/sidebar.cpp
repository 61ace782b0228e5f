#include "ui/sidebar.h"

#include "ui/controls.h"
#include "ui/sourcemark.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int leastNote = 32; ///< beside a name that would take it all
} // namespace

SideEntry::SideEntry(const QString &name, QWidget *parent) : QAbstractButton(parent)
{
    setText(name);
    setCheckable(true);
    setAutoExclusive(true); // one of many, as assistive tools say it; the group sees to it
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SideEntry::setIcon(Icon icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void SideEntry::setDot(Tone tone, bool hollow)
{
    if (m_tone == tone && m_hollow == hollow)
        return;
    m_tone = tone;
    m_hollow = hollow;
    update();
}

void SideEntry::setNote(const QString &note, Tone tone, const QString &brief)
{
    if (m_note == note && m_noteTone == tone && m_brief == brief)
        return;
    m_note = note;
    m_brief = brief;
    m_noteTone = tone;
    describe();
    update();
}

void SideEntry::describe()
{
    setAccessibleName(m_note.isEmpty() ? text() : text() + u", "_s + m_note);
}

QSize SideEntry::sizeHint() const
{
    return {188, m_icon == Icon::None ? 32 : 36};
}

void SideEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Theme &colours = themeOf(palette());
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colours.tint(Tone::Accent) : colours.track);
        painter.drawRoundedRect(box, 6, 6);
    }
    const auto place = [&](QRectF part) {
        if (flip)
            part.moveRight(width() - part.left());
        return part;
    };
    const QColor accent = colours.of(Tone::Accent);
    const QRectF mark = place(QRectF(12, height() / 2.0 - 8, 16, 16));
    if (m_icon != Icon::None) {
        drawIcon(painter, m_icon, mark, isChecked() ? accent : colours.of(m_tone));
    } else {
        const QColor ink = colours.of(m_tone);
        drawSourceMark(painter, mark.center(), m_hollow ? MarkShape::Ring : MarkShape::Dot, ink);
    }
    const bool icon = m_icon != Icon::None;
    QFont note = faceOf(font(), isChecked() ? Face::SmallStrong : Face::Small);
    if (icon)
        note.setPixelSize(13);
    const QFont name = faceOf(font(), isChecked() ? Face::Strong : Face::Body);
    const int nameWidth = QFontMetrics(name).horizontalAdvance(text());
    painter.setFont(note);
    const auto widthOf = [&](const QString &words) {
        return QFontMetrics(note).horizontalAdvance(words) + 2;
    };
    const int left = width() - 38 - 20 - nameWidth;
    QString shownNote = m_note;
    if (widthOf(m_note) > left) {
        // the name is what the entry is known by: it keeps its room, and a word is known by its beginning
        shownNote = m_brief.isEmpty() ? QFontMetrics(note).elidedText(m_note, Qt::ElideRight,
                                                                      std::max(left - 2, leastNote))
                                      : m_brief;
    }
    const int noteWidth = widthOf(shownNote);
    const auto end = Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignLeft : Qt::AlignRight);
    painter.setPen(isChecked() && m_noteTone == Tone::Idle ? accent : colours.of(m_noteTone));
    painter.drawText(place(QRectF(width() - 12 - noteWidth, 0, noteWidth, height())), int(end),
                     shownNote);

    painter.setFont(name);
    painter.setPen(isChecked() ? accent : colours.text);
    const double room = width() - 38 - noteWidth - 20;
    const QString shown = QFontMetrics(name).elidedText(text(), Qt::ElideRight, int(room));
    painter.drawText(
        place(QRectF(38, 0, room, height())),
        int(Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignRight : Qt::AlignLeft)), shown);
    if (showsFocus(*this))
        drawFocus(painter, box, 6, accent);
}

SideBar::SideBar(QWidget *parent) : QWidget(parent), m_choice(new QButtonGroup(this))
{
    setFixedWidth(208);
    setAccessibleName(tr("What the list shows"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 75, 11, 8);
    column->setSpacing(0);
    for (const Group group : allGroups) {
        auto *entry = new SideEntry(nameOf(group), this);
        entry->setIcon(iconOf(group), toneOf(group));
        connect(entry, &QAbstractButton::clicked, this,
                [this, group] { Q_EMIT groupChosen(group); });
        m_groups[std::size_t(group)] = entry;
        m_choice->addButton(entry);
        column->addWidget(entry);
    }
    m_groups[0]->setChecked(true);
    column->addSpacing(14);
    auto *title = new QLabel(tr("Sources"), this);
    title->setFont(faceOf(font(), Face::SmallStrong));
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setContentsMargins(10, 0, 10, 6);
    m_sourceTitle = title;
    column->addWidget(title);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_sourceBox = new QWidget(scroll);
    m_sourceBox->setAutoFillBackground(false);
    m_sourceLayout = new QVBoxLayout(m_sourceBox);
    m_sourceLayout->setContentsMargins(0, 0, 0, 0);
    m_sourceLayout->setSpacing(0);
    m_sourceLayout->addStretch(1);
    scroll->setWidget(m_sourceBox);
    m_sourceBox->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
}

int SideBar::addPlace(const QString &name, Icon icon)
{
    const int place = int(m_places.size());
    auto *entry = new SideEntry(name, this);
    entry->setIcon(icon, Tone::Idle);
    connect(entry, &QAbstractButton::clicked, this, [this, place] { Q_EMIT placeChosen(place); });
    m_places.push_back(entry);
    m_choice->addButton(entry);
    layout()->addWidget(entry);
    return place;
}

void SideBar::choosePlace(int place)
{
    m_places[std::size_t(place)]->setChecked(true);
}

void SideBar::enter(Group group)
{
    m_groups[std::size_t(group)]->click();
}

void SideBar::step(int by)
{
    std::vector<SideEntry *> entries(m_groups.begin(), m_groups.end());
    for (const auto &[name, entry] : m_sources)
        entries.push_back(entry);
    entries.insert(entries.end(), m_places.begin(), m_places.end());
    const auto chosen = std::find_if(entries.begin(), entries.end(),
                                     [](const SideEntry *entry) { return entry->isChecked(); });
    const auto size = std::ptrdiff_t(entries.size());
    const auto next = (std::distance(entries.begin(), chosen) + by + size) % size;
    entries[std::size_t(next)]->click();
}

void SideBar::showCounts(const JobModel &model)
{
    const QLocale locale;
    for (const Group group : allGroups) {
        SideEntry *entry = m_groups[std::size_t(group)];
        const int count = model.count(group);
        const bool loud = count > 0 && (group == Group::NeedsYou || group == Group::Failed);
        // nought is no news
        const QString number = count == 0 ? QString() : locale.toString(count);
        entry->setNote(number, loud ? toneOf(group) : Tone::Idle, number);
    }
}

SideEntry *SideBar::entryFor(const QString &source)
{
    SideEntry *&entry = m_sources[source];
    if (!entry) {
        entry = new SideEntry(sourceName(source), this);
        connect(entry, &QAbstractButton::clicked, this,
                [this, source] { Q_EMIT sourceChosen(source); });
        entry->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(entry, &QWidget::customContextMenuRequested, this,
                [this, entry, source](QPoint at) {
                    Q_EMIT sourceMenuWanted(source, entry->mapToGlobal(at));
                });
        const auto place = std::distance(m_sources.begin(), m_sources.find(source));
        m_sourceLayout->insertWidget(int(place), entry);
        m_choice->addButton(entry);
        // of the group Tab stops at what is chosen, and Qt looks to that only when another is
        entry->setFocusPolicy(Qt::ClickFocus);
        setTabOrder(m_groups.back(), entry);
    }
    return entry;
}

void SideBar::setSources(const QList<SourceState> &sources, const std::map<std::string, int> &jobs,
                         WallTime now)
{
    std::map<QString, SourceState> all;
    for (const auto &[name, count] : jobs)
        all.emplace(text::of(name), SourceState{.name = text::of(name)});
    for (const SourceState &source : sources)
        all.insert_or_assign(source.name, source);
    for (auto it = m_sources.begin(); it != m_sources.end();) {
        if (all.contains(it->first)) {
            ++it;
        } else {
            if (it->second->isChecked())
                Q_EMIT groupChosen(Group::All);
            it->second->deleteLater();
            it = m_sources.erase(it);
        }
    }
    for (const auto &[name, source] : all) {
        SideEntry *entry = entryFor(name);
        const auto count = jobs.find(name.toStdString());
        const bool paused = source.link == SourceState::Link::Paused;
        const bool fine = isFine(source);
        const bool away = isAway(source, now);
        const Tone tone = toneOf(source, now);
        entry->setDot(tone, !fine);
        if (!fine)
            entry->setNote(wordsFor(source.link), tone,
                           away     ? tr("Away")
                           : paused ? wordsFor(source.link)
                                    : QString());
        else if (count == jobs.end())
            entry->setNote({});
        else
            entry->setNote(text::jobs(count->second, QLocale()), Tone::Idle,
                           QLocale().toString(count->second));
        entry->setToolTip(source.isRemote || !fine
                              ? stateText(source, now, QLocale()).toHtmlEscaped()
                              : QString());
    }
    m_sourceTitle->setVisible(!all.empty());
}

void SideBar::choose(Group group)
{
    m_groups[std::size_t(group)]->setChecked(true);
}

void SideBar::chooseSource(const QString &name)
{
    if (const auto entry = m_sources.find(name); entry != m_sources.end())
        entry->second->setChecked(true);
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(palette());
    painter.fillRect(rect(), colours.side);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(flip ? 0 : width() - 1, 0, 1, height()), colours.line);
    const QRectF mark(flip ? width() - 48 : 20, 20, 28, 28);
    drawMark(painter, mark, colours.of(Tone::Accent), colours.onAccent);
    QFont name = faceOf(font(), Face::Title);
    name.setPixelSize(15);
    painter.setFont(name);
    painter.setPen(colours.text);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(
        QRectF(flip ? 10 : 58, 20, width() - 68, 28),
        int(Qt::AlignAbsolute | Qt::AlignVCenter | (flip ? Qt::AlignRight : Qt::AlignLeft)),
        u"Afoot"_s);
}

void SideBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace afoot::ui
