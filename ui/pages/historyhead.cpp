#include "ui/pages/historyhead.h"

#include "ui/frame.h"
#include "ui/pages/filterbox.h"
#include "ui/pages/runstats.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>

#include <utility>

namespace afoot::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto afterTyping = 200ms;
constexpr std::size_t mostKinds = 200; ///< who has more of them searches

QList<std::pair<QString, QString>> namesOf(const RunCounts::Named &list)
{
    QList<std::pair<QString, QString>> names;
    for (const auto &[name, runs] : list) {
        if (std::size_t(names.size()) < mostKinds)
            names.emplace_back(text::of(name), text::of(name));
    }
    return names;
}

} // namespace

HistoryHead::HistoryHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(tr("History"), this))
    , m_summary(plainLabel(this, Face::Body))
    , m_busyText(plainLabel(this, Face::Small))
    , m_search(new SearchField(tr("Search runs"), this))
    , m_state(new FilterBox(tr("State"), tr("All states"), this))
    , m_kind(new FilterBox(tr("Kind"), tr("All kinds"), this))
    , m_source(new FilterBox(tr("Source"), tr("All sources"), this))
    , m_clear(new Button(tr("Clear filter"), Button::Kind::Link, this))
    , m_export(new Button(tr("Export …"), Button::Kind::Plain, this))
    , m_delete(new Button(tr("Delete …"), Button::Kind::Plain, this))
{
    m_title->setFont(faceOf(font(), Face::Heading));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setContentsMargins(0, 4, 0, 0);
    m_busyText->setForegroundRole(QPalette::PlaceholderText);
    m_search->setObjectName(QStringLiteral("search")); // the window's shortcut finds it by that
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(220);
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QList<std::pair<QString, QString>> states;
    for (const State state : {State::Completed, State::Failed, State::Canceled, State::Lost})
        states.emplace_back(text::state(state), text::of(nameOf(state)));
    m_state->setChoices(states);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(24, 17, 16, 0);
    top->setSpacing(0);
    top->addWidget(m_title);
    top->addSpacing(16);
    top->addWidget(m_summary, 1);
    top->addSpacing(12);
    top->addWidget(m_search);
    top->addSpacing(14);
    top->addWidget(m_export);
    top->addSpacing(10);
    top->addWidget(m_delete);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(24, 0, 16, 12);
    below->setSpacing(10);
    for (FilterBox *box : {m_state, m_kind, m_source})
        below->addWidget(box);
    below->addWidget(m_clear);
    below->addStretch(1);
    below->addWidget(m_busyText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addLayout(top);
    column->addLayout(below);

    QWidget *before = m_search;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_export, m_delete, m_state, m_kind, m_source, m_clear})
        setTabOrder(std::exchange(before, next), next);

    m_typing.setSingleShot(true);
    m_typing.setInterval(afterTyping);
    const auto changed = [this] {
        m_typing.stop();
        m_matching.reset();
        showButtons();
        Q_EMIT queryChanged();
    };
    connect(&m_typing, &QTimer::timeout, this, changed);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, changed);
    for (FilterBox *box : {m_state, m_kind, m_source})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    connect(m_clear, &QAbstractButton::clicked, this, &HistoryHead::clearFilters);
    connect(m_export, &QAbstractButton::clicked, this, [this] { popUp(m_export, true); });
    connect(m_delete, &QAbstractButton::clicked, this, [this] { popUp(m_delete, false); });
    showButtons();
}

RunQuery HistoryHead::query() const
{
    RunQuery query{.kind = m_kind->value().toStdString(),
                   .words = m_search->text().trimmed().toStdString()};
    if (const auto state = stateNamed(m_state->value().toStdString()))
        query.states = {*state};
    if (!m_source->value().isEmpty())
        query.sources = {m_source->value().toStdString()};
    return query;
}

void HistoryHead::chooseKind(const QString &kind)
{
    clearFilters();
    m_kind->choose(kind);
}

void HistoryHead::clearFilters()
{
    {
        const QSignalBlocker quiet(this); // one change, not four
        for (FilterBox *box : {m_state, m_kind, m_source})
            box->setCurrentIndex(0);
        m_search->clear();
        m_typing.stop();
    }
    m_matching.reset();
    showButtons();
    Q_EMIT queryChanged();
}

void HistoryHead::showCounts(const std::optional<RunCounts> &all,
                             std::optional<std::uint64_t> matching)
{
    m_all = all;
    m_matching = matching;
    if (all) {
        m_kind->setChoices(namesOf(all->kinds));
        QList<std::pair<QString, QString>> sources;
        for (const auto &[name, runs] : all->sources)
            sources.emplace_back(sourceName(text::of(name)), text::of(name));
        m_source->setChoices(sources);
    }
    showButtons();
}

void HistoryHead::setBusy(const QString &what)
{
    m_busyText->setText(what);
}

void HistoryHead::showButtons()
{
    const QLocale locale;
    const bool isFiltered = !isForAll(query());
    const auto number = [&](std::uint64_t runs) { return locale.toString(qulonglong(runs)); };
    QString said;
    if (m_all && m_all->runs > 0 && isFiltered && m_matching)
        said = tr("%1 of %2", "42 of 1,234 runs")
                   .arg(number(*m_matching), runsText(m_all->runs, locale));
    else if (m_all && m_all->runs > 0)
        said = runsText(m_all->runs, locale);
    m_summary->setText(said);
    m_clear->setVisible(isFiltered);
    m_source->setVisible((m_all && m_all->sources.size() > 1) || !m_source->value().isEmpty());
    m_export->setEnabled(m_matching.value_or(0) > 0);
    m_delete->setEnabled(m_all && m_all->runs > 0);
}

void HistoryHead::popUp(Button *button, bool isExport)
{
    QMenu menu(this);
    const QLocale locale;
    if (isExport) {
        menu.addAction(tr("As a table (CSV) …"), this,
                       [this] { Q_EMIT exportWanted(RunFormat::Csv); });
        menu.addAction(tr("As JSON …"), this, [this] { Q_EMIT exportWanted(RunFormat::Json); });
    } else {
        const std::uint64_t matching = m_matching.value_or(0);
        if (!isForAll(query()) && matching > 0)
            menu.addAction(matching == 1
                               ? tr("Delete the run that matches …")
                               : tr("Delete the %1 runs that match …", nullptr, int(matching))
                                     .arg(locale.toString(qulonglong(matching))),
                           this, &HistoryHead::deleteShownWanted);
        menu.addAction(tr("Delete the whole history …"), this, &HistoryHead::deleteAllWanted);
    }
    // under the end of the button, so that it stays over the window
    const bool flip = layoutDirection() == Qt::RightToLeft;
    const int left = flip ? 0 : button->width() - menu.sizeHint().width();
    menu.exec(button->mapToGlobal(QPoint(left, button->height() + 2)));
}

} // namespace afoot::ui
