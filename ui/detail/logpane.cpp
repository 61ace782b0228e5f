#include "ui/detail/logpane.h"

#include "ui/controls.h"
#include "ui/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a line is, kept as the state of its block.
enum class Level { Plain, Skipped, Warning, Error };

Level levelOf(const std::string &name)
{
    return name == "error" ? Level::Error : name == "warning" ? Level::Warning : Level::Plain;
}

QColor inkOf(Level level, const Theme &colours)
{
    switch (level) {
    case Level::Plain:
        return colours.text;
    case Level::Skipped:
        return colours.secondary;
    case Level::Warning:
        return colours.of(Tone::Warn);
    case Level::Error:
        return colours.of(Tone::Bad);
    }
    return colours.text;
}

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new QPlainTextEdit(this))
    , m_search(new SearchField(tr("Find in the log"), this))
    , m_follow(new Button(tr("Follow"), Button::Kind::Link, this))
    , m_copy(new CopyButton(
          tr("Copy log"), Button::Kind::Link, [this] { return chosenOrAll(); }, this))
{
    m_view->setReadOnly(true);
    m_view->setUndoRedoEnabled(false);
    m_view->setMaximumBlockCount(maxLines);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setFont(faceOf(font(), Face::Mono));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Log"));
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->document()->setDocumentMargin(8);
    m_view->setTabChangesFocus(true);
    m_view->setMinimumHeight(60);
    m_view->viewport()->setBackgroundRole(QPalette::AlternateBase);
    // the scroll bar has no ground of its own
    m_view->setBackgroundRole(QPalette::AlternateBase);
    m_view->setAutoFillBackground(true);
    m_follow->setToolTip(tr("Keep the last line in sight"));
    m_search->setMinimumWidth(80);

    auto *title = new QLabel(tr("Log"), this);
    title->setFont(faceOf(font(), Face::SmallStrong));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 8, 20, 8);
    row->addWidget(title);
    row->addSpacing(12);
    row->addWidget(m_search, 1);
    row->addSpacing(8);
    row->addWidget(m_follow);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);

    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_adding)
            return;
        m_following = value >= m_view->verticalScrollBar()->maximum();
        showFollowing();
    });
    connect(m_follow, &QAbstractButton::clicked, this, &LogPane::follow);
    connect(m_search, &QLineEdit::returnPressed, this,
            [this] { find(QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        QTextCursor start = m_view->textCursor();
        start.setPosition(start.selectionStart());
        m_view->setTextCursor(start);
        if (!text.isEmpty())
            find(false);
    });
    connect(m_search, &SearchField::escaped, this,
            [this] { m_view->setFocus(Qt::OtherFocusReason); });
    showFollowing();
}

void LogPane::clear()
{
    m_adding = true;
    m_view->clear();
    m_adding = false;
    m_last = 0;
    m_following = true;
    showFollowing();
}

void LogPane::setPlaceholder(const QString &text)
{
    m_view->setPlaceholderText(text);
}

void LogPane::add(const std::vector<LogLine> &lines, quint64 dropped, bool replace)
{
    if (replace)
        clear();
    const Theme &colours = themeOf(palette());
    m_adding = true;
    QScrollBar *bar = m_view->verticalScrollBar();
    const int place = bar->value();
    const int before = m_view->blockCount();
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    bool first = m_view->document()->isEmpty();
    int added = 0;
    const auto put = [&](const QString &text, Level level) {
        QTextCharFormat format;
        format.setForeground(inkOf(level, colours));
        if (!first)
            cursor.insertBlock();
        first = false;
        ++added;
        cursor.insertText(text, format);
        cursor.block().setUserState(int(level));
    };
    if (dropped > 0)
        put(dropped == 1
                ? tr("… 1 line skipped")
                : tr("… %1 lines skipped", nullptr, int(dropped)).arg(QLocale().toString(dropped)),
            Level::Skipped);
    // only the last of them can stay: do not lay out what would leave at once
    const std::size_t skip =
        lines.size() > std::size_t(maxLines) ? lines.size() - std::size_t(maxLines) : 0;
    for (std::size_t i = skip; i < lines.size(); ++i) {
        const LogLine &line = lines[i];
        if (line.n != 0 && line.n <= m_last)
            continue;
        m_last = std::max(m_last, quint64(line.n));
        put(text::of(line.text), levelOf(line.level));
    }
    cursor.endEditBlock();
    if (m_following) {
        bar->setValue(bar->maximum());
    } else {
        // what left at the top must not move what is being read
        const int left = before + added - m_view->blockCount();
        bar->setValue(std::max(0, place - std::max(0, left)));
    }
    m_adding = false;
    showFollowing();
}

QString LogPane::chosenOrAll() const
{
    const QTextCursor chosen = m_view->textCursor();
    return chosen.hasSelection() ? chosen.selection().toPlainText() : m_view->toPlainText();
}

void LogPane::follow()
{
    m_following = true;
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    showFollowing();
}

void LogPane::showFollowing()
{
    m_follow->setVisible(!m_following);
    m_copy->setEnabled(!m_view->document()->isEmpty());
}

void LogPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LogPane::find(bool backward)
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty())
        return;
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (!m_view->find(wanted, flags)) {
        // once around
        QTextCursor around(m_view->document());
        around.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
        const QTextCursor found = m_view->document()->find(wanted, around, flags);
        QPalette warned = m_search->palette();
        warned.setColor(QPalette::Text, found.isNull() ? themeOf(palette()).of(Tone::Bad)
                                                       : themeOf(palette()).text);
        m_search->setPalette(warned);
        if (!found.isNull())
            m_view->setTextCursor(found);
        return;
    }
    QPalette plain = m_search->palette();
    plain.setColor(QPalette::Text, themeOf(palette()).text);
    m_search->setPalette(plain);
}

void LogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        // the lines carry their colours: give them those of the new ground
        const Theme &colours = themeOf(palette());
        for (QTextBlock block = m_view->document()->begin(); block.isValid();
             block = block.next()) {
            QTextCursor line(block);
            line.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat format;
            format.setForeground(inkOf(Level(std::max(0, block.userState())), colours));
            line.mergeCharFormat(format);
        }
    }
}

} // namespace afoot::ui
