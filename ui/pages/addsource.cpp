#include "ui/pages/addsource.h"

#include "ui/jobs/jobview.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace afoot::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis afterTyping = 500ms;

QLabel *plainLabel(QWidget *parent, const QString &text, Face face)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(faceOf(parent->font(), face));
    return label;
}

/// A field under its name; @p action stands at the other end of that line.
QVBoxLayout *under(QLabel *name, QWidget *field, QWidget *action = nullptr)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->addWidget(name);
    line->addStretch(1);
    if (action != nullptr)
        line->addWidget(action);
    column->addLayout(line);
    column->addWidget(field);
    name->setBuddy(field);
    return column;
}

} // namespace

AddSourceDialog::AddSourceDialog(JobModel::NowFn now, const QList<DialectName> &dialects,
                                 QWidget *parent, const std::optional<SourceState> &changed)
    : QDialog(parent)
    , m_now(std::move(now))
    , m_model(new JobModel(m_now, this))
    , m_url(new Field(u"https://ci.example/jobs/7"_s, this))
    , m_name(new Field(tr("Its host"), this))
    , m_token(new Field(tr("None"), this))
    , m_found(plainLabel(this, {}, Face::Body))
    , m_add(new Button(changed ? tr("Save") : tr("Add source"), Button::Kind::Primary, this))
    , m_look(new Button(tr("See what it has"), Button::Kind::Plain, this))
{
    setWindowTitle(changed ? tr("Edit source") : tr("Add source"));
    resize(720, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(0);
    auto *title =
        plainLabel(this, changed ? tr("Edit %1").arg(changed->name) : tr("Follow another tracker"),
                   Face::Heading);
    column->addWidget(title);
    column->addSpacing(4);
    auto *text = plainLabel(
        this, tr("The address of a progress stream, of one of its jobs, or of Afoot elsewhere."),
        Face::Body);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setWordWrap(true);
    column->addWidget(text);
    column->addSpacing(16);
    column->addWidget(makeFields());
    auto *more = new Button(tr("More options"), Button::Kind::Link, this);
    column->addSpacing(8);
    column->addWidget(more);
    column->addWidget(makeMore(dialects));
    column->addSpacing(10);
    m_found->setWordWrap(true);
    auto *found = new QHBoxLayout;
    found->setSpacing(12);
    found->addWidget(m_found, 1);
    found->addWidget(m_look, 0, Qt::AlignTop);
    m_look->hide();
    column->addLayout(found);
    column->addSpacing(6);
    column->addWidget(makePreview(), 1);
    column->addSpacing(14);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addStretch(1);
    auto *cancel = new Button(tr("Cancel"), Button::Kind::Plain, this);
    row->addWidget(cancel);
    row->addWidget(m_add);
    column->addLayout(row);
    m_add->setDefault(true);
    m_add->setEnabled(false);

    m_pause.setSingleShot(true);
    m_pause.setInterval(afterTyping);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (const SourceDraft asked = draft(); !asked.url.isEmpty() && asked != m_asked) {
            m_asked = asked;
            Q_EMIT previewRequested(asked);
        }
    });
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_url), static_cast<QLineEdit *>(m_token)})
        connect(field, &QLineEdit::textChanged, this, &AddSourceDialog::edited);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &AddSourceDialog::edited);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &AddSourceDialog::edited);
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        m_more->setVisible(!m_more->isVisible());
        more->setText(m_more->isVisible() ? tr("Fewer options") : tr("More options"));
        more->updateGeometry();
    });
    connect(m_look, &QAbstractButton::clicked, this, &AddSourceDialog::edited);
    connect(m_url, &QLineEdit::returnPressed, this, [this] {
        if (!m_look->isHidden())
            edited();
    });
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_add, &QAbstractButton::clicked, this, [this] { Q_EMIT keepRequested(draft()); });
    QWidget *before = m_url;
    for (QWidget *next : std::initializer_list<QWidget *>{m_name, m_token, more, m_dialect,
                                                          m_headers, m_look, m_list, cancel, m_add})
        setTabOrder(std::exchange(before, next), next);
    showPage();
    m_url->setFocus();
    if (changed)
        fill(*changed);
}

