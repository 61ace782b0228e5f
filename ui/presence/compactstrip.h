#pragma once

#include "ui/presence/striplines.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace afoot::ui {

class ElidedLabel;
class IconButton;

/// The jobs that run in a narrow strip above all other windows, as far as the desktop lets a window ask for that: under
/// Wayland none can, and its window menu has to.
///
/// Looks at the model at most four times a second, and only while it can be seen.
class CompactStrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostLines = 5;
    static constexpr int wide = 340;

    /// @p model must outlive the strip.
    CompactStrip(const JobModel &model, JobModel::NowFn now);

    const StripState &state() const { return m_state; }
    /// Where the person left it; the lower end corner of the screen the first time.
    void place(const std::optional<QPoint> &at);
    bool isTicking() const { return m_tick.isActive(); }

Q_SIGNALS:
    /// Back to the full window; at a job where one was meant.
    void fullRequested(const std::optional<afoot::JobKey> &key);
    /// Of a job that the person wants in a window of its own.
    void windowRequested(const afoot::JobKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refreshSoon();
    void refresh();
    void keepTime();
    void fit();
    void showSummary();
    std::optional<JobKey> jobAt(QPoint at) const;
    std::optional<JobKey> focused() const;

    const JobModel &m_model;
    JobModel::NowFn m_now;
    Typesetter m_type;
    StripState m_state{};
    QVBoxLayout *m_column;
    ElidedLabel *m_summary;
    QLabel *m_failed;
    IconButton *m_full;
    std::vector<StripLine *> m_lines{};
    QLabel *m_more;
    std::optional<QPoint> m_grip{}; ///< where the pointer holds it
    bool m_isDragged = false;
    QTimer m_tick;
    QTimer m_wait;
};

} // namespace afoot::ui
