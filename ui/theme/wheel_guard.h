// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace console {

/// The wheel scrolls: it neither turns the pages of a tab bar nor changes a combo box or a number that has not the
/// keyboard, which happens unseen while one scrolls past. Other widgets are left alone. Thread: GUI.
void guardAgainstWheel(QWidget *widget);

} // namespace console
