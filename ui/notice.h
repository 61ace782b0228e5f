#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;

namespace afoot::ui {

/// A tinted box of words: an error, a question, a request that waits for its answer. Hidden while there are none.
class Notice : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent);
    void show(const QString &text, Tone tone);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_text;
    Tone m_tone = Tone::Bad;
};

} // namespace afoot::ui
