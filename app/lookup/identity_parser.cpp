// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/identity_parser.h"

#include <QRegularExpression>

#include <phonenumbers/phonenumberutil.h>

namespace console {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

QString whyImpossible(PhoneNumberUtil::ValidationResult result)
{
    switch (result) {
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        return QStringLiteral("too short for its country");
    case PhoneNumberUtil::TOO_LONG:
        return QStringLiteral("too long for its country");
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
        return QStringLiteral("no such country code");
    case PhoneNumberUtil::INVALID_LENGTH:
        return QStringLiteral("no number of its country has this length");
    case PhoneNumberUtil::IS_POSSIBLE:
        break;
    }
    return {};
}

bool isPunctuation(QChar c)
{
    // Format characters come along with numbers that are copied from a phone book: marks of writing direction, mostly.
    return c.isSpace() || c.category() == QChar::Punctuation_Dash || c.category() == QChar::Other_Format
        || QStringLiteral("().+/").contains(c);
}

/// What is left when nothing but writing habits is taken away.
QString stripped(const QString &typed)
{
    QString kept;
    for (const QChar c : typed) {
        if (!isPunctuation(c))
            kept.append(c.isDigit() ? QChar(u'0' + c.digitValue()) : c);
    }
    return kept.isEmpty() ? typed : kept;
}

ParsedIdentity parsePhone(const ChannelName &channel, const QString &typed)
{
    const QString plain
        = stripped(typed.normalized(QString::NormalizationForm_KC)); // full-width signs become plain ones
    ParsedIdentity parsed {{channel, plain}, {}};
    static const QRegularExpression letters(QStringLiteral("[^0-9]"));
    if (plain.contains(letters)) { // libphonenumber would drop or translate letters without a word
        parsed.address.identity = typed;
        parsed.oddBecause = QStringLiteral("not a phone number");
        return parsed;
    }
    const bool isInternational = plain.startsWith(QLatin1String("00"));
    if (plain.startsWith(QLatin1Char('0')) && !isInternational) {
        parsed.oddBecause = QStringLiteral("starts with 0: the country code is missing");
        return parsed;
    }
    const QString digits = isInternational ? plain.mid(2) : plain;
    if (digits.isEmpty()) {
        parsed.oddBecause = QStringLiteral("not a phone number");
        return parsed;
    }
    const auto &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse((QLatin1Char('+') + digits).toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        parsed.address.identity = digits;
        parsed.oddBecause = QStringLiteral("no such country code");
        return parsed;
    }
    std::string formatted;
    util.Format(number, PhoneNumberUtil::E164, &formatted);
    const auto possible = util.IsPossibleNumberWithReason(number);
    const bool isPossible = possible == PhoneNumberUtil::IS_POSSIBLE;
    parsed.address.identity = isPossible ? QString::fromStdString(formatted).mid(1) : digits;
    parsed.oddBecause = whyImpossible(possible);
    if (isPossible && !util.IsValidNumber(number))
        parsed.oddBecause = QStringLiteral("not a number range in use");
    return parsed;
}

struct FormRule
{
    Channel channel;
    const char *pattern;
    const char *oddBecause;
};

// Only marks as odd, never refuses: most forms are not written down by the vendor. Source: knowledge 1.1.
constexpr std::array kForms {
    FormRule {Channel::Messenger, "^[0-9]{10,20}$", "Messenger ids are 10 to 20 digits"},
    FormRule {Channel::Instagram, "^[0-9]{10,20}$", "Instagram ids are 10 to 20 digits"},
    FormRule {Channel::Telegram, "^[0-9]{5,15}$", "Telegram ids are 5 to 15 digits"},
    FormRule {Channel::Line, "^U[0-9a-f]{32}$", "LINE ids are U and 32 hexadecimal digits"},
    FormRule {Channel::WeChat, "^[A-Za-z0-9_-]{28}$", "WeChat ids have 28 characters"},
    FormRule {Channel::ViberBot, "^[A-Za-z0-9+/]{22}==$", "Viber bot ids are 24 characters that end in =="},
    FormRule {Channel::KakaoTalkChat, "^(?![0-9]{9,15}$)\\S+$",
              "looks like a phone number: KAKAOTALK is meant, perhaps"},
    FormRule {Channel::AppleBusinessChat, "^(?!\\+?[0-9]{7,15}$)[^@\\s]+$", "looks like a phone number or an address"},
};

/// "urn:mbid:…" is an identity on a chosen channel, "rcs:4670…" and "A_FUTURE_CHANNEL:x" name their own.
bool namesItsChannel(const QString &line, const ChannelName &channel)
{
    static const QRegularExpression qualified(QStringLiteral("^\\s*([A-Za-z_]+)\\s*:\\s*\\S"));
    const QString name = qualified.match(line).captured(1);
    const bool isChannel = ChannelName::fromText(name.toUpper()).isRecognized() || name == name.toUpper();
    return !name.isEmpty() && (channel.isEmpty() || isChannel);
}

} // namespace

ParsedIdentity parseIdentity(const ChannelName &channel, const QString &typed)
{
    const QString text = typed.trimmed();
    if (usesPhoneNumbers(channel.value))
        return parsePhone(channel, text);
    ParsedIdentity parsed {{channel, text}, {}};
    if (!channel.isRecognized())
        parsed.oddBecause = QStringLiteral("“%1” is no channel that the API is known to have").arg(channel.raw);
    for (const auto &rule : kForms) {
        if (rule.channel == channel.value && !QRegularExpression(QLatin1String(rule.pattern)).match(text).hasMatch())
            parsed.oddBecause = QLatin1String(rule.oddBecause);
    }
    return parsed;
}

Result<ParsedIdentity> parseQualifiedIdentity(const QString &typed)
{
    const qsizetype colon = typed.indexOf(QLatin1Char(':'));
    const QString channel = typed.left(qMax<qsizetype>(colon, 0)).trimmed().toUpper();
    const QString identity = typed.mid(colon + 1).trimmed();
    if (colon < 0 || channel.isEmpty() || identity.isEmpty())
        return failure(Error::Kind::Config,
                       QStringLiteral("\"%1\" is not CHANNEL:IDENTITY, for example RCS:46712312312").arg(typed));
    return parseIdentity(ChannelName::fromText(channel), identity);
}

Result<QList<ParsedIdentity>> parseIdentityLines(const ChannelName &channel, const QString &lines)
{
    QList<ParsedIdentity> identities;
    const auto split = lines.split(QRegularExpression(QStringLiteral("[\\r\\n;,]+")), Qt::SkipEmptyParts);
    for (const auto &line : split) {
        if (line.trimmed().isEmpty())
            continue;
        if (!namesItsChannel(line, channel)) {
            if (channel.isEmpty())
                return failure(Error::Kind::Config,
                               QStringLiteral("\"%1\": choose a channel for it").arg(line.trimmed()));
            identities.append(parseIdentity(channel, line));
            continue;
        }
        auto parsed = parseQualifiedIdentity(line);
        if (!parsed)
            return failure(parsed.error());
        identities.append(*std::move(parsed));
    }
    if (identities.isEmpty())
        return failure(Error::Kind::Config, QStringLiteral("type at least one identity"));
    return identities;
}

} // namespace console
