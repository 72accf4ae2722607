// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that is kept between two runs.
#include "settings/settings_store.h"
#include "ui/detail/detail_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/window_pages.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/rejected_page.h"
#include "ui/query/query_panel.h"
#include "ui/theme/theme.h"

namespace console {

namespace {
constexpr char kAppearance[] = "appearance";
constexpr char kDark[] = "dark";
} // namespace

void MainWindow::restoreLayout()
{
    const auto &state = m_preferences.windowState;
    restoreGeometry(state.value(QStringLiteral("geometry")));
    m_panels->restoreLayout(state.value(QStringLiteral("panels")));
    m_pages->notifications()->restoreState(state.value(QStringLiteral("notifications")));
    m_pages->rejected()->restoreState(state.value(QStringLiteral("rejected")));
}

std::optional<Appearance> MainWindow::lastAppearance(const Preferences &preferences)
{
    const QByteArray name = preferences.windowState.value(QLatin1String(kAppearance));
    return name.isEmpty() ? std::nullopt : std::optional(name == kDark ? Appearance::Dark : Appearance::Light);
}

void MainWindow::saveLayout()
{
    auto &state = m_preferences.windowState;
    state.insert(QLatin1String(kAppearance), m_theme.systemAppearance() == Appearance::Dark ? kDark : "light");
    state.insert(QStringLiteral("geometry"), saveGeometry());
    state.insert(QStringLiteral("panels"), m_panels->saveLayout());
    state.insert(QStringLiteral("notifications"), m_pages->notifications()->saveState());
    state.insert(QStringLiteral("rejected"), m_pages->rejected()->saveState());
    state.insert(QStringLiteral("sandbox_app"), m_projects.projects().constFirst().lastAppId.toUtf8());
    if (m_query) {
        state.insert(QStringLiteral("query"), m_query->saveState());
        state.insert(QStringLiteral("detail"), m_detail->saveState());
    }
    m_preferences.selectedProject = m_projects.selected().key;
    m_settings.savePreferences(m_preferences);
}

} // namespace console
