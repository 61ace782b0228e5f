#include "ui/controls.h"
#include "ui/pages/settingssections.h"
#include "ui/pages/sourcebar.h"
#include "ui/sourcecontrol.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace afoot::ui {

using namespace std::chrono_literals;

SourceSettings::SourceSettings(SourceControl &control, std::function<WallTime()> now,
                               QWidget *parent)
    : SettingsSection(tr("Sources"), parent)
    , m_control(&control)
    , m_now(std::move(now))
    , m_card(addCard({}, tr("Other trackers and backends whose jobs stand beside those of this "
                            "computer.")))
    , m_none(textLabel(tr("No other source is followed."), Face::Body, this))
{
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_card->addWide(m_none);
    auto *add = new Button(tr("Add source"), Button::Kind::Plain, this);
    connect(add, &QAbstractButton::clicked, m_control, &SourceControl::add);
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 12, 0, 0);
    row->addWidget(add);
    row->addStretch(1);
    addWidget(foot);
    m_second.setInterval(1s);
    m_second.setTimerType(Qt::CoarseTimer);
    connect(&m_second, &QTimer::timeout, this, &SourceSettings::refresh);
}

void SourceSettings::setSources(const QList<SourceState> &sources)
{
    m_sources = sources;
    m_sources.removeIf([](const SourceState &source) { return !source.isRemote; });
    while (m_bars.size() < m_sources.size()) {
        auto *bar = new SourceBar(this);
        bar->setNamed();
        m_control->serve(*bar);
        m_card->addWide(bar);
        m_bars.append(bar);
    }
    refresh();
}

void SourceSettings::refresh()
{
    const WallTime now = m_now();
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        if (i < m_sources.size())
            m_bars[i]->show(m_sources[i], now);
        m_bars[i]->parentWidget()->setVisible(i < m_sources.size());
    }
    m_none->parentWidget()->setVisible(m_sources.isEmpty());
    m_card->update();
    // "in 4 s" is another every second
    const bool moves = isVisible() && std::any_of(m_sources.begin(), m_sources.end(),
                                                  [](const SourceState &source) {
                                                      return source.nextAttempt.has_value();
                                                  });
    if (moves && !m_second.isActive())
        m_second.start();
    else if (!moves)
        m_second.stop();
}

void SourceSettings::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    refresh();
}

void SourceSettings::hideEvent(QHideEvent *event)
{
    SettingsSection::hideEvent(event);
    m_second.stop();
}

} // namespace afoot::ui
