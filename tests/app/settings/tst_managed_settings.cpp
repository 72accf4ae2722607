// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/managed_settings.h"
#include "settings/preference_keys.h"
#include "settings/settings_store.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace console;

namespace {

const QString kFile = QStringLiteral("/etc/capability-console/policies.json");

ManagedSettings managed(const QByteArray &members)
{
    return ManagedSettings::parse("{\"version\": 1, " + members + '}', kFile);
}

} // namespace

class TestManagedSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockedWinsOverTheUserWhoWinsOverTheDefaults()
    {
        const QTemporaryDir folder;
        SettingsStore plain(folder.path());
        Preferences chosen;
        chosen.wait = std::chrono::seconds(45);
        chosen.bodyLimit = 4096;
        plain.savePreferences(chosen);
        const SettingsStore store(folder.path(),
                                  managed("\"locked\": {\"lookup.wait_s\": 60}, \"defaults\": "
                                          "{\"receiver.body_limit\": 8192, \"window.theme\": \"dark\"}"));
        QVERIFY(store.managed().mistakes().isEmpty());
        const Preferences effective = store.loadPreferences();
        QCOMPARE(effective.wait, std::chrono::seconds(60));
        QCOMPARE(effective.bodyLimit, qint64(4096));
        QCOMPARE(effective.theme, Preferences::ThemeMode::Dark);
        QCOMPARE(store.managed().layerOf(QStringLiteral("lookup/wait_s")), ManagedSettings::Layer::Locked);
        QCOMPARE(store.managed().layerOf(QStringLiteral("window/theme")), ManagedSettings::Layer::Default);
        QCOMPARE(store.managed().layerOf(QStringLiteral("window/compact")), ManagedSettings::Layer::BuiltIn);
    }

    void whatIsManagedIsNeverTheUsersChoice()
    {
        const QTemporaryDir folder;
        Preferences chosen;
        chosen.wait = std::chrono::seconds(45);
        SettingsStore(folder.path()).savePreferences(chosen);
        SettingsStore store(folder.path(),
                            managed("\"locked\": {\"lookup.wait_s\": 60}, \"defaults\": "
                                    "{\"window.theme\": \"dark\"}"));
        store.savePreferences(store.loadPreferences()); // as at the end of the program
        const Preferences without = SettingsStore(folder.path()).loadPreferences();
        QCOMPARE(without.wait, std::chrono::seconds(45));
        QCOMPARE(without.theme, Preferences::ThemeMode::System);
    }

    void aNameThatStandsTwiceLocksEverything_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("name");
        const QString unsignedName = QStringLiteral("receiver.allow_unsigned");
        QTest::newRow("a key, the stricter one first")
            << QByteArray(R"("locked": {"receiver.allow_unsigned": false, "receiver.allow_unsigned": true})")
            << unsignedName;
        QTest::newRow("a key, the stricter one last")
            << QByteArray(R"("locked": {"receiver.allow_unsigned": true, "receiver.allow_unsigned": false})")
            << unsignedName;
        QTest::newRow("a key in two spellings of JSON")
            << QByteArray(R"("locked": {"receiver.allow_unsigned": false, "receiver.allow\u005funsigned": true})")
            << unsignedName;
        QTest::newRow("a key in two spellings of ours")
            << QByteArray(R"("locked": {"receiver.allow_unsigned": false, "receiver/allow_unsigned": true})")
            << unsignedName;
        QTest::newRow("a section") << QByteArray(
            R"("locked": {"receiver.allow_unsigned": false}, "locked": {"lookup.wait_s": 60})")
                                   << QStringLiteral("locked");
        QTest::newRow("a preset") << QByteArray(R"("defaults": {"lookup.wait_s": 60, "lookup.wait_s": 61})")
                                  << QStringLiteral("lookup.wait_s");
        QTest::newRow("the version") << QByteArray(R"("version": 1)") << QStringLiteral("version");
    }
    void aNameThatStandsTwiceLocksEverything()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, name);
        const auto settings = managed(members);
        QVERIFY2(settings.damage().contains(kFile) && settings.damage().contains(name + QStringLiteral(" stands in")),
                 qPrintable(settings.damage()));
        QVERIFY(!settings.mayAllowUnsigned());
        QVERIFY(settings.isLocked(QStringLiteral("receiver/address")));
    }

    void theSameNameMayStandInBothSections()
    {
        const auto settings = managed(R"("locked": {"lookup.wait_s": 60}, "defaults": {"lookup.wait_s": 61})");
        QCOMPARE(settings.damage(), QString());
        QCOMPARE(settings.preset().wait, std::chrono::seconds(60));
    }

    void takesEveryKey()
    {
        const auto settings = managed("\"locked\": {"
                                      "\"lookup.wait_s\": 61, \"lookup.amber_s\": 11, "
                                      "\"receiver.signature_window_s\": 200, \"receiver.body_limit\": 2048, "
                                      "\"receiver.address\": \"127.0.0.1:9000\", \"receiver.certificate\": \"/c\", "
                                      "\"receiver.private_key\": \"/k\", \"receiver.allow_unsigned\": false, "
                                      "\"window.theme\": \"light\", \"window.compact\": true, "
                                      "\"window.mask_at_start\": true, \"history.keep_days\": 30, "
                                      "\"history.keep_rows\": 1000, \"history.keep_bytes\": 1048576, "
                                      "\"history.rows_in_memory\": 20000}");
        QCOMPARE(settings.mistakes(), QStringList());
        QCOMPARE(settings.warnings(), QStringList());
        const Preferences preferences = settings.preset();
        for (const PreferenceKey &key : preferenceKeys()) {
            QVERIFY2(settings.isLocked(QLatin1String(key.name)), key.name);
            QVERIFY2(key.give(preferences) != key.give(Preferences()), key.name);
        }
        QVERIFY(!settings.mayAllowUnsigned());
    }

    void aBadValueIsToldAndTheSafestIsLocked_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *key, const char *value) {
            QTest::addRow("%s: %s", key, value) << QByteArray(key) << QByteArray(value);
        };
        for (const char *value : {"0", "86401", "1.5", "\"30\"", "true", "null", "{}", "[30]", "-1"})
            row("lookup.wait_s", value);
        row("receiver.body_limit", "1048577");
        row("receiver.address", "\"nowhere\"");
        row("receiver.address", "8787");
        row("receiver.certificate", "1");
        row("receiver.allow_unsigned", "\"no\"");
        row("window.theme", "\"purple\"");
        row("window.mask_at_start", "0");
        row("history.keep_days", "-1");
        row("history.rows_in_memory", "9999");
    }
    void aBadValueIsToldAndTheSafestIsLocked()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        const auto settings = managed("\"locked\": {\"" + key + "\": " + value + ", \"window.compact\": true}");
        QCOMPARE(settings.damage(), QString());
        QCOMPARE(settings.mistakes().size(), 1);
        QVERIFY(settings.mistakes().first().startsWith(kFile + QStringLiteral(": locked.") + QString::fromLatin1(key)));
        QVERIFY(settings.mistakes().first().endsWith(QLatin1String("is expected")));
        QVERIFY(settings.isLocked(QString::fromLatin1(key).replace(QLatin1Char('.'), QLatin1Char('/'))));
        const Preferences preferences = settings.preset();
        QVERIFY(preferences.isCompact); // the others count
        QCOMPARE(preferences.wait, Preferences().wait);
        QCOMPARE(preferences.isMaskedAtStart, key == "window.mask_at_start");
        QCOMPARE(preferences.tls.isEmpty(), key != "receiver.certificate"); // never plain HTTP by mistake
        QCOMPARE(settings.mayAllowUnsigned(), key != "receiver.allow_unsigned");
    }

    void aBadDefaultIsToldAndLeftOut()
    {
        const auto settings = managed("\"defaults\": {\"lookup.wait_s\": \"soon\"}");
        QCOMPARE(settings.mistakes().size(), 1);
        QCOMPARE(settings.preset(), Preferences());
        QVERIFY(!settings.isLocked(QStringLiteral("lookup/wait_s")));
    }

    void whatIsNotKnownIsAWarning()
    {
        const auto settings = managed(
            "\"locked\": {\"receiver.key_secret\": \"HUSH\"}, \"defaults\": {\"receiver.allow_unsigned\": true}, "
            "\"recommended\": {}");
        QCOMPARE(settings.mistakes(), QStringList());
        QCOMPARE(settings.warnings().size(), 3);
        QVERIFY(!settings.warnings().join(QLatin1Char('\n')).contains(QLatin1String("HUSH")));
    }

    void aDamagedFileLocksEverything_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1");
        QTest::newRow("a comma too many")
            << QByteArray("{\"version\": 1,\n \"locked\": {\"window.compact\": true,}}") << QStringLiteral("line 2");
        QTest::newRow("cut") << QByteArray("{\"version\": 1, \"locked\": {") << QStringLiteral("line 1");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("object");
        QTest::newRow("no version") << QByteArray("{\"locked\": {}}") << QStringLiteral("version");
        QTest::newRow("another version") << QByteArray("{\"version\": 2}") << QStringLiteral("version");
        QTest::newRow("locked is a list")
            << QByteArray("{\"version\": 1, \"locked\": []}") << QStringLiteral("locked: an object");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"version\": 1, \"a\": \"\xff\"}") << QStringLiteral("line 1");
    }
    void aDamagedFileLocksEverything()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const auto settings = ManagedSettings::parse(json, kFile);
        QVERIFY2(settings.damage().startsWith(kFile), qPrintable(settings.damage()));
        QVERIFY2(settings.damage().contains(words), qPrintable(settings.damage()));
        for (const PreferenceKey &key : preferenceKeys())
            QVERIFY(settings.isLocked(QLatin1String(key.name)));
        QVERIFY(!settings.mayAllowUnsigned());
        QVERIFY(settings.preset().isMaskedAtStart);
    }

    void onlyAFileOfItsOwnerIsBelieved_data()
    {
        QTest::addColumn<int>("fileMode");
        QTest::addColumn<int>("folderMode");
        QTest::addColumn<bool>("isOwned");
        QTest::addColumn<bool>("isBelieved");
        QTest::newRow("its owner's alone") << 0644 << 0755 << true << true;
        QTest::newRow("a group may write it") << 0664 << 0755 << true << false;
        QTest::newRow("others may write it") << 0646 << 0755 << true << false;
        QTest::newRow("others may write the folder") << 0644 << 0757 << true << false;
        QTest::newRow("somebody else's") << 0644 << 0755 << false << false;
    }
    void onlyAFileOfItsOwnerIsBelieved()
    {
        QFETCH(int, fileMode);
        QFETCH(int, folderMode);
        QFETCH(bool, isOwned);
        QFETCH(bool, isBelieved);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("policies.json"));
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"version\": 1, \"locked\": {\"window.compact\": true}}");
        }
        ::chmod(QFile::encodeName(path).constData(), mode_t(fileMode));
        ::chmod(QFile::encodeName(folder.path()).constData(), mode_t(folderMode));
        const auto settings = ManagedSettings::load(path, ::getuid() + (isOwned ? 0 : 1));
        QCOMPARE(settings.damage().isEmpty(), isBelieved);
        QVERIFY(settings.isLocked(QStringLiteral("window/compact")));
    }

    void noFileManagesNothingAndAnythingElseIsDamage()
    {
        const QTemporaryDir folder;
        const auto none = ManagedSettings::load(folder.filePath(QStringLiteral("a/policies.json")), ::getuid());
        QCOMPARE(none.damage(), QString());
        QCOMPARE(none.preset(), Preferences());
        QVERIFY(none.mayAllowUnsigned());
        QVERIFY(!ManagedSettings::load(folder.path(), ::getuid()).damage().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestManagedSettings)
#include "tst_managed_settings.moc"
