#include "ui/presence/compactstrip.h"

#include "ui/controls.h"
#include "ui/frame.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStyleHints>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto refreshAfter = 250ms;

} // namespace

CompactStrip::CompactStrip(const JobModel &model, JobModel::NowFn now)
    : QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_model(model)
    , m_now(std::move(now))
    , m_type(font())
    , m_column(new QVBoxLayout(this))
    , m_summary(plainLabel(this, Face::Small))
    , m_failed(new QLabel(this))
    , m_full(new IconButton(Icon::Window, tr("Back to the full window"), this))
    , m_more(new QLabel(this))
{
    setWindowTitle(tr("Afoot: running jobs"));
    setWindowIcon(markIcon());
    setAttribute(Qt::WA_QuitOnClose, false);
    setFixedWidth(wide);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_failed->setFont(faceOf(font(), Face::SmallStrong));
    for (QLabel *label : {m_failed, m_more})
        label->setTextFormat(Qt::PlainText);
    m_more->setFont(faceOf(font(), Face::Small));
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_more->setFixedHeight(24);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(8);
    head->addSpacing(StripLine::margin + 16 + 10 - 1);
    head->addWidget(m_summary, 1);
    head->addWidget(m_failed);
    head->addWidget(m_full);
    head->addSpacing(2);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->addSpacing(StripLine::margin + 36);
    foot->addWidget(m_more, 1);
    m_column->setContentsMargins(1, 4, 1, 5);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addLayout(foot);

    connect(m_full, &QAbstractButton::clicked, this,
            [this] { Q_EMIT fullRequested(std::nullopt); });
    connect(&m_model, &JobModel::countsChanged, this, &CompactStrip::refreshSoon);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CompactStrip::refreshSoon);
    m_wait.setSingleShot(true);
    m_wait.setInterval(refreshAfter);
    connect(&m_wait, &QTimer::timeout, this, &CompactStrip::refresh);
    m_tick.setInterval(1s);
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, &CompactStrip::refresh);
    refresh();
}

void CompactStrip::refreshSoon()
{
    if (isVisible() && !m_wait.isActive())
        m_wait.start();
}

void CompactStrip::refresh()
{
    StripState state = stripStateOf(m_model, m_now(), QLocale(), mostLines);
    const bool isFirst = m_state == StripState();
    if (state == m_state && !isFirst) {
        keepTime();
        return;
    }
    m_state = std::move(state);
    m_failed->setText(m_state.failed);
    m_failed->setVisible(!m_state.failed.isEmpty());
    showSummary();
    QPalette warned = m_failed->palette();
    warned.setColor(QPalette::WindowText, themeOf(palette()).of(Tone::Bad));
    m_failed->setPalette(warned);
    while (m_lines.size() < m_state.lines.size()) {
        auto *line = new StripLine(m_type, this);
        m_column->insertWidget(m_column->count() - 1, line);
        m_lines.push_back(line);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool isUsed = i < m_state.lines.size();
        if (isUsed)
            m_lines[i]->show(m_state.lines[i]);
        m_lines[i]->setVisible(isUsed);
    }
    m_more->setText(tr("%1 more", nullptr, m_state.more).arg(QLocale().toString(m_state.more)));
    m_more->setVisible(m_state.more > 0);
    fit();
    keepTime();
}

/// As many clauses as there is room for: half of one says less than none.
void CompactStrip::showSummary()
{
    const int taken = m_state.failed.isEmpty() ? 0 : m_failed->sizeHint().width() + 8;
    const int room = wide - 2 * StripLine::margin - 26 - 36 - taken;
    QString shown = m_state.summary;
    while (shown.contains(u',') && m_summary->fontMetrics().horizontalAdvance(shown) > room)
        shown.truncate(shown.lastIndexOf(u','));
    m_summary->setText(shown);
}

