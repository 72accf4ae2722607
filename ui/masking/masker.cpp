// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/masking/masker.h"

#include "exporting/body_redaction.h"
#include "exporting/personal_members.h"

#include <QRegularExpression>

namespace console {

namespace {

constexpr qsizetype kShortestKnown = 4; // shorter ones would be found inside of words

/// Digits that are nobody's number.
const QRegularExpression &harmless()
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(?:\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?|(?=\\d*[A-Z])[0-9A-HJKMNP-TV-Z]{26}|"
                       "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\b"));
    return pattern;
}

} // namespace

Masker::Masker()
    : m_redactor(Redactor::randomKey(), Redactor::Scope::People)
{ }

Masker &Masker::instance()
{
    static Masker masker;
    return masker;
}

void Masker::setOn(bool isOn)
{
    if (std::exchange(m_isOn, isOn) != isOn)
        Q_EMIT changed();
}

NotificationRow Masker::shown(NotificationRow row)
{
    return m_isOn ? m_redactor.redacted(std::move(row)) : row;
}

ChannelIdentity Masker::shown(ChannelIdentity address)
{
    if (m_isOn)
        address.identity = m_redactor.identity(address.identity);
    return address;
}

QList<ChannelIdentity> Masker::shown(QList<ChannelIdentity> addresses)
{
    for (ChannelIdentity &address : addresses)
        address = shown(address);
    return addresses;
}

QString Masker::name(const QString &name)
{
    return m_isOn ? m_redactor.name(name) : name;
}

Lookup Masker::shown(Lookup lookup)
{
    if (!m_isOn)
        return lookup;
    QStringList known {lookup.displayName};
    for (const auto &address : std::as_const(lookup.expected))
        known.append(address.identity);
    if (const auto *contact = std::get_if<ContactId>(&lookup.recipient)) {
        known.append(contact->toString());
        lookup.recipient = *ContactId::fromOptional(m_redactor.contactId(contact->toString()));
    } else {
        lookup.recipient = shown(std::get<QList<ChannelIdentity>>(lookup.recipient));
    }
    lookup.displayName = name(lookup.displayName);
    lookup.expected = shown(lookup.expected);
    for (auto &answer : lookup.answers)
        answer.address = shown(answer.address);
    if (lookup.failure) {
        lookup.failure->detail = text(lookup.failure->detail, known);
        lookup.failure->vendorWords = text(lookup.failure->vendorWords, known);
    }
    return lookup;
}

Contact Masker::shown(Contact contact)
{
    if (!m_isOn)
        return contact;
    contact.id = *ContactId::fromOptional(m_redactor.contactId(contact.id.toString()));
    contact.displayName = name(contact.displayName);
    contact.externalId = name(contact.externalId);
    contact.email = name(contact.email);
    contact.identities = shown(contact.identities);
    return contact;
}

QString Masker::text(const QString &text, const QStringList &known)
{
    if (!m_isOn || text.isEmpty())
        return text;
    QStringList wanted = known;
    wanted.removeIf([](const QString &one) { return one.size() < kShortestKnown; });
    QString whole = text;
    for (const QString &one : std::as_const(wanted)) // first: contact ids look like any other ULID
        whole.replace(one, m_redactor.identity(one), Qt::CaseInsensitive);
    QString masked;
    qsizetype end = 0;
    auto matches = harmless().globalMatch(whole);
    while (matches.hasNext()) {
        const auto match = matches.next();
        masked += m_redactor.freeText(whole.mid(end, match.capturedStart() - end), wanted) + match.captured();
        end = match.capturedEnd();
    }
    return masked + m_redactor.freeText(whole.mid(end), wanted);
}

QString Masker::value(const QString &member, const QString &value, const QStringList &known)
{
    return m_isOn && canNamePerson(member) ? name(value) : QString::fromUtf8(body(value.toUtf8(), known));
}

QByteArray Masker::body(const QByteArray &body, const QStringList &known)
{
    if (!m_isOn)
        return body;
    QString whole = QString::fromUtf8(body);
    const QStringList personal = personalValuesIn(body);
    for (const QString &one : personal) {
        if (one.size() < kShortestKnown) // too short to be looked for inside of words
            whole.replace(QLatin1Char('"') + one + QLatin1Char('"'), QLatin1Char('"') + name(one) + QLatin1Char('"'));
    }
    return text(whole, known + personal).toUtf8();
}

std::optional<QByteArray> Masker::foreignBody(const QByteArray &body)
{
    return m_isOn ? redactedBody(body, {}, {}, m_redactor) : body;
}

} // namespace console
