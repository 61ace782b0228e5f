#pragma once

#include "ui/controls.h"
#include "ui/sources.h"

#include <QWidget>

namespace afoot::ui {

class ElidedLabel;

/// How the connection to one remote source is, in words, and what can be done about it: above the list of its jobs, and
/// with its name in a list of sources.
class SourceBar : public QWidget
{
    Q_OBJECT

public:
    explicit SourceBar(QWidget *parent = nullptr);
    /// As one of several.
    void setNamed();

    void show(const SourceState &source, WallTime now);
    const QString &name() const { return m_source.name; }

Q_SIGNALS:
    void retryRequested(const QString &name);
    void pauseRequested(const QString &name, bool pause);
    void editRequested(const QString &name);
    void detailsRequested(const QString &name);
    void removeRequested(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SourceState m_source{};
    Tone m_tone = Tone::Idle;
    ElidedLabel *m_name;
    ElidedLabel *m_state;
    ElidedLabel *m_address;
    Button *m_retry;
    Button *m_pause;
    Button *m_edit;
    Button *m_details;
    Button *m_remove;
};

} // namespace afoot::ui
