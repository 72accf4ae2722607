// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/notifications/notification_table_view.h"

#include <QMessageBox>
#include <QPushButton>

using namespace console;

namespace {

constexpr int kSandboxPatience = 15'000;

/// A sandbox of its own stands for the vendor; the project reaches it by its addresses, like any other.
struct Vendor
{
    SystemClock clock;
    SandboxThread thread {{}, clock};
    SandboxAccess access;
    Project project;

    Vendor()
    {
        auto started = thread.start();
        started.waitForFinished();
        access = *started.result();
        project.key = QStringLiteral("live");
        project.name = QStringLiteral("Production");
        project.kind = Project::Kind::Live;
        project.baseUrlOverride = access.baseUrl;
        project.tokenUrlOverride = access.tokenUrl;
        project.projectId = access.projectId;
        project.keyId = access.keyId;
        project.callbackPath = QStringLiteral("/callbacks/live");
    }
    ProjectSecrets secrets() const { return {access.keySecret, Secret(QStringLiteral("hook")), {}}; }
};

/// The public URL of whatever the console listens at: no tunnel is needed on one machine.
void publish(RunningConsole &console, Vendor &vendor)
{
    const auto listeners = console.projects().receiverView().state.listeners;
    vendor.project.publicUrl = QUrl(QStringLiteral("http://") + listeners.constFirst().actual.toString());
    console.projects().add(vendor.project, vendor.secrets());
}

QMessageBox *openQuestion(RunningConsole &console)
{
    const auto boxes = console.window().findChildren<QMessageBox *>();
    for (auto *box : boxes) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

void answer(QMessageBox *question, const QString &text)
{
    for (auto *button : question->buttons()) {
        if (button->text() == text)
            return button->click();
    }
    qFatal("there is no answer %s", qPrintable(text));
}

int webhooksAt(RunningConsole &console, const AppId &app)
{
    auto list = console.projects().connection()->webhooks().list(app);
    if (!QTest::qWaitFor([&] { return list.isFinished(); }))
        return -1;
    return list.result() ? int(list.result()->size()) : -1;
}

} // namespace

class TestLiveProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksBeforeItMakesAWebhookAndRemovesItAtTheEnd()
    {
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        publish(console, vendor);
        QTRY_VERIFY(console.projects().selectedApp());
        const AppId app = console.projects().selectedApp()->id;
        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY(openQuestion(console));
        QCOMPARE(webhooksAt(console, app), 0);
        answer(openQuestion(console), QStringLiteral("Make it and look up"));
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kSandboxPatience);
        QCOMPARE(webhooksAt(console, app), 1);
        auto removal = console.projects().removeWebhooks();
        QTRY_VERIFY(removal.isFinished());
        QCOMPARE(webhooksAt(console, app), 0);
    }

    void looksUpWithoutAWebhookWhenToldSo()
    {
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        publish(console, vendor);
        QTRY_VERIFY(console.projects().selectedApp());
        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY(openQuestion(console));
        answer(openQuestion(console), QStringLiteral("Look up without"));
        QTRY_COMPARE(console.session().lookups().recent().size(), 1);
        QTRY_VERIFY(console.session().lookups().recent().constFirst().registeredAt);
        QCOMPARE(webhooksAt(console, console.projects().selectedApp()->id), 0);
    }

    void whatACrashLeftIsRemovedAtTheNextStart()
    {
        Vendor vendor;
        QTemporaryDir folder;
        {
            RunningConsole crashing(folder.path());
            QTRY_VERIFY(!crashing.projects().receiverView().state.listeners.isEmpty());
            publish(crashing, vendor);
            QTRY_VERIFY(crashing.projects().selectedApp());
            auto prepared = crashing.projects().prepareLookup(crashing.projects().selectedApp()->id);
            QTRY_VERIFY(prepared.isFinished());
            QCOMPARE(webhooksAt(crashing, crashing.projects().selectedApp()->id), 1);
        } // without removeWebhooks()
        RunningConsole console(folder.path());
        QCOMPARE(console.leftovers().size(), 1);
        console.projects().change(vendor.project, vendor.secrets()); // a keychain would have kept the secrets
        QTRY_VERIFY(console.projects().connection() && console.projects().selectedApp());
        QTRY_COMPARE(webhooksAt(console, console.projects().selectedApp()->id), 0);
    }
};

QTEST_MAIN(TestLiveProject)
#include "tst_live_project.moc"
