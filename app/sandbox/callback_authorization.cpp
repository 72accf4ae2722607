// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/callback_authorization.h"

#include "sandbox/loopback_trust.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrl>

namespace console {

namespace {
constexpr int kLimitMs = 10'000;
constexpr int kShortestLife = 30; // seconds
constexpr int kLongestLife = 3600;

QByteArray formEncoded(const QList<QPair<QByteArray, QString>> &fields)
{
    QByteArrayList parts;
    for (const auto &[name, value] : fields) {
        if (!value.trimmed().isEmpty())
            parts += name + '=' + QUrl::toPercentEncoding(value);
    }
    return parts.join('&');
}
} // namespace

CallbackAuthorization::CallbackAuthorization(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void CallbackAuthorization::find(const SandboxWebhook &webhook, const Done &done)
{
    if (!webhook.clientCredentials)
        return done(QByteArray());
    const auto known = m_tokens.constFind(webhook.id);
    if (known != m_tokens.constEnd() && known->credentials == *webhook.clientCredentials
        && m_clock.now() < known->expiresAt)
        return done(known->authorization);
    fetch(webhook.id, *webhook.clientCredentials, done);
}

void CallbackAuthorization::fetch(const QString &webhookId, const QJsonObject &credentials, const Done &done)
{
    const auto text = [&](const char *name) { return credentials.value(QLatin1String(name)).toString(); };
    QNetworkRequest request(QUrl(text("endpoint")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(kLimitMs);
    trustLoopback(request);
    QList<QPair<QByteArray, QString>> fields {{"grant_type", QStringLiteral("client_credentials")},
                                              {"scope", text("scope")},
                                              {"response_type", text("response_type")}};
    if (text("token_request_type") == QLatin1String("FORM")) {
        fields.append({{"client_id", text("client_id")}, {"client_secret", text("client_secret")}});
    } else {
        const auto pair = text("client_id") + QLatin1Char(':') + text("client_secret");
        request.setRawHeader("Authorization", "Basic " + pair.toUtf8().toBase64());
    }
    auto *reply = m_network.post(request, formEncoded(fields));
    connect(reply, &QNetworkReply::finished, this, [this, reply, webhookId, credentials, done] {
        reply->deleteLater();
        const auto token = tokenFrom(*reply, credentials);
        if (token)
            m_tokens.insert(webhookId, *token);
        done(token ? std::optional(token->authorization) : std::nullopt);
    });
}

std::optional<CallbackAuthorization::Token> CallbackAuthorization::tokenFrom(QNetworkReply &reply,
                                                                             const QJsonObject &credentials) const
{
    const auto answer = QJsonDocument::fromJson(reply.readAll()).object();
    const auto token = answer.value(QStringLiteral("access_token")).toString();
    const int life = answer.value(QStringLiteral("expires_in")).toInt();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200 || token.isEmpty() || life < kShortestLife || life > kLongestLife)
        return std::nullopt;
    return Token {credentials, "Bearer " + token.toUtf8(), m_clock.now() + std::chrono::seconds(life)};
}

} // namespace console
