// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace console {

/// The columns of the table, in its order.
enum class SortColumn {
    Received,
    Contact,
    Channel,
    Identity,
    Capability,
    Features,
    Reason,
    Request,
    Latency,
    Signature,
    Project,
    App,
    Tags
};

struct SortKey
{
    SortColumn column = SortColumn::Received;
    Qt::SortOrder direction = Qt::DescendingOrder;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// By one column, and by others where that one is equal. At last, rows stand newest first.
struct SortOrder
{
    SortColumn column = SortColumn::Received;
    Qt::SortOrder direction = Qt::DescendingOrder;
    QList<SortKey> then = {};

    /// Ids ascend in order of arrival: nothing needs to be sorted.
    bool isByArrival() const { return column == SortColumn::Received; }
    friend bool operator==(const SortOrder &, const SortOrder &) = default;
};

} // namespace console
