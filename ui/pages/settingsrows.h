#pragma once

#include "ui/inputs.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QScrollArea>
#include <QSignalBlocker>

#include <functional>
#include <utility>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace afoot::ui {

/// Rows that belong together, in a box with lines between them.
class SettingsCard : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsCard(QWidget *parent = nullptr);

    /// What it is at the start, @p why under it, @p control at the end; the control is known by both to assistive tools.
    /// More than one: the last is what the row is about. Returns what is under it, hidden where that is empty.
    QLabel *addRow(const QString &label, const QString &why, const QList<QWidget *> &controls);
    /// Of the whole width.
    void addWide(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_rows;
};

/// One section of the settings: what it shows are the settings that were given last, and each change is told at once.
///
/// Threads: main.
class SettingsSection : public QScrollArea
{
    Q_OBJECT

public:
    explicit SettingsSection(const QString &title, QWidget *parent = nullptr);

    void show(const Settings &settings);
    QSize sizeHint() const override { return {400, 400}; }

Q_SIGNALS:
    /// The person changed something: all settings, with it.
    void chosen(const afoot::ui::Settings &settings);

protected:
    template <typename Value> using Member = std::function<Value &(Settings &)>;
    template <typename Value> using Choices = QList<std::pair<QString, Value>>;

    /// A card under what was there, with a title and a sentence before it where they are not empty.
    SettingsCard *addCard(const QString &title = {}, const QString &why = {});
    void addWidget(QWidget *widget);
    const Settings &settings() const { return m_settings; }
    /// @p change is made to the settings; told when it changed something.
    void change(const std::function<void(Settings &)> &change);
    /// Called with the settings whenever they are others, with its signals blocked by whoever needs that.
    void whenShown(std::function<void(const Settings &)> follow);

    /// Controls that are what a field of the settings is, and change it.
    Switch *makeSwitch(const Member<bool> &field);
    template <typename Value>
    Choice *makeChoice(const Choices<Value> &choices, const Member<Value> &field)
    {
        auto *choice = new Choice(this);
        for (const auto &[text, value] : choices)
            choice->addItem(text);
        connect(choice, &QComboBox::activated, this, [this, field, choices](int index) {
            if (index < choices.size())
                change([&](Settings &settings) { field(settings) = choices[index].second; });
        });
        whenShown([choice, choices, field](Settings settings) {
            const Value &value = field(settings);
            for (int i = 0; i < choices.size(); ++i) {
                if (choices[i].second == value)
                    choice->setCurrentIndex(i);
            }
        });
        return choice;
    }

private:
    Settings m_settings{};
    std::vector<std::function<void(const Settings &)>> m_followers{};
    QWidget *m_box = nullptr;
    QVBoxLayout *m_column = nullptr;
    bool m_isShowing = false;
};

/// A text of @p face that is never markup and breaks its lines.
QLabel *textLabel(const QString &text, Face face, QWidget *parent);

} // namespace afoot::ui
