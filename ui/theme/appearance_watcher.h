// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QDBusVariant>
#include <QObject>

class QDBusConnection;

namespace console {

/// Asks the desktop's settings portal for light or dark, and listens for changes. Qt 6.4 has no colorScheme().
/// Source: org.freedesktop.portal.Settings, namespace org.freedesktop.appearance, key color-scheme: 1 dark, 2 light,
/// 0 no preference. The connection to the bus is made in a pool thread, so that a bus that hangs stops nothing; without
/// a bus nothing is tried. Thread: GUI.
class AppearanceWatcher final : public QObject
{
    Q_OBJECT

public:
    /// \param fallback  what counts where the desktop has no preference, or no portal.
    explicit AppearanceWatcher(Appearance fallback, QObject *parent = nullptr);
    ~AppearanceWatcher() override;

    /// Returns at once; what the portal says arrives as signals. GNOME says "no preference" for its light style.
    void start();

    static Appearance appearanceFromPortal(const QVariant &value, Appearance fallback);
    /// A session bus is configured. libdbus is not touched: asking it may start a bus.
    static bool hasSessionBus();

Q_SIGNALS:
    void appearanceChanged(console::Appearance appearance);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void onConnected(bool isConnected);
    void subscribe(const QDBusConnection &bus);

    Appearance m_fallback;
};

} // namespace console
