#include "ui/controls.h"
#include "ui/pages/settingssections.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace afoot::ui {

using namespace Qt::StringLiterals;

namespace {

class Mark : public QWidget
{
public:
    explicit Mark(QWidget *parent) : QWidget(parent) { setFixedSize(56, 56); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &colours = themeOf(palette());
        drawMark(painter, QRectF(rect()), colours.of(Tone::Accent), colours.onAccent);
    }
};

QLabel *valueLabel(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, Face::Body, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(false);
    return label;
}

} // namespace

AboutSection::AboutSection(const AboutFacts &facts, QWidget *parent)
    : SettingsSection(tr("About"), parent), m_facts(facts)
{
    auto *head = new QWidget(this);
    auto *across = new QHBoxLayout(head);
    across->setContentsMargins(0, 4, 0, 4);
    across->setSpacing(16);
    across->addWidget(new Mark(head));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    words->addWidget(textLabel(tr("Afoot %1").arg(facts.version), Face::Title, head));
    QLabel *what = textLabel(tr("Shows every long-running job on your computer: how far it is, "
                                "how long it will take, and how it ended."),
                             Face::Body, head);
    what->setForegroundRole(QPalette::PlaceholderText);
    words->addWidget(what);
    words->addStretch(1);
    across->addLayout(words, 1);
    SettingsCard *name = addCard();
    name->addWide(head);
    auto *read = new Button(tr("Read it"), Button::Kind::Plain, this);
    name->addRow(tr("Licence"), tr("Apache License 2.0: free to use, change and pass on."), {read});
    read->setAccessibleName(tr("Read the licence"));
    connect(read, &QAbstractButton::clicked, this, [this] {
        Q_EMIT urlRequested(QUrl(u"https://www.apache.org/licenses/LICENSE-2.0"_s));
    });
    auto *copy = new CopyButton(
        tr("Copy"), Button::Kind::Plain, [this] { return reportOf(m_facts, m_tracker); }, this);
    name->addRow(tr("Details for a bug report"),
                 tr("Versions, the desktop and what Afoot listens on; no jobs and no secrets."),
                 {copy});

    SettingsCard *folders = addCard(tr("Where things lie"));
    for (const AboutFacts::Folder &folder : facts.folders) {
        auto *open = new Button(tr("Open folder"), Button::Kind::Plain, this);
        folders->addRow(folder.name, folder.path, {open});
        open->setAccessibleName(tr("Open folder: %1").arg(folder.name));
        connect(open, &QAbstractButton::clicked, this,
                [this, path = folder.path] { Q_EMIT folderRequested(path); });
    }

    SettingsCard *parts = addCard(tr("What it stands on"));
    for (const auto &[part, version] : facts.parts)
        parts->addRow(part, {}, {valueLabel(version, this)});
}

} // namespace afoot::ui
