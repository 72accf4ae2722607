// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QList>

namespace console {

/// One side of a comparison: a lookup, a contact, or a row alone.
struct ComparedSide
{
    QString title;
    QList<NotificationRow> rows;
};

/// One thing about one channel, on both sides.
struct ComparedLine
{
    QString channel;
    QString what; ///< "Capability", translated
    QString left; ///< "–" where there is nothing
    QString right;
    bool differs = false; ///< never because of times: they always do

    friend bool operator==(const ComparedLine &, const ComparedLine &) = default;
};

/// The newest answer of each address, in the order of the channels' names. The same address stands beside itself; of
/// others, the first of a channel beside the first.
QList<ComparedLine> comparedAnswers(const QList<NotificationRow> &left, const QList<NotificationRow> &right);
/// Two rows beside each other, whatever their channels.
QList<ComparedLine> comparedRows(const NotificationRow &left, const NotificationRow &right);

/// A table; what differs has a mark and stands in bold.
QString comparisonMarkdown(const QString &left, const QString &right, const QList<ComparedLine> &lines);

} // namespace console
