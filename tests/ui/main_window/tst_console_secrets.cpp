// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "support/log_capture.h"
#include "support/planted_secrets.h"
#include "ui/receiver/webhooks_dialog.h"
#include "vendor_project.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace console;

namespace {

const QString kHook = QStringLiteral("PLANTED-hook~secret/4712");
const QString kClient = QStringLiteral("PLANTED-client~secret/4716");
const QString kPreviousHook = QStringLiteral("PLANTED-old~secret/4715");

Project projectWithTokens(const SandboxAccess &access, const QUrl &publicUrl)
{
    Project project = projectAt(access);
    project.publicUrl = publicUrl;
    project.tokenRequest = Project::TokenRequest::Form;
    project.callbackClientId = QStringLiteral("console");
    return project;
}

} // namespace

/// The window does all that it does with secrets, and what it wrote is searched for them: settings, history, log.
class TestConsoleSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSecretIsInAFileOrALog()
    {
        const LogCapture log;
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        SystemClock clock;
        SandboxThread vendor({}, clock);
        auto started = vendor.start();
        QTRY_VERIFY(started.isFinished());
        const auto access = *started.result();
        const PlantedSecrets secrets {
            {access.keySecret.reveal().toUtf8(), kHook.toUtf8(), kPreviousHook.toUtf8(), kClient.toUtf8()}};
        QTemporaryDir folder;
        {
            RunningConsole console(folder.path());
            QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
            const auto listener = console.projects().receiverView().state.listeners.constFirst();
            const QUrl url(QStringLiteral("http://") + listener.actual.toString());
            console.projects().add(projectWithTokens(access, url),
                                   {access.keySecret, Secret(kHook), Secret(kPreviousHook), Secret(kClient)});
            QTRY_VERIFY(console.projects().selectedApp());
            console.find<QPushButton>("Look up")->click();
            QTRY_VERIFY(question(console));
            QPushButton *make = question(console)->findChild<QPushButton *>(QStringLiteral("registerWebhook"));
            QTRY_VERIFY(make->isEnabled());
            make->click();
            QTRY_VERIFY_WITH_TIMEOUT(hasRows(console), 15'000);
            QCOMPARE(secrets.findIn(folder.path()), QStringList()); // while the write-ahead log is there
            QCOMPARE(shownSecrets(console, secrets), QStringList());
            {
                RunningConsole second(folder.path()); // only reads, beside the first
                QVERIFY(!second.session().heldBy().isEmpty());
                QTRY_VERIFY(second.find<QTableView>("notifications")->model()->rowCount() > 0);
                second.find<QTableView>("notifications")->selectRow(0);
                QCOMPARE(shownSecrets(second, secrets), QStringList());
                QCOMPARE(secrets.findIn(folder.path()), QStringList());
            }
            auto removal = console.projects().removeWebhooks();
            QTRY_VERIFY(removal.isFinished());
        }
        QCOMPARE(secrets.findIn(folder.path()), QStringList());
        QVERIFY(log.text().size() > 1000);
        QVERIFY2(secrets.formIn(log.text().toUtf8()).isEmpty(), secrets.formIn(log.text().toUtf8()).constData());
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.ini")}).size() > 0); // what was searched was written
    }

private:
    static WebhooksDialog *question(RunningConsole &console)
    {
        const auto dialogs = console.window().findChildren<WebhooksDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    }
    static bool hasRows(RunningConsole &console)
    {
        auto counted = console.session().history().newestRows(1);
        return QTest::qWaitFor([&] { return counted.isFinished(); }) && counted.result()
            && !counted.result()->isEmpty();
    }
    /// Fields and texts of the window that hold one.
    static QStringList shownSecrets(RunningConsole &console, const PlantedSecrets &secrets)
    {
        QStringList found;
        for (const auto *line : console.window().findChildren<QLineEdit *>()) {
            if (!secrets.formIn(line->text().toUtf8()).isEmpty())
                found += line->objectName();
        }
        for (const auto *text : console.window().findChildren<QPlainTextEdit *>()) {
            if (!secrets.formIn(text->toPlainText().toUtf8()).isEmpty())
                found += text->objectName();
        }
        return found;
    }
};

QTEST_MAIN(TestConsoleSecrets)
#include "tst_console_secrets.moc"
