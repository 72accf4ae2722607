// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hmac.h"
#include "http/guarded_server.h"
#include "sandbox_client.h"

#include <QUrl>

namespace console {

/// One callback as a receiver sees it.
struct SeenCallback
{
    HttpRequest request;

    QJsonObject json() const { return QJsonDocument::fromJson(request.body).object(); }
    QJsonObject notification() const { return json().value(QStringLiteral("capability_notification")).toObject(); }
    QString member(const char *name) const { return notification().value(QLatin1String(name)).toString(); }
    QString reasonCode() const
    {
        return notification().value(QStringLiteral("reason")).toObject().value(QStringLiteral("code")).toString();
    }
    QByteArray header(const char *name) const { return headerValue(request.headers, name); }
    QByteArray nonce() const { return header("x-sinch-webhook-signature-nonce"); }
    qint64 timestamp() const { return header("x-sinch-webhook-signature-timestamp").toLongLong(); }
    bool isSignedWith(const QByteArray &secret) const
    {
        const auto mac
            = hmacSha256(secret, {request.body, ".", nonce(), ".", header("x-sinch-webhook-signature-timestamp")});
        return header("x-sinch-webhook-signature") == mac.toBase64()
            && header("x-sinch-webhook-signature-algorithm") == "HmacSHA256";
    }
};

/// A webhook target on a free port; answers with the statuses it was given, one after the other, then with 200.
class CallbackReceiver
{
public:
    static constexpr const char *kSecret = "a secret of the test";

    CallbackReceiver()
        : server({}, [this](const HttpRequest &request, ReplyToken token) {
            callbacks.append({request});
            if (onCallback)
                onCallback();
            server.reply(token, {.status = statuses.isEmpty() ? 200 : statuses.takeFirst()});
        })
    {
        const auto address = server.listen({});
        if (!address)
            qFatal("the receiver does not listen");
        url = QStringLiteral("http://") + address->toString() + QStringLiteral("/callbacks");
    }

    /// Registers this receiver at an app of the sandbox. \returns the id of the webhook
    QString registerAt(SandboxClient &client, const QString &appId, const QString &secret = QLatin1String(kSecret))
    {
        const QJsonObject body {{QStringLiteral("app_id"), appId},
                                {QStringLiteral("target"), url},
                                {QStringLiteral("target_type"), QStringLiteral("HTTP")},
                                {QStringLiteral("secret"), secret},
                                {QStringLiteral("triggers"), QJsonArray {QStringLiteral("CAPABILITY")}}};
        webhookId = client.post(QStringLiteral("webhooks"), body).text("id");
        return webhookId;
    }

    QList<SeenCallback> callbacks;
    QList<int> statuses;
    std::function<void()> onCallback;
    GuardedServer server;
    QString url;
    QString webhookId; ///< of the last registration
};

} // namespace console
