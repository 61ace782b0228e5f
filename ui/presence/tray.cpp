#include "ui/presence/tray.h"

#include "ui/icons.h"

#include <QPainter>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t maxLines = 10;
}

QString barInText(double fraction, int cells)
{
    const int full = int(std::clamp(fraction, 0.0, 1.0) * cells);
    return QString(full, QChar(u'▓')) + QString(cells - full, QChar(u'░'));
}

Overall overallOf(const JobModel &model)
{
    Overall all;
    double sum = 0;
    int known = 0;
    model.forEach([&](const JobPtr &job) {
        all.needsYou += job->state == State::NeedsInput;
        if (isFinal(job->state) && !job->seen) {
            ++all.unseen;
            all.failed += job->state == State::Failed || job->state == State::Lost;
        }
        if (job->state != State::Running)
            return;
        ++all.running;
        const Bar bar = barOf(*job, false);
        if (bar.kind == Bar::Kind::Part) {
            sum += bar.fraction;
            ++known;
        }
    });
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
    model.forEach([&](const JobPtr &job) {
        if (job->state != State::Running)
            return;
        running.push_back(job);
        const auto left = text::secondsLeft(*job, now);
        if (left && *left > 0 && (!next || *left < soonest)) {
            next = job.get();
            soonest = *left;
        }
    });
    std::sort(running.begin(), running.end(), [](const JobPtr &a, const JobPtr &b) {
        const auto startA = a->startedAt.value_or(a->createdAt);
        const auto startB = b->startedAt.value_or(b->createdAt);
        return startA != startB ? startA > startB : a->key < b->key;
    });
    for (const JobPtr &job : running) {
        if (state.lines.size() == maxLines)
            break;
        const Bar bar = barOf(*job, false);
        // an ampersand would become a mnemonic of the menu
        const QString title = text::of(job->title).left(60).replace(u'&', u"&&"_s);
        const PercentText percent = percentOf(*job, locale);
        state.lines.push_back(
            {job->key, bar.kind == Bar::Kind::Part
                           ? barInText(bar.fraction) + u' ' + percent.percent + u"  "_s + title
                           : title});
    }
    state.more = int(running.size() - state.lines.size());
    QStringList tip;
    if (state.needsYou > 0)
        tip << Tray::tr("Waiting for you: %1").arg(locale.toString(state.needsYou));
    tip << (state.running > 0 ? Tray::tr("Running: %1").arg(locale.toString(state.running))
                              : Tray::tr("Nothing is running"));
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
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(0x80, 0x88, 0x95, 110), 2.4));
        painter.drawEllipse(QRectF(1.4, 1.4, 19.2, 19.2));
        painter.setPen(QPen(accent, 2.4, Qt::SolidLine, Qt::RoundCap));
        const int span = int(-360 * 16 * state.fraction.value_or(0.25));
        if (span != 0)
            painter.drawArc(QRectF(1.4, 1.4, 19.2, 19.2), 90 * 16, span);
    } else {
        drawMark(painter, QRectF(2, 2, 18, 18), accent, colours.onAccent);
    }
    const bool needs = state.needsYou > 0;
    if (needs || state.failed > 0) {
        const QRectF badge(11.5, 11.5, 10.5, 10.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(needs ? QColor(0x8a, 0x52, 0x00) : QColor(0xc4, 0x2b, 0x2b));
        painter.drawEllipse(badge);
        drawIcon(painter, needs ? Icon::Question : Icon::Bang, badge.adjusted(1.4, 1.4, -1.4, -1.4),
                 Qt::white);
    } else if (state.unseen > 0) {
        painter.setPen(QPen(Qt::white, 1.2));
        painter.setBrush(QColor(0x14, 0x79, 0x3f));
        painter.drawEllipse(QRectF(14, 14, 7, 7));
    }
    return pixmap;
}

Tray::Tray(const JobModel &model, JobModel::NowFn now, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_now(std::move(now))
    , m_menu(std::make_unique<QMenu>())
    , m_pause(new QAction(tr("Pause notifications"), this))
{
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::toggled, this, &Tray::pauseNotificationsRequested);
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
    m_icon.setContextMenu(m_menu.get());
    m_state.running = -1;
    refresh();
    m_icon.show();
}

Tray::~Tray() = default;

void Tray::refresh()
{
    const TrayState now = trayStateOf(m_model, m_now(), QLocale());
    if (now == m_state)
        return;
    m_state = now;
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48})
        icon.addPixmap(trayPixmap(now, size, 1));
    m_icon.setIcon(icon);
    m_icon.setToolTip(now.tooltip);
    // a menu that is open must not change under the pointer
    if (!m_menu->isVisible())
        fillMenu();
}

void Tray::fillMenu()
{
    m_menu->clear();
    for (const TrayState::Line &line : m_state.lines)
        m_menu->addAction(line.text, this, [this, key = line.key] { Q_EMIT jobRequested(key); });
    if (m_state.more > 0)
        m_menu->addAction(
            tr("%1 more", nullptr, m_state.more).arg(QLocale().toString(m_state.more)), this,
            [this] { Q_EMIT openRequested(); });
    if (!m_state.lines.empty())
        m_menu->addSeparator();
    m_menu->addAction(tr("Open Afoot"), this, [this] { Q_EMIT openRequested(); });
    m_menu->addAction(tr("Only what runs"), this, [this] { Q_EMIT compactRequested(); });
    m_menu->addAction(m_pause);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, [this] { Q_EMIT quitRequested(); });
}

} // namespace afoot::ui
