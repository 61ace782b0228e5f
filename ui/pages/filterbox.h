#pragma once

#include <QComboBox>

namespace afoot::ui {

/// One choice out of several, in the window's own looks. The first one leaves nothing out.
class FilterBox : public QComboBox
{
    Q_OBJECT

public:
    /// @p all: the first choice, "All kinds"; @p name: what is chosen, for assistive tools.
    FilterBox(const QString &name, const QString &all, QWidget *parent = nullptr);

    /// The choices behind the first, text and value; what is chosen stays, also when it is none of them any more.
    void setChoices(const QList<std::pair<QString, QString>> &choices);
    /// The value that is chosen; empty: all.
    QString value() const { return currentData().toString(); }
    /// Adds it where it is not among them.
    void choose(const QString &wanted);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {72, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace afoot::ui
