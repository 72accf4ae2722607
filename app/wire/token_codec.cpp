// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/token_codec.h"

#include "wire/json_reader.h"

namespace console {

Result<AccessToken> decodeAccessToken(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(Error::Kind::Malformed, QStringLiteral("the token endpoint's answer is %1").arg(object.error().detail));
    const QString token = stringMember(*object, QLatin1String("access_token"));
    const QString type = stringMember(*object, QLatin1String("token_type"));
    if (token.isEmpty())
        return failure(Error::Kind::Malformed, QStringLiteral("the token endpoint's answer holds no access_token"));
    if (!type.isEmpty() && type.compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0)
        return failure(Error::Kind::Malformed, QStringLiteral("the token endpoint gave a token of type %1").arg(type));
    const auto lifetime = object->value(QLatin1String("expires_in")).toVariant().toLongLong(); // number or text
    return AccessToken { Secret(token), std::chrono::seconds(lifetime > 0 ? lifetime : 3600) };
}

} // namespace console
