// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "support/result_macros.h"
#include "support/test_certificate.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/receiver/webhooks_dialog.h"
#include "vendor_project.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>

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
        project = projectAt(access);
    }
    ProjectSecrets secrets() const
    {
        return {access.keySecret, Secret(QStringLiteral("hook")), {}, Secret(QStringLiteral("client/secret+1"))};
    }
};

/// The public URL of whatever the console listens at: no tunnel is needed on one machine.
void publish(RunningConsole &console, Vendor &vendor)
{
    const auto listeners = console.projects().receiverView().state.listeners;
    vendor.project.publicUrl = QUrl(QStringLiteral("http://") + listeners.constFirst().actual.toString());
    console.projects().add(vendor.project, vendor.secrets());
}

WebhooksDialog *openQuestion(RunningConsole &console)
{
    const auto dialogs = console.window().findChildren<WebhooksDialog *>();
    for (auto *dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void answer(WebhooksDialog *question, const char *button)
{
    auto *answer = question->findChild<QPushButton *>(QLatin1String(button));
    QTRY_VERIFY(answer->isEnabled());
    answer->click();
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
        answer(openQuestion(console), "registerWebhook");
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kSandboxPatience);
        QCOMPARE(webhooksAt(console, app), 1);
        auto removal = console.projects().removeWebhooks();
        QTRY_VERIFY(removal.isFinished());
        QCOMPARE(webhooksAt(console, app), 0);
    }

    void receivesOverTlsAndSaysSoInItsAddresses()
    {
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        publish(console, vendor);
        QTRY_VERIFY(console.projects().selectedApp());
        Preferences preferences = console.projects().preferences();
        preferences.tls = TestCertificate().writeTo(folder.path());
        VERIFY_OK(console.projects().checkTls(preferences.tls));
        console.projects().applyPreferences(preferences);
        const auto listener = [&] { return console.projects().receiverView().state.listeners.value(0); };
        QTRY_VERIFY(listener().certificate && listener().isListening);
        vendor.project.publicUrl.setPort(listener().actual.port); // as before it says http
        console.projects().change(vendor.project, vendor.secrets());
        QTRY_VERIFY(console.projects().selectedApp());
        QCOMPARE(console.projects().webhookTarget().scheme(), QStringLiteral("https"));
        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY(openQuestion(console));
        answer(openQuestion(console), "registerWebhook");
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kSandboxPatience);

        console.projects().select(QStringLiteral("sandbox"));
        QCOMPARE(console.projects().receiverView().callbackUrl.scheme(), QStringLiteral("https"));
    }

    void theVendorGetsATokenOfOursForItsCallbacks_data()
    {
        QTest::addColumn<Project::TokenRequest>("request");
        QTest::newRow("BASIC") << Project::TokenRequest::Basic;
        QTest::newRow("FORM") << Project::TokenRequest::Form;
    }
    void theVendorGetsATokenOfOursForItsCallbacks()
    {
        QFETCH(const Project::TokenRequest, request);
        Vendor vendor;
        vendor.project.tokenRequest = request;
        vendor.project.callbackClientId = QStringLiteral("console client");
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        publish(console, vendor);
        QTRY_VERIFY(console.projects().selectedApp());
        const auto check = console.projects().tryConnection(vendor.project, vendor.secrets());
        QSignalSpy finished(check.get(), &ConnectionCheck::finished);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.constFirst().constFirst().toBool());

        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY(openQuestion(console));
        answer(openQuestion(console), "registerWebhook");
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kSandboxPatience);
        QCOMPARE(console.projects().receiverView().state.rejected, 0);
    }

    void theCheckOfAConnectionBelievesOurOwnCertificateAtItsAddress()
    {
        Vendor vendor;
        QTemporaryDir folder;
        Preferences preferences;
        preferences.tls = TestCertificate().writeTo(folder.path());
        SettingsStore(folder.path()).savePreferences(preferences);
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        const auto check = console.projects().tryConnection(vendor.project, vendor.secrets());
        QSignalSpy finished(check.get(), &ConnectionCheck::finished);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.constFirst().constFirst().toBool());
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
        answer(openQuestion(console), "lookUpWithout");
        QTRY_COMPARE(console.session().lookups().recent().size(), 1);
        QTRY_VERIFY(console.session().lookups().recent().constFirst().registeredAt);
        QCOMPARE(webhooksAt(console, console.projects().selectedApp()->id), 0);
    }

    void aPortThatBecomesFreeIsTakenOnceTheUserSaysSo()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const ListenAddress wanted {QStringLiteral("127.0.0.1"), other.serverPort()};
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path(), wanted);
        QTRY_VERIFY(console.projects().selectedApp());
        const QUrl sandboxTarget = console.projects().webhookTarget();
        QVERIFY(sandboxTarget.isValid()); // the sandbox takes another port
        console.projects().add(vendor.project, vendor.secrets());
        QVERIFY(console.projects().receiverView().problem().contains(QString::number(wanted.port)));
        other.close();
        console.projects().listenAgain();
        QTRY_COMPARE(console.projects().receiverView().problem(), QString());
        QCOMPARE(console.projects().receiverView().state.actualAddress(wanted), wanted);
        console.projects().select(QStringLiteral("sandbox"));
        QCOMPARE(console.projects().webhookTarget(), sandboxTarget);
    }

    void onlyOurWebhookIsEverRemoved()
    {
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        publish(console, vendor);
        QTRY_VERIFY(console.projects().selectedApp());
        const AppId app = console.projects().selectedApp()->id;
        auto foreign = console.projects().connection()->webhooks().create(
            {app, QStringLiteral("https://other.test/"), {QStringLiteral("MESSAGE_INBOUND")}, {}});
        QTRY_VERIFY(foreign.isFinished());
        VERIFY_OK(foreign.result());
        auto prepared = console.projects().prepareLookup(app);
        QTRY_VERIFY(prepared.isFinished());
        auto listed = console.projects().webhooks(app);
        QTRY_VERIFY(listed.isFinished());
        QCOMPARE(listed.result()->webhooks.size(), 2);
        QVERIFY(listed.result()->webhooks.at(0).isOurs());
        auto refused = console.projects().removeWebhook(app, foreign.result()->id);
        QTRY_VERIFY(refused.isFinished());
        COMPARE_ERROR(refused.result(), Error::Kind::Config);
        auto removed = console.projects().removeWebhook(app, listed.result()->webhooks.at(0).webhook.id);
        QTRY_VERIFY(removed.isFinished());
        VERIFY_OK(removed.result());
        QCOMPARE(webhooksAt(console, app), 1);
        QVERIFY(console.projects().needsWebhook(app));
    }

    void aProjectIsCheckedInThreeStepsBeforeItIsKept_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<bool>("passes");
        QTest::newRow("here, without a public URL") << QString() << true;
        QTest::newRow("through its public URL") << QStringLiteral("http://127.0.0.1:%1") << true;
        QTest::newRow("a public URL that leads to somebody else") << QStringLiteral("vendor") << false;
    }
    void aProjectIsCheckedInThreeStepsBeforeItIsKept()
    {
        QFETCH(const QString, publicUrl);
        QFETCH(const bool, passes);
        Vendor vendor;
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(!console.projects().receiverView().state.listeners.isEmpty());
        const auto port = console.projects().receiverView().state.listeners.constFirst().actual.port;
        vendor.project.publicUrl = publicUrl == QLatin1String("vendor")
            ? vendor.access.baseUrl
            : QUrl(publicUrl.isEmpty() ? QString() : publicUrl.arg(port));
        auto check = console.projects().tryConnection(vendor.project, vendor.secrets());
        QSignalSpy passed(check.get(), &ConnectionCheck::stepPassed);
        QSignalSpy finished(check.get(), &ConnectionCheck::finished);
        QVERIFY(finished.wait(kSandboxPatience));
        QCOMPARE(finished.first().first().toBool(), passes);
        QCOMPARE(passed.size(), passes ? 3 : 2);
        QCOMPARE(console.projects().projects().size(), 1);
        auto events = console.session().history().otherEvents(10);
        QTRY_VERIFY(events.isFinished());
        QCOMPARE(events.result()->size(), passes ? 1 : 0);
        if (passes)
            QCOMPARE(events.result()->constFirst().what, QStringLiteral("console_probe"));
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
