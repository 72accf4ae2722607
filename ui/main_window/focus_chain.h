// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace console {

/// Puts a panel's widgets behind another widget in the order of the Tab key, in the order that they have.
void moveInFocusChain(QWidget *panel, QWidget *behind);

} // namespace console
