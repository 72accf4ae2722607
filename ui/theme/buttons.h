// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/widget_roles.h"

#include <QString>

class QPushButton;
class QToolButton;
class QWidget;

namespace console {

/// Buttons with everything set that tests and screen readers need; the object name is the test's handle.
QPushButton *makeButton(const QString &objectName, const QString &text, QWidget *parent,
                        ButtonRole role = ButtonRole::Plain);
QPushButton *makeButton(const QString &objectName, Icon icon, const QString &text, QWidget *parent,
                        ButtonRole role = ButtonRole::Plain);

/// Only a picture: the name is its tool tip and its accessible name.
QToolButton *makeIconButton(const QString &objectName, Icon icon, const QString &name, QWidget *parent);

} // namespace console
