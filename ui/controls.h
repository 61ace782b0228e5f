#pragma once

#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <functional>

namespace afoot::ui {

/// A push button of the window's own looks.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Plain,   ///< with a line around it
        Primary, ///< filled with the accent
        Harm,    ///< filled with the colour of what is bad: what it does cannot be undone
        Warn,    ///< with a line in the colour of warnings
        Link,    ///< only words
    };
    Button(const QString &text, Kind kind, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

/// A button that copies a text, and says for a moment that it did.
class CopyButton : public Button
{
    Q_OBJECT

public:
    /// @p text is asked for when it is pressed.
    CopyButton(const QString &label, Kind kind, std::function<QString()> text,
               QWidget *parent = nullptr);

private:
    void say(const QString &label);

    QString m_label;
    QTimer m_done{};
};

/// A small square button with only an icon; its name is said by tooltip and to assistive tools.
class IconButton : public QAbstractButton
{
    Q_OBJECT

public:
    IconButton(Icon icon, const QString &name, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {28, 28}; }
    void setName(const QString &name);
    /// Shows that what it is for is on.
    void setActive(bool active);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    bool m_active = false;
};

/// A line edit of the window's own looks.
class Field : public QLineEdit
{
    Q_OBJECT

public:
    explicit Field(const QString &placeholder, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A line edit with a magnifier in it. Escape empties it, then gives up the focus (escaped()).
class SearchField : public Field
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    void escaped(); ///< Escape where there was no text to clear
    void leftDownwards();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeRoom();
};

/// True while the keyboard, not the mouse, moves the focus: then it has to be seen.
bool showsFocus(const QWidget &widget);

/// True while some of its window can be seen: only then is it worth a timer. It is painted when that comes back.
bool isExposed(const QWidget &widget);

} // namespace afoot::ui
