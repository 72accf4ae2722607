// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/contacts_client.h"

#include "api/decode_with.h"
#include "wire/contact_codec.h"

namespace console {

namespace {
/// QUrlQuery leaves '+' alone, and servers read it as a space.
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}
} // namespace

QFuture<Result<ContactPage>> ContactsClient::list(const ContactFilter &filter, const QString &pageToken)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("page_size"),
                       QString::number(kPageSize)); // never left out: some lists answer nothing
    if (!pageToken.isEmpty())
        query.addQueryItem(QStringLiteral("page_token"), encoded(pageToken));
    if (filter.identity) {
        query.addQueryItem(QStringLiteral("channel"), encoded(filter.identity->channel.raw));
        query.addQueryItem(QStringLiteral("identity"), encoded(filter.identity->identity));
    } else if (!filter.externalId.isEmpty()) {
        query.addQueryItem(QStringLiteral("external_id"), encoded(filter.externalId));
    }
    return decodeWith(m_session, {"GET", QStringLiteral("/contacts"), query}, decodeContactPage);
}

QFuture<Result<Contact>> ContactsClient::get(const ContactId &id)
{
    return decodeWith(m_session, {"GET", QStringLiteral("/contacts") + pathSegment(id.toString())}, decodeContact);
}

} // namespace console
