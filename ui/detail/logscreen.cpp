#include "ui/detail/logscreen.h"

#include "core/model/text.h"
#include "ui/controls.h"
#include "ui/detail/logscreenaccess.h"
#include "ui/text.h"

#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace afoot::ui {

namespace {

constexpr int sideMargin = 20; // the words stand below those of the title
constexpr int topMargin = 8;
constexpr std::size_t layoutsKept = 256;

QTextLayout::FormatRange inkRange(int from, int length, const QColor &ink)
{
    QTextLayout::FormatRange range;
    range.start = from;
    range.length = length;
    range.format.setForeground(ink);
    return range;
}

} // namespace

LogScreen::LogScreen(QWidget *parent) : QAbstractScrollArea(parent)
{
    offerToAssistiveTools();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    setMinimumHeight(60);
    setFont(faceOf(font(), Face::Mono));
    // the scroll bar has no ground of its own
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
    horizontalScrollBar()->setLayoutDirection(Qt::LeftToRight);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_adjusting)
            return;
        const bool follows = value >= verticalScrollBar()->maximum();
        if (std::exchange(m_following, follows) == follows)
            return;
        m_seenEnd = m_log.end();
        Q_EMIT followingChanged();
    });
    measure();
}

LogScreen::~LogScreen() = default;

void LogScreen::measure()
{
    const QFontMetricsF metrics(font());
    m_lineHeight = int(std::ceil(metrics.lineSpacing())) + 1;
    m_columnWidth = metrics.horizontalAdvance(u'0');
    forgetLayouts();
}

void LogScreen::forgetLayouts()
{
    m_layouts.clear();
    m_widest = 0;
}

void LogScreen::clear()
{
    m_log.clear();
    forgetLayouts();
    setSelection({});
    m_following = true;
    setRanges();
    viewport()->update();
    Q_EMIT followingChanged();
}

void LogScreen::change(const std::function<void(LogStore &)> &fill)
{
    const std::uint64_t top = topLine();
    const std::uint64_t before = m_log.end();
    fill(m_log);
    if (m_log.end() == before)
        return;
    m_layouts.erase(m_layouts.begin(), m_layouts.lower_bound(m_log.first()));
    setRanges();
    if (!m_following) {
        m_adjusting = true;
        verticalScrollBar()->setValue(int(std::max(top, m_log.first()) - m_log.first()));
        m_adjusting = false;
        Q_EMIT followingChanged();
    }
    if (!m_selection.isEmpty() && m_selection.from().line < m_log.first())
        setSelection({clamped(m_selection.anchor), clamped(m_selection.cursor)});
    viewport()->update();
}

void LogScreen::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    if (m_log.isEmpty())
        viewport()->update();
}

void LogScreen::setSearch(const LogSearch *search)
{
    m_search = search;
    viewport()->update();
}

void LogScreen::follow()
{
    m_following = true;
    setRanges();
    viewport()->update();
    Q_EMIT followingChanged();
}

std::uint64_t LogScreen::newLines() const
{
    return m_following ? 0
                       : m_log.end() - std::max(std::min(m_seenEnd, m_log.end()), m_log.first());
}

int LogScreen::linesThatFit() const
{
    return std::max(1, (viewport()->height() - topMargin) / m_lineHeight);
}

std::uint64_t LogScreen::topLine() const
{
    return m_log.first() + std::uint64_t(verticalScrollBar()->value());
}

int LogScreen::textLeft() const
{
    return sideMargin - horizontalScrollBar()->value();
}

void LogScreen::setRanges()
{
    m_adjusting = true;
    const int fit = linesThatFit();
    QScrollBar *down = verticalScrollBar();
    down->setPageStep(fit);
    down->setSingleStep(1);
    down->setRange(0, std::max(0, int(m_log.size()) - fit));
    if (m_following)
        down->setValue(down->maximum());
    const int wide = std::max(m_widest, int(std::ceil(m_log.columns() * m_columnWidth)));
    QScrollBar *along = horizontalScrollBar();
    along->setPageStep(viewport()->width());
    along->setSingleStep(int(m_columnWidth * 4));
    along->setRange(0, std::max(0, wide + 2 * sideMargin - viewport()->width()));
    m_adjusting = false;
}

