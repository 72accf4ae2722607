// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/about_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/theme/widget_roles.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace console;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsBackWhatItWasGiven()
    {
        Preferences preferences;
        preferences.wait = std::chrono::seconds(45);
        preferences.bodyLimit = 512 * 1024;
        preferences.receiver = {QStringLiteral("0.0.0.0"), 9000};
        preferences.theme = Preferences::ThemeMode::Dark;
        preferences.isCompact = true;
        preferences.retention = {std::chrono::days(90), 500'000, qint64(2) << 30};
        preferences.rowsInMemory = 250'000;
        preferences.windowState.insert(QStringLiteral("geometry"), "x");
        QCOMPARE(SettingsDialog(preferences).preferences(), preferences);
    }

    void locksWhatTheOrganisationDecides()
    {
        const auto managed = ManagedSettings::parse(
            "{\"version\": 1, \"locked\": {\"lookup.wait_s\": 60, \"receiver.certificate\": \"/c\", "
            "\"window.mask_at_start\": true}}",
            QStringLiteral("/etc/policies.json"));
        SettingsDialog dialog(managed.preset());
        dialog.setManaged(managed);
        dialog.show();
        for (const char *name : {"wait", "tlsCertificate", "maskAtStart"}) {
            auto *control = dialog.findChild<QWidget *>(QLatin1String(name));
            QVERIFY2(!control->isEnabled(), name);
            QCOMPARE(control->accessibleDescription(), QStringLiteral("Managed by your organisation"));
            QCOMPARE(control->toolTip(), QStringLiteral("Managed by your organisation"));
        }
        QVERIFY(dialog.findChild<QWidget *>(QStringLiteral("amber"))->isEnabled());
        QVERIFY(dialog.findChild<QWidget *>(QStringLiteral("managedNote"))->isVisible());
        QCOMPARE(dialog.preferences(), managed.preset());
    }

    void locksNothingWhereNothingIsManaged()
    {
        SettingsDialog dialog({});
        dialog.setManaged({});
        dialog.show();
        QVERIFY(!dialog.findChild<QWidget *>(QStringLiteral("managedNote"))->isVisible());
        QVERIFY(dialog.findChild<QWidget *>(QStringLiteral("wait"))->isEnabled());
    }

    void handsBackWhatWasChosen()
    {
        SettingsDialog dialog({});
        dialog.findChild<QSpinBox *>(QStringLiteral("wait"))->setValue(60);
        dialog.findChild<QSpinBox *>(QStringLiteral("amber"))->setValue(20);
        dialog.findChild<QSpinBox *>(QStringLiteral("signatureWindow"))->setValue(120);
        dialog.findChild<QSpinBox *>(QStringLiteral("bodyLimit"))->setValue(1024);
        dialog.findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(1);
        dialog.findChild<QComboBox *>(QStringLiteral("rowHeight"))->setCurrentIndex(1);
        const Preferences chosen = dialog.preferences();
        QCOMPARE(chosen.wait, std::chrono::seconds(60));
        QCOMPARE(chosen.amberAfter, std::chrono::seconds(20));
        QCOMPARE(chosen.signatureWindow, std::chrono::seconds(120));
        QCOMPARE(chosen.bodyLimit, qint64(1024 * 1024));
        QVERIFY(chosen.theme == Preferences::ThemeMode::Light);
        QVERIFY(chosen.isCompact);
    }

    void anAddressThatIsNoneIsToldAtItsField()
    {
        SettingsDialog dialog({});
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        auto *receiver = dialog.findChild<QLineEdit *>(QStringLiteral("defaultReceiver"));
        receiver->setText(QStringLiteral("somewhere"));
        dialog.accept();
        QCOMPARE(accepted.size(), 0);
        QVERIFY(isFieldInvalid(receiver));
        receiver->setText(QStringLiteral("127.0.0.1:9000"));
        dialog.accept();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.preferences().receiver.port, 9000);
    }

    void whatIsWrongWithTheTlsFilesIsToldOnceTheyAreNamed()
    {
        SettingsDialog dialog({}, [](const TlsFiles &files) -> Result<TlsCertificate> {
            if (files.key == QLatin1String("/good.pem"))
                return TlsCertificate {};
            return failure(Error::Kind::Config, QStringLiteral("the key does not fit"));
        });
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        auto *certificate = dialog.findChild<QLineEdit *>(QStringLiteral("tlsCertificate"));
        auto *key = dialog.findChild<QLineEdit *>(QStringLiteral("tlsKey"));
        const auto type = [](QLineEdit *line, const char *text) {
            line->selectAll();
            QTest::keyClicks(line, QLatin1String(text));
            QTest::keyClick(line, Qt::Key_Tab);
        };
        const auto tells = [&](const char *words) {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *one) { return one->text().contains(QLatin1String(words)); });
        };
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        certificate->setFocus();
        type(certificate, "/chain.pem");
        QVERIFY(tells("belong together"));
        key->setFocus();
        type(key, "/bad.pem");
        QVERIFY(tells("the key does not fit"));
        dialog.accept();
        QCOMPARE(accepted.size(), 0);
        key->setFocus();
        type(key, "/good.pem");
        QVERIFY(!tells("does not fit"));
        dialog.accept();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.preferences().tls, (TlsFiles {QStringLiteral("/chain.pem"), QStringLiteral("/good.pem")}));
    }

    void itsButtonsStayInSightOnALowScreen()
    {
        SettingsDialog dialog({});
        dialog.show();
        dialog.resize(dialog.width(), 500);
        QTRY_COMPARE(dialog.height(), 500);
        const auto *buttons = dialog.findChild<QDialogButtonBox *>();
        QVERIFY(buttons->geometry().bottom() < 500);
        auto *theme = dialog.findChild<QComboBox *>(QStringLiteral("theme"));
        QVERIFY(theme->visibleRegion().isEmpty());
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.findChild<QSpinBox *>(QStringLiteral("rowsInMemory"))->setFocus();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(theme->hasFocus());
        QTRY_VERIFY(!theme->visibleRegion().isEmpty());
    }

    void theBodyLimitEndsAtOneMebibyte()
    {
        SettingsDialog dialog({});
        auto *limit = dialog.findChild<QSpinBox *>(QStringLiteral("bodyLimit"));
        limit->setValue(100'000);
        QCOMPARE(limit->value(), 1024);
    }

    void aboutTellsVersionsAndLicences()
    {
        const AboutDialog dialog({{QStringLiteral("SQLite"), QStringLiteral("3.40.1")}});
        QStringList texts;
        for (const auto *label : dialog.findChildren<QLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(QStringLiteral("3.40.1")));
        QVERIFY(texts.contains(QLatin1String(qVersion())));
        QVERIFY(dialog.findChild<QPlainTextEdit *>(QStringLiteral("licences"))
                    ->toPlainText()
                    .contains(QStringLiteral("Lucide")));
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
