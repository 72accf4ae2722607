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
    quint32 size() const { return m_places.size(); }

private:
    quint32 store(QByteArrayView text);
    size_t slotOf(QByteArrayView text) const;
    void grow();

    /// Where each text stands, its length in front: the number of its block, then the byte in it.
    SharedVector<quint32> m_places;
    SharedVector<std::unique_ptr<char[]>> m_blocks;
    qsizetype m_free = 0;         ///< bytes left in the last block
    std::vector<quint32> m_slots; ///< open addressing: codes plus one; 0 is free
};

} // namespace console