std::pair<std::uint64_t, std::uint64_t> LogScreen::linesInSight() const
{
    const std::uint64_t top = topLine();
    const auto shown =
        std::uint64_t((viewport()->height() - topMargin + m_lineHeight - 1) / m_lineHeight);
    return {std::min(top, m_log.end()), std::min(top + shown, m_log.end())};
}

AnsiText LogScreen::textOf(std::uint64_t line) const
{
    return ansiText(m_log.line(line).text);
}

QColor LogScreen::inkOf(LogStore::Level level) const
{
    const Theme &colours = themeOf(palette());
    switch (level) {
    case LogStore::Level::Plain:
        return colours.text;
    case LogStore::Level::Skipped:
        return colours.secondary;
    case LogStore::Level::Warning:
        return colours.of(Tone::Warn);
    case LogStore::Level::Error:
        return colours.of(Tone::Bad);
    }
    return colours.text;
}

const LogScreen::Laid &LogScreen::laid(std::uint64_t line) const
{
    const auto [at, isNew] = m_layouts.try_emplace(line);
    Laid &laid = at->second;
    if (!isNew)
        return laid;
    const Theme &colours = themeOf(palette());
    const QColor plain = inkOf(m_log.line(line).level);
    const AnsiText text = textOf(line);
    QList<QTextLayout::FormatRange> formats{inkRange(0, int(text.text.size()), plain)};
    for (const AnsiRun &run : text.runs) {
        const AnsiInks inks = inksOf(run.style, colours, plain);
        formats.append(inkRange(run.from, run.length, inks.ink));
        QTextCharFormat &format = formats.back().format;
        if (run.style.bold)
            format.setFontWeight(QFont::Bold);
        format.setFontItalic(run.style.italic);
        format.setFontUnderline(run.style.underline);
        if (inks.ground.isValid())
            laid.grounds.push_back({run.from, run.length, inks.ground});
    }
    QTextLayout &layout = laid.layout;
    layout.setText(text.text);
    layout.setFont(font());
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine shape = layout.createLine();
    shape.setPosition({0, 0});
    layout.endLayout();
    m_widest = std::max(m_widest, int(std::ceil(shape.naturalTextWidth())));
    return laid;
}

/// Hits, and what is selected, which hides them.
std::vector<LogScreen::Ground> LogScreen::marksOn(std::uint64_t line) const
{
    std::vector<Ground> marks;
    const Theme &colours = themeOf(palette());
    const QString text = laidOut(line).text();
    const LogPlace from = m_selection.from();
    const LogPlace to = m_selection.to();
    int start = 0;
    int end = 0;
    if (!m_selection.isEmpty() && line >= from.line && line <= to.line) {
        start = line == from.line ? from.column : 0;
        end = line == to.line ? to.column : int(text.size());
        marks.push_back({start, end - start, colours.of(Tone::Accent)});
    }
    const auto mark = [&](int first, int last) {
        if (last > first)
            marks.push_back({first, last - first, colours.tint(Tone::Warn)});
    };
    if (m_search == nullptr)
        return marks;
    for (const LogHit &hit : m_search->hitsIn(text, line)) {
        const int last = hit.from + hit.length;
        if (hit.from >= end || last <= start) {
            mark(hit.from, last);
        } else {
            mark(hit.from, start);
            mark(end, last);
        }
    }
    return marks;
}

/// As high as the line, so that there is no gap to the next one.
void LogScreen::fill(QPainter &painter, const QTextLine &shape, const Ground &ground, int y) const
{
    const auto [left, right] =
        std::minmax({shape.cursorToX(ground.from), shape.cursorToX(ground.from + ground.length)});
    painter.fillRect(QRectF(textLeft() + left, y, right - left, m_lineHeight), ground.color);
}

