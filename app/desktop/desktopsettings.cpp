// What the person chose, and what comes of it.
#include "app/desktop/desktop.h"
#include "app/desktop/languages.h"
#include "app/desktop/settingsfile.h"
#include "ui/pages/settingspage.h"

#include <QApplication>

#include <utility>

namespace afoot {

/// What the window begins with; the program is dressed and speaks before there is one.
ui::UiOptions Desktop::windowOptions()
{
    speak(*qApp, m_chosen.language);
    dressUp();
    return {.now = [this] { return m_clock.now(); }, .animated = isAnimated()};
}

/// From now on, and from the next start.
void Desktop::choose(const ui::Settings &settings)
{
    const ui::Settings before = std::exchange(m_chosen, settings);
    if (m_chosen == before)
        return;
    writeSettings(m_settings, m_chosen);
    m_settingsPage->setSettings(m_chosen);
    if (m_chosen.colours != before.colours || m_chosen.isHighContrast != before.isHighContrast) {
        m_askedScheme.reset();
        dressUp();
    }
    if (m_chosen.motion != before.motion)
        m_window.setAnimated(isAnimated());
    m_window.setFocusKinds(m_chosen.focusKinds);
    if (m_jobViews)
        m_jobViews->setOptions(
            {.view = m_chosen.viewDesktopJobs, .report = m_chosen.reportToDesktop});
    applyPresence(before);
}

void Desktop::onWishes(const DesktopWishes::Wishes &wishes)
{
    using Colours = DesktopWishes::Colours;
    m_wishes = wishes;
    if (wishes.colours != Colours::None)
        m_desktopScheme = wishes.colours == Colours::Dark ? ui::Scheme::Dark : ui::Scheme::Light;
    dressUp();
    m_window.setAnimated(isAnimated());
}

void Desktop::dressUp()
{
    using Colours = ui::Settings::Colours;
    const ui::Scheme scheme = m_askedScheme                          ? *m_askedScheme
                              : m_chosen.colours == Colours::Desktop ? m_desktopScheme
                              : m_chosen.colours == Colours::Dark    ? ui::Scheme::Dark
                                                                     : ui::Scheme::Light;
    const bool isClear = m_chosen.isHighContrast || m_wishes.isContrastHigh;
    ui::dress(*qApp, scheme, isClear ? ui::Contrast::High : ui::Contrast::Normal);
}

bool Desktop::isAnimated() const
{
    using Motion = ui::Settings::Motion;
    return m_chosen.motion == Motion::Full ||
           (m_chosen.motion == Motion::Desktop && !m_wishes.isMotionReduced);
}

} // namespace afoot
