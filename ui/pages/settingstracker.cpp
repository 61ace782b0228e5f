#include "ui/controls.h"
#include "ui/pages/commandbox.h"
#include "ui/pages/namelist.h"
#include "ui/pages/settingssections.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPort = 65'535;
constexpr qsizetype hiddenDots = 24;

QString troubleOfOrigin(const QString &origin)
{
    const QUrl url(origin, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (isWeb && !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery() &&
        url.userInfo().isEmpty())
        return {};
    return TrackerSettings::tr("An origin is a scheme and a host, such as https://dash.example.");
}

QString troubleOfHost(const QString &host)
{
    const QUrl url(u"http://"_s + host, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && !url.hasQuery() &&
        url.userInfo().isEmpty())
        return {};
    return TrackerSettings::tr("A host is a name or an address, such as box.lan.");
}

} // namespace

TrackerSettings::TrackerSettings(QWidget *parent)
    : SettingsSection(tr("Tracker"), parent)
    , m_confirm(askPerson)
    , m_notOurs(textLabel(tr("Another program of yours, such as “afoot serve”, is the tracker of "
                             "this computer, and the window follows it. What it listens on is set "
                             "there."),
                          Face::Body, this))
{
    m_notOurs->setContentsMargins(0, 16, 0, 0);
    addWidget(m_notOurs);
    SettingsCard *listening =
        addCard(tr("Listening on"), tr("Programs on this computer report jobs here. The socket is "
                                       "yours alone, the port asks for the token."));
    const auto copy = [this](auto text) {
        return new CopyButton(tr("Copy"), Button::Kind::Plain, std::move(text), this);
    };
    auto *copySocket = copy([this] { return m_facts.socket; });
    auto *copyAddress = copy([this] { return m_facts.address; });
    m_socket = listening->addRow(tr("Socket"), u"…"_s, {copySocket});
    m_address = listening->addRow(tr("Port"), u"…"_s, {copyAddress});
    copySocket->setAccessibleName(tr("Copy the path of the socket"));
    copyAddress->setAccessibleName(tr("Copy the address of the port"));
    m_copies = {copySocket, copyAddress};
    addToken();
    addDoors();
    setFacts({});
}

void TrackerSettings::addToken()
{
    SettingsCard *card = addCard(
        tr("Token"), tr("Who has it can report jobs and read them. Treat it like a password."));
    auto *field = new Field(tr("Token"), this);
    field->setReadOnly(true);
    field->setFont(faceOf(font(), Face::Mono));
    m_token = field;
    m_show = new Button(tr("Show"), Button::Kind::Plain, this);
    m_copy = new CopyButton(
        tr("Copy"), Button::Kind::Plain, [this] { return m_facts.token; }, this);
    auto *renew = new Button(tr("Make a new one …"), Button::Kind::Plain, this);
    m_show->setCheckable(true);
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(8);
    across->addWidget(field, 1);
    for (Button *button : {m_show, m_copy, renew})
        across->addWidget(button);
    card->addWide(row);
    m_curl = new CommandBox(this);
    auto *example = new QWidget(this);
    auto *column = new QVBoxLayout(example);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(textLabel(tr("Report a job from any program"), Face::Body, example));
    column->addWidget(m_curl);
    card->addWide(example);
    m_ours.append(renew);
    connect(m_show, &QAbstractButton::toggled, this, &TrackerSettings::showToken);
    connect(renew, &QAbstractButton::clicked, this, [this] {
        if (m_confirm(this,
                      {.title = tr("Make a new token?"),
                       .text = tr("The old one is worth nothing from then on: programs that use it "
                                  "are disconnected until they are given the new one."),
                       .yes = tr("Make a new one"),
                       .no = tr("Keep it")}))
            Q_EMIT tokenRenewRequested();
    });
}

void TrackerSettings::addDoors()
{
    SettingsCard *doors =
        addCard(tr("Who may come in"), tr("What is changed here counts from the next start."));
    auto *port = new NumberField(this);
    port->setMaximum(mostPort);
    port->setSpecialValueText(tr("Any"));
    port->setGroupSeparatorShown(false);
    connect(port, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](Settings &s) { s.port = value; }); });
    whenShown([port](const Settings &s) { port->setValue(s.port); });
    doors->addRow(tr("Port"), tr("Nought: any that is free."), {port});
    Switch *compat = makeSwitch([](Settings &s) -> bool & { return s.isCompat; });
    doors->addRow(tr("Serve clients of other backends"),
                  tr("At those backends' own paths, in their own format. Reading there needs no "
                     "token."),
                  {compat});
    m_ours += {port, compat};
    const auto addNames = [&](const QString &title, const QString &why, const QString &placeholder,
                              NameEntry::Check check, const Member<QStringList> &field) {
        auto *names = new NameLines(placeholder, std::move(check), this);
        connect(names, &NameLines::changed, this, [this, field](const QStringList &all) {
            change([&](Settings &s) { field(s) = all; });
        });
        whenShown([names, field](Settings s) { names->setNames(field(s)); });
        addCard(title, why)->addWide(names);
        m_lines.append(names);
    };
    addNames(tr("Web pages that may talk to it"),
             tr("By the origin that the browser names. Counts from the next start."),
             u"https://dash.example"_s, troubleOfOrigin,
             [](Settings &s) -> QStringList & { return s.origins; });
    addNames(tr("Other names of this computer"),
             tr("That requests may ask for. Counts from the next start."), u"box.lan"_s,
             troubleOfHost, [](Settings &s) -> QStringList & { return s.hosts; });
}

void TrackerSettings::setFacts(const TrackerFacts &facts)
{
    m_facts = facts;
    m_notOurs->setVisible(!facts.isOurs);
    m_socket->setText(facts.socket.isEmpty() ? tr("Not known") : facts.socket);
    m_address->setText(!facts.address.isEmpty()       ? facts.address
                       : !facts.portTrouble.isEmpty() ? facts.portTrouble
                       : facts.isOurs                 ? tr("None")
                                                      : tr("Not known"));
    m_copies[0]->setVisible(!facts.socket.isEmpty());
    m_copies[1]->setVisible(!facts.address.isEmpty());
    for (QWidget *widget : std::as_const(m_ours))
        widget->setEnabled(facts.isOurs);
    for (NameLines *lines : std::as_const(m_lines))
        lines->setReadOnly(!facts.isOurs);
    const bool hasToken = !facts.token.isEmpty();
    m_show->setEnabled(hasToken);
    m_copy->setEnabled(hasToken);
    m_curl->setLine(facts.curl);
    m_curl->parentWidget()->parentWidget()->setVisible(!facts.curl.isEmpty());
    showToken();
}

void TrackerSettings::showToken()
{
    const bool isShown = m_show->isChecked() && !m_facts.token.isEmpty();
    m_show->setText(isShown ? tr("Hide") : tr("Show"));
    m_show->updateGeometry();
    m_token->setText(isShown                   ? m_facts.token
                     : m_facts.token.isEmpty() ? tr("Not known here")
                                               : QString(hiddenDots, u'•'));
    m_token->setCursorPosition(0);
}

} // namespace afoot::ui
