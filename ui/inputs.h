#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QSpinBox>

namespace afoot::ui {

/// On or off: a knob in a slot, with a check mark on it when on. To assistive tools it is a check box.
class Switch : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Switch(QWidget *parent = nullptr);
    QSize sizeHint() const override { return {40, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// One of several, of the window's own looks. The wheel scrolls the page, not the choice, until it is chosen.
class Choice : public QComboBox
{
    Q_OBJECT

public:
    explicit Choice(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {72, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

/// A whole number, of the window's own looks; to the wheel as Choice.
class NumberField : public QSpinBox
{
    Q_OBJECT

public:
    explicit NumberField(QWidget *parent = nullptr);
    /// For those who hear it; also of the line in it, which has the focus of its own.
    void setName(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace afoot::ui
