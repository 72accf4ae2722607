// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/recipient_form.h"

#include "sandbox/vendor_names.h"

namespace console {

namespace {
const QString kRecipient = QStringLiteral("recipient");
const QString kContactId = QStringLiteral("contact_id");
const QString kIdentifiedBy = QStringLiteral("identified_by");
const QString kIdentities = QStringLiteral("channel_identities");

QList<SandboxIdentity> readIdentities(FormReader &recipient)
{
    const auto prefix = kRecipient + QLatin1Char('.') + kIdentifiedBy + QLatin1Char('.');
    FormReader identifiedBy(recipient.object(kIdentifiedBy), prefix);
    const auto list = identifiedBy.list(kIdentities);
    if (list.isEmpty())
        identifiedBy.refuse(kIdentities, QStringLiteral("at least one is required"));
    QList<SandboxIdentity> identities;
    for (const auto &entry : list) {
        FormReader reader(entry.toObject(), prefix + kIdentities + QLatin1Char('.'));
        SandboxIdentity identity {
            reader.requiredText(QStringLiteral("channel")), reader.requiredText(QStringLiteral("identity")), {}};
        if (!VendorNames::isChannel(identity.channel))
            reader.refuse(QStringLiteral("channel"), QStringLiteral("is not a channel"));
        identity.identity = VendorNames::storedIdentity(identity.channel, identity.identity);
        if (identity.identity.isEmpty())
            reader.refuse(QStringLiteral("identity"), QStringLiteral("is empty"));
        identifiedBy.absorb(reader);
        if (!identities.contains(identity))
            identities += identity;
    }
    recipient.absorb(identifiedBy);
    return identities;
}
} // namespace

RecipientForm RecipientForm::read(FormReader &body)
{
    if (!body.has(kRecipient))
        body.refuse(kRecipient, QStringLiteral("is required"));
    RecipientForm form;
    form.echo = body.object(kRecipient);
    FormReader recipient(form.echo, kRecipient + QLatin1Char('.'));
    if (recipient.has(kContactId) && recipient.has(kIdentifiedBy))
        body.refuse(kRecipient, QStringLiteral("takes contact_id or identified_by, not both"));
    if (recipient.has(kIdentifiedBy))
        form.identities = readIdentities(recipient);
    else
        form.contactId = recipient.requiredText(kContactId);
    body.absorb(recipient);
    return form;
}

} // namespace console
