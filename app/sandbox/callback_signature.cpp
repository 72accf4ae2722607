// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/callback_signature.h"

#include "core/hmac.h"
#include "core/ulid.h"

namespace console {

namespace {
constexpr std::chrono::hours kStaleness {1}; // beyond any window that a receiver would choose
}

HeaderList CallbackSignature::headers(const QString &secret, const QByteArray &body, PlannedCallback::Signing signing,
                                      Timestamp now)
{
    const bool isStale = signing == PlannedCallback::Signing::Stale;
    const auto seconds = toMilliseconds(isStale ? now - kStaleness : now) / 1000;
    const auto timestamp = QByteArray::number(seconds);
    const auto nonce = makeUlid(now).toLatin1();
    const auto key = signing == PlannedCallback::Signing::Wrong ? secret + QStringLiteral(", but wrong") : secret;
    const auto signature = hmacSha256(key.toUtf8(), {body, ".", nonce, ".", timestamp}).toBase64();
    return {{"x-sinch-webhook-signature", signature},
            {"x-sinch-webhook-signature-nonce", nonce},
            {"x-sinch-webhook-signature-timestamp", timestamp},
            {"x-sinch-webhook-signature-algorithm", "HmacSHA256"}};
}

} // namespace console
