// What has ended: the page of the window that shows it, and earlier runs beside a job.
#include "app/desktop/desktop.h"
#include "ui/detail/detailpane.h"
#include "ui/pages/runstats.h"
#include "ui/presence/toasts.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace afoot {

using namespace Qt::StringLiterals;

namespace {

QString words(const Error &error)
{
    return QString::fromStdString(error.detail);
}

} // namespace

void Desktop::connectHistory()
{
    ui::HistoryPage *page = m_historyPage = new ui::HistoryPage([this] { return m_clock.now(); });
    const int place =
        m_window.addPlace(page, tr("History"), ui::Icon::History, ui::Command::ShowHistory);
    connect(page, &ui::HistoryPage::runsWanted, this, [this, page](const RunQuery &query) {
        m_history.runs(query, page, [page, query](const Result<RunPage> &found) {
            if (found)
                page->showRuns(query, *found);
            else
                page->showTrouble(query, words(found.error()));
        });
    });
    connect(page, &ui::HistoryPage::countsWanted, this, [this, page](const RunQuery &query) {
        m_history.counts(query, page, [page, query](const Result<RunCounts> &found) {
            if (found)
                page->showCounts(query, *found);
        });
    });
    connect(page, &ui::HistoryPage::kindWanted, this, [this, page](const QString &kind) {
        const RunQuery query{.kind = kind.toStdString(), .limit = ui::HistoryPage::plotted};
        m_history.runs(query, page, [page, kind](const Result<RunPage> &found) {
            if (found)
                page->showKind(kind, found->runs);
        });
    });
    connect(page, &ui::HistoryPage::logWanted, this, [this, page](qint64 run) {
        m_history.log(run, page, [page, run](const Result<wire::LogPage> &found) {
            if (found)
                page->showLog(run, found->lines, found->dropped);
        });
    });
    connect(page, &ui::HistoryPage::urlRequested, &m_window, &ui::MainWindow::urlRequested);
    connect(page->detail().log(), &ui::LogPane::saveRequested, this, &Desktop::saveLog);
    connect(page, &ui::HistoryPage::exportWanted, this, &Desktop::exportRuns);
    connectDeleting();

    connect(&m_window, &ui::MainWindow::earlierRunsWanted, this, [this](const RunQuery &query) {
        m_history.runs(query, &m_window, [this, query](const Result<RunPage> &found) {
            if (found)
                m_window.showEarlierRuns(query, found->runs);
        });
    });
    m_openHistory = [this, page, place](const QString &kind) {
        if (!kind.isEmpty())
            page->chooseKind(kind);
        m_window.showPlace(place);
    };
    connect(&m_window, &ui::MainWindow::allRunsWanted, this, m_openHistory);
}

void Desktop::connectDeleting()
{
    ui::HistoryPage *page = m_historyPage;
    connect(page, &ui::HistoryPage::deleteWanted, this, [this, page](const RunQuery &query) {
        page->setBusy(tr("Deleting …"));
        m_history.erase(query, page, [this, page, query](const Result<std::uint64_t> &deleted) {
            page->setBusy({});
            page->forget(query); // where it failed, too: some of it may be gone
            if (!deleted)
                say(words(deleted.error()));
        });
    });
}

/// Asks where to, and goes on meanwhile.
void Desktop::exportRuns(const RunQuery &query, ui::RunFormat format)
{
    const bool isCsv = format == ui::RunFormat::Csv;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(&m_window, tr("Export runs"), folder,
                                   isCsv ? tr("Tables (*.csv)") : tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isCsv ? u"csv"_s : u"json"_s);
    dialog->selectFile(isCsv ? u"afoot-history.csv"_s : u"afoot-history.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, query, format](const QString &path) { writeRuns(query, format, path); });
    dialog->open();
}

void Desktop::writeRuns(const RunQuery &query, ui::RunFormat format, const QString &path)
{
    m_historyPage->setBusy(tr("Exporting …"));
    const auto form =
        format == ui::RunFormat::Csv ? HistorySource::Format::Csv : HistorySource::Format::Json;
    m_history.exportRuns(
        query, form, path, m_historyPage, [this, path](const Result<std::uint64_t> &written) {
            m_historyPage->setBusy({});
            if (!written) {
                say(words(written.error()));
                return;
            }
            m_window.toasts().show(
                {.kind = ui::News::Kind::Completed,
                 .title = tr("Exported"),
                 .text = tr("%1 in %2", "42 runs, name of a file")
                             .arg(ui::runsText(*written, QLocale()), QFileInfo(path).fileName()),
                 .stays = std::chrono::seconds(5),
                 .url = QUrl::fromLocalFile(path).toString()});
        });
}

} // namespace afoot
