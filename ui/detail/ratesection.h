#pragma once

#include "ui/jobs/ratebook.h"

#include <QLocale>
#include <QWidget>

class QLabel;

namespace afoot::ui {

class Sparkline;

/// "38.2 targets/s now  ·  average 35 targets/s  ·  peak 60 targets/s": what @p line amounts to in words.
QString rateText(const RateLine &line, std::string_view unit, const QLocale &locale);

/// The rate of a job over time, with its numbers in words; hidden while there is no line to draw.
class RateSection : public QWidget
{
    Q_OBJECT

public:
    explicit RateSection(QWidget *parent = nullptr);
    /// @p line may be null.
    void show(const Job &job, const RateLine *line, WallTime now);

private:
    QLabel *m_since;
    Sparkline *m_line;
    QLabel *m_words;
};

} // namespace afoot::ui
