// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/raw_search.h"

#include "text/hex_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace console {

namespace {

constexpr int kOffsetDigits = 4; ///< at least

int offsetDigits(qsizetype offset)
{
    return std::max(kOffsetDigits, int(QByteArray::number(offset, 16).size()));
}

/// Where the lines of a hex dump begin.
QList<qsizetype> lineStarts(qsizetype bytes, int bytesPerLine)
{
    QList<qsizetype> starts;
    qsizetype start = 0;
    for (qsizetype offset = 0; offset < bytes; offset += bytesPerLine) {
        starts.append(start);
        start += hexLineLength(bytesPerLine) + offsetDigits(offset) - kOffsetDigits + 1;
    }
    return starts;
}

void addPlaces(QList<TextSpan> &places, const QByteArray &bytes, const QByteArray &wanted)
{
    if (wanted.isEmpty())
        return;
    for (qsizetype at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + wanted.size()))
        places.append(TextSpan {at, wanted.size()});
}

/// \param place  in bytes
RawHit piecesOf(const TextSpan &place, const QList<qsizetype> &starts, int bytesPerLine)
{
    RawHit digits, characters;
    const qsizetype end = place.position + place.length;
    for (qsizetype line = place.position / bytesPerLine; line * bytesPerLine < end; ++line) {
        const qsizetype offset = line * bytesPerLine;
        const qsizetype first = std::max(place.position, offset) - offset;
        const qsizetype count = std::min<qsizetype>(end - offset, bytesPerLine) - first;
        const qsizetype begin = starts.at(line) + offsetDigits(offset) + 2;
        digits.append(TextSpan {begin + 3 * first, 3 * count - 1});
        characters.append(TextSpan {begin + qsizetype(3) * bytesPerLine + 1 + first, count});
    }
    return digits + characters;
}

} // namespace

QList<RawHit> hitsInText(const QString &text, const QString &wanted)
{
    QList<RawHit> hits;
    if (wanted.isEmpty())
        return hits;
    for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted, at + wanted.size(), Qt::CaseInsensitive))
        hits.append(RawHit {TextSpan {at, wanted.size()}});
    return hits;
}

QList<RawHit> hitsInHex(const QByteArray &bytes, const QString &wanted, int bytesPerLine)
{
    static const QRegularExpression pairs(QStringLiteral("\\A\\s*(?:[0-9A-Fa-f]{2}\\s*)+\\z"));
    QList<TextSpan> places;
    addPlaces(places, bytes.toLower(), wanted.toUtf8().toLower());
    if (pairs.match(wanted).hasMatch())
        addPlaces(places, bytes, QByteArray::fromHex(wanted.toLatin1()));
    std::sort(places.begin(), places.end(), [](const TextSpan &a, const TextSpan &b) {
        return std::pair(a.position, a.length) < std::pair(b.position, b.length);
    });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    const auto starts = lineStarts(bytes.size(), bytesPerLine);
    QList<RawHit> hits;
    for (const TextSpan &place : std::as_const(places))
        hits.append(piecesOf(place, starts, bytesPerLine));
    return hits;
}

} // namespace console
