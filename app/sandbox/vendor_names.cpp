// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vendor_names.h"

#include <QRegularExpression>
#include <QSet>

namespace console {

namespace {
QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

QSet<QString> wordSet(const char *text)
{
    const auto list = words(text);
    return {list.begin(), list.end()};
}
} // namespace

const QStringList &VendorNames::channels()
{
    static const auto list
        = words("SMS RCS WHATSAPP MMS KAKAOTALK KAKAOTALKCHAT VIBERBM LINE INSTAGRAM MESSENGER WECHAT "
                "TELEGRAM APPLEBC");
    return list;
}

bool VendorNames::isChannel(const QString &word)
{
    return channels().contains(word) || word == QLatin1String("VIBER");
}

bool VendorNames::isPhoneChannel(const QString &channel)
{
    static const auto set = wordSet("SMS RCS WHATSAPP MMS VIBERBM KAKAOTALK");
    return set.contains(channel);
}

bool VendorNames::isAppScoped(const QString &channel)
{
    static const auto set = wordSet("MESSENGER INSTAGRAM LINE WECHAT");
    return set.contains(channel);
}

bool VendorNames::isLanguage(const QString &word)
{
    static const auto set = wordSet("AF SQ AR AZ BN BG CA ZH ZH_CN ZH_HK ZH_TW HR CS DA NL EN EN_GB EN_US ET FIL FI FR "
                                    "DE EL GU HA HE HI HU ID GA IT JA "
                                    "KN KK KO LO LV LT MK MS ML MR NB FA PL PT PT_BR PT_PT PA RO RU SR SK SL ES ES_AR "
                                    "ES_ES ES_MX SW SV TA TE TH TR UK "
                                    "UR UZ VI ZU UNSPECIFIED");
    return set.contains(word);
}

bool VendorNames::isTrigger(const QString &word)
{
    // SMART_CONVERSATION stands in the vendor's document, SMART_CONVERSATIONS in its SDKs: both are sent.
    static const auto set = wordSet(
        "MESSAGE_DELIVERY EVENT_DELIVERY MESSAGE_INBOUND EVENT_INBOUND CONVERSATION_START CONVERSATION_STOP "
        "CONTACT_CREATE "
        "CONTACT_DELETE CONTACT_MERGE CONTACT_UPDATE UNSUPPORTED OPT_IN OPT_OUT CAPABILITY CONVERSATION_DELETE "
        "CONTACT_IDENTITIES_DUPLICATION CHANNEL_EVENT SMART_CONVERSATION SMART_CONVERSATIONS "
        "MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION RECORD_NOTIFICATION MESSAGE_SUBMIT");
    return set.contains(word);
}

bool VendorNames::isUlid(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-7][0-9A-HJKMNP-TV-Z]{25}\\z"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

QString VendorNames::storedIdentity(const QString &channel, const QString &identity)
{
    if (!isPhoneChannel(channel))
        return identity;
    const auto trimmed = identity.trimmed();
    return trimmed.startsWith(QLatin1Char('+')) ? trimmed.mid(1) : trimmed;
}

} // namespace console
