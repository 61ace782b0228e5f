#pragma once

#include "ui/shortcuts.h"

#include <QDialog>

class QVBoxLayout;

namespace afoot::ui {

/// What can be done by keys: each shortcut with its keys, by group.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const QList<Shortcut> &shortcuts, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addGroup(QVBoxLayout &column, ShortcutGroup group, const QList<Shortcut> &shortcuts);
};

} // namespace afoot::ui
