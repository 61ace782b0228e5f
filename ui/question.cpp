#include "ui/question.h"

#include "ui/controls.h"
#include "ui/theme.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace afoot::ui {

namespace {

class QuestionDialog : public QDialog
{
public:
    QuestionDialog(QWidget *parent, const Question &question) : QDialog(parent)
    {
        setWindowTitle(question.title);
        setFixedWidth(440);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(24, 22, 24, 18);
        column->setSpacing(6);
        add(*column, question.title, Face::Strong);
        if (!question.text.isEmpty())
            add(*column, question.text, Face::Body)->setForegroundRole(QPalette::PlaceholderText);
        column->addSpacing(14);
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addStretch(1);
        auto *no = new Button(question.no, Button::Kind::Plain, this);
        auto *yes = new Button(question.yes, Button::Kind::Harm, this);
        row->addWidget(no);
        row->addWidget(yes);
        column->addLayout(row);
        column->setSizeConstraint(QLayout::SetMinimumSize);
        no->setDefault(true);
        no->setFocus();
        connect(no, &QAbstractButton::clicked, this, &QDialog::reject);
        connect(yes, &QAbstractButton::clicked, this, &QDialog::accept);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), themeOf(palette()).ground);
    }

private:
    QLabel *add(QVBoxLayout &column, const QString &text, Face face)
    {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setFont(faceOf(font(), face));
        label->setWordWrap(true);
        column.addWidget(label);
        return label;
    }
};

} // namespace

bool askPerson(QWidget *parent, const Question &question)
{
    QuestionDialog dialog(parent, question);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace afoot::ui
