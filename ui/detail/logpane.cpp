#include "ui/detail/logpane.h"

#include "core/model/text.h"
#include "ui/controls.h"
#include "ui/detail/findfield.h"
#include "ui/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

using Level = LogStore::Level;

Level levelOf(const std::string &name)
{
    return name == "error" ? Level::Error : name == "warning" ? Level::Warning : Level::Plain;
}

QString skippedText(quint64 count)
{
    return count == 1 ? LogPane::tr("… 1 line skipped")
                      : LogPane::tr("… %1 lines skipped", nullptr, int(count))
                            .arg(QLocale().toString(count));
}

QString newText(quint64 count)
{
    return count == 0 ? LogPane::tr("Follow")
           : count == 1
               ? LogPane::tr("1 new line")
               : LogPane::tr("%1 new lines", nullptr, int(count)).arg(QLocale().toString(count));
}

/// Over the log's end while it does not follow: goes there.
class FollowButton : public Button
{
public:
    explicit FollowButton(QWidget *parent) : Button(newText(0), Kind::Plain, parent)
    {
        setFont(faceOf(uiFont(), Face::SmallStrong)); // not the log's, over which it lies
        setToolTip(LogPane::tr("Keep the last line in sight"));
        hide();
    }
    QSize sizeHint() const override { return {Button::sizeHint().width(), 28}; }
};

/// The lines of @p log as they are now, some hundred KiB at a time.
TextProducer producerOf(LogStore log)
{
    constexpr qsizetype pieceBytes = 256 << 10;
    const std::uint64_t first = log.first();
    return [log = std::move(log), next = first]() mutable {
        QByteArray piece;
        while (next < log.end() && piece.size() < pieceBytes) {
            const std::string text = plainLogText(log.line(next++).text);
            piece.append(text.data(), qsizetype(text.size()));
            piece.append('\n');
        }
        return piece;
    };
}

} // namespace

QString logFileName(const QString &title)
{
    constexpr qsizetype maxLetters = 60;
    QString name;
    for (const QChar c : title.simplified().left(maxLetters))
        name += c.isPrint() && !u"/\\:*?\"<>|"_s.contains(c) ? c : u'-';
    while (name.startsWith(u'.') || name.startsWith(u' ') || name.startsWith(u'-'))
        name.remove(0, 1);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.trimmed().isEmpty() ? u"log.txt"_s : name.trimmed() + u".log.txt"_s;
}

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogScreen(this))
    , m_field(new FindField(tr("Find in the log"), this))
    , m_previous(new IconButton(Icon::Up, tr("Previous hit (Shift+F3)"), this))
    , m_next(new IconButton(Icon::Down, tr("Next hit (F3)"), this))
    , m_error(new IconButton(Icon::Bang, tr("First error (Ctrl+E)"), this))
    , m_copy(new CopyButton(
          tr("Copy log"), Button::Kind::Link, [this] { return chosenOrAll(); }, this))
    , m_follow(new FollowButton(m_view->viewport()))
{
    m_field->setMinimumWidth(80);
    auto *title = new QLabel(tr("Log"), this);
    title->setFont(faceOf(font(), Face::SmallStrong));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 8, 20, 8);
    row->setSpacing(4);
    row->addWidget(title);
    row->addSpacing(12);
    row->addWidget(m_field, 1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_previous, m_next, m_error, m_copy})
        row->addWidget(control);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setTabOrder(m_copy, m_view);
    setTabOrder(m_view, m_follow);

    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &LogPane::goOn);
    m_view->setSearch(&m_search);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &LogScreen::followingChanged, this, &LogPane::showState);
    connect(m_view, &LogScreen::selectionChanged, this, &LogPane::showFound);
    connect(m_view, &LogScreen::saveRequested, this, &LogPane::save);
    connect(m_follow, &QAbstractButton::clicked, this, [this] {
        m_view->setFocus(Qt::OtherFocusReason); // the button goes away
        follow();
    });
    connect(m_field, &QLineEdit::textChanged, this, &LogPane::look);
    connect(m_field, &FindField::nextWanted, this, &LogPane::findNext);
    connect(m_field, &FindField::previousWanted, this, &LogPane::findPrevious);
    connect(m_field, &SearchField::escaped, this,
            [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_next, &QAbstractButton::clicked, this, &LogPane::findNext);
    connect(m_previous, &QAbstractButton::clicked, this, &LogPane::findPrevious);
    connect(m_error, &QAbstractButton::clicked, this, &LogPane::showFirstError);
    showFound();
    showState();
}

void LogPane::clear()
{
    m_last = 0;
    m_wish.reset();
    m_view->clear();
    look(m_field->text());
    m_wish.reset(); // nobody asked to be taken anywhere in the next log
    showState();
}

void LogPane::setPlaceholder(const QString &text)
{
    m_view->setPlaceholder(text);
}

