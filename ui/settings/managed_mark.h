// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QWidget;

namespace console {

/// Locks a control that the organisation decides about, and says so to who points at it or hears it.
void markManaged(QWidget *control);
void markManaged(QAction *action);

} // namespace console
