// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/story_history.h"
#include "main/console_program.h"
#include "storage/history_backup.h"
#include "support/result_macros.h"
#include "ui/history/task_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/masking/masker.h"
#include "ui/notifications/notification_table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

namespace {

template <typename Widget>
Widget *topLevel()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<Widget *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// A folder with a history that has more rows than the backup beside it.
struct Folder
{
    QTemporaryDir folder;
    QString history = folder.filePath(QStringLiteral("h.sqlite"));
    QString backup = folder.filePath(QStringLiteral("backup.sqlite"));
    int rowsOfBackup = 0;
    int rowsOfHistory = 0;

    Folder()
    {
        qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        StoryHistory story(3);
        rowsOfBackup = int(story.rows().size());
        if (!backUpHistory(story.file.path(), backup))
            qFatal("no backup");
        story.tell(5);
        rowsOfHistory = int(story.rows().size());
        if (!backUpHistory(story.file.path(), history))
            qFatal("no history");
    }
    QStringList setAside() const
    {
        return QDir(folder.path()).entryList({QStringLiteral("h.sqlite.before-restore-*")}, QDir::Files);
    }
};

int rowsIn(ConsoleProgram &program)
{
    auto *table = program.window() ? program.window()->findChild<NotificationTableView *>() : nullptr;
    return table ? int(table->notifications().history().loadedCount()) : -1;
}

/// From the menu to the question's answer.
void order(ConsoleProgram &program, const QString &backup)
{
    program.window()->findChild<QAction *>(QStringLiteral("restoreHistory"))->trigger();
    auto *chooser = program.window()->findChild<QFileDialog *>(QStringLiteral("chooseBackup"));
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(backup);
    chooser->reject();
    auto *question = program.window()->findChild<QMessageBox *>(QStringLiteral("restoreQuestion"));
    QVERIFY(question);
    question->findChild<QAbstractButton *>(QStringLiteral("startRestore"))->click();
}

QString outcomeOf(TaskDialog *dialog)
{
    QStringList words;
    for (const auto *label : dialog->findChild<QWidget *>(QStringLiteral("taskOutcome"))->findChildren<QLabel *>())
        words.append(label->text());
    return words.join(QLatin1Char(' ')).remove(QChar(0x200b)); // long names may break there
}

} // namespace

class TestConsoleRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void cleanup() { Masker::instance().setOn(false); }

    void aBackupTakesThePlaceOfWhatIsShown()
    {
        Folder files;
        ConsoleProgram program(
            {files.history, QStringLiteral("restore-test"), ListenAddress {QStringLiteral("127.0.0.1"), 0}});
        QTRY_COMPARE(rowsIn(program), files.rowsOfHistory);
        Masker::instance().setOn(true);
        order(program, files.backup);
        QTRY_VERIFY(topLevel<TaskDialog>());
        QVERIFY(!program.window());
        auto *dialog = topLevel<TaskDialog>();
        QTRY_VERIFY(dialog->findChild<QWidget *>(QStringLiteral("taskOutcome"))->isVisible());
        QCOMPARE(files.setAside().size(), 1);
        QVERIFY2(outcomeOf(dialog).contains(files.setAside().first()), qPrintable(outcomeOf(dialog)));
        dialog->reject();
        QTRY_COMPARE(rowsIn(program), files.rowsOfBackup);
        QVERIFY(Masker::instance().isOn()); // the screen may be shared
    }

    void aDamagedBackupLeavesEverythingAsItWas()
    {
        Folder files;
        QFile damaged(files.backup);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("no history");
        damaged.close();
        ConsoleProgram program(
            {files.history, QStringLiteral("restore-test"), ListenAddress {QStringLiteral("127.0.0.1"), 0}});
        QTRY_COMPARE(rowsIn(program), files.rowsOfHistory);
        order(program, files.backup);
        QTRY_VERIFY(topLevel<TaskDialog>());
        auto *dialog = topLevel<TaskDialog>();
        QTRY_VERIFY(dialog->findChild<QWidget *>(QStringLiteral("taskOutcome"))->isVisible());
        QVERIFY2(outcomeOf(dialog).contains(QStringLiteral("backup")), qPrintable(outcomeOf(dialog)));
        QVERIFY(files.setAside().isEmpty());
        dialog->reject();
        QTRY_COMPARE(rowsIn(program), files.rowsOfHistory);
    }
};

QTEST_MAIN(TestConsoleRestore)
#include "tst_console_restore.moc"
