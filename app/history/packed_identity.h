// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace console {

/// An identity in 64 bits: up to fifteen digits, four bits each (digit + 1, the last one lowest), so that parts of a
/// phone number are compared without making its text. Bit 60 says that a '+' stood in front. Any other text is the number
/// of a text kept elsewhere. 0 is no identity.
namespace PackedIdentity {

inline constexpr int kMostDigits = 15; ///< of a phone number. Source: ITU-T E.164
inline constexpr quint64 kDigits = (quint64(1) << 60) - 1;

/// Nothing when the text is not made of a '+' at most and 1 to 15 digits.
std::optional<quint64> fromText(QByteArrayView text);
/// The digits of a packed number, with its '+'.
QString toText(quint64 packed);

inline quint64 fromCode(quint32 code)
{
    return (quint64(0xf) << 60) | code;
}
inline bool isCode(quint64 packed)
{
    return packed >> 60 == 0xf;
}
inline quint32 codeOf(quint64 packed)
{
    return quint32(packed);
}

inline quint64 digitsOf(quint64 packed)
{
    return packed & kDigits;
}
int digitCount(quint64 digits);

bool startsWith(quint64 digits, quint64 part, int partCount);
bool endsWith(quint64 digits, quint64 part, int partCount);
bool contains(quint64 digits, quint64 part, int partCount);

} // namespace PackedIdentity

} // namespace console
