#pragma once

#include "ui/presence/toasts.h"

#include <QPointer>
#include <QScreen>

namespace afoot::ui {

/// Toasts in small windows of their own, at the lower end corner of the screen that the pointer is on: for a desktop
/// that has no notification service. They look like those in the window, never take the focus, and are at most three.
///
/// They stand where they are put only where a program may say so, which a Wayland compositor does not allow: see
/// canShow().
/// Threads: main.
class ScreenToasts : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 3;

    using QObject::QObject;
    ~ScreenToasts() override;

    /// Whether windows can be put into a corner here.
    static bool canShow();

    /// Takes the place of what stood there of the same job, or of the last digest.
    void show(const News &news);
    void withdraw(const JobKey &job);
    void withdrawDigest();
    const QList<Toast *> &toasts() const { return m_toasts; }

Q_SIGNALS:
    /// Without an id: nobody's in particular, such as a digest.
    void opened(const afoot::JobKey &key);
    void urlWanted(const QString &url);

private:
    void remove(Toast *toast);
    void makeRoom();
    void place();

    QList<Toast *> m_toasts{};    ///< oldest first; windows without a parent, deleted here
    QPointer<QScreen> m_screen{}; ///< where the stack stands
};

} // namespace afoot::ui
