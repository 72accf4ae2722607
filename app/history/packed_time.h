// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace console {

/// The vendor's own time in 64 bits, exactly as it was sent: seconds, up to nine fraction digits and their count.
/// Only the form 2026-11-24T06:34:32.724083Z from 2020 on; any other text is the number of a text kept elsewhere.
/// 0 is no time.
namespace PackedTime {

std::optional<quint64> fromText(QByteArrayView text);
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

} // namespace PackedTime

} // namespace console
