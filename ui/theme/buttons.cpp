// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/buttons.h"

#include "ui/theme/tinted_icon.h"

#include <QPushButton>
#include <QToolButton>

namespace console {

QPushButton *makeButton(const QString &objectName, const QString &text, QWidget *parent, ButtonRole role)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    setButtonRole(button, role);
    return button;
}

QPushButton *makeButton(const QString &objectName, Icon icon, const QString &text, QWidget *parent, ButtonRole role)
{
    auto *button = makeButton(objectName, text, parent, role);
    button->setIcon(tintedIcon(icon));
    return button;
}

QToolButton *makeIconButton(const QString &objectName, Icon icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(tintedIcon(icon, Ink::Muted));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonRole(button, ButtonRole::Quiet);
    return button;
}

} // namespace console
