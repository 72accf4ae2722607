// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo_contacts.h"

#include "sandbox/demo_countries.h"
#include "sandbox/vendor_names.h"

#include <array>

namespace console {

namespace {
constexpr quint64 kFirstContactMadeAt = 1'720'000'000'000; // a day in July 2024
constexpr int kFirstSpecialEnding = 50;
constexpr std::array kSpecialNames = {
    "Always full",
    "Partly capable",
    "Not reachable",
    "Status unknown",
    "Channel failure",
    "Channel not configured",
    "Rate limited answer",
    "Not opted in",
    "Query rate limited",
    "Query server fault",
    "Never answers",
    "Answers twice",
    "Contradicts itself",
    "Answers late",
    "Wrong signature",
    "Stale timestamp",
    "Flat 2020 body",
    "Unknown values",
    "Answers before the registration",
    "Not JSON",
};

QString digitsOf(int ending)
{
    return QStringLiteral("%1").arg(ending, 2, 10, QLatin1Char('0'));
}

bool isFrom(const DemoCountry &country, const char *regions)
{
    return QString::fromLatin1(regions).split(QLatin1Char(' ')).contains(QLatin1String(country.region));
}

QStringList channelsOf(const QList<SandboxIdentity> &identities)
{
    QStringList channels;
    for (const auto &identity : identities)
        channels += identity.channel;
    return channels;
}
} // namespace

DemoContacts::DemoContacts(quint64 seed, const QList<SandboxApp> &apps)
    : m_dice(seed + 1)
    , m_apps(apps)
    , m_madeAt(kFirstContactMadeAt)
{ }

QList<SandboxContact> DemoContacts::make(int count)
{
    const int specials = std::min(int(kSpecialNames.size()), count / 2);
    QList<SandboxContact> contacts;
    contacts.reserve(count);
    for (int i = 0; i < count - specials; ++i)
        contacts += ordinary(i);
    for (int i = 0; i < specials; ++i)
        contacts += special(kFirstSpecialEnding + i);
    return contacts;
}

SandboxContact DemoContacts::ordinary(int index)
{
    const auto countries = demoCountries();
    const auto &country = index == 0 ? countries.front() : countries[size_t(m_dice.below(int(countries.size())))];
    const auto given = index == 0 ? QStringLiteral("Anna") : m_dice.pick(country.givenNames);
    const auto family = index == 0 ? QStringLiteral("Lindqvist") : m_dice.pick(country.familyNames);
    SandboxContact contact;
    contact.id = m_dice.ulid(m_madeAt += 60'000);
    contact.displayName
        = country.isFamilyNameFirst ? family + QLatin1Char(' ') + given : given + QLatin1Char(' ') + family;
    contact.language = QString::fromLatin1(country.language);
    contact.externalId = QStringLiteral("crm-%1").arg(index + 1, 4, 10, QLatin1Char('0'));
    if (m_dice.happens(60))
        contact.email = QStringLiteral("contact%1@example.com").arg(index + 1);
    if (m_dice.happens(15))
        contact.metadata = QStringLiteral("{\"tier\":\"%1\"}").arg(m_dice.pick("gold|silver|trial"));
    if (index == 0) {
        const auto number = newNumber(country, m_dice.below(kFirstSpecialEnding));
        for (const auto &channel : {QStringLiteral("RCS"), QStringLiteral("SMS"), QStringLiteral("WHATSAPP")})
            contact.identities.append({channel, number, {}});
    } else {
        contact.identities = identitiesFor(country);
    }
    if (m_dice.happens(70))
        contact.channelPriority = channelsOf(contact.identities);
    return contact;
}

SandboxContact DemoContacts::special(int ending)
{
    const auto number = newNumber(demoCountries().front(), ending);
    SandboxContact contact;
    contact.id = m_dice.ulid(m_madeAt += 60'000);
    contact.displayName = QString::fromLatin1(kSpecialNames[size_t(ending - kFirstSpecialEnding)]);
    contact.language = QStringLiteral("EN_US");
    contact.externalId = QStringLiteral("answer-%1").arg(ending);
    for (const auto &channel : {QStringLiteral("RCS"), QStringLiteral("WHATSAPP")})
        contact.identities.append({channel, number, {}});
    contact.channelPriority = channelsOf(contact.identities);
    return contact;
}

QList<SandboxIdentity> DemoContacts::identitiesFor(const DemoCountry &country)
{
    const auto number = newNumber(country, m_dice.below(kFirstSpecialEnding));
    QList<SandboxIdentity> identities;
    const auto add = [&](const char *channel, int percent) {
        if (m_dice.happens(percent))
            identities.append({QString::fromLatin1(channel), number, {}});
    };
    add("WHATSAPP", isFrom(country, "US CA JP KR CN") ? 30 : 92);
    add("RCS", isFrom(country, "CN HK KE NG") ? 10 : 65);
    add("SMS", 100);
    add("VIBERBM", isFrom(country, "GR UA HU RO PH VN") ? 75 : 15);
    add("MMS", isFrom(country, "US CA") ? 70 : 0);
    add("KAKAOTALK", isFrom(country, "KR") ? 95 : 0);
    addMessengers(country, identities);
    if (identities.size() < 2) // several identities each
        add("RCS", 100);
    return identities;
}

void DemoContacts::addMessengers(const DemoCountry &country, QList<SandboxIdentity> &identities)
{
    const auto add = [&](const char *name, int percent, const QString &identity) {
        const auto channel = QString::fromLatin1(name);
        if (m_dice.happens(percent))
            identities.append({channel, identity, VendorNames::isAppScoped(channel) ? appWith(channel) : QString()});
    };
    add("MESSENGER", 18, m_dice.withOrdinaryEnding(QLatin1Char('7') + m_dice.digits(13)));
    add("INSTAGRAM", 14, m_dice.withOrdinaryEnding(QLatin1Char('3') + m_dice.digits(13)));
    add("TELEGRAM", isFrom(country, "UA TR") ? 60 : 10, m_dice.withOrdinaryEnding(QLatin1Char('1') + m_dice.digits(7)));
    add("LINE", isFrom(country, "JP TW TH") ? 80 : 0, m_dice.withOrdinaryEnding(QLatin1Char('U') + m_dice.hex(30)));
    add("WECHAT", isFrom(country, "CN HK") ? 85 : 0, m_dice.withOrdinaryEnding(QLatin1Char('o') + m_dice.token(25)));
}

QString DemoContacts::newNumber(const DemoCountry &country, int ending)
{
    QString number;
    do {
        number
            = QString::fromLatin1(country.callingCode) + m_dice.pick(country.prefixes); // one throw a line: the order
        number += m_dice.digits(country.furtherDigits - 2);                             // in an expression is free
        number += digitsOf(ending);
    } while (m_numbers.contains(number));
    m_numbers.insert(number);
    return number;
}

QString DemoContacts::appWith(const QString &channel) const
{
    for (const auto &app : m_apps) {
        if (app.channels.contains(channel))
            return app.id;
    }
    return {};
}

} // namespace console
