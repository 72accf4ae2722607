// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/contact_form.h"

#include "sandbox/form_reader.h"
#include "sandbox/vendor_names.h"

namespace console {

namespace {
constexpr int kMetadataCharacters = 1024;
const QString kIdentities = QStringLiteral("channel_identities");
const QString kPriority = QStringLiteral("channel_priority");
const QString kDisplayName = QStringLiteral("display_name");
const QString kEmail = QStringLiteral("email");
const QString kExternalId = QStringLiteral("external_id");
const QString kMetadata = QStringLiteral("metadata");
const QString kLanguage = QStringLiteral("language");

void checkAppScope(FormReader &reader, const SandboxIdentity &identity, const QList<SandboxApp> &apps)
{
    const auto appId = QStringLiteral("app_id");
    if (identity.appId.isEmpty() && VendorNames::isAppScoped(identity.channel))
        reader.refuse(appId, QStringLiteral("is required on %1").arg(identity.channel));
    if (!identity.appId.isEmpty() && !findApp(apps, identity.appId))
        reader.refuse(appId, QStringLiteral("is no app of this project"));
}

QList<SandboxIdentity> readIdentities(FormReader &form, const QList<SandboxApp> &apps)
{
    QList<SandboxIdentity> identities;
    const auto list = form.list(kIdentities);
    for (const auto &entry : list) {
        FormReader reader(entry.toObject(), kIdentities + QLatin1Char('.'));
        SandboxIdentity identity {reader.requiredText(QStringLiteral("channel")),
                                  reader.requiredText(QStringLiteral("identity")),
                                  reader.text(QStringLiteral("app_id"))};
        if (!VendorNames::isChannel(identity.channel))
            reader.refuse(QStringLiteral("channel"), QStringLiteral("is not a channel"));
        identity.identity = VendorNames::storedIdentity(identity.channel, identity.identity);
        if (identity.identity.isEmpty())
            reader.refuse(QStringLiteral("identity"), QStringLiteral("is empty"));
        checkAppScope(reader, identity, apps);
        form.absorb(reader);
        if (!identities.contains(identity))
            identities += identity;
    }
    if (identities.isEmpty())
        form.refuse(kIdentities, QStringLiteral("at least one is required"));
    return identities;
}

QStringList readPriority(FormReader &form)
{
    QStringList channels;
    const auto list = form.list(kPriority);
    for (const auto &entry : list) {
        channels += entry.toString();
        if (!VendorNames::isChannel(entry.toString()))
            form.refuse(kPriority, QStringLiteral("holds something that is not a channel"));
    }
    return channels;
}

QString readLanguage(FormReader &form)
{
    auto language = form.requiredText(kLanguage);
    if (!VendorNames::isLanguage(language))
        form.refuse(kLanguage, QStringLiteral("\"%1\" is not a language").arg(language));
    return language;
}
} // namespace

const QStringList &ContactForm::fields()
{
    static const QStringList list {kIdentities, kPriority, kDisplayName, kEmail, kExternalId, kMetadata, kLanguage};
    return list;
}

Result<SandboxContact> ContactForm::apply(const QJsonObject &body, const QStringList &changed,
                                          SandboxContact contact) const
{
    FormReader form(body);
    if (changed.contains(kIdentities))
        contact.identities = readIdentities(form, m_apps);
    if (changed.contains(kPriority))
        contact.channelPriority = readPriority(form);
    if (changed.contains(kDisplayName))
        contact.displayName = form.text(kDisplayName);
    if (contact.displayName.isEmpty())
        contact.displayName = QStringLiteral("Unknown");
    if (changed.contains(kEmail))
        contact.email = form.text(kEmail);
    if (changed.contains(kExternalId))
        contact.externalId = form.text(kExternalId);
    if (changed.contains(kMetadata))
        contact.metadata = form.text(kMetadata);
    if (contact.metadata.size() > kMetadataCharacters)
        form.refuse(kMetadata, QStringLiteral("must not be longer than 1024 characters"));
    if (changed.contains(kLanguage))
        contact.language = readLanguage(form);
    if (form.error())
        return failure(*form.error());
    return contact;
}

} // namespace console
