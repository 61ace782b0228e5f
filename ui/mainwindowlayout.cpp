// How the window is shown, hidden and left, and how it was left, for the next start.
#include "ui/detail/detailpane.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/sidebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDataStream>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

/// What is kept, by name: a part that is missing, or that an older Afoot does not know, is left as it is.
constexpr quint32 layoutMagic = 0x41464f32; // "AFO2"

QVariantList variants(const QList<int> &sizes)
{
    return {sizes.begin(), sizes.end()};
}

QList<int> sizesIn(const QVariant &kept)
{
    QList<int> sizes;
    for (const QVariant &size : kept.toList())
        sizes << size.toInt();
    const bool isWhole = sizes.size() == 2 && std::all_of(sizes.begin(), sizes.end(),
                                                          [](int size) { return size >= 0; });
    return isWhole ? sizes : QList<int>();
}

} // namespace

QByteArray MainWindow::saveLayout() const
{
    QVariantMap layout{{u"geometry"_s, saveGeometry()},
                       {u"beside"_s, variants(m_beside)},
                       {u"below"_s, variants(m_below)},
                       {u"detail"_s, variants(m_detail->split()->sizes())},
                       {u"group"_s, int(m_model->filter().group)},
                       {u"grouping"_s, int(m_model->grouping())}};
    if (const auto open = m_chosen ? m_chosen : m_toChoose)
        layout.insert(u"job"_s, QStringList{QString::fromStdString(open->source),
                                            QString::fromStdString(open->id)});
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << layoutMagic << layout;
    return bytes;
}

bool MainWindow::restoreLayout(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    QVariantMap layout;
    in >> magic;
    if (in.status() != QDataStream::Ok || magic != layoutMagic)
        return false;
    in >> layout;
    if (in.status() != QDataStream::Ok ||
        !restoreGeometry(layout.value(u"geometry"_s).toByteArray()))
        return false;
    m_beside = sizesIn(layout.value(u"beside"_s));
    m_below = sizesIn(layout.value(u"below"_s));
    if (const QList<int> detail = sizesIn(layout.value(u"detail"_s)); !detail.isEmpty())
        m_detail->split()->setSizes(detail);
    bool isNumber = false;
    const int group = layout.value(u"group"_s).toInt(&isNumber);
    if (isNumber && group >= 0 && group < int(allGroups.size()) && Group(group) != Group::All)
        m_side->enter(Group(group));
    const int grouping = layout.value(u"grouping"_s).toInt(&isNumber);
    if (isNumber && grouping >= 0 && grouping < int(allGroupings.size()))
        setGrouping(Grouping(grouping));
    const QStringList job = layout.value(u"job"_s).toStringList();
    if (job.size() == 2)
        m_toChoose = JobKey{job[0].toStdString(), job[1].toStdString()};
    return true;
}

/// The job whose detail was open, once it is known whether it is there still.
void MainWindow::chooseAgain()
{
    const auto key = std::exchange(m_toChoose, std::nullopt);
    if (key && !m_chosen && m_model->rowOf(*key) >= 0) {
        m_list->select(*key);
        choose(key);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (qApp->isSavingSession()) {
        event->accept();
        return;
    }
    event->ignore();
    const bool busy = m_model->count(Group::Running) + m_model->count(Group::NeedsYou) > 0;
    if (m_tray)
        hide();
    else if (busy)
        showMinimized();
    else
        Q_EMIT quitRequested();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        noteSeen();
    if (event->type() == QEvent::WindowStateChange) {
        keepTime();
        if (!isMinimized())
            leaveStrip(); // somebody fetched the window from the task bar
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    showSummary();
    keepTime();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    keepTime();
}

} // namespace afoot::ui
