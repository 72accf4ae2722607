// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callback_probe.h"

#include "core/continuation.h"
#include "core/hmac.h"
#include "core/run_on.h"
#include "core/ulid.h"
#include "wire/error_decoder.h"
#include "wire/token_codec.h"

namespace console {

namespace {

/// As the vendor would ask for one.
QFuture<Result<Secret>> getToken(QNetworkAccessManager &network, const ProbeTarget &target)
{
    HttpCall call {"POST", callbackTokenUrl(target.url)};
    call.contentType = "application/x-www-form-urlencoded";
    call.body = "grant_type=client_credentials";
    call.ownCertificate = target.ownCertificate;
    const QByteArray id = QUrl::toPercentEncoding(target.client->id);
    const QByteArray secret = QUrl::toPercentEncoding(target.client->secret.reveal());
    if (target.client->credentials == CallbackClient::Credentials::InForm) {
        call.body += "&client_id=" + id + "&client_secret=" + secret;
        call.secrets = {secret, target.client->secret.revealUtf8()};
    } else {
        call.headers = {{"Authorization", "Basic " + (id + ':' + secret).toBase64()}};
        call.secrets = {target.client->secret.revealUtf8()};
    }
    return sendHttp(network, call) | then(&network, [](const Result<HttpAnswer> &answer) -> Result<Secret> {
               if (!answer)
                   return failure(answer.error());
               if (answer->status != 200)
                   return failure(decodeApiError(answer->status, answer->body, {}));
               const auto token = decodeAccessToken(answer->body);
               return token ? Result<Secret>(token->text) : Result<Secret>(failure(token.error()));
           });
}

QFuture<Result<QByteArray>> post(QNetworkAccessManager &network, const ProbeTarget &target, const Secret &token,
                                 const Clock &clock)
{
    const QByteArray nonce = makeUlid(clock.now()).toLatin1();
    const QByteArray seconds = QByteArray::number(qint64(toMilliseconds(clock.now()) / 1000));
    HttpCall call {"POST", target.url, {}, "{\"console_probe\":{\"id\":\"" + nonce + "\"}}", "application/json"};
    call.ownCertificate = target.ownCertificate;
    if (!token.isEmpty())
        call.headers.emplaceBack("Authorization", "Bearer " + token.revealUtf8());
    if (!target.secret.isEmpty()) {
        const QByteArray signature
            = hmacSha256(target.secret.revealUtf8(), {call.body, ".", nonce, ".", seconds}).toBase64();
        call.headers += HeaderList {{"x-sinch-webhook-signature-algorithm", "HmacSHA256"},
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

} // namespace

QFuture<Result<QByteArray>> probeCallback(QNetworkAccessManager &network, const ProbeTarget &target, const Clock &clock)
{
    if (!target.client)
        return post(network, target, {}, clock);
    return getToken(network, target) | then(&network, [&network, target, &clock](const Result<Secret> &token) {
               return token ? post(network, target, *token, clock)
                            : readyFuture(Result<QByteArray>(failure(token.error())));
           });
}

} // namespace console
