#pragma once

#include "ui/controls.h"

namespace afoot::ui {

/// A field to look for a text in, with a word at its end on what was found.
class FindField : public SearchField
{
    Q_OBJECT

public:
    explicit FindField(const QString &placeholder, QWidget *parent = nullptr);

    /// Such as "3 of 120"; @p isBad: there is none.
    void setFound(const QString &words, bool isBad);
    const QString &found() const { return m_found; }

Q_SIGNALS:
    void nextWanted();
    void previousWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    QString m_found{};
    bool m_isBad = false;
};

} // namespace afoot::ui
