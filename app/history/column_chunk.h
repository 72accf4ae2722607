// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <array>
#include <atomic>
#include <limits>

namespace console {

/// The values of one column in one chunk. One thread sets, any thread reads.
template <typename T, quint32 Rows>
class Column
{
public:
    T at(quint32 row) const { return m_values[row].load(std::memory_order_acquire); }
    void set(quint32 row, T value) { m_values[row].store(value, std::memory_order_release); }

private:
    std::array<std::atomic<T>, Rows> m_values {};
};

/// What of a row is one of few: bits, the lowest of which says that there is a row at all.
namespace RowFacts {
using Bits = quint16;
inline constexpr Bits kPresent = 1;
inline constexpr Bits kUnsigned = 2;
inline constexpr Bits kJoinMask = 3 << 2;
inline constexpr Bits kOutcomeMask = 3 << 4;
inline constexpr Bits kPinned = 1 << 6;
inline constexpr Bits kPreviousSecret = 1 << 7;
inline constexpr Bits kRepeatedMembers = 1 << 8;

constexpr Bits ofJoin(JoinKind join)
{
    return Bits(quint8(join) << 2);
}
constexpr Bits ofOutcome(Outcome outcome)
{
    return Bits(quint8(outcome) << 4);
}
template <typename Row> // a NotificationRow or a NarrowRow
Bits of(const Row &row)
{
    return Bits((row.signature == SignatureState::Unsigned ? kUnsigned : 0) | ofJoin(row.join) | ofOutcome(row.outcome)
                | (row.isSignedWithPrevious ? kPreviousSecret : 0) | (row.repeatsMembers ? kRepeatedMembers : 0));
}
constexpr JoinKind joinOf(Bits facts)
{
    return JoinKind((facts & kJoinMask) >> 2);
}
constexpr Outcome outcomeOf(Bits facts)
{
    return Outcome((facts & kOutcomeMask) >> 4);
}
constexpr SignatureState signatureOf(Bits facts)
{
    return (facts & kUnsigned) != 0 ? SignatureState::Unsigned : SignatureState::Valid;
}
} // namespace RowFacts

/// The columns of 65,536 successive ids, 50 bytes a row, or 46 where no row near it has a note or a tag. The facts are set
/// last: who sees the present bit sees the row.
struct ColumnChunk
{
    static constexpr quint32 kRows = 65'536;
    static constexpr qint64 kNoLatency = std::numeric_limits<qint64>::min();

    static constexpr quint32 numberOf(quint32 id) { return id / kRows; }
    static constexpr quint32 rowOf(quint32 id) { return id % kRows; }

    Column<RowFacts::Bits, kRows> facts;
    Column<qint64, kRows> receivedAt;             ///< milliseconds
    Column<quint64, kRows> acceptedTime;          ///< PackedTime
    Column<quint64, kRows> identity;              ///< PackedIdentity
    Column<qint64, kRows> latency;                ///< milliseconds
    Column<quint32, kRows> kind, person, request; ///< codes of RowDictionaries
    Column<quint32, kRows> annotation;            ///< such a code; 0 nearly always

    bool isPresent(quint32 row) const { return (facts.at(row) & RowFacts::kPresent) != 0; }
};

} // namespace console
