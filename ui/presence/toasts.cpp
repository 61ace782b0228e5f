#include "ui/presence/toasts.h"

#include "ui/controls.h"
#include "ui/frame.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 windowMs = 5000;

/// Three box blurs, which come close to a Gaussian.
void blur(QImage &image, int radius)
{
    const int wide = image.width();
    const int high = image.height();
    std::vector<int> line(std::size_t(std::max(wide, high)));
    const auto pass = [&](int length, auto at) {
        int sum = 0;
        for (int i = -radius; i < length; ++i) {
            if (i + radius < length)
                sum += at(i + radius);
            if (i - radius - 1 >= 0)
                sum -= at(i - radius - 1);
            if (i >= 0)
                line[std::size_t(i)] = sum / (2 * radius + 1);
        }
        for (int i = 0; i < length; ++i)
            at(i) = uchar(line[std::size_t(i)]);
    };
    for (int round = 0; round < 3; ++round) {
        for (int y = 0; y < high; ++y)
            pass(wide, [row = image.scanLine(y)](int i) -> uchar & { return row[i]; });
        for (int x = 0; x < wide; ++x)
            pass(high, [&](int i) -> uchar & { return image.scanLine(i)[x]; });
    }
}

QPixmap cardWithShadow(QSize size, double scale, const Theme &colours)
{
    const QSize pixels = size * scale;
    QImage mask(pixels, QImage::Format_Alpha8);
    mask.fill(Qt::transparent);
    const double edge = Toast::shadow;
    const QRectF card(edge, edge, size.width() - 2 * edge, size.height() - 2 * edge);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawRoundedRect(card.translated(0, 4), 11, 11);
    }
    blur(mask, std::max(1, int(5 * scale)));
    QImage shadow(pixels, QImage::Format_ARGB32_Premultiplied);
    shadow.fill(colours.shadow);
    {
        QPainter painter(&shadow);
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.drawImage(0, 0, mask);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.setPen(colours.line);
        painter.setBrush(colours.raised);
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    }
    QPixmap pixmap = QPixmap::fromImage(shadow);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace

Toast::Toast(const News &news, QWidget *parent, Ground ground)
    : QWidget(parent)
    , m_news(news)
    , m_edge(ground == Ground::Shadowed ? shadow : 0)
    , m_remaining(int(news.stays.count()))
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(news.title + u". "_s + news.text);
    setCursor(leadsSomewhere() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    auto *title = new ElidedLabel(news.title, this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(faceOf(font(), Face::Title));
    title->setElideMode(Qt::ElideMiddle); // a long name must not push out what became of it
    auto *close = new IconButton(Icon::Close, tr("Dismiss"), this);
    close->setFocusPolicy(Qt::TabFocus);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->addWidget(title, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    // spacings are mirrored from right to left, margins are not
    const auto indented = [](QLayout *inner, QWidget *widget, int by) {
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        row->addSpacing(by);
        if (inner)
            row->addLayout(qobject_cast<QBoxLayout *>(inner), 1);
        if (widget)
            row->addWidget(widget);
        row->addStretch(inner ? 0 : 1);
        return row;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(m_edge + 8, m_edge + 9, m_edge + 8, m_edge + 8);
    column->setSpacing(2);
    column->addLayout(indented(top, nullptr, 52));
    column->addLayout(indented(nullptr, makeText(), 52));
    column->addSpacing(4);
    column->addLayout(indented(makeLinks(), nullptr, 48));
    setFixedWidth(wide + 2 * m_edge);
    adjustSize();

    m_life.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &Toast::finished);
    connect(close, &QAbstractButton::clicked, this, &Toast::finished);
    if (m_remaining > 0)
        m_life.start(m_remaining);
}

QWidget *Toast::makeText()
{
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setFont(faceOf(font(), Face::Small));
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setWordWrap(true);
    // three lines at most: the whole of it stands in the detail
    const int room = wide - 60 - 20;
    const QFontMetrics metrics(text->font());
    text->setText(metrics.elidedText(m_news.text, Qt::ElideRight, int(room * 2.6)));
    const bool flip = layoutDirection() == Qt::RightToLeft;
    text->setAlignment(Qt::AlignAbsolute | Qt::AlignTop | (flip ? Qt::AlignRight : Qt::AlignLeft));
    if (!m_news.text.isEmpty())
        text->setFixedSize(room, text->heightForWidth(room));
    text->setVisible(!m_news.text.isEmpty());
    return text;
}

QLayout *Toast::makeLinks()
{
    auto *dismiss = new Button(tr("Dismiss"), Button::Kind::Link, this);
    dismiss->setFocusPolicy(Qt::TabFocus);
    auto *links = new QHBoxLayout;
    links->setSpacing(12);
    if (!m_news.url.isEmpty()) {
        auto *open = new Button(tr("Open result"), Button::Kind::Link, this);
        open->setFocusPolicy(Qt::TabFocus);
        connect(open, &QAbstractButton::clicked, this, [this] { Q_EMIT urlWanted(m_news.url); });
        links->addWidget(open);
    }
    if (leadsSomewhere()) {
        auto *show = new Button(tr("Show"), Button::Kind::Link, this);
        show->setFocusPolicy(Qt::TabFocus);
        connect(show, &QAbstractButton::clicked, this, [this] { Q_EMIT opened(m_news.job); });
        links->addWidget(show);
    }
    links->addWidget(dismiss);
    links->addStretch(1);
    connect(dismiss, &QAbstractButton::clicked, this, &Toast::finished);
    return links;
}

void Toast::paintEvent(QPaintEvent *)
{
    const Theme &colours = themeOf(palette());
    QPainter painter(this);
    const qint64 key = qint64(devicePixelRatioF() * 1000) * 2 + int(colours.scheme);
    if (m_edge == 0) {
        painter.fillRect(rect(), colours.line);
        painter.fillRect(rect().adjusted(1, 1, -1, -1), colours.raised);
    } else if (m_ground.isNull() || m_groundKey != key ||
               m_ground.deviceIndependentSize().toSize() != size()) {
        m_ground = cardWithShadow(size(), devicePixelRatioF(), colours);
        m_groundKey = key;
    }
    if (m_edge > 0)
        painter.drawPixmap(0, 0, m_ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const QRectF round(flip ? width() - m_edge - 46 : m_edge + 16, m_edge + 18, 30, 30);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.tint(toneOf(m_news.kind)));
    painter.drawEllipse(round);
    drawIcon(painter, iconOf(m_news.kind), round.adjusted(7, 7, -7, -7),
             colours.of(toneOf(m_news.kind)));
}

void Toast::enterEvent(QEnterEvent *event)
{
    if (m_life.isActive()) {
        m_remaining = std::max(500, m_life.remainingTime());
        m_life.stop();
    }
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (m_remaining > 0)
        m_life.start(m_remaining);
    QWidget::leaveEvent(event);
}

/// In the window a digest has nowhere to lead to: the list is there.
bool Toast::leadsSomewhere() const
{
    return m_news.isOfJob() || (m_edge == 0 && m_news.kind == News::Kind::Digest);
}

void Toast::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton ||
        !rect().adjusted(m_edge, m_edge, -m_edge, -m_edge).contains(event->position().toPoint()))
        return;
    if (leadsSomewhere())
        Q_EMIT opened(m_news.job);
    else if (m_edge == 0)
        Q_EMIT finished();
}

