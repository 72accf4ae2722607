// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

#include <memory>
#include <optional>

namespace console {

class AppearanceWatcher;

enum class ThemeMode { System, Light, Dark };

QString themeModeName(ThemeMode mode); ///< system, light, dark: as stored in the settings
std::optional<ThemeMode> themeModeFromName(const QString &name);

/// Gives the application its style, palette and font, and keeps them in step with the desktop. One object, made by
/// main() right after QApplication and handed on to whoever lets people switch; widgets need no door to it: colours
/// come from colorsOf(palette()). Thread: GUI.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// \param lastSeen  what the desktop wanted when the program last ended, so that a dark desktop sees no white flash
    ///                  while the answer of its settings portal is on its way.
    explicit Theme(ThemeMode mode, std::optional<Appearance> lastSeen = {}, QObject *parent = nullptr);
    ~Theme() override;

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

    Appearance appearance() const { return m_appearance; }
    /// What to hand to the next start as lastSeen.
    Appearance systemAppearance() const { return m_system; }

    /// The desktop's wish; the watcher calls it, a test may.
    void setSystemAppearance(Appearance appearance);

Q_SIGNALS:
    /// Palette and icons show the new appearance from now on. Only what is cached as a picture must be made anew.
    void changed(console::Appearance appearance);

private:
    void update();
    void apply();

    ThemeMode m_mode;
    Appearance m_system;
    Appearance m_appearance;
    std::unique_ptr<AppearanceWatcher> m_watcher;
};

} // namespace console
