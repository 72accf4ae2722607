// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance_watcher.h"

#include "core/log.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

namespace console {

namespace {

const auto kConnectionName = QStringLiteral("console-appearance");
const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto kGroup = QStringLiteral("org.freedesktop.appearance");
const auto kKey = QStringLiteral("color-scheme");
constexpr uint kPrefersDark = 1;
constexpr uint kPrefersLight = 2;

} // namespace

AppearanceWatcher::AppearanceWatcher(Appearance fallback, QObject *parent)
    : QObject(parent)
    , m_fallback(fallback)
{ }

AppearanceWatcher::~AppearanceWatcher()
{
    QDBusConnection::disconnectFromBus(kConnectionName);
}

bool AppearanceWatcher::hasSessionBus()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return !address.startsWith(QLatin1String("disabled"));
    const QString runtimeFolder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtimeFolder.isEmpty() && QFileInfo::exists(runtimeFolder + QStringLiteral("/bus"));
}

void AppearanceWatcher::start()
{
    if (!hasSessionBus()) {
        Q_EMIT appearanceChanged(m_fallback);
        return;
    }
    // Not a future's then(): in Qt 6.4 it asserts when its context is gone before the future has finished.
    QThreadPool::globalInstance()->start([self = QPointer<AppearanceWatcher>(this)] {
        const auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnectionName);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, isConnected = bus.isConnected()] {
            if (self)
                self->onConnected(isConnected);
        });
    });
}

void AppearanceWatcher::onConnected(bool isConnected)
{
    if (isConnected)
        subscribe(QDBusConnection(kConnectionName));
    else
        Q_EMIT appearanceChanged(m_fallback);
}

void AppearanceWatcher::subscribe(const QDBusConnection &bus)
{
    QDBusConnection connection = bus;
    connection.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                       SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call << kGroup << kKey;
    auto *watcher = new QDBusPendingCallWatcher(connection.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isValid())
            qCDebug(lcUi) << "no settings portal:" << reply.error().name();
        Q_EMIT appearanceChanged(
            appearanceFromPortal(reply.isValid() ? reply.value().variant() : QVariant(), m_fallback));
        watcher->deleteLater();
    });
}

void AppearanceWatcher::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        Q_EMIT appearanceChanged(appearanceFromPortal(value.variant(), m_fallback));
}

Appearance AppearanceWatcher::appearanceFromPortal(const QVariant &value, Appearance fallback)
{
    // Read() wraps the value in a second variant, the signal does not.
    QVariant inner = value;
    while (inner.metaType() == QMetaType::fromType<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case kPrefersDark:
        return Appearance::Dark;
    case kPrefersLight:
        return Appearance::Light;
    }
    return fallback;
}

} // namespace console