/// As high as its lines, upwards where it stands in the lower half of the screen.
void CompactStrip::fit()
{
    const int lines = int(m_state.lines.size());
    const int high = 4 + 28 + lines * 40 + (m_state.more > 0 ? 24 : 0) + 5;
    if (high == height())
        return;
    const int grown = high - height();
    setFixedHeight(high);
    const QScreen *screen = this->screen();
    if (isVisible() && screen && geometry().center().y() > screen->availableGeometry().center().y())
        move(x(), y() - grown);
}

void CompactStrip::place(const std::optional<QPoint> &at)
{
    const QRect strip(at.value_or(QPoint()), size());
    const QList<QScreen *> screens = QGuiApplication::screens();
    const bool isThere = at && std::any_of(screens.begin(), screens.end(), [&](QScreen *screen) {
                             return screen->availableGeometry().contains(strip.center());
                         });
    if (isThere) {
        move(*at);
        return;
    }
    // a screen that is gone would keep it out of reach
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    const int x =
        layoutDirection() == Qt::RightToLeft ? room.left() + 24 : room.right() - width() - 24;
    move(x, room.bottom() - height() - 24);
}

void CompactStrip::keepTime()
{
    const bool wanted = m_state.ticks && isExposed(*this);
    if (wanted && !m_tick.isActive())
        m_tick.start();
    else if (!wanted)
        m_tick.stop();
}

std::optional<JobKey> CompactStrip::jobAt(QPoint at) const
{
    for (const StripLine *line : m_lines) {
        if (line->isVisible() && line->geometry().contains(at))
            return line->key();
    }
    return {};
}

std::optional<JobKey> CompactStrip::focused() const
{
    for (const StripLine *line : m_lines) {
        if (line->hasFocus() && line->isVisible())
            return line->key();
    }
    return {};
}

void CompactStrip::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto key = focused();
    if (event->key() == Qt::Key_Escape)
        Q_EMIT fullRequested(std::nullopt);
    else if (enter && key && event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT windowRequested(*key);
    else if (enter)
        Q_EMIT fullRequested(key);
    else if (event->key() == Qt::Key_Down)
        focusNextPrevChild(true);
    else if (event->key() == Qt::Key_Up)
        focusNextPrevChild(false);
    else
        QWidget::keyPressEvent(event);
}

void CompactStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragged = false;
    m_grip = event->globalPosition().toPoint() - pos();
}

void CompactStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_grip)
        return;
    const QPoint to = event->globalPosition().toPoint() - *m_grip;
    if ((to - pos()).manhattanLength() < QGuiApplication::styleHints()->startDragDistance() &&
        !m_isDragged)
        return;
    m_isDragged = true;
    // a window cannot move itself everywhere: where the desktop does it, it does
    if (windowHandle() && windowHandle()->startSystemMove())
        m_grip.reset();
    else
        move(to);
}

void CompactStrip::mouseReleaseEvent(QMouseEvent *)
{
    m_grip.reset();
    m_isDragged = false;
}

void CompactStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_grip.reset();
    if (event->button() == Qt::LeftButton)
        Q_EMIT fullRequested(jobAt(event->position().toPoint()));
}

void CompactStrip::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto key = byKey ? focused() : jobAt(event->pos());
    QMenu menu(this);
    if (key) {
        menu.addAction(tr("Open in its own window"), this,
                       [this, key] { Q_EMIT windowRequested(*key); });
    }
    menu.addAction(tr("Back to the full window"), this, [this, key] { Q_EMIT fullRequested(key); });
    menu.exec(event->globalPos());
}

void CompactStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CompactStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_wait.stop();
    keepTime();
}

/// Who closes it wants the window back: without it Afoot would be out of reach.
void CompactStrip::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT fullRequested(std::nullopt);
}

void CompactStrip::paintEvent(QPaintEvent *)
{
    keepTime(); // what is painted is in sight again
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(palette());
    painter.fillRect(rect(), colours.raised);
    painter.setPen(colours.line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QRectF mark(flip ? width() - StripLine::margin - 16 : StripLine::margin, 10, 16, 16);
    drawMark(painter, mark, colours.of(Tone::Accent), colours.onAccent);
}

} // namespace afoot::ui
