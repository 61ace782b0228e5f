#pragma once

#include "ui/pages/addsource.h"
#include "ui/pages/sourcedetails.h"
#include "ui/question.h"
#include "ui/sources.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QMenu;

namespace afoot::ui {

class SourceBar;

/// What a person does about sources: looks at them, adds, pauses and removes them. It asks by signals, and shows what
/// comes back.
///
/// Threads: main.
class SourceControl : public QObject
{
    Q_OBJECT

public:
    SourceControl(JobModel::NowFn now, QWidget *window);

    SourceBar *bar() { return m_bar; }
    /// Does what is asked for in @p bar.
    void serve(const SourceBar &bar);
    void setConfirm(Confirm confirm) { m_confirm = std::move(confirm); }
    /// The source whose jobs the list shows; empty: more than one.
    void look(const QString &name);
    void setSources(const QList<SourceState> &sources);
    /// What can be done about one; nothing is added for this computer.
    void fillMenu(QMenu &menu, const QString &name);

public Q_SLOTS:
    /// Opens the window in which one is added.
    void add();
    /// The same with @p url filled in, of which nothing is asked until the person says so; one that is open already stays
    /// as it is.
    void suggest(const QString &url);
    void showFinding(const afoot::ui::SourceFinding &finding);
    void showPreview(const afoot::Delta &delta);
    /// The draft is kept.
    void kept(const QString &name);
    /// It is not; @p why is a sentence.
    void refused(const QString &why);
    void showDetails(const afoot::ui::SourceDetails &details);
    /// Short names and titles.
    void setDialects(const QList<QPair<QString, QString>> &dialects) { m_dialects = dialects; }

Q_SIGNALS:
    void previewRequested(const afoot::ui::SourceDraft &draft);
    void previewEnded();
    /// To be kept: a new one where the draft is of none.
    void keepRequested(const afoot::ui::SourceDraft &draft);
    void retryRequested(const QString &name);
    void pauseRequested(const QString &name, bool pause);
    void removeRequested(const QString &name);
    /// Comes every second while they are looked at.
    void detailsRequested(const QString &name);

private:
    const SourceState *find(const QString &name) const;
    void showBar();
    void openDetails(const QString &name);
    void remove(const QString &name);
    void edit(const QString &name);
    void openDialog(const std::optional<SourceState> &changed);

    JobModel::NowFn m_now;
    QWidget *m_window;
    SourceBar *m_bar;
    Confirm m_confirm;
    QList<AddSourceDialog::DialectName> m_dialects{};
    QList<SourceState> m_sources{};
    QString m_looked{};
    QPointer<AddSourceDialog> m_adding{};
    QPointer<SourceDetailsDialog> m_details{};
    QTimer m_second{};
};

} // namespace afoot::ui
