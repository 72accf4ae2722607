// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhook_form.h"

#include "sandbox/form_reader.h"
#include "sandbox/vendor_envelope.h"
#include "sandbox/vendor_names.h"
#include "sandbox/webhook_store.h"

#include <QRegularExpression>
#include <QUrl>

namespace console {

namespace {
constexpr int kTargetCharacters = 742;
constexpr int kWebhooksPerApp = 5;
const QString kAppId = QStringLiteral("app_id");
const QString kTarget = QStringLiteral("target");
const QString kTargetType = QStringLiteral("target_type");
const QString kTriggers = QStringLiteral("triggers");
const QString kSecret = QStringLiteral("secret");
const QString kClientCredentials = QStringLiteral("client_credentials");
const QString kRouting = QStringLiteral("routing_configuration");

QString readTarget(FormReader &form)
{
    static const QRegularExpression ownHost(QStringLiteral("(\\A|\\.)conversation-api\\.([^.]+\\.)*sinch\\.com\\z"));
    auto target = form.requiredText(kTarget);
    const QUrl url(target, QUrl::StrictMode);
    if (target.size() > kTargetCharacters)
        form.refuse(kTarget, QStringLiteral("must not be longer than 742 characters"));
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        form.refuse(kTarget, QStringLiteral("must be an http or https URL"));
    if (ownHost.match(url.host()).hasMatch())
        form.refuse(kTarget, QStringLiteral("must not be the API itself"));
    return target;
}

QString readTargetType(FormReader &form)
{
    auto type = form.text(kTargetType);
    if (type.isEmpty())
        return QStringLiteral("DISMISS");
    if (type != QLatin1String("HTTP") && type != QLatin1String("DISMISS"))
        form.refuse(kTargetType, QStringLiteral("must be HTTP or DISMISS"));
    return type;
}

QStringList readTriggers(FormReader &form)
{
    QStringList triggers;
    const auto list = form.list(kTriggers);
    for (const auto &entry : list) {
        const auto trigger = entry.toString();
        if (!VendorNames::isTrigger(trigger))
            form.refuse(kTriggers, QStringLiteral("\"%1\" is not a trigger").arg(trigger));
        if (triggers.contains(trigger))
            form.refuse(kTriggers, QStringLiteral("%1 is there twice").arg(trigger));
        triggers += trigger;
    }
    return triggers;
}

std::optional<QJsonObject> readObject(FormReader &form, const QString &name)
{
    return form.has(name) ? std::optional(form.object(name)) : std::nullopt;
}

std::optional<QJsonObject> readClientCredentials(FormReader &form)
{
    auto credentials = readObject(form, kClientCredentials);
    if (!credentials)
        return std::nullopt;
    FormReader reader(*credentials, kClientCredentials + QLatin1Char('.'));
    for (const auto &name : {QStringLiteral("client_id"), QStringLiteral("client_secret"), QStringLiteral("endpoint")})
        reader.requiredText(name);
    if (reader.text(QStringLiteral("scope")).size() > 1024)
        reader.refuse(QStringLiteral("scope"), QStringLiteral("must not be longer than 1024 characters"));
    if (reader.text(QStringLiteral("response_type")).size() > 64)
        reader.refuse(QStringLiteral("response_type"), QStringLiteral("must not be longer than 64 characters"));
    reader.text(QStringLiteral("token_request_type")); // any word: an unknown one means BASIC
    form.absorb(reader);
    return credentials;
}
} // namespace

const QStringList &WebhookForm::fields()
{
    static const QStringList list {kAppId, kTarget, kTargetType, kTriggers, kSecret, kClientCredentials, kRouting};
    return list;
}

Result<SandboxWebhook> WebhookForm::apply(const QJsonObject &body, const QStringList &changed,
                                          SandboxWebhook webhook) const
{
    FormReader form(body);
    if (changed.contains(kAppId)) {
        webhook.appId = form.requiredText(kAppId);
        if (!VendorNames::isUlid(webhook.appId))
            form.refuse(kAppId, QStringLiteral("must be a ULID"));
    }
    if (changed.contains(kTarget))
        webhook.target = readTarget(form);
    if (changed.contains(kTargetType))
        webhook.targetType = readTargetType(form);
    if (changed.contains(kTriggers))
        webhook.triggers = readTriggers(form);
    if (changed.contains(kSecret))
        webhook.secret = form.text(kSecret);
    if (changed.contains(kClientCredentials))
        webhook.clientCredentials = readClientCredentials(form);
    if (changed.contains(kRouting))
        webhook.routingConfiguration = readObject(form, kRouting);
    if (form.error())
        return failure(*form.error());
    if (const auto placed = checkPlace(webhook); !placed)
        return failure(placed.error());
    return webhook;
}

Result<> WebhookForm::checkPlace(const SandboxWebhook &webhook) const
{
    if (!findApp(m_apps, webhook.appId))
        return failure(VendorEnvelope::notFound());
    int others = 0;
    for (const auto &other : m_webhooks.ofApp(webhook.appId)) {
        if (other.id == webhook.id)
            continue;
        ++others;
        if (other.target == webhook.target)
            return failure(VendorEnvelope::invalid(kTarget, QStringLiteral("another webhook of the app has it")));
    }
    if (others >= kWebhooksPerApp)
        return failure(VendorEnvelope::invalid(kAppId, QStringLiteral("the app has five webhooks already")));
    return {};
}

} // namespace console
