// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/appearance_watcher.h"
#include "ui/theme/console_style.h"
#include "ui/theme/type_scale.h"

#include <QApplication>
#include <QToolTip>

#include <array>

namespace console {

namespace {

constexpr std::array kModeNames {std::pair {ThemeMode::System, "system"}, std::pair {ThemeMode::Light, "light"},
                                 std::pair {ThemeMode::Dark, "dark"}};

Appearance resolve(ThemeMode mode, Appearance system)
{
    switch (mode) {
    case ThemeMode::System:
        return system;
    case ThemeMode::Light:
        return Appearance::Light;
    case ThemeMode::Dark:
        return Appearance::Dark;
    }
    Q_UNREACHABLE();
}

void applyFonts()
{
    const QFont font = applicationFont(QApplication::font());
    QApplication::setFont(font);
    QFont header = font;
    header.setWeight(QFont::Medium);
    QApplication::setFont(header, "QHeaderView");
    QApplication::setFont(smallFont(font), "QTipLabel");
}

} // namespace

QString themeModeName(ThemeMode mode)
{
    for (const auto &[candidate, name] : kModeNames) {
        if (candidate == mode)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

std::optional<ThemeMode> themeModeFromName(const QString &name)
{
    for (const auto &[mode, candidate] : kModeNames) {
        if (name == QLatin1String(candidate))
            return mode;
    }
    return {};
}

Theme::Theme(ThemeMode mode, std::optional<Appearance> lastSeen, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
    , m_system(lastSeen.value_or(appearanceOf(QApplication::palette())))
    , m_appearance(resolve(m_mode, m_system))
    , m_watcher(std::make_unique<AppearanceWatcher>(appearanceOf(QApplication::palette())))
{
    applyFonts();
    // The palette first: setting a style polishes every widget, and once is enough.
    QApplication::setPalette(paletteFor(m_appearance));
    QApplication::setStyle(new ConsoleStyle);
    apply();
    connect(m_watcher.get(), &AppearanceWatcher::appearanceChanged, this, &Theme::setSystemAppearance);
    m_watcher->start();
}

Theme::~Theme() = default;

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    update();
}

void Theme::setSystemAppearance(Appearance appearance)
{
    m_system = appearance;
    update();
}

void Theme::update()
{
    const auto wanted = resolve(m_mode, m_system);
    if (wanted == m_appearance)
        return;
    m_appearance = wanted;
    apply();
    Q_EMIT changed(m_appearance);
}

void Theme::apply()
{
    const QPalette palette = paletteFor(m_appearance);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace console
