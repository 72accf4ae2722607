// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/page_token.h"

#include "core/hmac.h"
#include "sandbox/request_arguments.h"
#include "sandbox/vendor_envelope.h"

#include <QtEndian>

namespace console {

namespace {
constexpr int kPlaceBytes = 8;
constexpr int kCheckBytes = 7; // 15 bytes together: base64 without padding

QByteArray checkOf(const QByteArray &place)
{
    return hmacSha256(QByteArrayLiteral("page token"), {place}).left(kCheckBytes);
}
} // namespace

QString PageToken::encode(quint64 after)
{
    QByteArray place(kPlaceBytes, Qt::Uninitialized);
    qToBigEndian(after, place.data());
    return QString::fromLatin1((place + checkOf(place)).toBase64(QByteArray::Base64UrlEncoding));
}

std::optional<quint64> PageToken::decode(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != kPlaceBytes + kCheckBytes)
        return std::nullopt;
    const auto place = decoded.decoded.left(kPlaceBytes);
    if (!equalInConstantTime(checkOf(place), decoded.decoded.mid(kPlaceBytes)))
        return std::nullopt;
    return qFromBigEndian<quint64>(place.constData());
}

Result<quint64> PageToken::after(const RequestArguments &arguments)
{
    const auto name = QStringLiteral("page_token");
    const auto text = arguments.text(name);
    if (text.isEmpty())
        return 0;
    const auto place = decode(text);
    if (!place)
        return failure(VendorEnvelope::invalid(name, QStringLiteral("was not given out here")));
    return *place;
}

} // namespace console
