// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/text_table.h"

#include <QHashFunctions>

#include <cstring>

namespace console {

namespace {
constexpr qsizetype kBlockBytes = qsizetype(64) * 1024;
constexpr size_t kFirstSlots = 1024;

quint32 hashOf(QByteArrayView text)
{
    return quint32(qHashBits(text.data(), size_t(text.size()), 0x9e3779b9));
}
} // namespace

TextTable::TextTable()
    : m_slots(kFirstSlots)
{
    m_entries.append([](Entry &entry) { entry = {"", 0}; });
    const quint32 hash = hashOf({});
    m_slots[slotOf({}, hash)] = {1, hash};
}

QByteArrayView TextTable::textAt(quint32 code) const
{
    const Entry &entry = m_entries[code];
    return {entry.bytes, qsizetype(entry.length)};
}

/// The slot that holds the text, or the free one where it belongs.
size_t TextTable::slotOf(QByteArrayView text, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    while (m_slots[slot].code != 0 && !(m_slots[slot].hash == hash && textAt(m_slots[slot].code - 1) == text))
        slot = (slot + 1) & mask;
    return slot;
}

std::optional<quint32> TextTable::find(QByteArrayView utf8) const
{
    const Slot &slot = m_slots[slotOf(utf8, hashOf(utf8))];
    return slot.code == 0 ? std::nullopt : std::optional(slot.code - 1);
}

quint32 TextTable::add(QByteArrayView utf8)
{
    const quint32 hash = hashOf(utf8);
    Slot &slot = m_slots[slotOf(utf8, hash)];
    if (slot.code != 0)
        return slot.code - 1;
    const char *bytes = store(utf8);
    const quint32 code = m_entries.append([&](Entry &entry) { entry = {bytes, quint32(utf8.size())}; });
    slot = {code + 1, hash};
    if (size_t(size()) * 3 > m_slots.size() * 2)
        grow();
    return code;
}

const char *TextTable::store(QByteArrayView text)
{
    if (text.size() > m_free) {
        const qsizetype bytes = std::max(kBlockBytes, text.size());
        m_blocks.emplace_back(new char[size_t(bytes)]);
        m_free = bytes;
        if (text.size() > kBlockBytes) { // has a block of its own, which is full now
            std::memcpy(m_blocks.back().get(), text.data(), size_t(text.size()));
            m_free = 0;
            return m_blocks.back().get();
        }
    }
    char *const place = m_blocks.back().get() + (kBlockBytes - m_free);
    std::memcpy(place, text.data(), size_t(text.size()));
    m_free -= text.size();
    return place;
}

void TextTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const size_t mask = m_slots.size() - 1;
    for (const Slot &entry : old) {
        size_t slot = entry.hash & mask;
        while (m_slots[slot].code != 0)
            slot = (slot + 1) & mask;
        if (entry.code != 0)
            m_slots[slot] = entry;
    }
}

} // namespace console