void LogScreen::drawLine(QPainter &painter, std::uint64_t line, int y) const
{
    const Theme &colours = themeOf(palette());
    const QColor accent = colours.of(Tone::Accent);
    const Laid &own = laid(line);
    const QTextLine shape = own.layout.lineAt(0);
    for (const Ground &ground : own.grounds)
        fill(painter, shape, ground, y);
    QList<QTextLayout::FormatRange> inks;
    for (const Ground &mark : marksOn(line)) {
        fill(painter, shape, mark, y);
        inks.append(inkRange(mark.from, mark.length,
                             mark.color == accent ? colours.onAccent : colours.text));
    }
    const bool goesOn =
        !m_selection.isEmpty() && line >= m_selection.from().line && line < m_selection.to().line;
    if (goesOn) { // the line's end is selected too
        const double end = textLeft() + shape.naturalTextWidth();
        painter.fillRect(QRectF(end, y, m_columnWidth / 2, m_lineHeight), accent);
    }
    const QPointF at(textLeft(), y + (m_lineHeight - shape.height()) / 2);
    own.layout.draw(&painter, at, inks, QRectF(viewport()->rect()));
    if (hasFocus() && line == m_selection.cursor.line) {
        const double x = textLeft() + shape.cursorToX(m_selection.cursor.column);
        painter.fillRect(QRectF(x, y, 2, m_lineHeight), accent);
    }
}

void LogScreen::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Theme &colours = themeOf(palette());
    painter.fillRect(event->rect(), logGround(colours));
    if (m_log.isEmpty()) {
        painter.setPen(colours.secondary);
        painter.setFont(faceOf(font(), Face::Mono));
        const QRect box = viewport()->rect().adjusted(sideMargin, topMargin, -sideMargin, 0);
        painter.drawText(box, int(Qt::AlignTop | Qt::AlignLeading) | int(Qt::TextWordWrap),
                         m_placeholder);
        return;
    }
    const auto [first, end] = linesInSight();
    if (m_layouts.size() > layoutsKept) {
        m_layouts.erase(m_layouts.begin(), m_layouts.lower_bound(first));
        m_layouts.erase(m_layouts.lower_bound(end), m_layouts.end());
    }
    for (std::uint64_t line = first; line < end; ++line) {
        const int y = topMargin + int(line - first) * m_lineHeight;
        if (event->rect().intersects(QRect(0, y, viewport()->width(), m_lineHeight)))
            drawLine(painter, line, y);
    }
    if (showsFocus(*this))
        drawFocus(painter, QRectF(viewport()->rect()), 4, colours.of(Tone::Accent));
}

QRect LogScreen::boxOf(LogPlace place) const
{
    const auto [first, end] = linesInSight();
    if (place.line < first || place.line >= end)
        return {};
    const QTextLine shape = laidOut(place.line).lineAt(0);
    const double left = shape.cursorToX(place.column);
    const double right = shape.cursorToX(place.column + 1);
    return {textLeft() + int(left), topMargin + int(place.line - first) * m_lineHeight,
            std::max(1, int(std::ceil(right - left))), m_lineHeight};
}

LogPlace LogScreen::placeAt(QPoint point) const
{
    if (m_log.isEmpty())
        return {};
    const auto row = std::int64_t(std::floor(double(point.y() - topMargin) / m_lineHeight));
    const std::int64_t line = std::int64_t(topLine()) + row;
    if (line < std::int64_t(m_log.first()))
        return {m_log.first(), 0};
    const auto number = std::min(std::uint64_t(line), m_log.end() - 1);
    return {number, laidOut(number).lineAt(0).xToCursor(point.x() - textLeft())};
}

void LogScreen::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setRanges();
}

void LogScreen::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogScreen::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
        setRanges();
    } else if (event->type() == QEvent::PaletteChange) {
        forgetLayouts(); // they have the inks in them
        viewport()->update();
    }
}

QString LogScreen::textBetween(LogPlace from, LogPlace to) const
{
    QString last = text::of(plainLogText(m_log.line(to.line).text)).left(to.column);
    if (from.line == to.line)
        return last.mid(from.column);
    QString text = text::of(plainLogText(m_log.line(from.line).text)).mid(from.column) + u'\n';
    std::string between; // all at once: there may be a million
    for (std::uint64_t line = from.line + 1; line < to.line; ++line) {
        const std::string_view words = m_log.line(line).text;
        if (words.find('\x1b') == std::string_view::npos)
            between += words;
        else
            between += plainLogText(words);
        between += '\n';
    }
    return text + QString::fromStdString(between) + last;
}

QString LogScreen::wholeText() const
{
    return m_log.isEmpty()
               ? QString()
               : textBetween({m_log.first(), 0}, {m_log.end() - 1, lengthOf(m_log.end() - 1)});
}

} // namespace afoot::ui