void AddSourceDialog::fill(const SourceState &changed)
{
    m_of = changed.name;
    m_url->setText(changed.address);
    m_name->setText(changed.name);
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findData(changed.wish)));
    m_keptToken.isThere = changed.hasToken;
    m_keptHeaders.isThere = changed.hasHeaders;
    m_more->setVisible(changed.hasHeaders || !changed.wish.isEmpty());
    showSecrets();
    edited();
}

void AddSourceDialog::suggest(const QString &url)
{
    m_url->setText(url);
    m_pause.stop();
    m_look->show();
    say(tr("A link filled in this address. Nothing was asked of it yet."), Tone::Warn);
    m_look->setFocus();
}

void AddSourceDialog::showSecrets()
{
    for (const Kept *kept : {&m_keptToken, &m_keptHeaders}) {
        kept->button->setText(kept->drop ? tr("Keep") : tr("Forget"));
        kept->button->setVisible(kept->isThere);
        kept->button->updateGeometry();
    }
    const auto stays = [](const Kept &kept) { return kept.isThere && !kept.drop; };
    m_token->setPlaceholderText(stays(m_keptToken) ? tr("Kept as it is") : tr("None"));
    m_headers->setPlaceholderText(stays(m_keptHeaders) ? tr("Kept as they are")
                                                       : u"X-Api-Key: …"_s);
}

