// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/gap_story.h"

class QMenu;

namespace console {

class NotificationTableView;

/// The lookups whose answers gaps may have cost, each to be shown, and the order to ask again for just those; null when
/// there are none. Told by the table's signals. The menu ends with itself.
QMenu *makeGapMenu(const GapStory &story, NotificationTableView *table);

} // namespace console
