// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/packed_identity.h"

#include <bit>

namespace console::PackedIdentity {

namespace {
constexpr quint64 kPlus = quint64(1) << 60;

quint64 maskOf(int digits)
{
    return (quint64(1) << (4 * digits)) - 1;
}
} // namespace

std::optional<quint64> fromText(QByteArrayView text)
{
    const bool hasPlus = text.startsWith('+');
    const QByteArrayView digits = hasPlus ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > kMostDigits)
        return std::nullopt;
    quint64 packed = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        packed = packed << 4 | quint64(digit - '0' + 1);
    }
    return hasPlus ? packed | kPlus : packed;
}

QString toText(quint64 packed)
{
    const quint64 digits = digitsOf(packed);
    const int count = digitCount(digits);
    const int plus = (packed & kPlus) != 0 ? 1 : 0;
    QString text(count + plus, QLatin1Char('+'));
    for (int i = 0; i < count; ++i)
        text[plus + i] = QChar(char16_t(u'0' + ((digits >> (4 * (count - 1 - i))) & 0xf) - 1));
    return text;
}

int digitCount(quint64 digits)
{
    return int(std::bit_width(digits) + 3) / 4;
}

bool startsWith(quint64 digits, quint64 part, int partCount)
{
    const int count = digitCount(digits);
    return count >= partCount && digits >> (4 * (count - partCount)) == part;
}

bool endsWith(quint64 digits, quint64 part, int partCount)
{
    return (digits & maskOf(partCount)) == part;
}

bool contains(quint64 digits, quint64 part, int partCount)
{
    const quint64 mask = maskOf(partCount);
    for (; digits >= part; digits >>= 4) { // fewer digits than the part, or less than it: it cannot stand in there
        if ((digits & mask) == part)
            return true;
    }
    return false;
}

} // namespace console::PackedIdentity
