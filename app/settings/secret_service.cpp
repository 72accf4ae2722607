// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_service.h"

#include "core/run_on.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>

namespace console {

namespace {
constexpr int kAnswerMs = 2000;
}

QFuture<BusReply> callOnBus(QObject *context, const QDBusMessage &message)
{
    const QDBusPendingCall pending = QDBusConnection::sessionBus().asyncCall(message, kAnswerMs);
    if (pending.isFinished()) // answered already, or a bus that nobody answers at: a watcher would never hear of it
        return readyFuture(pending.isError() ? BusReply() : BusReply(pending.reply().arguments()));
    auto promise = std::make_shared<QPromise<BusReply>>();
    auto future = promise->future();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [promise](QDBusPendingCallWatcher *finished) {
                         const bool isReply = !finished->isError();
                         promise->addResult(isReply ? BusReply(finished->reply().arguments()) : std::nullopt);
                         promise->finish();
                         finished->deleteLater();
                     });
    return future;
}

QDBusMessage toSecretService(const char *method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                          QStringLiteral("/org/freedesktop/secrets"),
                                          QStringLiteral("org.freedesktop.Secret.Service"), QLatin1String(method));
}

} // namespace console
