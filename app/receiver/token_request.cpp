// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/token_request.h"

#include "core/hmac.h"

#include <QHash>

#include <optional>

namespace console {

namespace {

constexpr qsizetype kMostFormBytes = 8192;

HttpReply oauthReply(int status, const QByteArray &body)
{
    HttpReply reply {status, body};
    reply.headers.emplaceBack("Cache-Control", "no-store");
    return reply;
}

HttpReply oauthError(int status, const QByteArray &error)
{
    HttpReply reply = oauthReply(status, "{\"error\":\"" + error + "\"}");
    if (status == 401)
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"callbacks\"");
    return reply;
}

struct Claim
{
    QByteArray id;
    QByteArray secret;
};

/// "id:secret"; nothing where there is no Basic header.
std::optional<Claim> claimInHeader(const HttpRequest &request)
{
    const QByteArray field = headerValue(request.headers, "Authorization").trimmed();
    if (field.first(std::min<qsizetype>(6, field.size())).toLower() != "basic ")
        return std::nullopt;
    const QByteArray pair = QByteArray::fromBase64(field.sliced(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    return colon < 0 ? Claim {} : Claim {pair.first(colon), pair.sliced(colon + 1)};
}

bool isSame(const QByteArray &claimed, const QByteArray &known)
{
    return equalInConstantTime(sha256(claimed), sha256(known)); // digests: lengths tell nothing either
}

/// RFC 6749 wants both encoded as in a form before they go into a Basic header; many senders leave that out.
QByteArray decoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

const CallbackClient *findClient(const QList<CallbackClient> &clients, const Claim &claim)
{
    const CallbackClient *found = nullptr;
    for (const CallbackClient &client : clients) {
        const QByteArray id = client.id.toUtf8();
        const QByteArray secret = client.secret.revealUtf8();
        const bool fits = int(isSame(claim.id, id)) & int(isSame(claim.secret, secret));
        const bool fitsDecoded = int(isSame(decoded(claim.id), id)) & int(isSame(decoded(claim.secret), secret));
        if (!secret.isEmpty() && (fits || fitsDecoded))
            found = &client;
    }
    return found;
}

/// The values of a form; nothing where one stands twice.
std::optional<QHash<QByteArray, QByteArray>> readForm(const QByteArray &body)
{
    QHash<QByteArray, QByteArray> fields;
    for (const QByteArray &part : body.split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = decoded(equals < 0 ? part : part.first(equals));
        if (fields.contains(name))
            return std::nullopt;
        fields.insert(name, equals < 0 ? QByteArray() : decoded(part.sliced(equals + 1)));
    }
    return fields;
}

} // namespace

HttpReply answerTokenRequest(const HttpRequest &request, const QList<CallbackClient> &clients,
                             const CallbackTokens &tokens, Timestamp now)
{
    if (request.method != "POST") {
        HttpReply reply = oauthError(405, "invalid_request");
        reply.headers.emplaceBack("Allow", "POST");
        return reply;
    }
    const QByteArray type = headerValue(request.headers, "Content-Type").split(';').constFirst().trimmed().toLower();
    const auto form = request.body.size() > kMostFormBytes ? std::nullopt : readForm(request.body);
    const auto inHeader = claimInHeader(request);
    const bool isInForm = form && (form->contains("client_id") || form->contains("client_secret"));
    if (type != "application/x-www-form-urlencoded" || !form || (inHeader && isInForm))
        return oauthError(400, "invalid_request");
    if (form->value("grant_type") != "client_credentials")
        return oauthError(400, form->contains("grant_type") ? "unsupported_grant_type" : "invalid_request");
    const Claim claim = inHeader.value_or(Claim {form->value("client_id"), form->value("client_secret")});
    const CallbackClient *const client = findClient(clients, claim);
    if (client == nullptr)
        return oauthError(401, "invalid_client");
    const QByteArray token = tokens.issue(*client, now).revealUtf8();
    return oauthReply(200,
                      "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"expires_in\":"
                          + QByteArray::number(qint64(CallbackTokens::kLife.count())) + "}");
}

} // namespace console
