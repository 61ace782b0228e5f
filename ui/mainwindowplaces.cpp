// The pages beside the list.
#include "ui/mainwindow.h"
#include "ui/pages/emptypage.h"
#include "ui/sidebar.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace afoot::ui {

void MainWindow::connectPlaces()
{
    connect(m_side, &SideBar::placeChosen, this, &MainWindow::showPlace);
    connect(m_side, &SideBar::groupChosen, this, [this] { m_places->setCurrentIndex(0); });
    connect(m_side, &SideBar::sourceChosen, this, [this] { m_places->setCurrentIndex(0); });
}

int MainWindow::addPlace(QWidget *page, const QString &name, Icon icon,
                         std::optional<Command> opens)
{
    m_places->addWidget(page);
    const int place = m_side->addPlace(name, icon);
    if (opens)
        setAction(*opens, [this, place] { showPlace(place); });
    return place;
}

void MainWindow::setCard(QWidget *card)
{
    if (m_card) {
        m_card->hide();
        m_card->deleteLater(); // it may be what asks for this
    }
    m_card = card;
    if (card)
        m_jobs->insertWidget(m_jobs->indexOf(m_split), card);
    m_empty->offerSample(card == nullptr); // the card has it
}

void MainWindow::showPlace(int place)
{
    Q_ASSERT(place >= 0 && place + 1 < m_places->count());
    m_side->choosePlace(place);
    if (m_places->currentIndex() == place + 1)
        return;
    m_places->setCurrentIndex(place + 1);
    m_places->currentWidget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT placeShown(place);
}

int MainWindow::placeCount() const
{
    return m_places->count() - 1;
}

QWidget *MainWindow::place() const
{
    return m_places->currentIndex() == 0 ? nullptr : m_places->currentWidget();
}

/// To what the list showed before: its filter stands.
void MainWindow::showJobs()
{
    if (m_places->currentIndex() == 0)
        return;
    m_places->setCurrentIndex(0);
    const JobFilter &filter = m_model->filter();
    if (filter.source)
        m_side->chooseSource(QString::fromStdString(*filter.source));
    else
        m_side->choose(filter.group);
}

} // namespace afoot::ui
