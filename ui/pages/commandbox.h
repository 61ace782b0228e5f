#pragma once

#include <QWidget>

class QLabel;

namespace afoot::ui {

class CopyButton;

/// A command line in a box, with a button that copies it.
class CommandBox : public QWidget
{
    Q_OBJECT

public:
    explicit CommandBox(QWidget *parent = nullptr);
    void setLine(const QString &line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_line;
    CopyButton *m_copy;
};

} // namespace afoot::ui
