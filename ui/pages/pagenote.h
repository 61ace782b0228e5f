#pragma once

#include "ui/controls.h"

#include <QWidget>

class QLabel;

namespace afoot::ui {

/// What a page says where it has nothing to show: a sign, a line, what it means, and perhaps what can be done.
class PageNote : public QWidget
{
    Q_OBJECT

public:
    explicit PageNote(QWidget *parent = nullptr);

    /// An empty @p action: nothing can be done.
    void say(Icon icon, Tone tone, const QString &title, const QString &text,
             const QString &action = {});
    QString title() const;

Q_SIGNALS:
    void actionWanted();

private:
    class Sign;

    Sign *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    Button *m_action;
};

} // namespace afoot::ui
