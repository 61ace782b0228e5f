#pragma once

#include "ui/settings.h"

#include <QWidget>

namespace afoot::ui {

class Switch;

/// What stands above the list at the very first start: what Afoot does, and the choices that matter first. Takes no
/// place of anything, and comes no more once it is dismissed.
class Welcome : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(const Settings &settings, QWidget *parent = nullptr);
    void show(const Settings &settings);

Q_SIGNALS:
    /// All settings, with what the person changed just now.
    void chosen(const afoot::ui::Settings &settings);
    void sampleRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Settings m_settings;
    Switch *m_autostart;
    Switch *m_notifications;
};

} // namespace afoot::ui
