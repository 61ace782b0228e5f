#include "ui/presence/tray.h"

#include "ui/icons.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t maxLines = 10;

/// An arc of what is done; six even dashes where nobody knows how much that is.
void drawRing(QPainter &painter, std::optional<double> fraction, const QColor &accent)
{
    const QRectF box(1.4, 1.4, 19.2, 19.2);
    constexpr int degree = 16;
    painter.setBrush(Qt::NoBrush);
    if (!fraction) {
        painter.setPen(QPen(accent, 2.4, Qt::SolidLine, Qt::FlatCap));
        for (int angle = 75; angle < 75 + 360; angle += 60)
            painter.drawArc(box, angle * degree, 30 * degree);
        return;
    }
    painter.setPen(QPen(QColor(0x80, 0x88, 0x95, 110), 2.4));
    painter.drawEllipse(box);
    painter.setPen(QPen(accent, 2.4, Qt::SolidLine, Qt::RoundCap));
    if (const int span = int(-360 * degree * *fraction); span != 0)
        painter.drawArc(box, 90 * degree, span);
}

/// In the lower right corner, apart from what lies under it: a disc asks, a triangle warns, a plate counts.
void drawBadge(QPainter &painter, const Overall &all, int size)
{
    const QString text = badgeText(all);
    if (text.isEmpty())
        return;
    // the smaller the icon, the more of it the badge needs to be read
    const double high = size < 20 ? 12.5 : size < 30 ? 11.5 : 10.5;
    const bool isNumber = all.needsYou == 0 && all.failed == 0;
    const bool warns = all.needsYou == 0 && all.failed > 0;
    const double wide = text.size() > 1 ? high * 1.35 : warns ? high * 1.12 : high;
    const QRectF box(22 - wide, 22 - high, wide, high);
    QPainterPath shape;
    if (isNumber) {
        shape.addRoundedRect(box, high * 0.25, high * 0.25);
    } else if (warns) {
        shape.moveTo(box.center().x(), box.top());
        shape.lineTo(box.right(), box.bottom());
        shape.lineTo(box.left(), box.bottom());
        shape.closeSubpath();
    } else {
        shape.addEllipse(box);
    }
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.strokePath(shape, QPen(Qt::black, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.fillPath(shape, all.needsYou > 0 ? QColor(0xb9, 0x6c, 0x00)
                            : warns          ? QColor(0xd9, 0x36, 0x36)
                                             : QColor(0x17, 0x88, 0x48));
    QFont font = QApplication::font();
    font.setWeight(QFont::Bold);
    font.setPixelSize(int(high * (warns || text.size() > 1 ? 0.8 : 0.9)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(warns ? box.adjusted(0, high * 0.2, 0, high * 0.04) : box, Qt::AlignCenter,
                     text);
}

} // namespace

QString barInText(double fraction, int cells)
{
    const int full = int(std::clamp(fraction, 0.0, 1.0) * cells);
    return QString(full, QChar(u'▓')) + QString(cells - full, QChar(u'░'));
}

Overall overallOf(const JobModel &model)
{
    const JobTally &tally = model.tallied();
    Overall all{.running = tally.all().count(State::Running),
                .needsYou = tally.all().count(Group::NeedsYou),
                .unseen = tally.all().unseen,
                .failed = tally.all().unseenFailed};
    double sum = 0;
    int known = 0;
    for (const JobTally::Runner &runner : tally.running()) {
        const Bar bar = barOf(*runner.job(), false);
        if (bar.kind == Bar::Kind::Part) {
            sum += bar.fraction;
            ++known;
        }
    }
    if (known > 0)
        all.fraction = sum / known;
    return all;
}

TrayState trayStateOf(const JobModel &model, WallTime now, const QLocale &locale)
{
    TrayState state{overallOf(model)};
    std::vector<JobPtr> running;
    const Job *next = nullptr;
    double soonest = 0;
    for (const JobTally::Runner &runner : model.tallied().running()) {
        const JobPtr &job = runner.job();
        running.push_back(job);
        const auto left = text::secondsLeft(*job, now);
        if (left && *left > 0 && (!next || *left < soonest)) {
            next = job.get();
            soonest = *left;
        }
    }
    const auto shown = std::min(running.size(), maxLines);
    const auto end = running.begin() + std::ptrdiff_t(shown);
    std::partial_sort(running.begin(), end, running.end(), [](const JobPtr &a, const JobPtr &b) {
        const auto startA = a->startedAt.value_or(a->createdAt);
        const auto startB = b->startedAt.value_or(b->createdAt);
        return startA != startB ? startA > startB : a->key < b->key;
    });
    running.resize(shown);
    for (const JobPtr &job : running) {
        const Bar bar = barOf(*job, false);
        // an ampersand would become a mnemonic of the menu
        const QString title = text::of(job->title).left(60).replace(u'&', u"&&"_s);
        const PercentText percent = percentOf(*job, locale);
        state.lines.push_back(
            {job->key, bar.kind == Bar::Kind::Part
                           ? barInText(bar.fraction) + u' ' + percent.percent + u"  "_s + title
                           : title});
    }
    state.more = state.running - int(shown);
    QStringList tip;
    if (state.needsYou > 0)
        tip << Tray::tr("Waiting for you: %1").arg(locale.toString(state.needsYou));
    tip << (state.running > 0 ? Tray::tr("Running: %1").arg(locale.toString(state.running))
                              : Tray::tr("Nothing is running"));
    if (state.unseen > 0)
        tip << Tray::tr("Ended, not looked at: %1").arg(locale.toString(state.unseen));
    if (state.failed > 0)
        tip << Tray::tr("Failed: %1").arg(locale.toString(state.failed));
    if (next)
        tip << Tray::tr("Next: %1 in %2")
                   .arg(text::of(next->title).left(60),
                        text::duration(Millis(qint64(soonest) * 1000), locale,
                                       text::Precision::Rough));
    state.tooltip = u"Afoot\n"_s + tip.join(u'\n');
    return state;
}

QString badgeText(const Overall &all)
{
    if (all.needsYou > 0)
        return u"?"_s;
    if (all.failed > 0)
        return u"!"_s;
    if (all.unseen > 9)
        return u"9+"_s;
    return all.unseen > 0 ? QString::number(all.unseen) : QString();
}

QPixmap trayPixmap(const TrayState &state, int size, double scale)
{
    QPixmap pixmap(QSize(size, size) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 22.0, size / 22.0);
    // colours that can be told from a light and from a dark panel
    const Theme &colours = theme(Scheme::Light);
    const QColor accent(0x4d, 0x82, 0xf2);
    if (state.running > 0) {
        drawMark(painter, QRectF(5, 5, 12, 12), accent, colours.onAccent);
        drawRing(painter, state.fraction, accent);
    } else {
        drawMark(painter, QRectF(2, 2, 18, 18), accent, colours.onAccent);
    }
    drawBadge(painter, state, size);
    return pixmap;
}

Tray::Tray(const JobModel &model, JobModel::NowFn now, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_now(std::move(now))
    , m_menu(std::make_unique<QMenu>())
    , m_pauseMenu(std::make_unique<QMenu>(tr("Pause notifications")))
{
    m_pauseMenu->addAction(tr("For 1 hour"), this,
                           [this] { Q_EMIT pauseRequested(Pause::ForAnHour); });
    m_pauseMenu->addAction(tr("Until I turn them on again"), this,
                           [this] { Q_EMIT pauseRequested(Pause::UntilTurnedOn); });
    m_wait.setSingleShot(true);
    m_wait.setInterval(1s);
    m_wait.setTimerType(Qt::CoarseTimer);
    connect(&m_wait, &QTimer::timeout, this, &Tray::refresh);
    connect(&model, &JobModel::countsChanged, this, [this] {
        if (!m_wait.isActive())
            m_wait.start();
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT openRequested();
            });
    // what has changed while it was open; not before what was chosen in it is done
    connect(m_menu.get(), &QMenu::aboutToHide, this, &Tray::fillMenu, Qt::QueuedConnection);
    m_icon.setContextMenu(m_menu.get());
    m_state.running = -1;
    refresh();
    m_icon.show();
}

Tray::~Tray() = default;

void Tray::setPause(Pause pause, std::optional<WallTime> until)
{
    m_pause = pause;
    m_pausedUntil = until;
    fillMenu();
}

void Tray::setKeptAwakeBy(int jobs)
{
    if (jobs == m_keptAwakeBy)
        return;
    m_keptAwakeBy = jobs;
    refresh();
}

void Tray::refresh()
{
    TrayState now = trayStateOf(m_model, m_now(), QLocale());
    if (m_keptAwakeBy > 0)
        now.tooltip += u'\n' + tr("Kept awake by %1 jobs", nullptr, m_keptAwakeBy)
                                   .arg(QLocale().toString(m_keptAwakeBy));
    if (now == m_state)
        return;
    m_state = now;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48})
        icon.addPixmap(trayPixmap(now, size, 1));
    m_icon.setIcon(icon);
    m_icon.setToolTip(now.tooltip);
    // a menu that is open must not change under the pointer
    if (!m_menu->isVisible() && !renameLines())
        fillMenu();
}

bool Tray::renameLines()
{
    const bool isSame =
        m_more == m_state.more &&
        std::equal(
            m_lines.begin(), m_lines.end(), m_state.lines.begin(), m_state.lines.end(),
            [](const auto &entry, const TrayState::Line &line) { return entry.first == line.key; });
    for (std::size_t i = 0; isSame && i < m_lines.size(); ++i)
        m_lines[i].second->setText(m_state.lines[i].text);
    return isSame;
}

void Tray::fillMenu()
{
    m_menu->clear();
    m_lines.clear();
    m_more = m_state.more;
    for (const TrayState::Line &line : m_state.lines)
        m_lines.emplace_back(line.key, m_menu->addAction(line.text, this, [this, key = line.key] {
            Q_EMIT jobRequested(key);
        }));
    if (m_state.more > 0)
        m_menu->addAction(
            tr("%1 more", nullptr, m_state.more).arg(QLocale().toString(m_state.more)), this,
            [this] { Q_EMIT openRequested(); });
    if (!m_state.lines.empty())
        m_menu->addSeparator();
    m_menu->addAction(tr("Open Afoot"), this, [this] { Q_EMIT openRequested(); });
    m_menu->addAction(tr("Only what runs"), this, [this] { Q_EMIT compactRequested(); });
    addPause();
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, [this] { Q_EMIT quitRequested(); });
}

void Tray::addPause()
{
    if (m_pause != Pause::Off) {
        QAction *state = m_menu->addAction(
            m_pausedUntil ? tr("Notifications are paused until %1")
                                .arg(text::moment(*m_pausedUntil, m_now(), QLocale()))
                          : tr("Notifications are paused"));
        state->setEnabled(false);
        m_menu->addAction(tr("Turn notifications on again"), this,
                          [this] { Q_EMIT pauseRequested(Pause::Off); });
    } else {
        m_menu->addMenu(m_pauseMenu.get());
    }
}

} // namespace afoot::ui
