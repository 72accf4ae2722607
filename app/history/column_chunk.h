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

/// What of a row is one of few: a byte, whose lowest bit says that there is a row at all.
namespace RowFacts {
inline constexpr quint8 kPresent = 1;
inline constexpr quint8 kUnsigned = 2;
inline constexpr quint8 kJoinMask = 3 << 2;
inline constexpr quint8 kOutcomeMask = 3 << 4;
inline constexpr quint8 kPinned = 1 << 6;

constexpr quint8 ofJoin(JoinKind join)
{
    return quint8(quint8(join) << 2);
}
constexpr quint8 ofOutcome(Outcome outcome)
{
    return quint8(quint8(outcome) << 4);
}
constexpr quint8 of(SignatureState signature, JoinKind join, Outcome outcome)
{
    return quint8((signature == SignatureState::Unsigned ? kUnsigned : 0) | ofJoin(join) | ofOutcome(outcome));
}
constexpr JoinKind joinOf(quint8 facts)
{
    return JoinKind((facts & kJoinMask) >> 2);
}
constexpr Outcome outcomeOf(quint8 facts)
{
    return Outcome((facts & kOutcomeMask) >> 4);
}
constexpr SignatureState signatureOf(quint8 facts)
{
    return (facts & kUnsigned) != 0 ? SignatureState::Unsigned : SignatureState::Valid;
}
} // namespace RowFacts

/// The columns of 65,536 successive ids, 61 bytes a row. The facts are set last: who sees the present bit sees the row.
struct ColumnChunk
{
    static constexpr quint32 kRows = 65'536;
    static constexpr qint64 kNoLatency = std::numeric_limits<qint64>::min();

    static constexpr quint32 numberOf(quint32 id) { return id / kRows; }
    static constexpr quint32 rowOf(quint32 id) { return id % kRows; }

    Column<quint8, kRows> facts;
    Column<qint64, kRows> receivedAt;                               ///< milliseconds
    Column<quint64, kRows> acceptedTime;                            ///< PackedTime
    Column<quint64, kRows> identity;                                ///< PackedIdentity
    Column<qint64, kRows> latency;                                  ///< milliseconds
    Column<quint32, kRows> source, person, answer, reason, request; ///< codes of RowDictionaries
    Column<quint32, kRows> annotation;                              ///< such a code; 0 nearly always
    Column<quint32, kRows> retries;

    bool isPresent(quint32 row) const { return (facts.at(row) & RowFacts::kPresent) != 0; }
};

} // namespace console
