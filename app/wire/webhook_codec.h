// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QByteArray>

namespace console {

/// The body of POST /webhooks: app_id in the body, target_type always HTTP (the default sends nothing).
/// Source: OAS Webhook; bytes in tests/fixtures/api/webhook-create-request.json.
QByteArray encodeWebhookDraft(const WebhookDraft &draft);

/// The body of PATCH /webhooks/{id}: only the members that change.
QByteArray encodeWebhookChange(const WebhookChange &change);
/// The names of the same members for update_mask.
QStringList updateMask(const WebhookChange &change);

/// The answers of the webhook calls. Secrets in them are dropped here. Errors: Malformed.
[[nodiscard]] Result<Webhook> decodeWebhook(const QByteArray &body);
[[nodiscard]] Result<QList<Webhook>> decodeWebhooks(const QByteArray &body);

} // namespace console
