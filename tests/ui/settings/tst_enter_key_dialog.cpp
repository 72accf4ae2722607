// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/enter_key_dialog.h"
#include "ui/theme/widget_roles.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestEnterKeyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsBackWhatWasTyped()
    {
        EnterKeyDialog dialog({});
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        line(dialog, "enterKeySecret")->setText(QStringLiteral("key"));
        line(dialog, "enterWebhookSecret")->setText(QStringLiteral("hook"));
        dialog.accept();
        QCOMPARE(accepted.size(), 1);
        const ProjectSecrets wanted {Secret(QStringLiteral("key")), Secret(QStringLiteral("hook")), {}};
        QVERIFY(dialog.secrets() == wanted);
    }

    void tellsAtTheFieldWhatIsMissing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("hook");
        QTest::addColumn<QString>("field");
        QTest::newRow("the key") << QString() << QStringLiteral("hook") << QStringLiteral("enterKeySecret");
        QTest::newRow("what proves a callback")
            << QStringLiteral("key") << QString() << QStringLiteral("enterWebhookSecret");
    }
    void tellsAtTheFieldWhatIsMissing()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, hook);
        QFETCH(const QString, field);
        EnterKeyDialog dialog({});
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        line(dialog, "enterKeySecret")->setText(key);
        line(dialog, "enterWebhookSecret")->setText(hook);
        dialog.accept();
        QCOMPARE(accepted.size(), 0);
        QVERIFY(isFieldInvalid(dialog.findChild<QLineEdit *>(field)));
    }

    void aProjectWithTokensNeedsItsClientSecret()
    {
        Project project;
        project.tokenRequest = Project::TokenRequest::Basic;
        EnterKeyDialog dialog(project);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        line(dialog, "enterKeySecret")->setText(QStringLiteral("key"));
        line(dialog, "enterWebhookSecret")->setText(QStringLiteral("hook"));
        dialog.accept();
        QCOMPARE(accepted.size(), 0);
        QVERIFY(isFieldInvalid(line(dialog, "enterClientSecret")));
        line(dialog, "enterClientSecret")->setText(QStringLiteral("client"));
        dialog.accept();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.secrets().callbackClientSecret.reveal(), QStringLiteral("client"));
    }

    void aProjectOfUnsignedCallbacksNeedsNoWebhookSecret()
    {
        Project project;
        project.allowsUnsigned = true;
        EnterKeyDialog dialog(project);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        line(dialog, "enterKeySecret")->setText(QStringLiteral("key"));
        dialog.accept();
        QCOMPARE(accepted.size(), 1);
    }

private:
    static QLineEdit *line(const EnterKeyDialog &dialog, const char *name)
    {
        return dialog.findChild<QLineEdit *>(QLatin1String(name));
    }
};

QTEST_MAIN(TestEnterKeyDialog)
#include "tst_enter_key_dialog.moc"
