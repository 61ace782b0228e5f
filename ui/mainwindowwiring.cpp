#include "ui/controls.h"
#include "ui/detail/detailpane.h"
#include "ui/frame.h"
#include "ui/jobs/jobview.h"
#include "ui/mainwindow.h"
#include "ui/pages/emptypage.h"
#include "ui/presence/focuswindows.h"
#include "ui/presence/toasts.h"
#include "ui/sidebar.h"

#include <QMenu>
#include <QStackedWidget>

namespace afoot::ui {

void MainWindow::connectParts()
{
    connect(m_side, &SideBar::groupChosen, this, [this](Group group) {
        setFilter({.group = group, .text = m_model->filter().text});
        m_side->choose(group);
    });
    connect(m_side, &SideBar::sourceChosen, this, [this](const QString &name) {
        setFilter({.source = name.toStdString(), .text = m_model->filter().text});
        if (m_chosen && m_chosen->source != m_model->filter().source)
            letGo(); // who looks at one source does not look at a job of another
    });
    SearchField *field = m_header->filter();
    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
        JobFilter filter = m_model->filter();
        filter.text = text.trimmed();
        setFilter(filter);
    });
    connect(field, &SearchField::escaped, this,
            [this] { m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason); });
    connect(field, &SearchField::leftDownwards, m_list, &JobView::enterByKey);
    connect(field, &QLineEdit::returnPressed, m_list, &JobView::enterByKey);
    connect(m_header, &Header::clearRequested, this, &MainWindow::clearFinished);
    connect(m_empty, &EmptyPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_empty, &EmptyPage::filterClearRequested, this, [this] {
        m_header->filter()->clear();
        m_side->choose(Group::All);
        setFilter({});
    });
    connect(m_list, &JobView::jobSelected, this, &MainWindow::choose);
    connect(m_header, &Header::groupingChosen, this, &MainWindow::setGrouping);
    connect(m_list, &JobView::menuWanted, this,
            [this](const std::optional<JobKey> &key, QPoint where) {
                QMenu menu(this);
                if (key)
                    m_detail->fillMenu(menu, m_model->job(*key));
                fillMenu(menu);
                menu.exec(where);
            });
    m_detail->setRates(&m_rates);
    connect(m_detail, &DetailPane::askRequested, this, &MainWindow::askRequested);
    connect(m_detail, &DetailPane::forgetRequested, this, &MainWindow::forgetRequested);
    connect(m_detail, &DetailPane::urlRequested, this, &MainWindow::urlRequested);
    connect(m_detail, &DetailPane::closeRequested, this, [this] {
        letGo();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_model, &JobModel::countsChanged, this, [this] {
        showCounts();
        showPage();
    });
    connect(m_toasts, &ToastStack::opened, this, [this](const JobKey &key) { selectJob(key); });
    connect(m_toasts, &ToastStack::urlWanted, this, [this](const QString &text) {
        const QUrl url(text, QUrl::StrictMode);
        if (isOpenable(url))
            Q_EMIT urlRequested(url);
    });
}

void MainWindow::clearFinished()
{
    std::vector<JobKey> keys;
    m_model->forEach([&](const JobPtr &job) {
        if (groupOf(job->state) == Group::Finished)
            keys.push_back(job->key);
    });
    if (!keys.empty())
        Q_EMIT clearRequested(keys);
}

} // namespace afoot::ui
