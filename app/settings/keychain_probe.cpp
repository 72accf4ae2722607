// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychain_probe.h"

#include "core/continuation.h"
#include "core/run_on.h"
#include "settings/secret_service.h"

#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFileInfo>

namespace console {

namespace {

constexpr auto kSecrets = "org.freedesktop.secrets";

using Reply = BusReply;

QDBusMessage toBus(const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                          QStringLiteral("/org/freedesktop/DBus"),
                                          QStringLiteral("org.freedesktop.DBus"), QLatin1String(method));
}

bool names(const Reply &reply, std::initializer_list<const char *> services)
{
    const QStringList all = reply ? reply->value(0).toStringList() : QStringList();
    return std::any_of(services.begin(), services.end(),
                       [&](const char *service) { return all.contains(QLatin1String(service)); });
}

bool hasWallet(const Reply &reply)
{
    return names(reply, {"org.kde.kwalletd5", "org.kde.kwalletd6"});
}

QFuture<KeychainState> lookAtCollection(QObject *context, const QString &path)
{
    auto message = QDBusMessage::createMethodCall(
        QLatin1String(kSecrets), path, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    return callOnBus(context, message) | then(context, [](const Reply &reply) {
               const bool isUnlocked = reply && !reply->value(0).value<QDBusVariant>().variant().toBool();
               return isUnlocked ? KeychainState::Unlocked : KeychainState::Locked;
           });
}

/// A service that can be started, and then does not answer, is none.
QFuture<KeychainState> lookAtService(QObject *context)
{
    QDBusMessage message = toSecretService("ReadAlias");
    message << QStringLiteral("default");
    return callOnBus(context, message) | then(context, [context](const Reply &reply) {
               if (!reply)
                   return readyFuture(KeychainState::NoService);
               const QString path = reply->value(0).value<QDBusObjectPath>().path();
               return path.size() < 2 ? readyFuture(KeychainState::NoDefault) : lookAtCollection(context, path);
           });
}

/// KDE's wallet alone cannot be looked at: asking it is the only way to know.
std::optional<QFuture<KeychainState>> lookAmong(QObject *context, const Reply &services)
{
    if (names(services, {kSecrets}))
        return lookAtService(context);
    return hasWallet(services) ? std::optional(readyFuture(KeychainState::Unlocked)) : std::nullopt;
}

} // namespace

bool KeychainProbe::hasBus()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return !address.startsWith("disabled");
    // Without an address and without the usual socket, libdbus would start a bus and a keyring of its own.
    return QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

QFuture<KeychainState> KeychainProbe::look()
{
    if (!hasBus())
        return readyFuture(KeychainState::NoBus);
    return callOnBus(this, toBus("ListNames")) | then(this, [this](const Reply &running) {
               if (!running)
                   return readyFuture(KeychainState::NoBus);
               if (auto state = lookAmong(this, running))
                   return *state;
               return callOnBus(this, toBus("ListActivatableNames")) | then(this, [this](const Reply &startable) {
                          return lookAmong(this, startable).value_or(readyFuture(KeychainState::NoService));
                      });
           });
}

QString keychainReason(KeychainState state)
{
    switch (state) {
    case KeychainState::NoBus:
        return KeychainProbe::tr("there is no session bus here");
    case KeychainState::NoService:
        return KeychainProbe::tr("this desktop has no keychain");
    case KeychainState::NoDefault:
        return KeychainProbe::tr("the keychain has not been set up yet");
    case KeychainState::Locked:
        return KeychainProbe::tr("the keychain is locked");
    case KeychainState::Unlocked:
        return {};
    }
    return {};
}

} // namespace console
