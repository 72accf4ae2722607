// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_term.h"

#include "lookup/identity_parser.h"

#include <QRegularExpression>

namespace console {

namespace {

constexpr qsizetype kLeastDigits = 3; ///< of a part of a number
constexpr qsizetype kLeastNumber = 7; ///< of a whole one that the API can be asked for
constexpr qsizetype kMostCountry = 3; ///< digits of a country code
constexpr qsizetype kLeastOpaque = 8; ///< of an id on a channel without numbers

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}

/// The digits of what may be a phone number: "crm-0999" is no part of one.
QString numberIn(const QString &text)
{
    QString digits = digitsOf(text);
    const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (digits.size() < kLeastDigits || hasLetters)
        return {};
    if (digits.startsWith(QLatin1String("00"))) // another way to write the plus; identities have neither
        digits.remove(0, 2);
    return digits;
}

/// What stands behind the country code when the number was written as one dials it at home: behind the zero.
QString nationalIn(const QString &digits)
{
    const bool isNational = digits.startsWith(QLatin1Char('0')) && digits.size() > kLeastDigits;
    return isNational ? digits.mid(1) : QString();
}

bool holdsNational(const QString &identity, const QString &national)
{
    const qsizetype at = national.isEmpty() ? -1 : identity.indexOf(national, 1);
    return at >= 1 && at <= kMostCountry;
}

bool mayBeOpaqueId(const QString &text)
{
    return text.size() >= kLeastOpaque && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

} // namespace

ContactTerm::ContactTerm(const QString &typed)
    : m_text(typed.trimmed())
    , m_words(m_text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts))
    , m_digits(numberIn(m_text))
    , m_national(nationalIn(m_digits))
{
    if (m_words.size() < 2)
        m_words.clear();
}

bool ContactTerm::fitsName(const QString &name) const
{
    if (name.contains(m_text, Qt::CaseInsensitive))
        return true;
    return !m_words.isEmpty() && std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive);
    });
}

bool ContactTerm::fits(const Contact &contact) const
{
    if (m_text.isEmpty() || fitsName(contact.displayName) || contact.externalId.contains(m_text, Qt::CaseInsensitive)
        || contact.email.contains(m_text, Qt::CaseInsensitive)
        || contact.id.toString().compare(m_text, Qt::CaseInsensitive) == 0)
        return true;
    return std::any_of(contact.identities.begin(), contact.identities.end(), [this](const ChannelIdentity &address) {
        return address.identity.contains(m_text, Qt::CaseInsensitive)
            || (!m_digits.isEmpty() && address.identity.contains(m_digits))
            || (usesPhoneNumbers(address.channel.value) && holdsNational(address.identity, m_national));
    });
}

QList<ContactFilter> ContactTerm::filters(const QList<ChannelName> &channels) const
{
    QList<ContactFilter> filters;
    if (m_text.isEmpty())
        return filters;
    if (std::none_of(m_text.begin(), m_text.end(), [](QChar c) { return c.isSpace(); }))
        filters.append({{}, m_text});
    const bool isNumber = m_digits.size() >= kLeastNumber && m_national.isEmpty(); // the API knows no national form
    const bool isOpaque = mayBeOpaqueId(m_text);
    for (const auto &channel : channels) {
        if (usesPhoneNumbers(channel.value) ? isNumber : isOpaque)
            filters.append({parseIdentity(channel, m_text).address, {}});
    }
    return filters;
}

std::optional<ContactId> ContactTerm::contactId() const
{
    static const QRegularExpression ulid(QStringLiteral("\\A[0-7][0-9A-HJKMNP-TV-Z]{25}\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (!ulid.match(m_text).hasMatch())
        return std::nullopt;
    return ContactId::fromOptional(m_text.toUpper());
}

} // namespace console
