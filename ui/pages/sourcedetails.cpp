#include "ui/pages/sourcedetails.h"

#include "ui/text.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QTreeWidget>

#include <algorithm>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 24;

QLabel *plainLabel(QWidget *parent, Face face)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(faceOf(parent->font(), face));
    return label;
}

QString span(const std::optional<Millis> &time, const QLocale &locale)
{
    using namespace std::chrono_literals;
    if (!time)
        return u"–"_s;
    return *time < 1s
               ? SourceDetailsDialog::tr("%1 ms").arg(locale.toString(qlonglong(time->count())))
               : text::duration(*time, locale);
}

} // namespace

SourceDetailsDialog::SourceDetailsDialog(const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_name(name)
    , m_state(plainLabel(this, Face::Strong))
    , m_address(plainLabel(this, Face::Small))
    , m_changes(new QTreeWidget(this))
{
    setWindowTitle(tr("Connection to %1").arg(name));
    resize(640, 520);
    m_address->setForegroundRole(QPalette::PlaceholderText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(4);
    column->addWidget(m_state);
    column->addWidget(m_address);
    column->addSpacing(12);
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(6);
    m_messages = addFact(*facts, tr("Messages"));
    m_bad = addFact(*facts, tr("Not readable"));
    m_bytes = addFact(*facts, tr("Received"));
    m_reconnects = addFact(*facts, tr("Reconnected"));
    m_polls = addFact(*facts, tr("Polls"));
    m_answer = addFact(*facts, tr("Answers after"));
    m_fallback = addFact(*facts, tr("Time to fallback"));
    facts->setColumnStretch(1, 1);
    facts->setColumnStretch(3, 1);
    column->addLayout(facts);
    column->addSpacing(14);
    auto *title = plainLabel(this, Face::SmallStrong);
    title->setText(tr("What became of the connection"));
    title->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(title);
    column->addSpacing(2);
    m_changes->setHeaderLabels({tr("When"), tr("State"), tr("Why")});
    m_changes->setHeaderHidden(true);
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_changes->setAccessibleName(title->text());
    m_changes->setRootIsDecorated(false);
    m_changes->setIndentation(0);
    m_changes->setUniformRowHeights(true);
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->header()->setStretchLastSection(true);
    m_changes->header()->setSectionsMovable(false);
    column->addWidget(m_changes, 1);
    column->addSpacing(12);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *copy = new CopyButton(
        tr("Copy for a bug report"), Button::Kind::Plain, [this] { return m_report; }, this);
    auto *close = new Button(tr("Close"), Button::Kind::Primary, this);
    row->setSpacing(10);
    row->addWidget(copy);
    row->addWidget(close);
    column->addLayout(row);
    close->setDefault(true);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
}

QLabel *SourceDetailsDialog::addFact(QGridLayout &facts, const QString &what)
{
    const int index = facts.count() / 2;
    auto *name = plainLabel(this, Face::Body);
    name->setText(what);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = plainLabel(this, Face::Body);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    facts.addWidget(name, index / 2, index % 2 * 2);
    facts.addWidget(value, index / 2, index % 2 * 2 + 1);
    return value;
}

void SourceDetailsDialog::show(const SourceState &source, const SourceDetails &details,
                               WallTime now)
{
    const QLocale locale;
    m_report = reportOf(source, details, now, QApplication::applicationVersion());
    m_state->setText(stateText(source, now, locale));
    m_address->setText(addressText(source));
    m_messages->setText(locale.toString(details.messages));
    m_bytes->setText(text::bytes(double(details.bytes), locale));
    m_reconnects->setText(locale.toString(details.reconnects));
    m_polls->setText(locale.toString(details.polls));
    m_fallback->setText(span(details.fallback, locale));
    m_answer->setText(span(details.answer, locale));
    m_bad->setText(locale.toString(source.badMessages));
    m_bad->setToolTip(details.lastBad.toHtmlEscaped());
    showChanges(details.changes, now);
    QDialog::show();
}

void SourceDetailsDialog::showChanges(const QList<LinkChange> &changes, WallTime now)
{
    const QLocale locale;
    m_changes->setUpdatesEnabled(false);
    m_changes->clear();
    for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
        SourceState then{.link = it->link};
        QString why = it->reason;
        if (it->times > 1)
            why = tr("%1 (%2 times)").arg(why, locale.toString(it->times));
        const QString word =
            it->link == SourceState::Link::Connected ? tr("Connected") : wordsFor(it->link);
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(it->at.time_since_epoch().count());
        const QDateTime today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
        const QString when = at.date() == today.date() ? at.toString(u"HH:mm:ss"_s)
                                                       : text::moment(it->at, now, locale);
        auto *row = new QTreeWidgetItem({when, word, why});
        row->setSizeHint(0, {0, rowHeight});
        row->setToolTip(0, locale.toString(at, QLocale::LongFormat).toHtmlEscaped());
        row->setToolTip(2, why.toHtmlEscaped());
        m_changes->addTopLevelItem(row);
    }
    for (const int column : {0, 1}) {
        m_changes->resizeColumnToContents(column);
        const int least = m_changes->fontMetrics().horizontalAdvance(u"00:00:00"_s);
        m_changes->setColumnWidth(column, std::max(least, m_changes->columnWidth(column)) + 24);
    }
    m_changes->setUpdatesEnabled(true);
}

void SourceDetailsDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).ground);
}

} // namespace afoot::ui