ToastStack::ToastStack(QWidget *host, int lift) : QObject(host), m_host(host), m_lift(lift)
{
    m_clock.start();
    host->installEventFilter(this);
}

void ToastStack::show(const News &news)
{
    if (!news.isOfJob() && news.kind != News::Kind::Digest) {
        add(news);
        return;
    }
    const qint64 now = m_clock.elapsed();
    std::erase_if(m_recent, [&](const auto &entry) { return now - entry.first > windowMs; });
    m_recent.emplace_back(now, news);
    if (int(m_recent.size()) <= manyNews) {
        add(news);
        return;
    }
    // whoever waits for an answer keeps a toast of its own
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        if (toast->news().kind != News::Kind::NeedsYou || toast->news().job == news.job)
            remove(toast);
    }
    if (news.kind == News::Kind::NeedsYou)
        add(news);
    std::vector<News> all;
    for (const auto &[when, entry] : m_recent)
        all.push_back(entry);
    add(digestOf(all, QLocale()));
}

void ToastStack::add(const News &news)
{
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        const bool sameJob = toast->news().job == news.job &&
                             toast->news().kind != News::Kind::Digest &&
                             news.kind != News::Kind::Digest;
        if (sameJob ||
            (toast->news().kind == News::Kind::Digest && news.kind == News::Kind::Digest))
            remove(toast);
    }
    while (m_toasts.size() >= most) {
        const auto passing = std::find_if(m_toasts.begin(), m_toasts.end(), [](Toast *toast) {
            return toast->news().stays.count() > 0;
        });
        remove(passing == m_toasts.end() ? m_toasts.first() : *passing);
    }
    auto *toast = new Toast(news, m_host);
    connect(toast, &Toast::finished, this, [this, toast] { remove(toast); });
    connect(toast, &Toast::opened, this, [this, toast](const JobKey &key) {
        remove(toast);
        Q_EMIT opened(key);
    });
    connect(toast, &Toast::urlWanted, this, &ToastStack::urlWanted);
    m_toasts << toast;
    place();
    toast->show();
    toast->raise();
}

void ToastStack::withdraw(const JobKey &job)
{
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        if (toast->news().job == job && toast->news().kind != News::Kind::Digest)
            remove(toast);
    }
}

void ToastStack::remove(Toast *toast)
{
    if (!m_toasts.removeOne(toast))
        return;
    toast->hide();
    toast->deleteLater();
    place();
}

void ToastStack::place()
{
    int bottom = m_host->height() - m_lift;
    for (auto it = m_toasts.rbegin(); it != m_toasts.rend(); ++it) {
        Toast *toast = *it;
        const int x = m_host->layoutDirection() == Qt::RightToLeft
                          ? 16 - Toast::shadow
                          : m_host->width() - 16 - toast->width() + Toast::shadow;
        toast->move(x, bottom - toast->height() + Toast::shadow);
        bottom -= toast->height() - 2 * Toast::shadow + 10;
    }
}

bool ToastStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_host && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace afoot::ui
