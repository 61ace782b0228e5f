#include "ui/presence/screentoast.h"

#include <QAccessible>
#include <QCursor>
#include <QGuiApplication>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int gap = 8;

bool isOfSame(const News &a, const News &b)
{
    const bool isDigest = a.kind == News::Kind::Digest;
    return isDigest == (b.kind == News::Kind::Digest) && (isDigest || a.job == b.job);
}

} // namespace

ScreenToasts::~ScreenToasts()
{
    qDeleteAll(m_toasts);
}

bool ScreenToasts::canShow()
{
    return !QGuiApplication::platformName().startsWith("wayland"_L1);
}

void ScreenToasts::show(const News &news)
{
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        if (isOfSame(toast->news(), news))
            remove(toast);
    }
    makeRoom();
    auto *toast = new Toast(news, nullptr, Toast::Ground::Plain);
    toast->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint |
                          Qt::WindowDoesNotAcceptFocus);
    toast->setAttribute(Qt::WA_ShowWithoutActivating);
    toast->setAttribute(Qt::WA_QuitOnClose, false);
    toast->setWindowTitle(news.title);
    connect(toast, &Toast::finished, this, [this, toast] { remove(toast); });
    connect(toast, &Toast::opened, this, [this, toast](const JobKey &key) {
        remove(toast);
        Q_EMIT opened(key);
    });
    connect(toast, &Toast::urlWanted, this, &ScreenToasts::urlWanted);
    if (m_toasts.isEmpty())
        m_screen = QGuiApplication::screenAt(QCursor::pos());
    m_toasts << toast;
    place();
    toast->show();
    QAccessibleEvent said(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

/// Whoever waits for an answer stays; else the oldest goes.
void ScreenToasts::makeRoom()
{
    while (m_toasts.size() >= most) {
        const auto passing = std::find_if(m_toasts.begin(), m_toasts.end(), [](Toast *toast) {
            return toast->news().stays.count() > 0;
        });
        remove(passing == m_toasts.end() ? m_toasts.first() : *passing);
    }
}

void ScreenToasts::withdraw(const JobKey &job)
{
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        if (toast->news().kind != News::Kind::Digest && toast->news().job == job)
            remove(toast);
    }
}

void ScreenToasts::withdrawDigest()
{
    for (Toast *toast : QList<Toast *>(m_toasts)) {
        if (toast->news().kind == News::Kind::Digest)
            remove(toast);
    }
}

void ScreenToasts::remove(Toast *toast)
{
    if (!m_toasts.removeOne(toast))
        return;
    toast->hide();
    toast->deleteLater();
    place();
}

void ScreenToasts::place()
{
    const QScreen *screen = m_screen ? m_screen.data() : QGuiApplication::primaryScreen();
    if (!screen)
        return;
    const QRect room = screen->availableGeometry().adjusted(margin, margin, -margin, -margin);
    int bottom = room.bottom() + 1;
    for (auto it = m_toasts.rbegin(); it != m_toasts.rend(); ++it) {
        Toast *toast = *it;
        const int x = toast->layoutDirection() == Qt::RightToLeft
                          ? room.left()
                          : room.right() + 1 - toast->width();
        bottom -= toast->height();
        toast->move(x, bottom);
        bottom -= gap;
    }
}

} // namespace afoot::ui
