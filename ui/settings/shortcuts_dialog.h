// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace console {

/// One order of the window and the keys that give it.
struct ShortcutEntry
{
    QString menu; ///< where it stands; empty: in no menu
    QString order;
    QString keys;

    friend bool operator==(const ShortcutEntry &, const ShortcutEntry &) = default;
};

/// Read from the actions themselves: first those of the menus in their order, then the others.
QList<ShortcutEntry> shortcutsOf(const QWidget *window);

/// All keyboard shortcuts. Thread: GUI.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QList<ShortcutEntry> &entries, QWidget *parent = nullptr);
};

} // namespace console
