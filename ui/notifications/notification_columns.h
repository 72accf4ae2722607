// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "history/filter.h"
#include "ui/theme/text_delegate.h"

#include <QVariant>

#include <optional>

namespace console {

/// The columns, in the order of the table, which is SortColumn's too. Adding one is one line here and one in the table of
/// specs.
enum class NotificationColumn {
    Received,
    Contact,
    Channel,
    Identity,
    Capability,
    Features,
    Reason,
    Lookup,
    Latency,
    Signature,
    Project,
    App,
    Tags,
    Count
};
inline constexpr int kNotificationColumns = int(NotificationColumn::Count);
/// Behind them, columns that show something of the stored bodies: see JsonColumns.
inline constexpr int kJsonSlots = 6;
inline constexpr int kTableColumns = kNotificationColumns + kJsonSlots;
inline bool isJsonColumn(int column)
{
    return column >= kNotificationColumns && column < kTableColumns;
}

/// Filters, sorting and cells call projects and apps by the same names.
using NotificationNames = FilterNames;

enum class CellShape {
    Text,
    Answer, ///< a chip, and the row's markers after it
    Chip,
};

struct NotificationColumnSpec
{
    const char *title; ///< untranslated
    bool isShownAtFirst;
    const char *sample;   ///< as wide as the column's usual content
    const char *shortest; ///< what must stay readable where there is little room; nullptr: all of it
    CellShape shape;
    TextLook look;
    Qt::Alignment alignment;
    QString (*text)(const NotificationRow &, const NotificationNames &);
};

/// Of a column from JSON, all but its title and its text.
const NotificationColumnSpec &columnSpec(NotificationColumn column);
QString columnTitle(NotificationColumn column);
/// Untranslated, for files: "capability".
QString columnWord(NotificationColumn column);
std::optional<NotificationColumn> columnOfWord(const QString &word);

/// Local time: with its date unless it is today's, milliseconds when it is.
QString receivedText(Timestamp receivedAt, QDate today);

} // namespace console
