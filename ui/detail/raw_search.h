// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace console {

/// Some characters of what is shown.
struct TextSpan
{
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// One place at which the wanted stands; in a hex dump it is more than one piece.
using RawHit = QList<TextSpan>;

/// Without regard to case; hits do not overlap.
QList<RawHit> hitsInText(const QString &text, const QString &wanted);

/// Hits in the hexDump() of these bytes: the text as UTF-8 (ASCII letters without regard to case), or the bytes where the
/// wanted is written in pairs of hex digits ("7b 22"). The first piece of each is one of digits, then characters follow.
QList<RawHit> hitsInHex(const QByteArray &bytes, const QString &wanted, int bytesPerLine);

} // namespace console
