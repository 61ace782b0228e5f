#pragma once

#include "core/model/delta.h"
#include "core/model/run.h"
#include "ui/jobs/jobmodel.h"
#include "ui/jobs/ratebook.h"
#include "ui/presence/news.h"
#include "ui/settings.h"
#include "ui/shortcuts.h"
#include "ui/sources.h"

#include <QMainWindow>
#include <QTimer>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace afoot::ui {

class Banner;
class CompactStrip;
class DetailPane;
class EmptyPage;
class FocusWindows;
class Header;
class JobView;
class SideBar;
class SourceControl;
class StatusLine;
class ToastStack;

struct UiOptions
{
    std::function<WallTime()>
        now{};            ///< what the window takes for now; asked on the main thread only
    bool animated = true; ///< false: nothing moves by itself (reduced motion)
    bool toasts = true;
    QString curl{}; ///< a command line that reports a job over HTTP, for the empty list
};

/// The window. Takes deltas, gives signals with values, and knows nobody else.
///
/// Threads: the main one.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const UiOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    const JobModel &model() const { return *m_model; }
    JobView &list() { return *m_list; }
    DetailPane &detail() { return *m_detail; }
    ToastStack &toasts() { return *m_toasts; }
    /// What the person does about sources.
    SourceControl &sources() { return *m_control; }

    /// A page of its own beside the list, with an entry in the side bar; numbered from 0. The window owns it.
    /// @p opens: the command whose keys show it.
    int addPlace(QWidget *page, const QString &name, Icon icon, std::optional<Command> opens = {});
    void showPlace(int place);
    int placeCount() const;
    /// Back to the list.
    void showJobs();
    /// The page that is shown; none: the list.
    QWidget *place() const;

    /// Above the list, until another is set, or none. The window owns it.
    void setCard(QWidget *card);

    /// What a command does; from now on its keys work, and the sheet of shortcuts lists them.
    void setAction(Command command, std::function<void()> action);
    /// Those that do something.
    QList<Shortcut> shortcuts() const;

    /// What the person chooses beside the filter.
    void setGrouping(Grouping grouping);
    /// Size, place, splits, grouping, the group that is shown and the job whose detail is open, to be kept and given back;
    /// foreign bytes change nothing and give false.
    QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &bytes);

    /// The same of the windows beside this one.
    QByteArray saveWindows() const;
    bool restoreWindows(const QByteArray &bytes);

    /// The jobs that have a window of their own.
    FocusWindows &focusWindows() { return *m_focused; }
    /// Jobs of these kinds get one when they start.
    void setFocusKinds(const QSet<QString> &kinds);
    /// Only the strip of what runs, with this window out of the way.
    void setCompact(bool compact);
    bool isCompact() const;
    CompactStrip &strip() { return *m_strip; }

    /// With a tray the window hides when closed; without one it never does: it minimises while jobs run and
    /// asks to quit when none does.
    void setTrayAvailable(bool available) { m_tray = available; }
    void setAnimated(bool animated);
    void setToasts(bool wanted) { m_wantsToasts = wanted; }
    /// What the person wants to be told of; from now on.
    void setRules(const NotificationRules &rules) { m_rules = rules; }
    /// The job that the person looks at; unset while the window is not the active one.
    std::optional<JobKey> inView() const;

public Q_SLOTS:
    /// At most once a frame.
    void apply(const afoot::Delta &delta);
    void setListening(const afoot::ui::Listening &listening, bool good);
    void setCurl(const QString &curl);
    void setSources(const QList<afoot::ui::SourceState> &sources);
    /// Lines of the log that was asked for by logWanted(); those of another job are ignored.
    void showLog(const afoot::JobKey &key, const std::vector<afoot::LogLine> &lines,
                 quint64 dropped, bool replace);
    /// What earlierRunsWanted() asked for; ignored when another job is chosen by now.
    void showEarlierRuns(const afoot::RunQuery &asked, const std::vector<afoot::EndedRun> &runs);
    void selectJob(const afoot::JobKey &key);
    /// Shows the window and brings it to the front.
    void raiseWindow();

