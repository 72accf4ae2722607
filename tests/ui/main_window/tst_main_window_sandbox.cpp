// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/theme/banner.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVersionNumber>

using namespace console;

namespace {

constexpr int kSandboxPatience = 15'000; // answers come after 0.3 to 3 s

} // namespace

class TestMainWindowSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePressFillsTheTable()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        auto *table = console.find<NotificationTableView>("notifications");
        auto *button = console.find<QPushButton>("Look up");
        QVERIFY(button->isEnabled());
        button->click(); // the sandbox is not ready yet: the press waits for it
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kSandboxPatience);
        const auto row = table->model()->index(0, 0).data(NotificationTableModel::RowRole).value<NotificationRow>();
        QCOMPARE(row.join, JoinKind::ByRequestId);
        QCOMPARE(row.signature, SignatureState::Valid);
        QCOMPARE(row.projectId, console.projects().selectedId()->toString());
        QTRY_COMPARE(console.session().lookups().progress(console.session().lookups().recent().constFirst()).state,
                     LookupState::Complete);
    }

    void thePickersNameTheSandboxAndItsFirstApp()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QCOMPARE(console.find<QComboBox>("project")->currentText(), QStringLiteral("Sandbox"));
        auto *app = console.find<QComboBox>("app");
        QTRY_VERIFY(app->isEnabled());
        QVERIFY(!app->currentText().isEmpty());
        QCOMPARE(console.find<Banner>("sandboxBanner")->accessibleName(), QStringLiteral("Sandbox banner"));
        QCOMPARE(console.find<QToolButton>("receiverStatus")->accessibleName(), QStringLiteral("Receiver status"));
    }

    void aFavouriteStandsOnTopAfterARestart()
    {
        QTemporaryDir folder;
        QString name;
        {
            RunningConsole console(folder.path());
            auto *contacts = console.find<QListView>("Contacts");
            QTRY_VERIFY_WITH_TIMEOUT(contacts->model()->rowCount() > 5, kSandboxPatience);
            contacts->setCurrentIndex(contacts->model()->index(5, 0));
            name = contacts->currentIndex().data().toString();
            console.find<QAction>("favouriteContact")->trigger();
        }
        RunningConsole console(folder.path());
        auto *contacts = console.find<QListView>("Contacts");
        QTRY_VERIFY_WITH_TIMEOUT(contacts->model()->rowCount() > 5, kSandboxPatience);
        QCOMPARE(contacts->model()->index(0, 0).data().toString(), name);
        QCOMPARE(contacts->currentIndex().row(), 0);
    }

    void theWebhookIsRememberedAndRemovedAgain()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        auto *table = console.find<NotificationTableView>("notifications");
        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kSandboxPatience);
        auto kept = console.session().history().ownWebhooks();
        QTRY_VERIFY(kept.isFinished());
        QCOMPARE(kept.result()->size(), 1);
        auto removal = console.projects().removeWebhooks();
        QTRY_VERIFY(removal.isFinished());
        auto left = console.session().history().ownWebhooks();
        QTRY_VERIFY(left.isFinished());
        QVERIFY(left.result()->isEmpty());
    }

    void whatACrashLeftIsForgottenAtTheNextStart()
    {
        QTemporaryDir folder;
        {
            RunningConsole crashed(folder.path());
            crashed.session().ports({}).journal.remember({*WebhookId::parse(QStringLiteral("w1")),
                                                          QStringLiteral("sandbox"), QStringLiteral("a1"),
                                                          QStringLiteral("http://127.0.0.1:1/x"), Timestamp {}});
        }
        RunningConsole console(folder.path());
        QCOMPARE(console.leftovers().size(), 1);
        const auto isGone = [&] {
            auto left = console.session().history().ownWebhooks();
            left.waitForFinished();
            return left.result()->isEmpty();
        };
        QTRY_VERIFY(isGone());
    }

    void aHistoryThatAnotherProgramWritesIsOnlyRead()
    {
        QTemporaryDir folder;
        RunningConsole writing(folder.path());
        RunningConsole reading(folder.path());
        QVERIFY(!reading.session().heldBy().isEmpty());
        QCOMPARE(reading.session().receiver(), nullptr);
        QVERIFY(!reading.projects().canReceive());
        auto *notice = reading.find<Banner>("notice");
        QVERIFY(notice->isVisibleTo(&reading.window()));
        reading.find<QPushButton>("Look up")->click();
        QVERIFY(reading.session().lookups().recent().isEmpty());
        auto *contacts = reading.find<QListView>("Contacts");
        QTRY_VERIFY_WITH_TIMEOUT(contacts->model()->rowCount() > 0, kSandboxPatience); // the pickers work all the same
    }

    void aHistoryThatIsOnlyReadShowsWhatTheOtherProgramAdds()
    {
        QTemporaryDir folder;
        RunningConsole writing(folder.path());
        RunningConsole reading(folder.path());
        writing.find<QPushButton>("Look up")->click();
        auto *table = reading.find<NotificationTableView>("notifications");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kSandboxPatience);
    }

    void theLayoutSurvivesARestart()
    {
        QTemporaryDir folder;
        QList<int> panels;
        {
            RunningConsole console(folder.path());
            console.find<QLineEdit>("filter")->setText(QStringLiteral("rcs"));
            console.window().resize(1200, 800);
            console.find<QSplitter>("panels")->setSizes({250, 640, 300});
            QMenu columns;
            console.find<NotificationTableView>("notifications")->columns()->fillMenu(&columns);
            columns.actions().at(3)->toggle();
            console.find<QTableView>("rejectedAndOther")->setColumnWidth(0, 188);
            panels = console.find<QSplitter>("panels")->sizes();
            console.window().close();
        }
        RunningConsole console(folder.path());
        // Later versions keep a window on the screen, which is small here.
        const bool keepsSize = QLibraryInfo::version() < QVersionNumber(6, 5);
        for (int i = 0; keepsSize && i < panels.size(); ++i) // shares of a width: one may be rounded up
            QTRY_VERIFY(qAbs(console.find<QSplitter>("panels")->sizes().at(i) - panels.at(i)) <= 1);
        QVERIFY(console.find<QTableView>("notifications")->isColumnHidden(3));
        QCOMPARE(console.find<QTableView>("rejectedAndOther")->columnWidth(0), 188);
        QCOMPARE(console.find<QLineEdit>("filter")->text(), QStringLiteral("rcs"));
        if (keepsSize)
            QCOMPARE(console.window().size(), QSize(1200, 800));
    }

    void aFilterLeavesThePlotOfArrivalsInPlace()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        console.window().resize(1440, 900);
        console.find<QPushButton>("Look up")->click();
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kSandboxPatience);
        console.find<QLineEdit>("filter")->setText(QStringLiteral("channel:RCS"));
        auto *count = console.find<QLabel>("rowCountText");
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
        QVERIFY(count->isVisible() && count->width() >= count->sizeHint().width());
        QVERIFY(console.find<QWidget>("arrivalPlot")->isVisible());
        console.find<QTabWidget>("pages")->setCurrentIndex(1);
        QVERIFY(!count->isVisible()); // it is not about what stands there
    }

    void theDetailMakesWayInANarrowWindow()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        console.window().resize(1440, 900);
        QAction *detail = console.window().findChild<QAction *>(QStringLiteral("showDetail"));
        QTRY_VERIFY(detail->isChecked());
        console.window().resize(900, 700);
        QTRY_VERIFY(!detail->isChecked());
        console.window().resize(1440, 900);
        QTRY_VERIFY(detail->isChecked());
    }

    void everyToolIsInAMenu()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        for (const char *name : {"connectProject", "editProject", "removeProject", "openSettings", "pauseAction",
                                 "focusFilter", "about"}) {
            const auto *action = console.window().findChild<QAction *>(QLatin1String(name));
            QVERIFY2(action && action->associatedObjects().size() > 1, name);
        }
    }
};

QTEST_MAIN(TestMainWindowSandbox)
#include "tst_main_window_sandbox.moc"
