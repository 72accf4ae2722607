// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_session.h"

#include "api/back_off.h"
#include "core/continuation.h"
#include "core/run_on.h"
#include "wire/error_decoder.h"

#include <QTimer>

namespace console {

namespace {

using Exchanged = Expected<HttpAnswer, UnrepeatedFailure>;

Exchanged notAnswered(const Error &error, bool wasSent)
{
    return Unexpected<UnrepeatedFailure>({error, wasSent});
}

/// The word is looked for in the header, never in the body; 407 of a proxy is another matter.
bool saysExpired(const HttpAnswer &answer)
{
    if (answer.status != 401)
        return false;
    const auto values = headerValues(answer.headers, "WWW-Authenticate");
    return std::any_of(values.begin(), values.end(),
                       [](const QByteArray &value) { return value.toLower().contains("expired"); });
}

Error errorOf(const HttpAnswer &answer)
{
    return decodeApiError(answer.status, answer.body, headerValue(answer.headers, "Retry-After"));
}

} // namespace

ApiSession::ApiSession(ApiSettings settings, QNetworkAccessManager &network, const Clock &clock)
    : m_settings(std::move(settings))
    , m_network(network)
    , m_tokens(m_settings, network, clock)
{ }

HttpCall ApiSession::makeCall(const ApiCall &call, const Secret &token) const
{
    QUrl url = m_settings.baseUrl;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QStringLiteral("/v1/projects/")
                    + QString::fromLatin1(QUrl::toPercentEncoding(m_settings.projectId.toString())) + call.path,
                QUrl::TolerantMode);
    if (!call.query.isEmpty())
        url.setQuery(call.query);
    const bool isBasic = m_settings.authentication == ApiSettings::Authentication::Basic;
    const QByteArray authorization = isBasic
        ? "Basic " + (m_settings.keyId.toUtf8() + ':' + m_settings.keySecret.revealUtf8()).toBase64()
        : "Bearer " + token.revealUtf8();
    HttpCall http {call.method, url, {{"Authorization", authorization}}, call.body, {}, m_settings.timeLimit};
    if (!call.body.isEmpty())
        http.contentType = "application/json";
    return http;
}

QFuture<Exchanged> ApiSession::exchange(const ApiCall &call, Repeat repeat, bool mustNotRepeat)
{
    if (m_settings.authentication == ApiSettings::Authentication::Basic)
        return exchangeWith({}, call, Repeat::Never, mustNotRepeat);
    return m_tokens.token() | then(this, [=, this](const Result<Secret> &token) {
               return token ? exchangeWith(*token, call, repeat, mustNotRepeat)
                            : readyFuture(notAnswered(token.error(), false));
           });
}

QFuture<Exchanged> ApiSession::exchangeWith(const Secret &token, const ApiCall &call, Repeat repeat, bool mustNotRepeat)
{
    HttpCall http = makeCall(call, token);
    http.mustNotRepeat = mustNotRepeat;
    return sendHttp(m_network, http) | then(this, [=, this](const Result<HttpAnswer> &answer) {
               if (!answer)
                   return readyFuture(notAnswered(answer.error(), true));
               if (!saysExpired(*answer) || repeat == Repeat::Never)
                   return readyFuture(Exchanged(*answer));
               m_tokens.forget(token);
               return exchange(call, Repeat::Never, mustNotRepeat);
           });
}

QFuture<Expected<QByteArray, UnrepeatedFailure>> ApiSession::sendOnce(const ApiCall &call)
{
    return exchange(call, Repeat::WhenExpired, true)
        | then(this, [](const Exchanged &answer) -> Expected<QByteArray, UnrepeatedFailure> {
               if (!answer)
                   return Unexpected<UnrepeatedFailure>(answer.error());
               if (answer->status == 200)
                   return answer->body;
               return Unexpected<UnrepeatedFailure>({errorOf(*answer), true});
           });
}

QFuture<Result<>> ApiSession::authenticate()
{
    if (m_settings.authentication == ApiSettings::Authentication::Basic)
        return readyFuture(Result<>());
    return m_tokens.token()
        | then(this, [](const Result<Secret> &token) { return token ? Result<>() : Result<>(failure(token.error())); });
}

QFuture<Result<QByteArray>> ApiSession::send(const ApiCall &call)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    auto future = promise->future();
    promise->start();
    attempt(call, 0, promise);
    return future;
}

void ApiSession::attempt(const ApiCall &call, int number, const std::shared_ptr<QPromise<Result<QByteArray>>> &promise)
{
    exchange(call, Repeat::WhenExpired, false) | then(this, [this, call, number, promise](const Exchanged &answer) {
        const bool isGood = answer && answer->status >= 200 && answer->status < 300;
        if (isGood) {
            promise->addResult(Result<QByteArray>(answer->body));
            promise->finish();
            return;
        }
        const Error error = answer ? errorOf(*answer) : answer.error().error;
        const bool wasSent = answer || answer.error().wasSent; // the token provider has done its own retries
        if (wasSent && mayRetry(error) && number < kRetries) {
            QTimer::singleShot(backOff(error, number, m_settings.backOffBase), this,
                               [=, this] { attempt(call, number + 1, promise); });
            return;
        }
        promise->addResult(Result<QByteArray>(failure(error)));
        promise->finish();
    });
}

} // namespace console
