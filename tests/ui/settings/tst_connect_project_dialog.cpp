// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect_project_fixture.h"
#include "ui/theme/banner.h"
#include "ui/theme/widget_roles.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

using Step = ConnectionCheck::Step;
using Fixture = ConnectProjectFixture;

} // namespace

class TestConnectProjectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAClientWhereCallbacksNeedAToken()
    {
        Fixture fixture(ConnectProjectDialog::Purpose::Edit);
        fixture.fill();
        auto *request = fixture.dialog.findChild<QComboBox *>(QStringLiteral("tokenRequest"));
        QVERIFY(!fixture.line("callbackClientId")->isVisible());
        request->setCurrentIndex(2);
        QVERIFY(fixture.line("callbackClientId")->isVisible());
        QVERIFY(!fixture.line("callbackClientId")->text().isEmpty()); // proposed
        QSignalSpy accepted(&fixture.dialog, &QDialog::accepted);
        fixture.dialog.accept();
        QCOMPARE(accepted.size(), 0);
        QVERIFY(isFieldInvalid(fixture.line("callbackClientSecret")));
        fixture.button("callbackClientSecretGenerate")->click();
        fixture.dialog.accept();
        QCOMPARE(accepted.size(), 1);
        QVERIFY(fixture.dialog.project().tokenRequest == Project::TokenRequest::Form);
        const auto client = callbackClientOf(fixture.dialog.project(), fixture.dialog.secrets());
        QVERIFY(client && client->credentials == CallbackClient::Credentials::InForm);
        QCOMPARE(client->secret.reveal(), fixture.line("callbackClientSecret")->text());
    }

    void saysHttpsWhereTheReceiverSpeaksTls()
    {
        ConnectProjectDialog dialog(ConnectProjectDialog::Purpose::Edit, {});
        dialog.setReceivesTls(true);
        Project project;
        project.callbackPath = QStringLiteral("/callbacks/x");
        project.publicUrl = QUrl(QStringLiteral("http://hooks.example.test:8443"));
        dialog.setProject(project, {});
        const auto *target = dialog.findChild<QLabel *>(QStringLiteral("callbackUrl"));
        QCOMPARE(target->text(), QStringLiteral("https://hooks.example.test:8443/callbacks/x"));
        dialog.findChild<QLineEdit *>(QStringLiteral("publicUrl"))->clear();
        QCOMPARE(target->text(), QStringLiteral("https://127.0.0.1:8787/callbacks/x"));
    }

    void handsBackWhatWasTyped()
    {
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.button("saveProject")->click();
        f.passAll();
        QCOMPARE(accepted.size(), 1);
        const Project project = f.dialog.project();
        QCOMPARE(project.name, QStringLiteral("Production"));
        QCOMPARE(project.region, QStringLiteral("eu"));
        QCOMPARE(project.projectId, QStringLiteral("p1"));
        QCOMPARE(f.dialog.secrets().keySecret.reveal(), QStringLiteral("s1"));
        QVERIFY(f.dialog.secrets().webhookSecret.reveal().size() >= 32);
    }

    void theRegionHasNoDefault()
    {
        Fixture f;
        QCOMPARE(f.dialog.findChild<QComboBox *>(QStringLiteral("region"))->currentData().toString(), QString());
    }

    void tellsAtTheFieldWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("a name that is missing") << QStringLiteral("projectName") << QString();
        QTest::newRow("a project id of blanks") << QStringLiteral("projectId") << QStringLiteral("  ");
        QTest::newRow("a project id with spaces") << QStringLiteral("projectId") << QStringLiteral("not a project");
        QTest::newRow("a key id that is missing") << QStringLiteral("keyId") << QString();
        QTest::newRow("a key secret that is missing") << QStringLiteral("keySecret") << QString();
        QTest::newRow("a receiver without a port") << QStringLiteral("receiverAddress") << QStringLiteral("127.0.0.1:");
        QTest::newRow("a public URL without a scheme")
            << QStringLiteral("publicUrl") << QStringLiteral("tunnel.example");
        QTest::newRow("a base URL of another scheme") << QStringLiteral("baseUrl") << QStringLiteral("ftp://host");
        QTest::newRow("neither a webhook secret nor unsigned ones") << QStringLiteral("webhookSecret") << QString();
    }
    void tellsAtTheFieldWhatIsWrong()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        auto *line = f.dialog.findChild<QLineEdit *>(field);
        line->setText(text);
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 0);
        QVERIFY(isFieldInvalid(line));
        QVERIFY(!line->accessibleDescription().isEmpty());
    }

    void anotherBaseUrlNeedsNoRegion()
    {
        Fixture f(ConnectProjectDialog::Purpose::Edit);
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(0);
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 0);
        f.line("baseUrl")->setText(QStringLiteral("http://127.0.0.1:4000"));
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 1);
    }

    void testingNamesEachStep()
    {
        Fixture f;
        f.fill();
        f.button("testConnection")->click();
        QCOMPARE(f.asked, 1);
        QCOMPARE(f.tried.projectId, QStringLiteral("p1"));
        Q_EMIT f.check->stepStarted(Step::Credentials);
        QVERIFY(f.step("stepCredentials")->accessibleName().startsWith(QStringLiteral("Credentials: running.")));
        QVERIFY(f.step("stepApps")->accessibleName().startsWith(QStringLiteral("App and region: not tried.")));
        Q_EMIT f.check->stepPassed(Step::Credentials, {});
        Q_EMIT f.check->stepPassed(Step::Apps, QStringLiteral("Support EU"));
        QVERIFY(f.step("stepCredentials")->accessibleName().startsWith(QStringLiteral("Credentials: passed.")));
        QCOMPARE(f.step("stepApps")->text(), QStringLiteral("Support EU"));
        Q_EMIT f.check->stepPassed(Step::Callback, QStringLiteral("https://t.example/x"));
        QVERIFY(f.step("stepCallback")->text().contains(QStringLiteral("https://t.example/x")));
    }

    void theButtonsAreInSightOnALowScreen()
    {
        Fixture f;
        f.fill();
        f.dialog.resize(620, 560);
        f.dialog.show();
        f.button("testConnection")->click();
        QCOMPARE(f.dialog.height(), 560); // what was found scrolls with the form
        for (const char *name : {"saveProject", "testConnection"}) {
            const auto *button = f.button(name);
            QVERIFY(f.dialog.rect().contains(QRect(button->mapTo(&f.dialog, QPoint()), button->size())));
        }
    }

    void tellsInWordsWhyAStepFailed_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("words");
        QTest::newRow("a wrong key") << Step::Credentials << Error {Error::Kind::Unauthorized, {}, {}, 401}
                                     << QStringLiteral("access key was refused");
        QTest::newRow("a project of somebody else") << Step::Apps << Error {Error::Kind::Rejected, {}, {}, 403}
                                                    << QStringLiteral("check the project id and the region");
        QTest::newRow("another region") << Step::Apps << Error {Error::Kind::NotFound, {}, {}, 404}
                                        << QStringLiteral("check region");
        QTest::newRow("another webhook secret") << Step::Callback << Error {Error::Kind::Unauthorized, {}, {}, 401}
                                                << QStringLiteral("another webhook secret");
        QTest::newRow("a tunnel that leads nowhere") << Step::Callback << Error {Error::Kind::ServerFault, {}, {}, 502}
                                                     << QStringLiteral("does not reach the receiver");
        QTest::newRow("a stranger that answers 200")
            << Step::Callback << Error {Error::Kind::NotFound, {}} << QStringLiteral("Something else answers");
        QTest::newRow("a port that is taken")
            << Step::Callback << Error {Error::Kind::Config, QStringLiteral("the port 8787 is taken by nginx")}
            << QStringLiteral("taken by nginx");
    }
    void tellsInWordsWhyAStepFailed()
    {
        QFETCH(const Step, step);
        QFETCH(const Error, error);
        QFETCH(const QString, words);
        QVERIFY2(stepFailureText(step, error).contains(words), qPrintable(stepFailureText(step, error)));
    }

    void aNewProjectIsCheckedBeforeItIsSaved()
    {
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.button("saveProject")->click();
        QCOMPARE(f.asked, 1);
        f.fail(Step::Apps, {Error::Kind::NotFound, {}, {}, 404});
        QCOMPARE(accepted.size(), 0);
        f.button("saveProject")->click(); // "Save anyway"
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(f.asked, 1);
    }

    void whatWasFoundHoldsNoMoreForWhatIsTypedNext()
    {
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.button("testConnection")->click();
        f.passAll();
        f.line("projectId")->setText(QStringLiteral("p2"));
        QVERIFY(!f.check);
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 0);
        QCOMPARE(f.tried.projectId, QStringLiteral("p2"));
    }

    void anEditedProjectIsSavedAtOnce()
    {
        Fixture f(ConnectProjectDialog::Purpose::Edit);
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(f.asked, 0);
    }

    void theCheckEndsWithTheDialog()
    {
        QPointer<ConnectionCheck> check;
        {
            Fixture f;
            f.fill();
            f.button("testConnection")->click();
            check = f.check;
            QVERIFY(check);
        }
        QVERIFY(!check);
    }

    void aProgramThatIsStartingCannotCheckYet()
    {
        Fixture f;
        f.isStarting = true;
        f.fill();
        f.button("testConnection")->click();
        QVERIFY(f.step("stepCredentials")->text().contains(QStringLiteral("starting")));
        QVERIFY(f.button("testConnection")->isEnabled());
    }

    void aNewWebhookSecretKeepsThePreviousOneForAWhile()
    {
        Fixture f(ConnectProjectDialog::Purpose::Edit, {},
                  {Secret(QStringLiteral("key")), Secret(QStringLiteral("old")), {}});
        f.button("webhookSecretGenerate")->click();
        QCOMPARE(f.dialog.secrets().previousWebhookSecret.reveal(), QStringLiteral("old"));
        QVERIFY(f.dialog.secrets().webhookSecret.reveal() != QStringLiteral("old"));
    }

    void thePreviousSecretEndsWhenTheUserSaysSo()
    {
        Fixture f(ConnectProjectDialog::Purpose::Edit, {},
                  {Secret(QStringLiteral("key")), Secret(QStringLiteral("new")), Secret(QStringLiteral("old"))});
        QCOMPARE(f.dialog.secrets().previousWebhookSecret.reveal(), QStringLiteral("old"));
        f.dialog.findChild<QCheckBox *>(QStringLiteral("keepsPrevious"))->click();
        QVERIFY(f.dialog.secrets().previousWebhookSecret.isEmpty());
        QCOMPARE(f.dialog.secrets().webhookSecret.reveal(), QStringLiteral("new"));
    }

    void tellsWhySecretsAreKeptForThisSessionOnly_data()
    {
        QTest::addColumn<KeychainState>("state");
        QTest::addColumn<QString>("order");
        QTest::newRow("no bus") << KeychainState::NoBus << QString();
        QTest::newRow("no keychain") << KeychainState::NoService << QString();
        QTest::newRow("not set up") << KeychainState::NoDefault << QStringLiteral("Set up keychain");
        QTest::newRow("locked") << KeychainState::Locked << QStringLiteral("Unlock keychain");
    }
    void tellsWhySecretsAreKeptForThisSessionOnly()
    {
        QFETCH(const KeychainState, state);
        QFETCH(const QString, order);
        Fixture f;
        auto *banner = f.dialog.findChild<Banner *>(QStringLiteral("sessionOnly"));
        QSignalSpy unlock(&f.dialog, &ConnectProjectDialog::unlockRequested);
        f.dialog.setKeychain(state);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(keychainReason(state)));
        QCOMPARE(banner->actionButton()->isVisible(), !order.isEmpty());
        QCOMPARE(banner->actionButton()->text(), order);
        if (!order.isEmpty()) {
            banner->actionButton()->click();
            QCOMPARE(unlock.size(), 1);
        }
        f.dialog.setKeychain(KeychainState::Unlocked);
        QVERIFY(!banner->isVisible());
    }
};

QTEST_MAIN(TestConnectProjectDialog)
#include "tst_connect_project_dialog.moc"
