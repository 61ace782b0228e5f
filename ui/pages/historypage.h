#pragma once

#include "ui/pages/historyhead.h"
#include "ui/pages/runmodel.h"
#include "ui/question.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <optional>
#include <vector>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace afoot::ui {

class DetailPane;
class DurationPlot;
class PageNote;
class RunView;

/// What has ended: found again, looked at, compared, taken elsewhere, deleted. Asks by signals and takes answers by
/// slots; nothing is asked while it is hidden.
///
/// Threads: the main one.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t plotted = 200; ///< runs of a kind

    explicit HistoryPage(JobModel::NowFn now, QWidget *parent = nullptr);

    RunModel &model() { return *m_model; }
    RunView &list() { return *m_list; }
    DurationPlot &plot() { return *m_plot; }
    HistoryHead &head() { return *m_head; }
    DetailPane &detail() { return *m_detail; }
    /// What it says where there is no run to show; nothing while there is.
    QString note() const;

    /// Shows the runs of @p kind, all of them.
    void chooseKind(const QString &kind);
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }

public Q_SLOTS:
    void showRuns(const afoot::RunQuery &asked, const afoot::RunPage &page);
    /// @p asked could not be answered; @p why is a sentence.
    void showTrouble(const afoot::RunQuery &asked, const QString &why);
    void showCounts(const afoot::RunQuery &asked, const afoot::RunCounts &counts);
    void showKind(const QString &kind, const std::vector<afoot::EndedRun> &runs);
    void showLog(qint64 run, const std::vector<afoot::LogLine> &lines, quint64 dropped);
    /// All that @p query wants was deleted.
    void forget(const afoot::RunQuery &query);
    /// A run has ended: it is asked for in a moment, when it is in the history.
    void noteEnd();
    /// The tracker is there again, or is another one.
    void askAgain();
    /// What takes a while, in words; empty once it is over.
    void setBusy(const QString &what) { m_head->setBusy(what); }

Q_SIGNALS:
    void runsWanted(const afoot::RunQuery &query);
    void countsWanted(const afoot::RunQuery &query);
    /// The newest HistoryPage::plotted runs of a kind.
    void kindWanted(const QString &kind);
    void logWanted(qint64 run);
    void exportWanted(const afoot::RunQuery &query, afoot::ui::RunFormat format);
    /// A person was asked, and means it.
    void deleteWanted(const afoot::RunQuery &query);
    void urlRequested(const QUrl &url);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void lay();
    void connectParts();
    void ask();
    void askNewer();
    void askCounts();
    void askKind();
    void showNote();
    void choose(const std::optional<std::int64_t> &number);
    void letGo();
    void fillMenu(QMenu &menu);
    void copyRun(std::int64_t number) const;
    JobPtr jobOf(std::int64_t number) const;
    void deleteRun(std::int64_t number);
    void deleteShown();
    void deleteAll();
    void arrange();

    JobModel::NowFn m_now;
    Confirm m_confirm;
    RunModel *m_model;
    HistoryHead *m_head;
    DurationPlot *m_plot;
    QStackedWidget *m_pages; ///< the list, or why there is none
    RunView *m_list;
    PageNote *m_note;
    QSplitter *m_split;
    DetailPane *m_detail;
    QTimer m_soon{};
    std::optional<ShownRun> m_chosen{};
    std::optional<RunCounts> m_all{};      ///< of the whole history
    std::optional<RunCounts> m_matching{}; ///< of what the filter leaves
    QString m_plotKind{};                  ///< whose runs are plotted, or asked for
    std::vector<EndedRun> m_plotRuns{};
    QString m_trouble{};
    bool m_isAllOld = false; ///< m_all has been overtaken
    bool m_isMissed = false; ///< something has ended while it was hidden
};

} // namespace afoot::ui
