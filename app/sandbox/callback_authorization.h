// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/sandbox_webhook.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

class QNetworkReply;

namespace console {

/// Gets the token that a webhook with client_credentials wants to see in its callbacks, from the webhook's own
/// endpoint, and keeps it for as long as the endpoint says. Contract 5.4. Thread: the one that made it.
class CallbackAuthorization : public QObject
{
    Q_OBJECT

public:
    explicit CallbackAuthorization(const Clock &clock, QObject *parent = nullptr);

    /// The value of the Authorization header: empty for a webhook without client_credentials; nothing at all when the
    /// endpoint gives no token, or one that lives less than 30 s or more than an hour.
    using Done = std::function<void(std::optional<QByteArray> authorization)>;
    void find(const SandboxWebhook &webhook, const Done &done);

private:
    struct Token
    {
        QJsonObject credentials; ///< with which it was got
        QByteArray authorization;
        Timestamp expiresAt;
    };
    void fetch(const QString &webhookId, const QJsonObject &credentials, const Done &done);
    std::optional<Token> tokenFrom(QNetworkReply &reply, const QJsonObject &credentials) const;

    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QHash<QString, Token> m_tokens; ///< by webhook
};

} // namespace console
