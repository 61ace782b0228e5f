#pragma once

#include "ui/jobs/jobrow.h"
#include "ui/jobs/rowpainter.h"

namespace afoot::ui {

inline constexpr int headingHeight = 40;

/// All that the heading of a section says.
struct HeadingLook
{
    QString title{};
    QString jobs{};   ///< "12 jobs"
    QString needs{};  ///< "1 needs you"; empty when none does
    QString failed{}; ///< "2 failed"; empty when none did
    bool isOpen = true;

    friend bool operator==(const HeadingLook &, const HeadingLook &) = default;
};

HeadingLook headingLookOf(const QString &title, const Section &section, const QLocale &locale);

/// One line for people who listen instead: "ninja, 12 jobs, 1 failed, expanded".
QString spoken(const HeadingLook &look);

void paintHeading(QPainter &painter, const QRectF &row, const HeadingLook &look,
                  const RowPainter::Mood &mood, const Theme &theme, Typesetter &type);

} // namespace afoot::ui
