// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/removal.h"

#include <algorithm>

namespace console {

Removal Removal::takeSlice(qsizetype most)
{
    Removal slice;
    const auto take = [&most](QList<qint64> &from, QList<qint64> &into) {
        const qsizetype count = std::min(most, from.size());
        into = from.first(count);
        from.remove(0, count);
        most -= count;
    };
    take(rows, slice.rows);
    take(lookups, slice.lookups);
    take(otherEvents, slice.otherEvents);
    take(unreadable, slice.unreadable);
    take(rejected, slice.rejected);
    return slice;
}

} // namespace console