Q_SIGNALS:
    void askRequested(const afoot::JobKey &key, afoot::Ask ask);
    void forgetRequested(const afoot::JobKey &key);
    /// "Clear finished": completed and canceled jobs, to be taken off the list. Their history may stay.
    void clearRequested(const std::vector<afoot::JobKey> &keys);
    /// Once for each end that a person has looked at, or says to have seen.
    void seenRequested(const afoot::JobKey &key);
    void logWanted(const afoot::JobKey &key);
    void logUnwanted(const afoot::JobKey &key);
    /// For each job that is chosen and has a kind: showEarlierRuns() takes the answer.
    void earlierRunsWanted(const afoot::RunQuery &query);
    /// A person wants to see all runs of that kind.
    void allRunsWanted(const QString &kind);
    /// Only http, https and file.
    void urlRequested(const QUrl &url);
    void sampleRequested();
    /// An empty name: all that are away.
    void retrySourceRequested(const QString &name);
    void placeShown(int place);
    /// Each piece of news, once; @p shown when a toast in the window said it already.
    void newsReady(const afoot::ui::News &news, bool shown);
    void raised();
    void quitRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectParts();
    void connectSources();
    void connectPlaces();
    void connectWindows();
    void leaveStrip();
    void connectHistory();
    void addShortcuts();
    void addJobShortcuts();
    void clearFinished();
    void fillMenu(QMenu &menu);
    void markAllSeen();
    void choose(const std::optional<JobKey> &key);
    void chooseAgain();
    void letGo();
    void setFilter(const JobFilter &filter);
    void showNews(const Delta &delta);
    bool isHere() const;
    void tell(const News &news);
    std::vector<JobPtr> newlyDeclined(const Delta &delta) const;
    void showDetail();
    void showPage();
    void showSummary();
    void showCounts();
    void showSourceCounts();
    void showAway();
    void tellOfSources(WallTime now);
    void everySecond();
    void keepTime();
    void arrange();
    void noteSeen();

    UiOptions m_options;
    JobModel *m_model;
    SideBar *m_side;
    Header *m_header;
    Banner *m_banner;
    QWidget *m_card = nullptr;
    QVBoxLayout *m_jobs = nullptr; ///< the list with all that belongs to it, from top to bottom
    QStackedWidget *m_places;      ///< the list with all that belongs to it, then the pages
    QSplitter *m_split;
    QStackedWidget *m_pages;
    JobView *m_list;
    EmptyPage *m_empty;
    DetailPane *m_detail;
    StatusLine *m_status;
    SourceControl *m_control;
    ToastStack *m_toasts;
    RateBook m_rates{};
    std::unique_ptr<FocusWindows> m_focused;
    std::unique_ptr<CompactStrip> m_strip;
    std::optional<QPoint> m_stripPlace{}; ///< where it was left
    std::map<Command, std::function<void()>> m_actions{};
    QTimer m_second;
    QList<int> m_beside{};    ///< how the person divided list and detail, beside each other
    QList<int> m_below{};     ///< and one below the other
    QTimer m_counted{};       ///< until what is counted is shown again
    bool m_isCrowded = false; ///< many jobs change at once
    std::optional<JobKey> m_chosen{};
    std::optional<JobKey> m_toChoose{}; ///< its detail was open when the window was left
    std::optional<JobKey> m_seenAsked{};
    std::optional<RunQuery> m_earlierAsked{};
    QList<SourceState> m_sources{};
    std::map<QString, SourceState> m_toldAway{}; ///< sources that the person knows to be away
    std::uint64_t m_rev = 0;
    std::uint64_t m_revLastSecond = 0;
    std::map<std::string, int> m_shownSources{};
    std::array<int, 3> m_summed{-1, -1, -1};
    bool m_tray = false;
    bool m_wantsToasts = true;
    NotificationRules m_rules{};
};

} // namespace afoot::ui
