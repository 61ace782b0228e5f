#pragma once

#include "ui/controls.h"
#include "ui/jobs/joborder.h"
#include "ui/sources.h"

#include <QLabel>
#include <QWidget>

namespace afoot::ui {

/// Above the list: title, what goes on in one line, the filter, grouping, and clearing.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &summary);
    void setGrouping(Grouping grouping);
    void setClearable(bool clearable) { m_clear->setEnabled(clearable); }
    SearchField *filter() { return m_filter; }

Q_SIGNALS:
    void groupingChosen(afoot::ui::Grouping grouping);
    void clearRequested();
    void addSourceRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void showGroupings();

    QLabel *m_title;
    QLabel *m_summary;
    SearchField *m_filter;
    IconButton *m_group;
    Button *m_clear;
    Button *m_add;
    QString m_text{};
    Grouping m_grouping = Grouping::None;
};

/// Tells that a source is away, and offers to try again.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void setText(const AwayText &text);

Q_SIGNALS:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tint();
    void fit();

    QLabel *m_lead;
    QLabel *m_rest;
    Button *m_retry;
    QStringList m_sentences{};
};

/// Under the list: what Afoot listens on, and how much arrives.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    void setListening(const Listening &listening, bool good);
    void setTraffic(const QString &text) { m_traffic->setText(text); }

Q_SIGNALS:
    void compactRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_listening;
    QLabel *m_traffic;
    bool m_good = false;
};

/// A label that gives way: elided to its width, whole in its tooltip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }
    /// At the end, unless said otherwise.
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// One in the font of @p face, whose text is never markup.
ElidedLabel *plainLabel(QWidget *parent, Face face);

} // namespace afoot::ui
