// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychain_prompt.h"

#include "core/continuation.h"
#include "settings/keychain_probe.h"
#include "settings/secret_service.h"

#include <QDBusConnection>
#include <QDBusObjectPath>

namespace console {

namespace {

const QString kService = QStringLiteral("org.freedesktop.secrets");
const QString kInterface = QStringLiteral("org.freedesktop.Secret.Prompt");

/// The spec's "no object": nothing was found, or nothing has to be asked.
bool isNone(const QString &path)
{
    return path.size() < 2;
}

QString pathIn(const BusReply &reply, int index)
{
    return reply ? reply->value(index).value<QDBusObjectPath>().path() : QString();
}

} // namespace

KeychainPrompt::KeychainPrompt(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &KeychainPrompt::finish);
}

QFuture<void> KeychainPrompt::ask()
{
    auto promise = std::make_shared<QPromise<void>>();
    auto future = promise->future();
    promise->start();
    m_waiting.push_back(promise);
    if (m_waiting.size() > 1)
        return future;
    if (!KeychainProbe::hasBus()) {
        finish();
        return future;
    }
    QDBusMessage message = toSecretService("ReadAlias");
    message << QStringLiteral("default");
    callOnBus(this, message) | then(this, [this](const BusReply &reply) {
        if (reply)
            prepare(pathIn(reply, 0));
        else
            finish();
    });
    return future;
}

/// Both calls end with a prompt's path: Unlock (ao unlocked, o prompt), CreateCollection (o collection, o prompt).
void KeychainPrompt::prepare(const QString &collection)
{
    QDBusMessage message = toSecretService(isNone(collection) ? "CreateCollection" : "Unlock");
    if (isNone(collection)) {
        const QVariantMap properties {
            {QStringLiteral("org.freedesktop.Secret.Collection.Label"), QStringLiteral("Default")}};
        message << properties << QStringLiteral("default");
    } else {
        message << QVariant::fromValue(QList<QDBusObjectPath> {QDBusObjectPath(collection)});
    }
    callOnBus(this, message) | then(this, [this](const BusReply &reply) {
        const QString prompt = pathIn(reply, 1);
        if (isNone(prompt))
            finish();
        else
            show(prompt);
    });
}

void KeychainPrompt::show(const QString &promptPath)
{
    m_promptPath = promptPath;
    QDBusConnection::sessionBus().connect(kService, promptPath, kInterface, QStringLiteral("Completed"), this,
                                          SLOT(onCompleted(bool, QDBusVariant)));
    auto message = QDBusMessage::createMethodCall(kService, promptPath, kInterface, QStringLiteral("Prompt"));
    message << QString(); // no window to be placed over: its handle exists on X11 only
    m_patience.start();
    callOnBus(this, message) | then(this, [this](const BusReply &shown) {
        if (!shown)
            finish();
    });
}

void KeychainPrompt::onCompleted(bool, const QDBusVariant &)
{
    finish();
}

void KeychainPrompt::finish()
{
    m_patience.stop();
    if (!m_promptPath.isEmpty())
        QDBusConnection::sessionBus().disconnect(kService, std::exchange(m_promptPath, {}), kInterface,
                                                 QStringLiteral("Completed"), this,
                                                 SLOT(onCompleted(bool, QDBusVariant)));
    for (const auto &promise : std::exchange(m_waiting, {}))
        promise->finish();
}

} // namespace console
