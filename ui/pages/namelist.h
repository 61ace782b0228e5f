#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace afoot::ui {

class Button;
class Field;

/// Where a name is typed and added to a list; says why one cannot be.
class NameEntry : public QWidget
{
    Q_OBJECT

public:
    /// What is wrong with a name, as a sentence; empty: nothing.
    using Check = std::function<QString(const QString &name)>;

    NameEntry(const QString &placeholder, Check check, QWidget *parent);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void added(const QString &name);

private:
    void add();

    Check m_check;
    Field *m_field;
    Button *m_add;
    QLabel *m_trouble;
};

/// A set of names, such as kinds of jobs: those that are known are offered with a switch each, others can be added.
class NameSet : public QWidget
{
    Q_OBJECT

public:
    explicit NameSet(const QString &placeholder, QWidget *parent = nullptr);

    /// To be offered beside those that are chosen. What is in use is @p known's beginning.
    void setKnown(const QStringList &known);
    /// What people call a name, where that is something else.
    void setNaming(std::function<QString(const QString &)> naming);
    void setChosen(const QSet<QString> &chosen);

Q_SIGNALS:
    void changed(const QSet<QString> &chosen);

private:
    void rebuild();

    QVBoxLayout *m_rows;
    QLabel *m_none;
    std::function<QString(const QString &)> m_naming{};
    QStringList m_known{};
    QStringList
        m_offered{}; ///< stays while the person looks: what was switched off can be switched on again
    QSet<QString> m_chosen{};
};

/// A list of names that are typed, each of which can be taken out.
class NameLines : public QWidget
{
    Q_OBJECT

public:
    NameLines(const QString &placeholder, NameEntry::Check check, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed(const QStringList &names);

private:
    void rebuild();

    QVBoxLayout *m_rows;
    QLabel *m_none;
    NameEntry *m_entry;
    QStringList m_names{};
    bool m_isReadOnly = false;
};

} // namespace afoot::ui