QWidget *AddSourceDialog::makeFields()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_url->setAccessibleName(tr("Address"));
    m_url->setLayoutDirection(Qt::LeftToRight);
    column->addLayout(under(plainLabel(box, tr("&Address"), Face::SmallStrong), m_url));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_name->setAccessibleName(tr("Name"));
    m_token->setAccessibleName(tr("Token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setLayoutDirection(Qt::LeftToRight);
    m_token->setToolTip(
        tr("Sent to this tracker alone, and kept in a file that only you can read"));
    row->addLayout(under(plainLabel(box, tr("&Name"), Face::SmallStrong), m_name), 1);
    m_keptToken.button = forgetButton(m_keptToken, tr("Forget the token"), box);
    row->addLayout(
        under(plainLabel(box, tr("&Token"), Face::SmallStrong), m_token, m_keptToken.button), 1);
    column->addLayout(row);
    return box;
}

QWidget *AddSourceDialog::makeMore(const QList<DialectName> &dialects)
{
    m_more = new QWidget(this);
    m_dialect = new QComboBox(m_more);
    m_dialect->addItem(tr("Find out"), QString());
    for (const auto &[name, title] : dialects)
        m_dialect->addItem(title, name);
    m_dialect->setAccessibleName(tr("How it speaks"));
    m_headers = new QPlainTextEdit(m_more);
    m_headers->setPlaceholderText(u"X-Api-Key: …"_s);
    m_headers->setAccessibleName(tr("Header fields"));
    m_headers->setFont(faceOf(font(), Face::Mono));
    m_headers->setFixedHeight(64);
    m_headers->setTabChangesFocus(true);
    m_headers->setLayoutDirection(Qt::LeftToRight);
    auto *row = new QHBoxLayout(m_more);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(16);
    auto *speaks = under(plainLabel(m_more, tr("How it speaks"), Face::SmallStrong), m_dialect);
    speaks->addStretch(1);
    row->addLayout(speaks, 1);
    m_keptHeaders.button = forgetButton(m_keptHeaders, tr("Forget the header fields"), m_more);
    row->addLayout(under(plainLabel(m_more, tr("Header fields, one a line"), Face::SmallStrong),
                         m_headers, m_keptHeaders.button),
                   1);
    m_more->hide();
    return m_more;
}

Button *AddSourceDialog::forgetButton(Kept &kept, const QString &name, QWidget *parent)
{
    auto *button = new Button(tr("Forget"), Button::Kind::Link, parent);
    button->setAccessibleName(name);
    button->hide();
    connect(button, &QAbstractButton::clicked, this, [this, &kept] {
        kept.drop = !kept.drop;
        showSecrets();
        edited();
    });
    return button;
}

QWidget *AddSourceDialog::makePreview()
{
    m_pages = new QStackedWidget(this);
    m_nothing = plainLabel(m_pages, {}, Face::Body);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_list = new JobView(*m_model, m_now, true, m_pages);
    m_list->setAccessibleName(tr("Its jobs"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_list);
    m_pages->setMinimumHeight(140);
    m_pages->layout()->setContentsMargins(3, 3, 3, 3); // room for the round corners of its frame
    return m_pages;
}

SourceDraft AddSourceDialog::draft() const
{
    return {.of = m_of,
            .name = m_name->text().trimmed(),
            .url = m_url->text().trimmed(),
            .dialect = m_dialect->currentData().toString(),
            .token = m_token->text().trimmed(),
            .headers = m_headers->toPlainText(),
            .dropToken = m_keptToken.drop,
            .dropHeaders = m_keptHeaders.drop};
}

void AddSourceDialog::edited()
{
    m_asked = {};
    m_unread = 0;
    m_found->clear();
    m_look->hide();
    m_add->setEnabled(false);
    Delta nothing;
    nothing.reset = true;
    showJobs(nothing);
    Q_EMIT previewEnded();
    if (m_url->text().trimmed().isEmpty())
        m_pause.stop();
    else
        m_pause.start();
}

void AddSourceDialog::showFinding(const SourceFinding &finding)
{
    if (m_asked.url.isEmpty())
        return; // of what stood there before
    m_unread = finding.state.badMessages;
    m_name->setPlaceholderText(finding.name.isEmpty() ? tr("Its host") : finding.name);
    m_add->setEnabled(finding.trouble.isEmpty());
    if (!finding.trouble.isEmpty()) {
        say(finding.trouble, Tone::Bad);
    } else {
        const SourceState &state = finding.state;
        // what is a guess is not said to be fine
        const bool fine = isFine(state) && !finding.isGuess;
        QString said = stateText(state, m_now(), QLocale());
        if (!state.dialect.isEmpty())
            said = finding.isGuess ? tr("%1. Not known for sure: %2.").arg(state.dialect, said)
                                   : tr("%1. %2.").arg(state.dialect, said);
        const bool bad = state.link == SourceState::Link::Disconnected;
        say(said, fine                     ? Tone::Ok
                  : bad                    ? Tone::Bad
                  : isAway(state, m_now()) ? Tone::Warn
                                           : Tone::Idle);
    }
    showPage();
}

void AddSourceDialog::showJobs(const Delta &delta)
{
    m_model->apply(delta);
    showPage();
}

void AddSourceDialog::refuse(const QString &why)
{
    say(why, Tone::Bad);
    m_add->setEnabled(true);
}

void AddSourceDialog::say(const QString &text, Tone tone)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, themeOf(palette()).of(tone));
    m_found->setPalette(colours);
    m_found->setText(text);
}

void AddSourceDialog::showPage()
{
    m_nothing->setText(
        m_found->text().isEmpty() ? tr("What it has is shown here before it is kept.")
        : m_unread > 0            ? tr("What it says was heard, and could not be read as jobs.\n"
                                                  "“afoot dialect new --from URL” writes a dialect for it.")
                                  : tr("Nothing was heard of a job yet."));
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_nothing);
}

void AddSourceDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &colours = themeOf(palette());
    painter.fillRect(rect(), colours.ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.drawRoundedRect(QRectF(m_pages->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

void AddSourceDialog::done(int result)
{
    m_pause.stop();
    Q_EMIT previewEnded();
    QDialog::done(result);
}

} // namespace afoot::ui
