// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webhooks_client.h"

#include "api/decode_with.h"
#include "core/continuation.h"
#include "wire/webhook_codec.h"

namespace console {

namespace {
QString webhookPath(const WebhookId &id)
{
    return QStringLiteral("/webhooks") + pathSegment(id.toString());
}
} // namespace

QFuture<Result<QList<Webhook>>> WebhooksClient::list(const AppId &app)
{
    const QString path = QStringLiteral("/apps") + pathSegment(app.toString()) + QStringLiteral("/webhooks");
    return decodeWith(m_session, {"GET", path}, decodeWebhooks);
}

QFuture<Result<Webhook>> WebhooksClient::create(const WebhookDraft &draft)
{
    const ApiCall call {"POST", QStringLiteral("/webhooks"), {}, encodeWebhookDraft(draft)};
    return m_session.sendOnce(call) | then(&m_session, [](const Expected<QByteArray, UnrepeatedFailure> &body) {
               return body ? decodeWebhook(*body) : Result<Webhook>(failure(body.error().error));
           });
}

QFuture<Result<Webhook>> WebhooksClient::update(const WebhookId &id, const WebhookChange &change)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("update_mask"), updateMask(change).join(QLatin1Char(',')));
    return decodeWith(m_session, {"PATCH", webhookPath(id), query, encodeWebhookChange(change)}, decodeWebhook);
}

QFuture<Result<>> WebhooksClient::remove(const WebhookId &id)
{
    return m_session.send({"DELETE", webhookPath(id)}) | then(&m_session, [](const Result<QByteArray> &body) {
               return body ? Result<>() : Result<>(failure(body.error()));
           });
}

} // namespace console
