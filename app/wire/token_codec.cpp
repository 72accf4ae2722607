// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/token_codec.h"

#include "wire/json_reader.h"

namespace console {

namespace {

constexpr std::chrono::seconds kDocumentedLifetime {3600};
constexpr qint64 kLongestLifetime = qint64(30) * 24 * 3600;

/// It goes into a header as it stands: a line end in it would begin another one.
bool canStandInHeader(const QString &token)
{
    return std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

Result<AccessToken> decodeAccessToken(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(Error::Kind::Malformed,
                       QStringLiteral("the token endpoint's answer is %1").arg(object.error().detail));
    const QString token = stringMember(*object, QLatin1String("access_token"));
    const QString type = stringMember(*object, QLatin1String("token_type"));
    if (token.isEmpty())
        return failure(Error::Kind::Malformed, QStringLiteral("the token endpoint's answer holds no access_token"));
    if (!canStandInHeader(token))
        return failure(Error::Kind::Malformed, QStringLiteral("the access_token holds characters that no header can"));
    if (!type.isEmpty() && type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return failure(Error::Kind::Malformed, QStringLiteral("the token endpoint gave a token of type %1").arg(type));
    const qint64 seconds = object->value(QLatin1String("expires_in")).toVariant().toLongLong(); // number or text
    const bool isUsable = seconds > 0 && seconds <= kLongestLifetime;
    return AccessToken {Secret(token), isUsable ? std::chrono::seconds(seconds) : kDocumentedLifetime};
}

} // namespace console
