#pragma once

#include "core/model/job.h"
#include "ui/jobs/jobview.h"

#include <QImage>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace driver {

/// Looks at a list again and again, and says what a person would see jump or flicker in it: rows whose jobs did not change
/// their state and yet change places, and titles that look different though they are the same.
///
/// Threads: main.
class Recording
{
public:
    explicit Recording(const afoot::ui::JobView &view, const afoot::ui::JobModel &model)
        : m_view(view), m_model(model)
    {
    }

    /// The frame that is on the display now; @p picture: of the view's viewport, at any scale.
    void add(const QImage &picture);

    int frames() const { return m_frames; }
    /// How many rows were drawn anew since the frame before, over all frames: nought says that nothing was shown.
    int changes() const { return m_changes; }
    const QStringList &wrong() const { return m_wrong; }

private:
    struct Row
    {
        afoot::JobKey key{};
        afoot::State state{};
        std::string title{};
        QImage titled{}; ///< the beginning of its title, as it is drawn
        QImage whole{};
    };
    std::vector<Row> rowsOf(const QImage &picture) const;
    void compare(const std::vector<Row> &before, const std::vector<Row> &now);

    const afoot::ui::JobView &m_view;   ///< must outlive it
    const afoot::ui::JobModel &m_model; ///< must outlive it
    std::vector<Row> m_rows{};          ///< of the frame before
    QStringList m_wrong{};
    int m_frames = 0;
    int m_changes = 0;
};

} // namespace driver
