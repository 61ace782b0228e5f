#pragma once

#include "ui/presence/news.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace afoot::ui {

/// One toast: a child of the window with a shadow around it, or the whole of a window of its own (ScreenToasts).
class Toast : public QWidget
{
    Q_OBJECT

public:
    static constexpr int wide = 344;
    static constexpr int shadow = 20; ///< around the card, on each side

    /// Plain: opaque and square, for where nobody blends windows.
    enum class Ground { Shadowed, Plain };

    Toast(const News &news, QWidget *parent, Ground ground = Ground::Shadowed);
    const News &news() const { return m_news; }
    /// Counted down only while the pointer is elsewhere.
    int remainingMs() const { return m_life.isActive() ? m_life.remainingTime() : m_remaining; }

Q_SIGNALS:
    void opened(const afoot::JobKey &key);
    void urlWanted(const QString &url);
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool leadsSomewhere() const;
    QWidget *makeText();
    QLayout *makeLinks();

    News m_news;
    int m_edge; ///< from the widget to the card, on each side
    QTimer m_life;
    int m_remaining = 0;
    QPixmap m_ground{}; ///< card and shadow, rendered once for a size, scale and scheme
    qint64 m_groundKey = 0;
};

/// The toasts at the lower end corner of @p host: at most three; more than five news within five seconds
/// become one.
class ToastStack : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 3;
    static constexpr int manyNews = 5;

    /// @p lift: how far above the lower edge of @p host.
    ToastStack(QWidget *host, int lift);

    void show(const News &news);
    /// What it says of @p job is no news any more.
    void withdraw(const JobKey &job);
    const QList<Toast *> &toasts() const { return m_toasts; }
    void place();

Q_SIGNALS:
    void opened(const afoot::JobKey &key);
    void urlWanted(const QString &url);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const News &news);
    void remove(Toast *toast);

    QWidget *m_host;
    int m_lift;
    QList<Toast *> m_toasts{}; ///< oldest first
    std::vector<std::pair<qint64, News>> m_recent{};
    QElapsedTimer m_clock;
};

} // namespace afoot::ui
