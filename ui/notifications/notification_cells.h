// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/color_rule.h"
#include "ui/notifications/notification_columns.h"

namespace console {

/// What a cell tells beside its text; \a rule is the one that colours the row, if any.

/// A sentence a line. Of the Capability column, which carries the marks, and of the first one, where the rule is told,
/// too: either may be put away.
QString cellMarks(NotificationColumn column, const NotificationRow &row, const ColorRule *rule);
/// Nothing where the delegate shows the whole text of an elided cell.
QVariant cellToolTip(NotificationColumn column, const NotificationRow &row, const ColorRule *rule);
QVariant cellChip(NotificationColumn column, const NotificationRow &row);
QVariant rowGround(const ColorRule *rule);

} // namespace console
