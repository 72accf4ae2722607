// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/managed_mark.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace console {

namespace {
QString words()
{
    return QCoreApplication::translate("console::ManagedMark", "Managed by your organisation");
}
} // namespace

void markManaged(QWidget *control)
{
    control->setEnabled(false);
    control->setToolTip(words());
    control->setAccessibleDescription(words());
    const auto parts = control->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        part->setToolTip(words());
        part->setAccessibleDescription(words());
    }
}

void markManaged(QAction *action)
{
    action->setEnabled(false);
    action->setToolTip(words());
    action->setStatusTip(words());
}

} // namespace console
