#pragma once

#include "ui/controls.h"

#include <QWidget>

class QLabel;

namespace afoot::ui {

class CommandBox;

/// What stands where there are no jobs: what to do first, with commands to copy, that nothing matches,
/// or that nothing can be known.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    enum class Why {
        NoJobs,    ///< nothing was ever reported
        NoMatch,   ///< the filter hides them all
        NoneThere, ///< the source that is looked at has none
        Away,      ///< whoever knows them cannot be reached
    };
    /// @p curl: a command line that reports a job over HTTP; empty where Afoot does not listen.
    explicit EmptyPage(const QString &curl, QWidget *parent = nullptr);

    void setWhy(Why why);
    void setCurl(const QString &curl);
    /// Not where somebody else offers it.
    void offerSample(bool offered) { m_sample->setVisible(offered); }

Q_SIGNALS:
    void sampleRequested();
    void filterClearRequested();

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_first; ///< what to do first, all of it
    CommandBox *m_run;
    CommandBox *m_curl;
    QLabel *m_curlTitle;
    QLabel *m_runTitle;
    Button *m_sample;
    Button *m_clear;
    Why m_why = Why::NoJobs;
    bool m_hasCurl = false;
};

} // namespace afoot::ui
