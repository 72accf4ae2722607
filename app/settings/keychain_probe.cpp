// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychain_probe.h"

#include "core/continuation.h"
#include "core/run_on.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFileInfo>

namespace console {

namespace {

constexpr auto kSecrets = "org.freedesktop.secrets";
constexpr auto kSecretsPath = "/org/freedesktop/secrets";
constexpr int kAnswerMs = 2000;

using Reply = std::optional<QVariantList>; // nothing: an error or no answer

QFuture<Reply> call(QObject *context, const QDBusMessage &message)
{
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(message, kAnswerMs);
    if (pending.isFinished()) // a bus that nobody answers at: a watcher would never hear of it
        return readyFuture(Reply());
    auto promise = std::make_shared<QPromise<Reply>>();
    auto future = promise->future();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [promise](QDBusPendingCallWatcher *finished) {
        const bool isReply = !finished->isError();
        promise->addResult(isReply ? Reply(finished->reply().arguments()) : std::nullopt);
        promise->finish();
        finished->deleteLater();
    });
    return future;
}

QDBusMessage toBus(const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                          QStringLiteral("org.freedesktop.DBus"), QLatin1String(method));
}

bool isKeychain(const QString &name)
{
    return name == QLatin1String(kSecrets) || name == QLatin1String("org.kde.kwalletd5") || name == QLatin1String("org.kde.kwalletd6");
}

bool namesAnyKeychain(const Reply &reply)
{
    const QStringList names = reply ? reply->value(0).toStringList() : QStringList();
    return std::any_of(names.begin(), names.end(), isKeychain);
}

QFuture<KeychainState> lookAtCollection(QObject *context, const QString &path)
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(kSecrets), path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                                  QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    return call(context, message) | then(context, [](const Reply &reply) {
               const bool isUnlocked = reply && !reply->value(0).value<QDBusVariant>().variant().toBool();
               return isUnlocked ? KeychainState::Unlocked : KeychainState::Locked;
           });
}

/// KDE's wallet has no such alias: when it alone is there, asking it is the only way to know.
QFuture<KeychainState> lookAtService(QObject *context)
{
    auto message = QDBusMessage::createMethodCall(QLatin1String(kSecrets), QLatin1String(kSecretsPath),
                                                  QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    return call(context, message) | then(context, [context](const Reply &reply) {
               if (!reply)
                   return readyFuture(KeychainState::Unlocked);
               const QString path = reply->value(0).value<QDBusObjectPath>().path();
               return path.size() < 2 ? readyFuture(KeychainState::NoDefault) : lookAtCollection(context, path);
           });
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
    return call(this, toBus("ListNames")) | then(this, [this](const Reply &running) {
               if (namesAnyKeychain(running))
                   return lookAtService(this);
               if (!running)
                   return readyFuture(KeychainState::NoBus);
               return call(this, toBus("ListActivatableNames")) | then(this, [this](const Reply &startable) {
                          return namesAnyKeychain(startable) ? lookAtService(this) : readyFuture(KeychainState::NoService);
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
