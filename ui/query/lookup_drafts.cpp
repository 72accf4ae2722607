// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/lookup_drafts.h"

#include "core/visible_text.h"

#include <QCoreApplication>

namespace console {

LookupDraft draftForContact(const Contact &contact, const App &app, std::chrono::milliseconds wait)
{
    QList<ChannelName> channels;
    for (const auto &own : app.channels)
        channels.append(own.channel);
    return {app.id, contact.id, contact.displayName, expectedAnswers(contact.identities, channels), wait};
}

LookupDraft draftForIdentities(const QList<ChannelIdentity> &identities, const App &app, std::chrono::milliseconds wait)
{
    return {app.id, identities, {}, identities, wait};
}

LookupDraft draftAgain(const Lookup &lookup)
{
    return {lookup.appId, lookup.recipient, lookup.displayName, lookup.expected, lookup.wait};
}

QString recipientText(const Lookup &lookup)
{
    if (!lookup.displayName.isEmpty())
        return visibleLine(lookup.displayName);
    if (const auto *contact = std::get_if<ContactId>(&lookup.recipient))
        return visibleLine(contact->toString());
    const auto &identities = std::get<QList<ChannelIdentity>>(lookup.recipient);
    if (identities.isEmpty())
        return {};
    const auto &first = identities.first();
    const QString text = visibleLine(channelDisplayName(first.channel) + QLatin1Char(' ') + first.identity);
    if (identities.size() == 1)
        return text;
    //: a channel with an identity, and how many others were asked about
    return QCoreApplication::translate("console::QueryPanel", "%1 and %n more", nullptr, int(identities.size()) - 1)
        .arg(text);
}

} // namespace console
