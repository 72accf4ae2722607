// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcuts_dialog.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTableWidget>
#include <QTest>

using namespace console;

class TestShortcutsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheActionsThemselves()
    {
        QMainWindow window;
        auto *file = window.menuBar()->addMenu(QStringLiteral("&File"));
        file->addAction(QStringLiteral("&Open \u2026"), QKeySequence(Qt::CTRL | Qt::Key_O), &window, [] {});
        file->addAction(QStringLiteral("Without keys"));
        auto *more = file->addMenu(QStringLiteral("&More"));
        auto *two = more->addAction(QStringLiteral("This && that"));
        two->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
        window.addAction(two); // stands in two places: told once
        auto *loose = new QAction(QStringLiteral("Copy"), &window);
        loose->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_C));
        const QList<ShortcutEntry> wanted {
            {QStringLiteral("File"), QStringLiteral("Open"), QStringLiteral("Ctrl+O")},
            {QStringLiteral("File \u203a More"), QStringLiteral("This & that"), QStringLiteral("F5, Ctrl+R")},
            {QString(), QStringLiteral("Copy"), QStringLiteral("Ctrl+C")}};
        QCOMPARE(shortcutsOf(&window), wanted);
    }

    void showsALineForEach()
    {
        const ShortcutsDialog dialog({{QStringLiteral("File"), QStringLiteral("Open"), QStringLiteral("Ctrl+O")},
                                      {QString(), QStringLiteral("Copy"), QStringLiteral("Ctrl+C")}});
        const auto *table = dialog.findChild<QTableWidget *>(QStringLiteral("shortcuts"));
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Open"));
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("Ctrl+C"));
        QVERIFY(!table->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcuts_dialog.moc"
