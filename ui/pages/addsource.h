#pragma once

#include "core/model/delta.h"
#include "ui/controls.h"
#include "ui/jobs/jobmodel.h"
#include "ui/sources.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace afoot::ui {

class JobView;

/// Where a person gives the address of a remote tracker, sees how it speaks and what it has, and keeps it or not; or
/// changes one that is kept. Its secrets are never shown: what is typed takes their place.
class AddSourceDialog : public QDialog
{
    Q_OBJECT

public:
    /// A dialect's short name, and what people call it.
    using DialectName = QPair<QString, QString>;

    /// @p changed: the one that is changed; unset: a new one.
    AddSourceDialog(JobModel::NowFn now, const QList<DialectName> &dialects, QWidget *parent,
                    const std::optional<SourceState> &changed = {});

    SourceDraft draft() const;
    /// Fills in an address that came from outside, such as a link in a page: nothing is asked of it until the person wants
    /// to see what it has.
    void suggest(const QString &url);

public Q_SLOTS:
    void showFinding(const afoot::ui::SourceFinding &finding);
    /// Its jobs; a reset begins anew.
    void showJobs(const afoot::Delta &delta);
    /// It was not kept; @p why is a sentence.
    void refuse(const QString &why);

Q_SIGNALS:
    /// Some moments after the last letter: what is there?
    void previewRequested(const afoot::ui::SourceDraft &draft);
    void previewEnded();
    /// To be kept: a new one, or what became of the one that it is of.
    void keepRequested(const afoot::ui::SourceDraft &draft);

protected:
    void paintEvent(QPaintEvent *event) override;
    void done(int result) override;

private:
    /// A secret that is kept, and whether it is to be forgotten.
    struct Kept
    {
        Button *button = nullptr;
        bool isThere = false;
        bool drop = false;
    };
    QWidget *makeFields();
    QWidget *makeMore(const QList<DialectName> &dialects);
    QWidget *makePreview();
    void fill(const SourceState &changed);
    void showSecrets();
    Button *forgetButton(Kept &kept, const QString &name, QWidget *parent);
    void edited();
    void say(const QString &text, Tone tone);
    void showPage();

    JobModel::NowFn m_now;
    JobModel *m_model;
    Field *m_url;
    Field *m_name;
    Field *m_token;
    QComboBox *m_dialect = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QWidget *m_more = nullptr;
    QLabel *m_found;
    QStackedWidget *m_pages = nullptr;
    JobView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    Button *m_add;
    Button *m_look; ///< shown while the address is a suggestion
    QString m_of{}; ///< the source that is changed
    Kept m_keptToken{};
    Kept m_keptHeaders{};
    QTimer m_pause{}; ///< between the last letter and the look
    SourceDraft m_asked{};
    quint64 m_unread = 0; ///< messages of it
};

} // namespace afoot::ui
