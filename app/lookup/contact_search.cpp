// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_search.h"

#include "core/continuation.h"
#include "lookup/identity_parser.h"

namespace console {

namespace {
QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}
} // namespace

ContactSearch::ContactSearch(QObject *parent)
    : QObject(parent)
{
}

bool ContactSearch::matches(const Contact &contact, const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty() || contact.displayName.contains(wanted, Qt::CaseInsensitive)
        || contact.externalId.contains(wanted, Qt::CaseInsensitive) || contact.email.contains(wanted, Qt::CaseInsensitive)
        || contact.id.toString().compare(wanted, Qt::CaseInsensitive) == 0)
        return true;
    QString digits = digitsOf(wanted);
    const bool hasLetters = std::any_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isLetter(); });
    const bool isNumber = digits.size() >= 3 && !hasLetters; // "crm-0999" is no part of a phone number
    if (digits.startsWith(QLatin1String("00"))) // another way to write the plus; identities have neither
        digits.remove(0, 2);
    return std::any_of(contact.identities.begin(), contact.identities.end(), [&](const ChannelIdentity &address) {
        return address.identity.contains(wanted, Qt::CaseInsensitive) || (isNumber && address.identity.contains(digits));
    });
}

void ContactSearch::start(ProjectConnection &connection, const QString &text, const QList<ChannelName> &channels)
{
    stop();
    m_connection = &connection;
    m_text = text.trimmed();
    const QString digits = digitsOf(m_text);
    if (digits.size() >= 7) {
        for (const auto &channel : channels) {
            if (usesPhoneNumbers(channel.value))
                askForIdentity(channel, parseIdentity(channel, m_text).address.identity);
        }
    }
    fetchPage({}, m_text.isEmpty() ? kFirstPages : kPageLimit);
}

void ContactSearch::stop()
{
    ++m_generation;
    m_running = 0;
    m_found.clear();
    m_nextPage.clear();
}

void ContactSearch::fetchMore()
{
    if (!m_nextPage.isEmpty() && m_connection)
        fetchPage(std::exchange(m_nextPage, {}), m_text.isEmpty() ? 1 : kPageLimit);
}

void ContactSearch::fetchPage(const QString &token, int pagesLeft)
{
    ++m_running;
    m_connection->contacts().list({}, token) | then(this, [this, pagesLeft, generation = m_generation](const Result<ContactPage> &page) {
        if (generation != m_generation)
            return;
        if (!page) {
            ended();
            Q_EMIT failed(page.error());
            return;
        }
        take(page->contacts);
        if (page->nextPageToken.isEmpty() || pagesLeft <= 1)
            m_nextPage = page->nextPageToken;
        else
            fetchPage(page->nextPageToken, pagesLeft - 1);
        ended();
    });
}

void ContactSearch::askForIdentity(const ChannelName &channel, const QString &digits)
{
    ++m_running;
    m_connection->contacts()
        .list({ ChannelIdentity { channel, digits }, {} }, {})
        | then(this, [this, generation = m_generation](const Result<ContactPage> &page) {
            if (generation != m_generation)
                return;
            if (page)
                take(page->contacts); // a failure shows in the list's own call
            ended();
        });
}

void ContactSearch::take(const QList<Contact> &contacts)
{
    QList<Contact> fresh;
    for (const auto &contact : contacts) {
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&](const Contact &one) { return one.id == contact.id; });
        if (!isKnown && matches(contact, m_text))
            fresh.append(contact);
    }
    m_found.append(fresh);
    if (!fresh.isEmpty())
        Q_EMIT foundMore(fresh);
}

void ContactSearch::ended()
{
    if (--m_running == 0)
        Q_EMIT finished();
}

} // namespace console
