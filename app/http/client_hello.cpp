// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client_hello.h"

#include <QtGlobal>

namespace console {

namespace {

// RFC 8446, 5.1 and 4: a record of kind, version and length; in it a message of kind and length.
constexpr uchar kHandshakeRecord = 22;
constexpr uchar kMajorVersion = 3;
constexpr qsizetype kMessageAt = 5;
constexpr uchar kClientHello = 1;

} // namespace

HelloLook lookAtHello(QByteArrayView bytes)
{
    const auto isOther = [&](qsizetype at, uchar wanted) { return bytes.size() > at && uchar(bytes[at]) != wanted; };
    if (isOther(0, kHandshakeRecord) || isOther(1, kMajorVersion) || isOther(kMessageAt, kClientHello))
        return HelloLook::NotTls;
    if (bytes.size() < kHelloPeekBytes)
        return HelloLook::Incomplete;
    const auto byte = [&](qsizetype at) { return qsizetype(uchar(bytes[at])); };
    const qsizetype length = byte(kMessageAt + 1) << 16 | byte(kMessageAt + 2) << 8 | byte(kMessageAt + 3);
    return length > kLongestHello ? HelloLook::TooLong : HelloLook::Fine;
}

} // namespace console
