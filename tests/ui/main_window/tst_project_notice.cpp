// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/settings/enter_key_dialog.h"
#include "ui/theme/banner.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace console;

namespace {

Project makeProject()
{
    Project project;
    project.key = QStringLiteral("k1");
    project.name = QStringLiteral("Production");
    project.region = QStringLiteral("eu");
    project.projectId = QStringLiteral("p1");
    project.keyId = QStringLiteral("key-1");
    project.callbackPath = QStringLiteral("/callbacks/x");
    project.baseUrlOverride = QUrl(QStringLiteral("http://127.0.0.1:1"));
    return project;
}

/// A profile that was left on a project whose secrets nobody kept.
void leaveProject(const QString &folder)
{
    SettingsStore settings(folder);
    settings.saveProjects({makeProject()});
    Preferences preferences;
    preferences.selectedProject = QStringLiteral("k1");
    settings.savePreferences(preferences);
}

template <typename Dialog>
Dialog *opened(RunningConsole &console)
{
    const auto dialogs = console.window().findChildren<Dialog *>();
    for (auto *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestProjectNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyThatNobodyKeptIsAskedForInPlace()
    {
        QTemporaryDir folder;
        leaveProject(folder.path());
        RunningConsole console(folder.path());
        auto *notice = console.find<Banner>("projectNotice");
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("session bus")), qPrintable(notice->text()));
        notice->actionButton()->click();
        QTRY_VERIFY(opened<EnterKeyDialog>(console));
        auto *dialog = opened<EnterKeyDialog>(console);
        dialog->findChild<QLineEdit *>(QStringLiteral("enterKeySecret"))->setText(QStringLiteral("secret"));
        dialog->findChild<QPushButton *>(QStringLiteral("enterWebhookSecretGenerate"))->click();
        dialog->findChild<QPushButton *>(QStringLiteral("useKey"))->click();
        QVERIFY(console.projects().connection());
        QCOMPARE(console.projects().secretsOf(QStringLiteral("k1")).keySecret.reveal(), QStringLiteral("secret"));
    }

    void theSandboxNeedsNothing()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(console.projects().selectedApp());
        QVERIFY(!console.find<Banner>("projectNotice")->isVisible());
    }

    void aProjectIsRenamedInADialogOfItsOwn()
    {
        QTemporaryDir folder;
        leaveProject(folder.path());
        RunningConsole console(folder.path());
        console.find<QAction>("renameProject")->trigger();
        QTRY_VERIFY(opened<QInputDialog>(console));
        auto *dialog = opened<QInputDialog>(console);
        QCOMPARE(dialog->textValue(), QStringLiteral("Production"));
        dialog->setTextValue(QStringLiteral("Shop"));
        dialog->accept();
        QCOMPARE(console.projects().selected().name, QStringLiteral("Shop"));
    }

    void theShortcutsAreThoseOfTheWindow()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        console.find<QAction>("showShortcuts")->trigger();
        auto *table = console.find<QTableWidget>("shortcuts");
        QStringList orders;
        for (int row = 0; row < table->rowCount(); ++row)
            orders += table->item(row, 0)->text() + QLatin1Char(' ') + table->item(row, 1)->text();
        QVERIFY(!orders.filter(QStringLiteral("Look up Ctrl+Return")).isEmpty());
        QVERIFY(orders.contains(QStringLiteral("Edit project Ctrl+E")));
    }
};

QTEST_MAIN(TestProjectNotice)
#include "tst_project_notice.moc"
