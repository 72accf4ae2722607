// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/hmac.h"
#include "core/ulid.h"

#include <QByteArray>

namespace console {

/// A capability notification in the vendor's envelope.
inline QByteArray callbackBody(const QByteArray &requestId, const QByteArray &channel, const QByteArray &identity)
{
    return "{\"app_id\":\"01EB37KMH2M6SV18ASNS3G135H\",\"accepted_time\":\"2026-11-24T06:34:32.724083Z\","
           "\"project_id\":\"11111111-2222-4333-8444-555555555555\",\"capability_notification\":{\"contact_id\":"
           "\"01EKA07N79THJ20ZSN6AS30TMW\",\"identity\":\""
        + identity + "\",\"channel\":\"" + channel
        + "\",\"capability_status\":\"CAPABILITY_PARTIAL\",\"channel_capabilities\":[\"RICHCARD_STANDALONE\","
          "\"ACTION_DIAL\",\"ACTION_OPEN_URL\"],\"request_id\":\""
        + requestId + "\"},\"message_metadata\":\"\",\"correlation_id\":\"\"}";
}

/// The four header lines that prove a body, with a new nonce.
inline QByteArray signatureLines(const QByteArray &secret, const QByteArray &body)
{
    const Timestamp now = SystemClock().now();
    const QByteArray nonce = makeUlid(now).toLatin1();
    const QByteArray seconds = QByteArray::number(qint64(toMilliseconds(now) / 1000));
    const QByteArray signature = hmacSha256(secret, {body, ".", nonce, ".", seconds}).toBase64();
    return "x-sinch-webhook-signature-algorithm: HmacSHA256\r\nx-sinch-webhook-signature-nonce: " + nonce
        + "\r\nx-sinch-webhook-signature-timestamp: " + seconds + "\r\nx-sinch-webhook-signature: " + signature
        + "\r\n";
}

/// One whole request, signed now.
inline QByteArray signedPost(const QByteArray &path, const QByteArray &secret, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + signatureLines(secret, body) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace console
