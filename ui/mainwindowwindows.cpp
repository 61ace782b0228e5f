// The windows beside the window: jobs in windows of their own, and the strip of what runs.
#include "ui/detail/detailpane.h"
#include "ui/frame.h"
#include "ui/mainwindow.h"
#include "ui/presence/compactstrip.h"
#include "ui/presence/focuswindows.h"

#include <QDataStream>

namespace afoot::ui {

namespace {

constexpr quint32 windowsMagic = 0x41465731; // "AFW1"

} // namespace

void MainWindow::connectWindows()
{
    FocusWindows *focused = m_focused.get();
    connect(m_detail, &DetailPane::windowRequested, focused, &FocusWindows::open);
    connect(focused, &FocusWindows::askRequested, this, &MainWindow::askRequested);
    connect(focused, &FocusWindows::urlRequested, this, &MainWindow::urlRequested);
    connect(focused, &FocusWindows::seenRequested, this, &MainWindow::seenRequested);
    connect(focused, &FocusWindows::jobWanted, this, [this](const JobKey &key) {
        raiseWindow();
        selectJob(key);
    });
    connect(m_status, &StatusLine::compactRequested, this, [this] { setCompact(true); });
    connect(m_strip.get(), &CompactStrip::windowRequested, focused, &FocusWindows::open);
    connect(m_strip.get(), &CompactStrip::fullRequested, this,
            [this](const std::optional<JobKey> &key) {
                raiseWindow();
                if (key)
                    selectJob(*key);
            });
}

void MainWindow::setFocusKinds(const QSet<QString> &kinds)
{
    m_focused->setKinds(kinds);
}

bool MainWindow::isCompact() const
{
    return m_strip->isVisible();
}

void MainWindow::setCompact(bool compact)
{
    if (compact == isCompact())
        return;
    if (!compact) {
        raiseWindow();
        return;
    }
    m_strip->place(m_stripPlace);
    m_strip->show();
    m_strip->raise();
    m_strip->activateWindow();
    if (m_tray)
        hide();
    else
        showMinimized();
}

void MainWindow::leaveStrip()
{
    if (!isCompact())
        return;
    m_stripPlace = m_strip->pos();
    m_strip->hide();
}

QByteArray MainWindow::saveWindows() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    // one that never was shown has no place
    const bool wasPlaced = m_strip->isVisible() || m_stripPlace;
    out << windowsMagic << m_focused->size() << wasPlaced
        << (m_strip->isVisible() ? m_strip->pos() : m_stripPlace.value_or(QPoint()));
    return bytes;
}

bool MainWindow::restoreWindows(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QSize size;
    bool wasPlaced = false;
    QPoint place;
    in >> magic >> size >> wasPlaced >> place;
    if (in.status() != QDataStream::Ok || magic != windowsMagic || !size.isValid())
        return false;
    m_focused->setSize(size);
    if (wasPlaced)
        m_stripPlace = place;
    return true;
}

} // namespace afoot::ui
