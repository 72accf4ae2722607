// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace console {

/// What is to go from a history, by the numbers that it has in the file.
struct Removal
{
    QList<qint64> rows;    ///< notifications, with their bytes and annotations
    QList<qint64> lookups; ///< numbers of their requests; one that has a row left by then stays
    QList<qint64> otherEvents;
    QList<qint64> unreadable;
    QList<qint64> rejected;

    qsizetype count() const
    {
        return rows.size() + lookups.size() + otherEvents.size() + unreadable.size() + rejected.size();
    }
    bool isEmpty() const { return count() == 0; }
    /// Takes some out of this: rows first, at most so many in all.
    Removal takeSlice(qsizetype most);
};

} // namespace console
