// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/token_provider.h"

#include "api/back_off.h"
#include "api/http_transport.h"
#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"
#include "wire/error_decoder.h"

#include <QTimer>

namespace console {

TokenProvider::TokenProvider(ApiSettings settings, QNetworkAccessManager &network, const Clock &clock)
    : m_settings(std::move(settings))
    , m_network(network)
    , m_clock(clock)
{ }

QFuture<Result<Secret>> TokenProvider::token()
{
    if (!m_token.isEmpty() && m_clock.now() < m_renewAt)
        return readyFuture(Result<Secret>(m_token));
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    auto future = promise->future();
    promise->start();
    m_waiting.push_back(promise);
    if (m_waiting.size() == 1)
        refresh(0);
    return future;
}

void TokenProvider::forget(const Secret &refused)
{
    if (m_token == refused)
        m_token = Secret();
}

void TokenProvider::refresh(int attempt)
{
    const QByteArray credentials = (m_settings.keyId.toUtf8() + ':' + m_settings.keySecret.revealUtf8()).toBase64();
    const HttpCall call {"POST",
                         m_settings.tokenUrl,
                         {{"Authorization", "Basic " + credentials}},
                         "grant_type=client_credentials",
                         "application/x-www-form-urlencoded",
                         m_settings.timeLimit};
    sendHttp(m_network, call) | then(this, [this, attempt](const Result<HttpAnswer> &answer) {
        Result<AccessToken> token = !answer ? Result<AccessToken>(failure(answer.error()))
            : answer->status == 200
            ? decodeAccessToken(answer->body)
            : failure(decodeApiError(answer->status, answer->body, headerValue(answer->headers, "Retry-After")));
        if (!token && mayRetry(token.error()) && attempt < kRetries) {
            QTimer::singleShot(backOff(token.error(), attempt, m_settings.backOffBase), this,
                               [this, attempt] { refresh(attempt + 1); });
            return;
        }
        finish(token);
    });
}

void TokenProvider::finish(const Result<AccessToken> &result)
{
    if (result) {
        m_token = result->text;
        m_renewAt
            = m_clock.now() + result->lifetime - std::min<std::chrono::seconds>(kRenewAhead, result->lifetime / 2);
        qCInfo(lcApi) << "access token renewed, valid for" << result->lifetime.count() << "s";
    } else {
        qCWarning(lcApi) << "no access token:" << result.error().detail;
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &promise : waiting) {
        promise->addResult(result ? Result<Secret>(result->text) : Result<Secret>(failure(result.error())));
        promise->finish();
    }
}

} // namespace console