void LogPane::add(const std::vector<LogLine> &lines, quint64 dropped, bool replace)
{
    if (replace)
        clear();
    m_view->change([&](LogStore &log) {
        if (dropped > 0)
            log.append(skippedText(dropped).toStdString(), Level::Skipped);
        for (const LogLine &line : lines) {
            if (line.n != 0 && line.n <= m_last)
                continue;
            m_last = std::max(m_last, quint64(line.n));
            log.append(line.text, levelOf(line.level));
        }
    });
    if (!m_search.isDone(m_view->log()))
        m_turn.start();
    showState();
}

QString LogPane::chosenOrAll() const
{
    return m_view->hasSelection() ? m_view->selectedText() : m_view->wholeText();
}

void LogPane::focusSearch()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LogPane::look(const QString &wanted)
{
    const auto [first, end] = m_view->linesInSight();
    const LogPlace from = m_view->selection().from();
    const bool isInSight = from.line >= first && from.line < end;
    m_search.look(wanted);
    m_wish.reset();
    if (!wanted.isEmpty()) {
        m_wish = Wish{.from = isInSight ? from : LogPlace{first, 0}};
        m_turn.start();
    }
    const bool isLooking = !wanted.isEmpty();
    m_previous->setVisible(isLooking);
    m_next->setVisible(isLooking);
    m_copy->setVisible(!isLooking);
    m_view->viewport()->update();
    showFound();
}

void LogPane::find(Way way)
{
    if (m_search.wanted().isEmpty()) {
        focusSearch();
        return;
    }
    const LogSelection &chosen = m_view->selection();
    m_wish = Wish{.way = way, .from = way == Way::Next ? chosen.to() : chosen.from()};
    goOn();
}

/// A slice of looking, and whatever can be shown by then.
void LogPane::goOn()
{
    m_search.go(m_view->log(), searchSlice);
    if (!m_search.isDone(m_view->log()))
        m_turn.start();
    grant();
    showFound();
}

void LogPane::grant()
{
    if (!m_wish)
        return;
    const LogStore &log = m_view->log();
    const LogPlace from = m_wish->from;
    const bool isNext = m_wish->way == Way::Next;
    std::optional<LogHit> hit = isNext ? m_search.after(log, from.line, from.column)
                                       : m_search.before(log, from.line, from.column);
    if (!isNext && !m_search.isDone(log) && !m_search.hasLookedAt(from.line))
        hit.reset(); // there may be a nearer one
    if (!hit && !m_search.isDone(log))
        return;
    if (!hit) // once around
        hit = isNext ? m_search.after(log, log.first(), 0) : m_search.before(log, log.end(), 0);
    m_wish.reset();
    if (hit)
        m_view->select({{hit->line, hit->from}, {hit->line, hit->from + hit->length}});
}

void LogPane::showFound()
{
    if (m_search.wanted().isEmpty()) {
        m_field->setFound({}, false);
        return;
    }
    const LogStore &log = m_view->log();
    const QLocale locale;
    const quint64 total = m_search.total();
    const LogPlace from = m_view->selection().from();
    const LogPlace to = m_view->selection().to();
    const auto place = from.line == to.line && from.line >= log.first() && from.line < log.end()
                           ? m_search.place(log, {from.line, from.column, to.column - from.column})
                           : std::nullopt;
    if (!m_search.isDone(log))
        m_field->setFound(tr("%1 …").arg(locale.toString(total)), false);
    else if (total == 0)
        m_field->setFound(tr("No hits"), true);
    else if (place)
        m_field->setFound(
            tr("%1 of %2").arg(locale.toString(quint64(*place)), locale.toString(total)), false);
    else
        m_field->setFound(total == 1
                              ? tr("1 hit")
                              : tr("%1 hits", nullptr, int(total)).arg(locale.toString(total)),
                          false);
    m_next->setEnabled(total > 0);
    m_previous->setEnabled(total > 0);
}

void LogPane::showFirstError()
{
    const auto line = m_view->log().firstError();
    if (!line)
        return;
    const int length = int(m_view->textOf(*line).text.size());
    m_view->select({{*line, 0}, {*line, length}});
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void LogPane::showState()
{
    const LogStore &log = m_view->log();
    m_copy->setEnabled(!log.isEmpty());
    m_error->setVisible(log.firstError().has_value());
    m_follow->setText(newText(m_view->newLines()));
    m_follow->setVisible(!m_view->isFollowing());
    placeFollow();
}

void LogPane::placeFollow()
{
    const QWidget *room = m_view->viewport();
    const QSize size = m_follow->sizeHint();
    m_follow->setGeometry(QRect(
        QPoint((room->width() - size.width()) / 2, room->height() - size.height() - 8), size));
}

bool LogPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeFollow();
    return QWidget::eventFilter(watched, event);
}

void LogPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeFollow();
}

void LogPane::save()
{
    if (!m_view->log().isEmpty())
        Q_EMIT saveRequested(logFileName(m_title), producerOf(m_view->log()));
}

} // namespace afoot::ui
