// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/shared_vector.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace console {

/// Texts that stand once, as UTF-8 in large blocks, each with a number: for hundreds of thousands of short ones.
/// The code 0 is the empty text. Thread: add() and find() in one thread, textAt() and size() in any.
class TextTable
{
public:
    TextTable();

    quint32 add(QByteArrayView utf8);
    std::optional<quint32> find(QByteArrayView utf8) const;

    QByteArrayView textAt(quint32 code) const;
    quint32 size() const { return m_entries.size(); }

private:
    struct Entry
    {
        const char *bytes = nullptr;
        quint32 length = 0;
    };
    struct Slot
    {
        quint32 code = 0; ///< plus one; 0 is free
        quint32 hash = 0;
    };
    const char *store(QByteArrayView text);
    size_t slotOf(QByteArrayView text, quint32 hash) const;
    void grow();

    SharedVector<Entry> m_entries;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    qsizetype m_free = 0;      ///< bytes left in the last block
    std::vector<Slot> m_slots; ///< open addressing
};

} // namespace console
