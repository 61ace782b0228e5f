#pragma once

#include "ui/controls.h"
#include "ui/sources.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QTreeWidget;

namespace afoot::ui {

/// The connection to one source, looked into: counters and the last changes of its state; all to be copied for a bug
/// report.
class SourceDetailsDialog : public QDialog
{
    Q_OBJECT

public:
    SourceDetailsDialog(const QString &name, QWidget *parent);

    const QString &name() const { return m_name; }
    void show(const SourceState &source, const SourceDetails &details, WallTime now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addFact(QGridLayout &facts, const QString &what);
    void showChanges(const QList<LinkChange> &changes, WallTime now);

    QString m_name;
    QLabel *m_state;
    QLabel *m_address;
    QLabel *m_messages;
    QLabel *m_bytes;
    QLabel *m_reconnects;
    QLabel *m_polls;
    QLabel *m_fallback;
    QLabel *m_answer;
    QLabel *m_bad;
    QTreeWidget *m_changes;
    QString m_report{};
};

} // namespace afoot::ui
