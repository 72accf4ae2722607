// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run_on.h"
#include "ui/settings/connect_project_dialog.h"
#include "ui/theme/banner.h"
#include "ui/theme/widget_roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

struct Fixture
{
    Result<QList<App>> answer = QList<App> {};
    int asked = 0;
    ConnectProjectDialog dialog {[this](const Project &, const ProjectSecrets &) {
                                     ++asked;
                                     return readyFuture(answer);
                                 },
                                 QString()};

    explicit Fixture(Project project = {}, const ProjectSecrets &secrets = {})
    {
        project.callbackPath = QStringLiteral("/callbacks/x");
        dialog.setProject(project, secrets);
        dialog.open();
    }
    QLineEdit *line(const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); }
    QPushButton *button(const char *name) { return dialog.findChild<QPushButton *>(QLatin1String(name)); }
    void fill()
    {
        line("projectName")->setText(QStringLiteral("Production"));
        dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(2);
        line("projectId")->setText(QStringLiteral(" p1 "));
        line("keyId")->setText(QStringLiteral("k1"));
        line("keySecret")->setText(QStringLiteral("s1"));
        button("webhookSecretGenerate")->click();
    }
};

} // namespace

class TestConnectProjectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsBackWhatWasTyped()
    {
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.button("saveProject")->click();
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
        Fixture f;
        QSignalSpy accepted(&f.dialog, &QDialog::accepted);
        f.fill();
        f.dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(0);
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 0);
        f.line("baseUrl")->setText(QStringLiteral("http://127.0.0.1:4000"));
        f.button("saveProject")->click();
        QCOMPARE(accepted.size(), 1);
    }

    void testingListsTheApps()
    {
        Fixture f;
        f.fill();
        f.answer = QList<App> {App {*AppId::parse(QStringLiteral("a1")), QStringLiteral("Support EU"), {}, {}}};
        f.button("testConnection")->click();
        auto *outcome = f.dialog.findChild<Banner *>(QStringLiteral("testOutcome"));
        QTRY_VERIFY(outcome->text().contains(QStringLiteral("Support EU")));
        QCOMPARE(f.asked, 1);
    }

    void testingTellsTheErrorInWords()
    {
        Fixture f;
        f.fill();
        f.answer = failure(Error {Error::Kind::Unauthorized, QStringLiteral("x"), {}, 401});
        f.button("testConnection")->click();
        auto *outcome = f.dialog.findChild<Banner *>(QStringLiteral("testOutcome"));
        QTRY_VERIFY(outcome->text().contains(QStringLiteral("access key was refused")));
    }

    void aNewWebhookSecretKeepsThePreviousOneForAWhile()
    {
        Project project;
        Fixture f(project, {Secret(QStringLiteral("key")), Secret(QStringLiteral("old")), {}});
        f.button("webhookSecretGenerate")->click();
        QCOMPARE(f.dialog.secrets().previousWebhookSecret.reveal(), QStringLiteral("old"));
        QVERIFY(f.dialog.secrets().webhookSecret.reveal() != QStringLiteral("old"));
    }

    void tellsWhySecretsAreKeptForThisSessionOnly()
    {
        const ConnectProjectDialog dialog({}, QStringLiteral("there is no session bus"));
        const auto *banner = dialog.findChild<Banner *>(QStringLiteral("sessionOnly"));
        QVERIFY(banner->text().contains(QStringLiteral("there is no session bus")));
    }
};

QTEST_MAIN(TestConnectProjectDialog)
#include "tst_connect_project_dialog.moc"
