// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "history/filter.h"

#include <functional>
#include <memory>
#include <span>

namespace console {

class PredicateNode;

/// A filter made ready for one store: tells of ids whether they match, by nothing but the store (and the bodies, where
/// the filter asks for them). What it found out about a text it remembers, also for texts that come later.
/// Thread: one at a time; each thread makes its own from the same Filter.
class Predicate
{
public:
    /// Hands over the bodies of a range of ids, ascending.
    using BodyReader = std::function<void(quint32 firstId, quint32 lastId,
                                          const std::function<void(qint64 id, const QByteArray &body)> &consume)>;

    /// \param store   outlives the predicate.
    /// \param bodies  may be missing when the filter needs none; without it, no body holds anything.
    Predicate(const Filter &filter, const ColumnStore &store, BodyReader bodies = {});
    ~Predicate();
    Predicate(Predicate &&) noexcept;
    Predicate &operator=(Predicate &&) noexcept;

    /// Appends the matching ids among those from first to last, newest first. Both in the same chunk.
    void collect(quint32 firstId, quint32 lastId, std::vector<quint32> &matching);
    bool matches(quint32 id);

private:
    const ColumnStore *m_store;
    std::unique_ptr<PredicateNode> m_root; ///< null: every row
    std::vector<quint8> m_mask;
};

} // namespace console
