// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/text_table.h"

#include <cstring>

namespace console {

namespace {
constexpr qsizetype kBlockBytes = 64 * 1024;
constexpr size_t kFirstSlots = 1024;
} // namespace

TextTable::TextTable()
    : m_slots(kFirstSlots)
{
    m_entries.append([](Entry &entry) { entry = { "", 0 }; });
    m_slots[slotOf({})] = 1;
}

QByteArrayView TextTable::textAt(quint32 code) const
{
    const Entry &entry = m_entries[code];
    return { entry.bytes, qsizetype(entry.length) };
}

/// The slot that holds the text, or the free one where it belongs.
size_t TextTable::slotOf(QByteArrayView text) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = qHashBits(text.data(), size_t(text.size()), 0x9e3779b9) & mask;
    while (m_slots[slot] != 0 && textAt(m_slots[slot] - 1) != text)
        slot = (slot + 1) & mask;
    return slot;
}

std::optional<quint32> TextTable::find(const QString &text) const
{
    const quint32 held = m_slots[slotOf(text.toUtf8())];
    return held == 0 ? std::nullopt : std::optional(held - 1);
}

quint32 TextTable::add(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const size_t slot = slotOf(utf8);
    if (m_slots[slot] != 0)
        return m_slots[slot] - 1;
    const char *bytes = store(utf8);
    const quint32 code = m_entries.append([&](Entry &entry) { entry = { bytes, quint32(utf8.size()) }; });
    m_slots[slot] = code + 1;
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
    m_slots.assign(m_slots.size() * 2, 0);
    for (quint32 code = 0; code < size(); ++code)
        m_slots[slotOf(textAt(code))] = code + 1;
}

} // namespace console
