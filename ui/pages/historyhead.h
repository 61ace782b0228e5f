#pragma once

#include "core/model/run.h"
#include "ui/controls.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace afoot::ui {

class FilterBox;

enum class RunFormat { Csv, Json };

/// Above the ended runs: how many there are, words to search for, which are shown, and what can be done with all of
/// them.
class HistoryHead : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryHead(QWidget *parent = nullptr);

    /// What is chosen, without a page.
    RunQuery query() const;
    void chooseKind(const QString &kind);
    void clearFilters();
    SearchField *search() { return m_search; }

    /// @p all: of the whole history; @p matching: how many the filter leaves; each unset while it is not known.
    void showCounts(const std::optional<RunCounts> &all, std::optional<std::uint64_t> matching);
    /// What takes a while, in words; empty once it is over.
    void setBusy(const QString &what);

Q_SIGNALS:
    /// While a person types once in a while; at once for every other choice.
    void queryChanged();
    void exportWanted(afoot::ui::RunFormat format);
    void deleteShownWanted();
    void deleteAllWanted();

private:
    void showButtons();
    void popUp(Button *button, bool isExport);

    QLabel *m_title;
    QLabel *m_summary;
    QLabel *m_busyText;
    SearchField *m_search;
    FilterBox *m_state;
    FilterBox *m_kind;
    FilterBox *m_source;
    Button *m_clear;
    Button *m_export;
    Button *m_delete;
    QTimer m_typing{};
    std::optional<RunCounts> m_all{};
    std::optional<std::uint64_t> m_matching{};
};

} // namespace afoot::ui
