// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/webhook_codec.h"

#include "wire/json_reader.h"

#include <QJsonDocument>

namespace console {

namespace {

std::optional<Webhook> readWebhook(const QJsonObject &object)
{
    const auto id = WebhookId::fromOptional(stringMember(object, QLatin1String("id")));
    if (!id)
        return std::nullopt;
    return Webhook {*id,
                    AppId::fromOptional(stringMember(object, QLatin1String("app_id"))),
                    stringMember(object, QLatin1String("target")),
                    stringMember(object, QLatin1String("target_type")),
                    stringListMember(object, QLatin1String("triggers")),
                    !stringMember(object, QLatin1String("secret")).isEmpty(),
                    object.value(QLatin1String("client_credentials")).isObject()};
}

QJsonObject credentialsObject(const CallbackClient &client, const QString &endpoint)
{
    const bool isInForm = client.credentials == CallbackClient::Credentials::InForm;
    return {{QStringLiteral("client_id"), client.id},
            {QStringLiteral("client_secret"), client.secret.reveal()},
            {QStringLiteral("endpoint"), endpoint},
            {QStringLiteral("token_request_type"), isInForm ? QStringLiteral("FORM") : QStringLiteral("BASIC")}};
}

QJsonObject changeObject(const WebhookChange &change)
{
    QJsonObject object;
    if (change.target)
        object.insert(QLatin1String("target"), *change.target);
    if (change.triggers)
        object.insert(QLatin1String("triggers"), QJsonArray::fromStringList(*change.triggers));
    if (change.secret)
        object.insert(QLatin1String("secret"), change.secret->reveal());
    if (change.credentials && *change.credentials)
        object.insert(QLatin1String("client_credentials"),
                      credentialsObject((*change.credentials)->client, (*change.credentials)->endpoint));
    else if (change.credentials)
        object.insert(QLatin1String("client_credentials"), QJsonValue());
    return object;
}

} // namespace

QByteArray encodeWebhookDraft(const WebhookDraft &draft)
{
    QJsonObject object {{QStringLiteral("app_id"), draft.appId.toString()},
                        {QStringLiteral("target"), draft.target},
                        {QStringLiteral("target_type"), QStringLiteral("HTTP")},
                        {QStringLiteral("triggers"), QJsonArray::fromStringList(draft.triggers)}};
    if (!draft.secret.isEmpty())
        object.insert(QLatin1String("secret"), draft.secret.reveal());
    if (draft.client)
        object.insert(
            QLatin1String("client_credentials"),
            credentialsObject(*draft.client, callbackTokenUrl(QUrl(draft.target)).toString(QUrl::FullyEncoded)));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray encodeWebhookChange(const WebhookChange &change)
{
    return QJsonDocument(changeObject(change)).toJson(QJsonDocument::Compact);
}

QStringList updateMask(const WebhookChange &change)
{
    return changeObject(change).keys();
}

Result<Webhook> decodeWebhook(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    auto webhook = readWebhook(*object);
    if (!webhook)
        return failure(Error::Kind::Malformed, QStringLiteral("a webhook without id"));
    return *std::move(webhook);
}

Result<QList<Webhook>> decodeWebhooks(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    QList<Webhook> webhooks;
    const auto array = listMember(*object, QLatin1String("webhooks"));
    if (!array)
        return failure(array.error());
    for (const auto &element : *array) {
        if (auto webhook = readWebhook(element.toObject()))
            webhooks.append(*std::move(webhook));
    }
    return webhooks;
}

} // namespace console
