#pragma once

#include "core/model/job.h"

#include <QPlainTextEdit>
#include <QWidget>

#include <vector>

class QLabel;

namespace afoot::ui {

class Button;
class CopyButton;
class SearchField;

/// The log of one job: follows the end until somebody scrolls up, finds text, keeps the last lines.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr int maxLines = 10'000;

    explicit LogPane(QWidget *parent = nullptr);

    void clear();
    /// @p dropped lines before @p lines were skipped; @p replace: these are all there are.
    void add(const std::vector<LogLine> &lines, quint64 dropped, bool replace);
    /// What stands there while there are no lines.
    void setPlaceholder(const QString &text);

    bool isFollowing() const { return m_following; }
    void follow();
    /// Of the text: what is selected of it, all where nothing is.
    QString chosenOrAll() const;
    void focusSearch();
    QPlainTextEdit *view() { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void find(bool backward);
    void showFollowing();

    QPlainTextEdit *m_view;
    SearchField *m_search;
    Button *m_follow;
    CopyButton *m_copy;
    quint64 m_last = 0; ///< number of the last line shown; lines at or below it are known
    bool m_following = true;
    bool m_adding = false;
};

} // namespace afoot::ui
