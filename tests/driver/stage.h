#pragma once

#include "app/desktop/desktop.h"
#include "tests/e2e/house.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace driver {

/// The window in an account of its own, on the display that there is, and what is to be seen of it.
///
/// Threads: main.
class Stage
{
public:
    /// Before there is an application: the account's folders become the process's.
    static void prepare();

    /// @p what: begins the name of each picture.
    Stage(const QString &folder, afoot::ui::Scheme scheme, const QString &what);
    ~Stage();

    /// It is shown, active, and its tracker answers; what is missing was printed.
    bool isSet() const { return m_window != nullptr; }
    afoot::ui::MainWindow &window() { return *m_window; }

    void resize(QSize size);
    /// Returns when all of @p jobs are in the window.
    void feed(const std::vector<afoot::Job> &jobs);
    /// Chooses the job, once it is there.
    void select(const afoot::JobKey &key);
    /// @p lines for /api/v1/ingest; returns when the window has what came of them.
    void tell(const QByteArray &lines);
    /// Begins a job under `afoot run` and kills it with all that it started; returns when it is lost.
    void killReporter();

    /// Checks @p widget, the window where there is none, and writes its picture.
    void keep(const QString &name, QWidget *widget = nullptr);

    /// For @p seconds, while @p jobs jobs change all the time: nothing may jump or flicker.
    void record(int seconds, int jobs);

    /// Prints what was wrong, and gives the exit code.
    int report() const;

private:
    void check(QWidget &widget, const QImage &picture, const QString &name);
    bool await(const std::function<bool()> &isSo, const char *what);

    QString m_folder;
    QString m_what;
    std::unique_ptr<afoot::Desktop> m_desktop{};
    afoot::ui::MainWindow *m_window = nullptr; ///< the desktop's
    QStringList m_wrong{};
    int m_kept = 0;
};

} // namespace driver
