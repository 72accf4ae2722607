// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/text_table.h"

#include <QHashFunctions>

#include <algorithm>

namespace console {

namespace {

constexpr int kOffsetBits = 16;
constexpr qsizetype kBlockBytes = qsizetype(1) << kOffsetBits;
constexpr quint32 kMostBlocks = quint32(1) << (32 - kOffsetBits);
constexpr size_t kFirstSlots = 1024;
constexpr int kMostLengthBytes = 10;

quint32 hashOf(QByteArrayView text)
{
    return quint32(qHashBits(text.data(), size_t(text.size()), 0x9e3779b9));
}

/// Seven bits a byte, the lowest first; the last one has its highest bit unset. \returns behind it.
char *writeLength(char *place, qsizetype length)
{
    for (; length > 0x7f; length >>= 7)
        *place++ = char(0x80 | (length & 0x7f));
    *place++ = char(length);
    return place;
}

QByteArrayView textAtPlace(const char *place)
{
    qsizetype length = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = quint8(*place++);
        length |= qsizetype(byte & 0x7f) << shift;
        if (byte < 0x80)
            return {place, length};
    }
}

} // namespace

TextTable::TextTable()
    : m_slots(kFirstSlots)
{
    add({});
}

QByteArrayView TextTable::textAt(quint32 code) const
{
    const quint32 place = m_places[code];
    return textAtPlace(m_blocks[place >> kOffsetBits].get() + (place & (kBlockBytes - 1)));
}

/// The slot that holds the text, or the free one where it belongs.
size_t TextTable::slotOf(QByteArrayView text) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hashOf(text) & mask;
    while (m_slots[slot] != 0 && textAt(m_slots[slot] - 1) != text)
        slot = (slot + 1) & mask;
    return slot;
}

std::optional<quint32> TextTable::find(QByteArrayView utf8) const
{
    const quint32 found = m_slots[slotOf(utf8)];
    return found == 0 ? std::nullopt : std::optional(found - 1);
}

quint32 TextTable::add(QByteArrayView utf8)
{
    quint32 &slot = m_slots[slotOf(utf8)];
    if (slot != 0)
        return slot - 1;
    const quint32 place = store(utf8);
    const quint32 code = m_places.append([place](quint32 &added) { added = place; });
    slot = code + 1;
    if (size_t(size()) * 3 > m_slots.size() * 2)
        grow();
    return code;
}

quint32 TextTable::store(QByteArrayView text)
{
    char length[kMostLengthBytes];
    const qsizetype lengthBytes = writeLength(length, text.size()) - length;
    const qsizetype bytes = lengthBytes + text.size();
    if (bytes > m_free) {
        if (m_blocks.size() == kMostBlocks)
            qBadAlloc();                       // four gigabytes of texts
        m_free = std::max(kBlockBytes, bytes); // a long text has a block of its own, which is full then
        m_blocks.append([this](auto &block) { block.reset(new char[size_t(m_free)]); });
    }
    const quint32 block = m_blocks.size() - 1;
    const qsizetype offset = std::max(kBlockBytes, bytes) == kBlockBytes ? kBlockBytes - m_free : 0;
    char *const place = m_blocks[block].get() + offset;
    std::copy(text.begin(), text.end(), std::copy_n(length, lengthBytes, place));
    m_free -= bytes;
    return block << kOffsetBits | quint32(offset);
}

void TextTable::grow()
{
    std::vector<quint32>(m_slots.size() * 2).swap(m_slots);
    for (quint32 code = 0; code < size(); ++code)
        m_slots[slotOf(textAt(code))] = code + 1;
}

} // namespace console
