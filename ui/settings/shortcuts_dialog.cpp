// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcuts_dialog.h"

#include "ui/theme/spacing.h"
#include "ui/theme/text_delegate.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QTableWidget>

namespace console {

namespace {

constexpr QSize kSize {560, 600};
constexpr int kFrame = 64;
constexpr int kBesideColumns = 2 * kPanelMargin + 24; // with the scroll bar

/// Without the mark of its mnemonic and the dots that promise a dialog.
QString plain(QString text)
{
    text.replace(QLatin1String("&&"), QString(QChar::Null));
    text.remove(QLatin1Char('&'));
    text.replace(QChar::Null, QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text.trimmed();
}

QString keysOf(const QAction *action)
{
    QStringList keys;
    const auto all = action->shortcuts();
    for (const auto &one : all)
        keys += one.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

void collect(const QString &path, const QList<QAction *> &actions, QSet<const QAction *> *seen,
             QList<ShortcutEntry> *entries)
{
    for (const auto *action : actions) {
        if (seen->contains(action))
            continue;
        seen->insert(action);
        if (const auto *menu = action->menu()) {
            const QString title = plain(menu->title());
            //: A menu inside a menu
            collect(path.isEmpty() ? title : ShortcutsDialog::tr("%1 › %2").arg(path, title), menu->actions(), seen,
                    entries);
        } else if (!action->shortcuts().isEmpty()) {
            entries->append({path, plain(action->text()), keysOf(action)});
        }
    }
}

} // namespace

QList<ShortcutEntry> shortcutsOf(const QWidget *window)
{
    QList<ShortcutEntry> entries;
    QSet<const QAction *> seen;
    if (const auto *bar = window->findChild<QMenuBar *>())
        collect({}, bar->actions(), &seen, &entries);
    collect({}, window->findChildren<QAction *>(), &seen, &entries);
    return entries;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutEntry> &entries, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    auto *table = new QTableWidget(int(entries.size()), 3, this);
    table->setObjectName(QStringLiteral("shortcuts"));
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({tr("Command"), tr("Keys"), tr("Menu")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->setItemDelegate(new TextDelegate({}, table));
    for (int row = 0; row < entries.size(); ++row) {
        const ShortcutEntry &entry = entries.at(row);
        table->setItem(row, 0, new QTableWidgetItem(entry.order));
        table->setItem(row, 1, new QTableWidgetItem(entry.keys));
        table->setItem(row, 2, new QTableWidgetItem(entry.menu));
    }
    table->resizeColumnsToContents();
    const int wanted = table->horizontalHeader()->length() + kBesideColumns;
    table->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(kSize.expandedTo({wanted, 0}).boundedTo(screen()->availableSize() - QSize(0, kFrame)));
}

} // namespace console
