// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callback_probe.h"

#include "core/continuation.h"
#include "core/hmac.h"
#include "core/ulid.h"
#include "wire/error_decoder.h"

namespace console {

QFuture<Result<QByteArray>> probeCallback(QNetworkAccessManager &network, const QUrl &target, const Secret &secret,
                                          const Clock &clock, const QByteArray &ownCertificate)
{
    const QByteArray nonce = makeUlid(clock.now()).toLatin1();
    const QByteArray seconds = QByteArray::number(qint64(toMilliseconds(clock.now()) / 1000));
    HttpCall call {"POST", target, {}, "{\"console_probe\":{\"id\":\"" + nonce + "\"}}", "application/json"};
    call.ownCertificate = ownCertificate;
    if (!secret.isEmpty()) {
        const QByteArray signature = hmacSha256(secret.revealUtf8(), {call.body, ".", nonce, ".", seconds}).toBase64();
        call.headers = {{"x-sinch-webhook-signature-algorithm", "HmacSHA256"},
                        {"x-sinch-webhook-signature-nonce", nonce},
                        {"x-sinch-webhook-signature-timestamp", seconds},
                        {"x-sinch-webhook-signature", signature}};
    }
    return sendHttp(network, call) | then(&network, [nonce](const Result<HttpAnswer> &answer) -> Result<QByteArray> {
               if (!answer)
                   return failure(answer.error());
               if (answer->status != 200)
                   return failure(decodeApiError(answer->status, answer->body, {}));
               return nonce;
           });
}

} // namespace console
