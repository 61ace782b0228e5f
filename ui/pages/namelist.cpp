#include "ui/pages/namelist.h"

#include "ui/controls.h"
#include "ui/frame.h"
#include "ui/inputs.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace afoot::ui {

namespace {

constexpr qsizetype mostOffered = 12;

void empty(QVBoxLayout &rows)
{
    while (QLayoutItem *item = rows.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may be the one that was just clicked
        }
        delete item;
    }
}

/// A name at the start of a row, @p control at its end.
QWidget *rowOf(const QString &name, QWidget *control, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(8);
    ElidedLabel *label = plainLabel(row, Face::Body);
    label->setText(name);
    across->addWidget(label, 1);
    across->addWidget(control);
    return row;
}

QLabel *emptyLabel(const QString &text, QWidget *parent)
{
    ElidedLabel *label = plainLabel(parent, Face::Body);
    label->setText(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QVBoxLayout *columnOf(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    return column;
}

QVBoxLayout *rowsIn(QVBoxLayout &column)
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(2);
    column.addLayout(rows);
    return rows;
}

} // namespace

NameEntry::NameEntry(const QString &placeholder, Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_field(new Field(placeholder, this))
    , m_add(new Button(tr("Add"), Button::Kind::Plain, this))
    , m_trouble(new QLabel(this))
{
    m_add->setEnabled(false);
    m_add->setAccessibleDescription(placeholder);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setFont(faceOf(font(), Face::Small));
    m_trouble->hide();
    QVBoxLayout *column = columnOf(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    column->addLayout(row);
    column->addWidget(m_trouble);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_add->setEnabled(!text.trimmed().isEmpty());
        m_trouble->hide();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &NameEntry::add);
    connect(m_add, &QAbstractButton::clicked, this, &NameEntry::add);
}

void NameEntry::setReadOnly(bool readOnly)
{
    setVisible(!readOnly);
}

void NameEntry::add()
{
    const QString name = m_field->text().trimmed();
    if (name.isEmpty())
        return;
    const QString trouble = m_check ? m_check(name) : QString();
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_field->setAccessibleDescription(trouble);
    if (!trouble.isEmpty())
        return;
    m_field->clear();
    Q_EMIT added(name);
}

NameSet::NameSet(const QString &placeholder, QWidget *parent) : QWidget(parent)
{
    QVBoxLayout *column = columnOf(this);
    m_rows = rowsIn(*column);
    m_none = emptyLabel(tr("None is known yet."), this);
    column->addWidget(m_none);
    auto *entry = new NameEntry(placeholder, {}, this);
    column->addSpacing(4);
    column->addWidget(entry);
    connect(entry, &NameEntry::added, this, [this](const QString &name) {
        m_chosen.insert(name);
        rebuild();
        Q_EMIT changed(m_chosen);
    });
}

void NameSet::setKnown(const QStringList &known)
{
    m_known = known.mid(0, mostOffered);
    m_offered.clear();
    rebuild();
}

void NameSet::setNaming(std::function<QString(const QString &)> naming)
{
    m_naming = std::move(naming);
}

void NameSet::setChosen(const QSet<QString> &chosen)
{
    if (chosen == m_chosen && m_rows->count() > 0)
        return;
    m_chosen = chosen;
    rebuild();
}

void NameSet::rebuild()
{
    QStringList offered = m_offered + m_known + QStringList(m_chosen.begin(), m_chosen.end());
    offered.removeDuplicates();
    offered.sort(Qt::CaseInsensitive);
    if (offered == m_offered && m_rows->count() == offered.size()) {
        for (qsizetype i = 0; i < offered.size(); ++i)
            m_rows->itemAt(int(i))->widget()->findChild<Switch *>()->setChecked(
                m_chosen.contains(offered[i]));
        return;
    }
    m_offered = offered;
    empty(*m_rows);
    for (const QString &name : offered) {
        const QString called = m_naming ? m_naming(name) : name;
        auto *choice = new Switch(this);
        choice->setChecked(m_chosen.contains(name));
        choice->setAccessibleName(called);
        connect(choice, &QAbstractButton::clicked, this, [this, name](bool on) {
            if (on)
                m_chosen.insert(name);
            else
                m_chosen.remove(name);
            Q_EMIT changed(m_chosen);
        });
        m_rows->addWidget(rowOf(called, choice, this));
    }
    m_none->setVisible(offered.isEmpty());
}

NameLines::NameLines(const QString &placeholder, NameEntry::Check check, QWidget *parent)
    : QWidget(parent)
{
    QVBoxLayout *column = columnOf(this);
    m_rows = rowsIn(*column);
    m_none = emptyLabel(tr("None"), this);
    m_none->hide();
    column->addWidget(m_none);
    m_entry = new NameEntry(placeholder, std::move(check), this);
    column->addWidget(m_entry);
    connect(m_entry, &NameEntry::added, this, [this](const QString &name) {
        if (m_names.contains(name))
            return;
        m_names.append(name);
        rebuild();
        Q_EMIT changed(m_names);
    });
}

void NameLines::setNames(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    rebuild();
}

void NameLines::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    m_entry->setReadOnly(readOnly);
    rebuild();
}

void NameLines::rebuild()
{
    empty(*m_rows);
    m_none->setVisible(m_isReadOnly && m_names.isEmpty());
    for (const QString &name : std::as_const(m_names)) {
        auto *remove = new IconButton(Icon::Close, tr("Remove %1").arg(name), this);
        remove->setVisible(!m_isReadOnly);
        connect(remove, &QAbstractButton::clicked, this, [this, name] {
            m_names.removeAll(name);
            rebuild();
            Q_EMIT changed(m_names);
        });
        m_rows->addWidget(rowOf(name, remove, this));
    }
}

} // namespace afoot::ui
