#include "tests/driver/recording.h"

#include "ui/text.h"

#include <algorithm>

namespace driver {

using namespace afoot;
using namespace Qt::StringLiterals;

namespace {

// where a row has its title, in logical pixels (ui/jobs/rowpainter): clear of the icon and of what may be cut at its end
constexpr QRect titlePlace(66, 10, 120, 20);
constexpr int mostWrong = 20;

QImage part(const QImage &picture, const QRect &place, double scale)
{
    return picture.copy(QRect(QPoint(int(place.x() * scale), int(place.y() * scale)),
                              QSize(int(place.width() * scale), int(place.height() * scale))));
}

} // namespace

std::vector<Recording::Row> Recording::rowsOf(const QImage &picture) const
{
    std::vector<Row> rows;
    const double scale = double(picture.width()) / m_view.viewport()->width();
    for (int row = 0; row < m_view.model()->rowCount(); ++row) {
        const QModelIndex index = m_view.model()->index(row, 0);
        const QRect place = m_view.visualRect(index);
        if (place.top() < 0)
            continue;
        if (place.bottom() > m_view.viewport()->height())
            break;
        const JobPtr job = index.data(ui::JobModel::JobRole).value<JobPtr>();
        if (!job)
            continue;
        rows.push_back({.key = job->key,
                        .state = job->state,
                        .title = job->title,
                        .titled = part(picture, titlePlace.translated(place.topLeft()), scale),
                        .whole = part(picture, place, scale)});
    }
    return rows;
}

void Recording::add(const QImage &picture)
{
    std::vector<Row> rows = rowsOf(picture);
    if (m_frames > 0)
        compare(m_rows, rows);
    m_rows = std::move(rows);
    ++m_frames;
}

void Recording::compare(const std::vector<Row> &before, const std::vector<Row> &now)
{
    const auto say = [this](const Row &row, const QString &what) {
        if (m_wrong.size() < mostWrong)
            m_wrong << u"frame %1: “%2” %3"_s.arg(m_frames).arg(ui::text::of(row.title), what);
    };
    // those that kept their state, in the order of then and of now
    std::vector<const Row *> then;
    std::vector<const Row *> after;
    for (const Row &row : before) {
        const auto same = std::find_if(now.begin(), now.end(), [&](const Row &other) {
            return other.key == row.key && other.state == row.state;
        });
        if (same == now.end())
            continue;
        then.push_back(&row);
        m_changes += same->whole != row.whole;
        if (same->title == row.title && same->titled != row.titled)
            say(row, u"is drawn differently"_s);
    }
    for (const Row &row : now) {
        if (std::any_of(then.begin(), then.end(),
                        [&](const Row *other) { return other->key == row.key; }))
            after.push_back(&row);
    }
    for (std::size_t i = 0; i < then.size(); ++i) {
        if (then[i]->key != after[i]->key) {
            say(*after[i], u"jumped, though its state is the same"_s);
            return;
        }
    }
}

} // namespace driver
