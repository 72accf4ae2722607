// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace console {

/// A hash map from a few ids to a code, small and without allocations per entry: asked four times for every row that is
/// loaded. Thread: one.
template <size_t N>
class CodeMap
{
public:
    using Key = std::array<quint32, N>;

    /// Null when the key is not there. Valid until the next insert().
    const quint32 *find(const Key &key) const
    {
        const Slot &slot = m_slots[slotOf(key)];
        return slot.isTaken ? &slot.code : nullptr;
    }
    void insert(const Key &key, quint32 code)
    {
        m_slots[slotOf(key)] = {key, code, true};
        if (++m_size * 2 > m_slots.size())
            grow();
    }

private:
    struct Slot
    {
        Key key;
        quint32 code;
        bool isTaken;
    };

    size_t slotOf(const Key &key) const
    {
        quint64 hash = 0;
        for (const quint32 part : key) {
            hash = (hash ^ part) * 0x9e3779b97f4a7c15;
            hash ^= hash >> 32;
        }
        const size_t mask = m_slots.size() - 1;
        size_t slot = size_t(hash) & mask;
        while (m_slots[slot].isTaken && m_slots[slot].key != key)
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.isTaken)
                m_slots[slotOf(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots = std::vector<Slot>(64);
    size_t m_size = 0;
};

} // namespace console
